package isms

import com.fasterxml.jackson.databind.JsonNode
import isms.core.Assessed
import isms.core.AssessedOffice
import isms.core.AssessedStandard
import isms.core.Gap
import isms.core.Office
import isms.core.Standing
import isms.core.State
import isms.core.Verdicts

/** Without more than a day the call is made without more: the defaults are tested with it. */
fun assess(register: Register, request: JsonNode): Assessed {
    val asOf = request["as_of"].textValue()
    if (request.size() == 2) return register.assess(asOf)
    return register.assess(asOf, offices(request), standards(request), own(request), language(request))
}

fun offices(request: JsonNode): List<Office> =
    request["offices"].orEmpty().map { Office(it["agency"].textValue(), it["place"].textValue()) }

fun standards(request: JsonNode): List<String> = request["standards"].orEmpty().map { it.textValue() }

fun language(request: JsonNode): String = request["language"]?.textValue() ?: "en"

/** An assessment as JSON, field by field. */
fun written(assessed: Assessed): Map<String, Any?> = mapOf(
    "label" to written(assessed.label),
    "as_of" to assessed.asOf,
    "state" to written(assessed.state),
    "standards" to assessed.standards.map(::written),
    "standings" to assessed.standings.map(::written),
    "offices" to assessed.offices.map(::written),
    "headquarters" to assessed.headquarters.map(::written),
    "flows" to written(assessed.flows),
    "integration" to written(assessed.integration),
    "postures" to assessed.postures.map { written(it) },
    "practice" to written(assessed.practice),
    "coverage" to written(assessed.coverage),
    "preparedness" to written(assessed.preparedness),
    "governance" to assessed.governance.map { written(it) },
    "duties" to written(assessed.duties),
    "findings" to written(assessed.findings),
)

fun written(state: State): String = state.name.lowercase()

private fun written(standard: AssessedStandard): Map<String, Any?> = mapOf(
    "id" to standard.id,
    "edition" to standard.edition,
    "title" to standard.title,
    "official" to standard.official,
    "requirements" to standard.requirements.toLong(),
    "offices" to standard.offices.toLong(),
)

fun written(office: AssessedOffice): Map<String, Any?> = mapOf(
    "agency" to office.agency,
    "place" to office.place,
    "state" to written(office.state),
    "weakest" to office.weakest,
    "adoptions" to office.adoptions,
    "standings" to office.standings.map(::written),
    "gaps" to office.gaps.map(::written),
    "gaps_more" to office.gapsMore.toLong(),
    "not_known" to office.notKnown.map(::written),
    "not_known_more" to office.notKnownMore.toLong(),
    "unproven" to office.unproven.map {
        mapOf("requirement" to it.requirement, "verification" to it.verification, "lacks" to it.lacks)
    },
    "unproven_more" to office.unprovenMore.toLong(),
    "carried" to office.carried.map {
        mapOf(
            "requirement" to it.requirement,
            "from" to it.from,
            "result" to it.result,
            "verification" to it.verification,
        )
    },
    "carried_more" to office.carriedMore.toLong(),
    "without_evidence" to office.withoutEvidence.toLong(),
    "overdue" to office.overdue.toLong(),
    "others" to office.others?.let { written(it) },
)

private fun written(standing: Standing): Map<String, Any?> = mapOf(
    "by" to standing.by,
    "name" to standing.name,
    "state" to written(standing.state),
    "must" to written(standing.must),
    "should" to written(standing.should),
)

fun written(verdicts: Verdicts): Map<String, Any?> = mapOf(
    "met" to verdicts.met.toLong(),
    "partly" to verdicts.partly.toLong(),
    "unmet" to verdicts.unmet.toLong(),
    "waived" to verdicts.waived.toLong(),
    "not_known" to verdicts.notKnown.toLong(),
    "not_applicable" to verdicts.notApplicable.toLong(),
)

fun written(gap: Gap): Map<String, Any?> = mapOf(
    "requirement" to gap.requirement,
    "text" to gap.text,
    "part" to gap.part,
    "result" to gap.result,
    "verification" to gap.verification,
    "date" to gap.date,
    "overdue" to gap.overdue,
)
