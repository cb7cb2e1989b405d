// Fills a register with typed records, watches a question, mends what a check offers, and stops a question. Usage: fill

import Foundation
import Isms

/// Prints how far a call is, and stops it when it is asked to.
final class Progress: Watcher {
    let stops: Bool

    init(stops: Bool = false) {
        self.stops = stops
    }

    func step(done: UInt64, total: UInt64) throws -> Bool {
        if done == total || stops { print("\(done) of \(total)") }
        return !stops
    }
}

do {
    let register = Register(id: "valley-office", title: "Valley office")
    try register.extend(records: [
        .place(record: Place(id: "upper-valley", title: "Upper valley")),
        .incident(record: Incident(id: "ambush", title: "Ambush", place: "upper-vally")),
        .loss(record: Loss(id: "driver", title: "Driver injured", causes: Causes(gate: .default, links: [Link(id: "ambush")]))),
    ])
    print(try register.trace(id: "driver").causes.incidents)
    let findings = try register.check(watcher: Progress())
    try register.apply(fixes: findings.findings.flatMap { $0.fix })
    print(try register.digest())
    if case .incident(let ambush) = register.get(id: "ambush") { print(ambush.place ?? "nowhere") }
    try register.insert(record: .loss(record: Loss(id: "driver", title: "Again")))
} catch IsmsError.Refused(let finding) {
    print("refused: \(finding.code) at '\(finding.path)'")
}

do {
    _ = try Register.open(bytes: Data(sample().utf8)).review(watcher: Progress(stops: true))
} catch IsmsError.Refused(let finding) {
    print("refused: \(finding.code)")
}
