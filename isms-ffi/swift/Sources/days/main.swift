// Opens a document and prints its pages of a day: the meeting, who is covered by what and, with a programme, go or no go. What
// changed since another day it prints as JSON, from the typed call: the same text as `ask` answers.
// Usage: days DOCUMENT SINCE DAY [PROGRAMME]

import Foundation
import Isms

/// Text as JSON.
func written(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: (try? encoder.encode(text)) ?? Data(), as: UTF8.self)
}

/// A list of what is written already.
func list(_ items: [String]) -> String {
    "[\(items.joined(separator: ","))]"
}

/// Fields in their order.
func object(_ fields: [(String, String)]) -> String {
    "{\(fields.map { name, value in "\(written(name)):\(value)" }.joined(separator: ","))}"
}

/// A label that says no more than its word is that word.
func written(_ label: Label) -> String {
    if label.audience == nil && label.personal == nil {
        return written(label.tlp)
    }
    var fields = [("tlp", written(label.tlp))]
    if let audience = label.audience { fields.append(("audience", list(audience.map { written($0) }))) }
    if let personal = label.personal { fields.append(("personal", String(personal))) }
    return object(fields)
}

func written(_ state: StandingState) -> String {
    switch state {
    case .gap: return written("gap")
    case .notKnown: return written("not_known")
    case .holds: return written("holds")
    }
}

func written(_ verdicts: Verdicts) -> String {
    object([
        ("met", String(verdicts.met)), ("partly", String(verdicts.partly)), ("unmet", String(verdicts.unmet)),
        ("waived", String(verdicts.waived)), ("not_known", String(verdicts.notKnown)),
        ("not_applicable", String(verdicts.notApplicable)),
    ])
}

func written(_ change: StandingChange) -> String {
    object([
        ("agency", written(change.agency)), ("place", change.place.map { written($0) } ?? "null"),
        ("name", written(change.name)), ("was", written(change.was)), ("now", written(change.now)),
        ("must_was", written(change.mustWas)), ("must_now", written(change.mustNow)),
    ])
}

func written(_ kind: KindChange) -> String {
    object([
        ("kind", written(kind.kind)), ("happened", String(kind.happened)), ("began", String(kind.began)),
        ("ended", String(kind.ended)),
    ])
}

func written(_ record: ChangedRecord) -> String {
    object([
        ("id", written(record.id)), ("kind", written(record.kind)), ("title", written(record.title)),
        ("what", written(record.what)), ("date", written(record.date)),
    ])
}

func written(_ changes: Changes) -> String {
    object([
        ("label", written(changes.label)), ("since", written(changes.since)), ("as_of", written(changes.asOf)),
        ("kinds", list(changes.kinds.map { written($0) })), ("records", list(changes.records.map { written($0) })),
        ("records_more", String(changes.recordsMore)), ("standings", list(changes.standings.map { written($0) })),
    ])
}

guard (4...5).contains(CommandLine.arguments.count) else {
    fatalError("usage: days DOCUMENT SINCE DAY [PROGRAMME]")
}
let name = CommandLine.arguments[1]
let since = CommandLine.arguments[2]
let day = CommandLine.arguments[3]

do {
    let register = try Register.open(bytes: Data(contentsOf: URL(fileURLWithPath: name)))
    print(meetingPage(meeting: try register.meeting(asOf: day, since: since), file: name))
    print(coverPage(assessed: try register.assess(asOf: day)))
    for programme in CommandLine.arguments.dropFirst(4) {
        print(goNoGoPage(sheet: try register.goNoGo(programme: programme, asOf: day)))
    }
    let typed = written(try register.diff(since: since, asOf: day))
    let request = object([("ask", written("diff")), ("since", written(since)), ("as_of", written(day))])
    let plain = try register.ask(request: request)
    print(typed)
    print(typed == plain ? "the same as ask" : "ask differs: \(plain)")
} catch IsmsError.Refused(let finding) {
    print("refused: \(finding.code) at '\(finding.path)': \(finding.message)")
}
