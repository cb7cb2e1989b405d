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

/// A list of texts.
func texts(_ items: [String]) -> String {
    list(items.map { written($0) })
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
    if let audience = label.audience { fields.append(("audience", texts(audience))) }
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
        ("overdue", String(gap.overdue)),
    ])
}

func written(_ unproven: Unproven) -> String {
    object([
        ("requirement", written(unproven.requirement)), ("verification", written(unproven.verification)),
        ("lacks", texts(unproven.lacks)),
    ])
}

func written(_ carried: CarriedOver) -> String {
    object([
        ("requirement", written(carried.requirement)), ("from", written(carried.from)), ("result", written(carried.result)),
        ("verification", written(carried.verification)),
    ])
}

func written(_ office: AssessedOffice) -> String {
    object([
        ("agency", written(office.agency)), ("place", written(office.place)), ("state", written(office.state)),
        ("weakest", texts(office.weakest)), ("adoptions", texts(office.adoptions)),
        ("standings", list(office.standings.map { written($0) })), ("gaps", list(office.gaps.map { written($0) })),
        ("gaps_more", String(office.gapsMore)), ("not_known", list(office.notKnown.map { written($0) })),
        ("not_known_more", String(office.notKnownMore)), ("unproven", list(office.unproven.map { written($0) })),
        ("unproven_more", String(office.unprovenMore)), ("carried", list(office.carried.map { written($0) })),
        ("carried_more", String(office.carriedMore)), ("without_evidence", String(office.withoutEvidence)),
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
    case .texts(let items): return texts(items)
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
        ("fix", list(finding.fix.map { written($0) })), ("claims", texts(finding.claims)),
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
        ("capped", texts(findings.capped)),
    ])
}

func written(_ flow: Flow) -> String {
    object([
        ("from", written(flow.from)), ("to", written(flow.to)), ("count", String(flow.count)), ("last", written(flow.last)),
    ])
}

func written(_ unshared: Unshared) -> String {
    object([("id", written(unshared.id)), ("sectors", texts(unshared.sectors)), ("outside", String(unshared.outside))])
}

func written(_ flows: Flows) -> String {
    object([
        ("cells", list(flows.cells.map { written($0) })), ("between", list(flows.between.map { written($0) })),
        ("unshared", list(flows.unshared.map { written($0) })), ("unshared_more", String(flows.unsharedMore)),
    ])
}

func written(_ lacking: Lacking) -> String {
    object([("id", written(lacking.id)), ("lacks", texts(lacking.lacks))])
}

func written(_ lapse: FoundLapse) -> String {
    object([
        ("evaluation", written(lapse.evaluation)), ("text", written(lapse.text)), ("sector", written(lapse.sector)),
        ("requirement", written(lapse.requirement)), ("measure", written(lapse.measure)), ("mended", String(lapse.mended)),
    ])
}

func written(_ integration: Integration) -> String {
    object([
        ("measures", String(integration.measures)), ("on_assessment", String(integration.onAssessment)),
        ("for_exchange", String(integration.forExchange)), ("on_exchange", String(integration.onExchange)),
        ("existing", String(integration.existing)), ("unfounded", list(integration.unfounded.map { written($0) })),
        ("unfounded_more", String(integration.unfoundedMore)), ("incidents", String(integration.incidents)),
        ("evaluated", String(integration.evaluated)), ("closed", String(integration.closed)),
        ("open", list(integration.open.map { written($0) })), ("open_more", String(integration.openMore)),
        ("lapses", list(integration.lapses.map { written($0) })), ("lapses_more", String(integration.lapsesMore)),
    ])
}

func written(_ stage: AnsweredStage) -> String {
    object([
        ("sector", written(stage.sector)), ("stage", written(stage.stage)), ("records", String(stage.records)),
        ("answered", String(stage.answered)),
    ])
}

func written(_ pledge: Pledge) -> String {
    object([("id", written(pledge.id)), ("standard", written(pledge.standard)), ("missing", texts(pledge.missing))])
}

func written(_ field: ProtectedField) -> String {
    object([("field", written(field.field)), ("measures", String(field.measures)), ("guided", String(field.guided))])
}

func written(_ office: OfficePractice) -> String {
    object([
        ("agency", written(office.agency)), ("place", written(office.place)), ("capital", written(office.capital)),
        ("field", written(office.field)), ("fields", list(office.fields.map { written($0) })),
        ("unpreserved", texts(office.unpreserved)), ("unpreserved_more", String(office.unpreservedMore)),
    ])
}

func written(_ practice: Practice) -> String {
    object([
        ("stages", list(practice.stages.map { written($0) })),
        ("assessments", list(practice.assessments.map { written($0) })),
        ("assessments_more", String(practice.assessmentsMore)),
        ("exchanges", list(practice.exchanges.map { written($0) })),
        ("exchanges_more", String(practice.exchangesMore)), ("plans", list(practice.plans.map { written($0) })),
        ("plans_more", String(practice.plansMore)), ("networks", list(practice.networks.map { written($0) })),
        ("agencies", list(practice.agencies.map { written($0) })),
        ("pledges", list(practice.pledges.map { written($0) })),
        ("offices", list(practice.offices.map { written($0) })),
    ])
}

func written(_ posture: Posture) -> String {
    object([
        ("agency", written(posture.agency)), ("place", written(posture.place)), ("posture", written(posture.posture)),
        ("strategy", written(posture.strategy)), ("rests_on", texts(posture.restsOn)), ("system", String(posture.system)),
        ("community", String(posture.community)), ("reasons", texts(posture.reasons)),
    ])
}

func written(_ bounds: Bounds) -> String {
    object([("low", String(bounds.low)), ("high", bounds.high.map { String($0) } ?? "null")])
}

func written(_ exposed: Exposed) -> String {
    object([
        ("agency", written(exposed.agency)), ("category", written(exposed.category)), ("low", String(exposed.low)),
        ("high", exposed.high.map { String($0) } ?? "null"), ("nights", written(exposed.nights)),
        ("trips", written(exposed.trips)),
    ])
}

func written(_ covered: Covered) -> String {
    object([
        ("agency", written(covered.agency)), ("category", written(covered.category)), ("entitlement", written(covered.entitlement)),
        ("state", written(covered.state)), ("records", texts(covered.records)),
    ])
}

func written(_ coverage: Coverage) -> String {
    object([
        ("people", list(coverage.people.map { written($0) })), ("entitlements", texts(coverage.entitlements)),
        ("cells", list(coverage.cells.map { written($0) })), ("empty", String(coverage.empty)),
        ("uncovered", String(coverage.uncovered)),
    ])
}

func written(_ posts: Posts) -> String {
    object([
        ("posts", String(posts.posts)), ("held", String(posts.held)), ("acting", String(posts.acting)),
        ("vacant", String(posts.vacant)), ("not_known", String(posts.notKnown)),
        ("without_deputy", String(posts.withoutDeputy)), ("without_superior", String(posts.withoutSuperior)),
        ("national", String(posts.national)),
    ])
}

func written(_ answered: Answered) -> String {
    object([("name", written(answered.name)), ("posts", texts(answered.posts))])
}

func written(_ topic: Topic) -> String {
    object([
        ("track", written(topic.track)), ("topic", written(topic.topic)), ("posts", String(topic.posts)),
        ("people", String(topic.people)),
    ])
}

func written(_ drilled: Drilled) -> String {
    object([
        ("contingency", written(drilled.contingency)), ("last", written(drilled.last)), ("people", String(drilled.people)),
    ])
}

func written(_ looked: LookedBack) -> String {
    object([
        ("agency", written(looked.agency)), ("name", written(looked.name)), ("last", written(looked.last)),
        ("overdue", String(looked.overdue)),
    ])
}

func written(_ preparedness: Preparedness) -> String {
    object([
        ("posts", written(preparedness.posts)), ("answered", list(preparedness.answered.map { written($0) })),
        ("untrained", list(preparedness.untrained.map { written($0) })),
        ("untrained_more", String(preparedness.untrainedMore)),
        ("topics", list(preparedness.topics.map { written($0) })), ("uncertified", texts(preparedness.uncertified)),
        ("uncertified_more", String(preparedness.uncertifiedMore)),
        ("drills", list(preparedness.drills.map { written($0) })), ("cores", list(preparedness.cores.map { written($0) })),
        ("evaluations", list(preparedness.evaluations.map { written($0) })),
    ])
}

func written(_ area: Area) -> String {
    object([
        ("place", written(area.place)), ("officials", texts(area.officials)), ("held", written(area.held)),
        ("resident", area.resident.map { String($0) } ?? "null"), ("teams", texts(area.teams)),
        ("missing", texts(area.missing)), ("faults", texts(area.faults)), ("by_adviser", texts(area.byAdviser)),
    ])
}

func written(_ owed: Owed) -> String {
    object([
        ("party", written(owed.party)), ("yes", String(owed.yes)), ("partly", String(owed.partly)),
        ("no", String(owed.no)), ("not_known", String(owed.notKnown)),
    ])
}

func written(_ undecided: Undecided) -> String {
    object([
        ("assessment", written(undecided.assessment)), ("concluded", written(undecided.concluded)),
        ("duty", written(undecided.duty)),
    ])
}

func written(_ duties: Duties) -> String {
    object([
        ("towards", list(duties.towards.map { written($0) })), ("owed_by", list(duties.owedBy.map { written($0) })),
        ("undecided", list(duties.undecided.map { written($0) })),
        ("undecided_more", String(duties.undecidedMore)), ("without_care", texts(duties.withoutCare)),
        ("without_care_more", String(duties.withoutCareMore)), ("overdue", texts(duties.overdue)),
        ("overdue_more", String(duties.overdueMore)), ("claims", texts(duties.claims)),
        ("claims_more", String(duties.claimsMore)), ("incidents", list(duties.incidents.map { written($0) })),
        ("incidents_more", String(duties.incidentsMore)),
    ])
}

func written(_ assessed: Assessed) -> String {
    object([
        ("label", written(assessed.label)), ("as_of", written(assessed.asOf)), ("state", written(assessed.state)),
        ("standards", list(assessed.standards.map { written($0) })),
        ("standings", list(assessed.standings.map { written($0) })),
        ("offices", list(assessed.offices.map { written($0) })),
        ("headquarters", list(assessed.headquarters.map { written($0) })), ("flows", written(assessed.flows)),
        ("integration", written(assessed.integration)), ("postures", list(assessed.postures.map { written($0) })),
        ("practice", written(assessed.practice)), ("coverage", written(assessed.coverage)), ("preparedness", written(assessed.preparedness)),
        ("governance", list(assessed.governance.map { written($0) })), ("duties", written(assessed.duties)),
        ("findings", written(assessed.findings)),
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
