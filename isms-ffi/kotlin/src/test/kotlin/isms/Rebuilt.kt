package isms

import com.fasterxml.jackson.databind.JsonNode
import isms.core.Ancestors
import isms.core.Broken
import isms.core.BrokenTraces
import isms.core.CommonCauses
import isms.core.Explanation
import isms.core.Fact
import isms.core.FactValue
import isms.core.Finding
import isms.core.Findings
import isms.core.Fix
import isms.core.Label
import isms.core.Paths
import isms.core.Severity
import isms.core.Trace
import isms.core.TraceCauses

/**
 * The answer of the typed call of a request, written as JSON field by field: a field that got lost
 * on the way here makes it differ from what `ask` answers. Null: the question has no typed call.
 */
fun rebuilt(register: Register, request: JsonNode): JsonNode? {
    val answer = when (request["ask"].textValue()) {
        "trace" -> written(register.trace(request["id"].textValue()))
        "paths" -> written(paths(register, request))
        "common_causes" -> written(register.commonCauses(request["ids"].map { it.textValue() }))
        "ancestors" -> written(register.ancestors())
        "broken_traces" -> written(register.brokenTraces())
        "check" -> written(checkedRegister(register, request))
        "review" -> written(register.review())
        "record" -> record(register, request["id"].textValue()) ?: return null
        "assess" -> written(assess(register, request))
        "diff" -> written(diff(register, request))
        "meeting" -> written(meeting(register, request))
        "go_no_go" -> written(goNoGo(register, request))
        "migrate" -> written(migrate(register, request))
        "catalogs" -> listed(request)
        "catalog" -> catalog(request)
        "check_catalog" -> written(checked(request))
        "digest" -> digest(register, request)
        "explain" -> written(explain(request["code"].textValue()))
        else -> return null
    }
    return json.readTree(json.writeValueAsBytes(answer))
}

/** What a request leaves out the call leaves out: the defaults are tested with it. */
private fun checkedRegister(register: Register, request: JsonNode): Findings {
    val catalogs = request["catalogs"]?.map { it.toString() }
    val day = request["as_of"]?.textValue()
    return when {
        catalogs != null -> register.check(day, catalogs)
        day != null -> register.check(day)
        else -> register.check()
    }
}

/** Without a budget the call is made without one: the default is tested with it. */
private fun paths(register: Register, request: JsonNode): Paths {
    val id = request["id"].textValue()
    return request["budget"]?.let { register.paths(id, it.intValue().toUInt()) } ?: register.paths(id)
}

private fun digest(register: Register, request: JsonNode): Map<String, Any?> {
    request["id"]?.textValue()?.let { id ->
        return mapOf("label" to register.labelOf(id)?.let { written(it) }, "digest" to register.digestOf(id))
    }
    // The label of a whole register has no typed call.
    return mapOf("label" to json.readTree(register.ask(request.toString()))["label"], "digest" to register.digest())
}

/** The label and the text of a record stand in two calls. */
private fun record(register: Register, id: String): Map<String, Any?>? {
    val label = register.labelOf(id) ?: return null
    return mapOf("label" to written(label), "record" to json.readTree(register.json(id)))
}

/** A label that says no more than its word is that word. */
fun written(label: Label): Any =
    if (label.audience == null && label.personal == null) {
        label.tlp
    } else {
        mapOf("tlp" to label.tlp, "audience" to label.audience, "personal" to label.personal)
    }

private fun written(trace: Trace) = mapOf(
    "label" to written(trace.label),
    "id" to trace.id,
    "kind" to trace.kind,
    "complete" to trace.complete,
    "causes" to written(trace.causes),
    "effects" to mapOf(
        "threats" to trace.effects.threats,
        "incidents" to trace.effects.incidents,
        "losses" to trace.effects.losses,
    ),
    "broken" to trace.broken.map(::written),
)

private fun written(causes: TraceCauses) = mapOf(
    "incidents" to causes.incidents,
    "threats" to causes.threats,
    "risk_factors" to causes.riskFactors,
)

fun written(broken: Broken) = mapOf(
    "id" to broken.id,
    "kind" to broken.kind,
    "missing" to broken.missing,
    "link" to broken.link,
    "why" to broken.why,
)

private fun written(paths: Paths) = mapOf(
    "label" to written(paths.label),
    "id" to paths.id,
    "total" to paths.total,
    "paths" to paths.paths,
    "complete" to paths.complete,
)

private fun written(common: CommonCauses) = mapOf(
    "label" to written(common.label),
    "ids" to common.ids,
    "common" to common.common.toLong(),
    "nearest" to written(common.nearest),
)

private fun written(ancestors: Ancestors) = mapOf(
    "label" to written(ancestors.label),
    "losses" to ancestors.losses.map { it.toLong() },
    "offsets" to ancestors.offsets.map { it.toLong() },
    "rows" to ancestors.rows.map { it.toLong() },
)

private fun written(traces: BrokenTraces) = mapOf(
    "label" to written(traces.label),
    "by_kind" to traces.byKind.map {
        mapOf("kind" to it.kind, "missing" to it.missing, "count" to it.count.toLong())
    },
    "broken" to traces.broken.map(::written),
    "capped" to traces.capped,
)

fun written(findings: Findings) = mapOf(
    "label" to written(findings.label),
    "as_of" to findings.asOf,
    "findings" to findings.findings.map(::written),
    "counts" to mapOf(
        "error" to findings.counts.error.toLong(),
        "warning" to findings.counts.warning.toLong(),
        "note" to findings.counts.note.toLong(),
        "by_code" to findings.counts.byCode.associate { it.code to it.count.toLong() },
        "acknowledged" to findings.counts.acknowledged.associate { it.code to it.count.toLong() },
    ),
    "capped" to findings.capped,
)

private fun written(finding: Finding) = mapOf(
    "code" to finding.code,
    "severity" to written(finding.severity),
    "subject" to finding.subject,
    "path" to finding.path,
    "message" to finding.message,
    "facts" to finding.facts.associate(::written),
    "fix" to finding.fix.map(::written),
    "claims" to finding.claims,
)

fun written(severity: Severity) = severity.name.lowercase()

private fun written(fact: Fact) = fact.name to when (val value = fact.value) {
    is FactValue.Text -> value.text
    is FactValue.Count -> value.count.toLong()
    is FactValue.Texts -> value.texts
}

fun written(fix: Fix): Map<String, Any?> = mapOf("id" to fix.id, "field" to fix.field) +
    (fix.value?.let { mapOf("value" to json.readTree(it)) } ?: mapOf("remove" to true))

private fun written(page: Explanation) = mapOf(
    "code" to page.code,
    "severity" to written(page.severity),
    "looks_for" to page.looksFor,
    "why" to page.why,
    "example" to page.example,
    "normal_when" to page.normalWhen,
    "what_to_do" to page.whatToDo,
    "claims" to page.claims,
)
