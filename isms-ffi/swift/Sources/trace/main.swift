// Opens a document, traces a record through the typed call, and prints the trace as JSON: the same
// text as `ask` answers, in every language. Usage: trace DOCUMENT ID

import Foundation
import Isms

/// Text as JSON.
func written(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: (try? encoder.encode(text)) ?? Data(), as: UTF8.self)
}

func written(_ list: [String]) -> String {
    "[\(list.map { written($0) }.joined(separator: ","))]"
}

/// Fields in their order; those without a value are left out.
func object(_ fields: [(String, String?)]) -> String {
    let there = fields.compactMap { name, value in value.map { "\(written(name)):\($0)" } }
    return "{\(there.joined(separator: ","))}"
}

func written(_ broken: Broken) -> String {
    object([
        ("id", written(broken.id)), ("kind", written(broken.kind)), ("missing", written(broken.missing)),
        ("link", broken.link.map { written($0) }), ("why", broken.why.map { written($0) }),
    ])
}

/// A label that says no more than its word is that word.
func written(_ label: Label) -> String {
    if label.audience == nil && label.personal == nil {
        return written(label.tlp)
    }
    return object([
        ("tlp", written(label.tlp)), ("audience", label.audience.map { written($0) }),
        ("personal", label.personal.map { String($0) }),
    ])
}

func written(_ trace: Trace) -> String {
    let causes = object([
        ("incidents", written(trace.causes.incidents)), ("threats", written(trace.causes.threats)),
        ("risk_factors", written(trace.causes.riskFactors)),
    ])
    let effects = object([
        ("threats", written(trace.effects.threats)), ("incidents", written(trace.effects.incidents)),
        ("losses", written(trace.effects.losses)),
    ])
    let broken = trace.broken.map { written($0) }.joined(separator: ",")
    return object([
        ("label", written(trace.label)), ("id", written(trace.id)), ("kind", written(trace.kind)), ("complete", String(trace.complete)),
        ("causes", causes), ("effects", effects), ("broken", "[\(broken)]"),
    ])
}

guard CommandLine.arguments.count == 3 else {
    fatalError("usage: trace DOCUMENT ID")
}
let document = URL(fileURLWithPath: CommandLine.arguments[1])
let id = CommandLine.arguments[2]

do {
    let register = try Register.open(bytes: Data(contentsOf: document))
    let typed = written(try register.trace(id: id))
    let plain = try register.ask(request: object([("ask", written("trace")), ("id", written(id))]))
    print(typed)
    print(typed == plain ? "the same as ask" : "ask differs: \(plain)")
} catch IsmsError.Refused(let finding) {
    print("refused: \(finding.code) at '\(finding.path)': \(finding.message)")
}
