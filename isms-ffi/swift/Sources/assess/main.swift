// Opens a document, assesses it on a day through the typed call, and prints the assessment as JSON: the same text as `ask`
// answers, in every language. Usage: assess DOCUMENT DAY [CATALOGUE]

import Foundation
import Isms

/// Text as JSON.
func written(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: (try? encoder.encode(text)) ?? Data(), as: UTF8.self)
}

/// Text that may be missing.
func written(_ text: String?) -> String {
    text.map { written($0) } ?? "null"
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

func written(_ standing: Standing) -> String {
    object([
        ("by", written(standing.by)), ("name", written(standing.name)), ("state", written(standing.state)),
        ("must", written(standing.must)), ("should", written(standing.should)),
    ])
}

func written(_ gap: Gap) -> String {
    object([
        ("requirement", written(gap.requirement)), ("text", written(gap.text)), ("part", written(gap.part)),
        ("result", written(gap.result)), ("verification", written(gap.verification)), ("date", written(gap.date)),
    ])
}

func written(_ office: AssessedOffice) -> String {
    object([
        ("agency", written(office.agency)), ("place", written(office.place)), ("state", written(office.state)),
        ("weakest", list(office.weakest.map { written($0) })), ("adoptions", list(office.adoptions.map { written($0) })),
        ("standings", list(office.standings.map { written($0) })), ("gaps", list(office.gaps.map { written($0) })),
        ("gaps_more", String(office.gapsMore)), ("without_evidence", String(office.withoutEvidence)),
        ("overdue", String(office.overdue)), ("others", office.others.map { written($0) } ?? "null"),
    ])
}

func written(_ standard: AssessedStandard) -> String {
    object([
        ("id", written(standard.id)), ("edition", written(standard.edition)), ("title", written(standard.title)),
        ("official", String(standard.official)), ("requirements", String(standard.requirements)),
        ("offices", String(standard.offices)),
    ])
}

func written(_ severity: Severity) -> String {
    switch severity {
    case .error: return written("error")
    case .warning: return written("warning")
    case .note: return written("note")
    }
}

func written(_ value: FactValue) -> String {
    switch value {
    case .text(let text): return written(text)
    case .count(let count): return String(count)
    case .texts(let texts): return list(texts.map { written($0) })
    }
}

func written(_ fix: Fix) -> String {
    object([("id", written(fix.id)), ("field", written(fix.field)), fix.value.map { ("value", $0) } ?? ("remove", "true")])
}

func written(_ finding: Finding) -> String {
    object([
        ("code", written(finding.code)), ("severity", written(finding.severity)), ("subject", written(finding.subject)),
        ("path", written(finding.path)), ("message", written(finding.message)),
        ("facts", object(finding.facts.map { ($0.name, written($0.value)) })),
        ("fix", list(finding.fix.map { written($0) })), ("claims", list(finding.claims.map { written($0) })),
    ])
}

func written(_ counts: [Tallied]) -> String {
    object(counts.map { ($0.code, String($0.count)) })
}

func written(_ counts: Counts) -> String {
    object([
        ("error", String(counts.error)), ("warning", String(counts.warning)), ("note", String(counts.note)),
        ("by_code", written(counts.byCode)), ("acknowledged", written(counts.acknowledged)),
    ])
}

func written(_ findings: Findings) -> String {
    object([
        ("label", written(findings.label)), ("as_of", written(findings.asOf)),
        ("findings", list(findings.findings.map { written($0) })), ("counts", written(findings.counts)),
        ("capped", list(findings.capped.map { written($0) })),
    ])
}

func written(_ assessed: Assessed) -> String {
    object([
        ("label", written(assessed.label)), ("as_of", written(assessed.asOf)), ("state", written(assessed.state)),
        ("standards", list(assessed.standards.map { written($0) })),
        ("standings", list(assessed.standings.map { written($0) })),
        ("offices", list(assessed.offices.map { written($0) })),
        ("headquarters", list(assessed.headquarters.map { written($0) })), ("findings", written(assessed.findings)),
    ])
}

guard (3...4).contains(CommandLine.arguments.count) else {
    fatalError("usage: assess DOCUMENT DAY [CATALOGUE]")
}
let document = URL(fileURLWithPath: CommandLine.arguments[1])
let day = CommandLine.arguments[2]
let own = try CommandLine.arguments.dropFirst(3).map { try String(contentsOf: URL(fileURLWithPath: $0), encoding: .utf8) }

do {
    let register = try Register.open(bytes: Data(contentsOf: document))
    let typed = written(try register.assess(asOf: day, catalogs: own))
    let request = object([
        ("ask", written("assess")), ("as_of", written(day)), ("catalogs", list(own.map { written($0) })),
    ])
    let plain = try register.ask(request: request)
    print(typed)
    print(typed == plain ? "the same as ask" : "ask differs: \(plain)")
} catch IsmsError.Refused(let finding) {
    print("refused: \(finding.code) at '\(finding.path)': \(finding.message)")
}
