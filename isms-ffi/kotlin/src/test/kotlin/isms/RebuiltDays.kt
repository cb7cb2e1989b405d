package isms

import com.fasterxml.jackson.databind.JsonNode
import isms.core.Changes
import isms.core.Counted
import isms.core.Decided
import isms.core.GoNoGo
import isms.core.Lapsing
import isms.core.Meeting
import isms.core.Migration
import isms.core.Reached
import isms.core.StandingChange
import isms.core.Todo
import isms.core.Weak

fun diff(register: Register, request: JsonNode): Changes {
    val (since, asOf) = request["since"].textValue() to request["as_of"].textValue()
    if (request.size() == 3) return register.diff(since, asOf)
    return register.diff(since, asOf, offices(request), standards(request), own(request), language(request))
}

fun meeting(register: Register, request: JsonNode): Meeting {
    val asOf = request["as_of"].textValue()
    if (request.size() == 2) return register.meeting(asOf)
    val since = request["since"]?.textValue()
    return register.meeting(asOf, since, offices(request), standards(request), own(request), language(request))
}

fun goNoGo(register: Register, request: JsonNode): GoNoGo {
    val (programme, asOf) = request["programme"].textValue() to request["as_of"].textValue()
    if (request.size() == 3) return register.goNoGo(programme, asOf)
    return register.goNoGo(programme, asOf, standards(request), own(request), language(request))
}

fun migrate(register: Register, request: JsonNode): Migration {
    val (standard, to) = request["standard"].textValue() to request["to"].textValue()
    return register.migrate(standard, to, request["as_of"].textValue(), offices(request), own(request))
}

/** What changed as JSON, field by field; so the other answers of a day. */
fun written(changes: Changes): Map<String, Any?> = mapOf(
    "label" to written(changes.label),
    "since" to changes.since,
    "as_of" to changes.asOf,
    "kinds" to changes.kinds.map {
        mapOf(
            "kind" to it.kind,
            "happened" to it.happened.toLong(),
            "began" to it.began.toLong(),
            "ended" to it.ended.toLong(),
        )
    },
    "records" to changes.records.map {
        mapOf("id" to it.id, "kind" to it.kind, "title" to it.title, "what" to it.what, "date" to it.date)
    },
    "records_more" to changes.recordsMore.toLong(),
    "standings" to changes.standings.map(::written),
)

private fun written(change: StandingChange): Map<String, Any?> = mapOf(
    "agency" to change.agency,
    "place" to change.place,
    "name" to change.name,
    "was" to written(change.was),
    "now" to written(change.now),
    "must_was" to written(change.mustWas),
    "must_now" to written(change.mustNow),
)

fun written(meeting: Meeting): Map<String, Any?> = mapOf(
    "label" to written(meeting.label),
    "as_of" to meeting.asOf,
    "changes" to written(meeting.changes),
    "triggers" to meeting.triggers.map(::written),
    "triggers_more" to meeting.triggersMore.toLong(),
    "lapsing" to meeting.lapsing.map(::written),
    "lapsing_more" to meeting.lapsingMore.toLong(),
    "standards" to meeting.standards.toLong(),
    "weakest" to meeting.weakest.map(::written),
    "findings" to written(meeting.findings),
    "coverage" to written(meeting.coverage),
    "actions" to meeting.actions.map(::written),
    "actions_more" to meeting.actionsMore.toLong(),
    "review" to written(meeting.review),
)

private fun written(reached: Reached): Map<String, Any?> = mapOf(
    "contingency" to reached.contingency,
    "title" to reached.title,
    "observable" to reached.observable,
    "reached" to reached.reached,
    "decider" to reached.decider,
    "activated" to reached.activated,
)

private fun written(lapsing: Lapsing): Map<String, Any?> = mapOf(
    "id" to lapsing.id,
    "title" to lapsing.title,
    "choice" to lapsing.choice,
    "until" to lapsing.until,
    "lapsed" to lapsing.lapsed,
    "by" to lapsing.by,
)

private fun written(weak: Weak): Map<String, Any?> = mapOf(
    "agency" to weak.agency,
    "place" to weak.place,
    "name" to weak.name,
    "state" to written(weak.state),
    "musts" to weak.musts.toLong(),
    "gap" to weak.gap?.let { written(it) },
)

private fun written(todo: Todo): Map<String, Any?> = mapOf(
    "what" to todo.what,
    "record" to todo.record,
    "title" to todo.title,
    "owner" to todo.owner,
    "due" to todo.due,
)

fun written(sheet: GoNoGo): Map<String, Any?> = mapOf(
    "label" to written(sheet.label),
    "as_of" to sheet.asOf,
    "programme" to sheet.programme,
    "title" to sheet.title,
    "agency" to sheet.agency,
    "place" to sheet.place,
    "criticality" to sheet.criticality,
    "people_in_need" to sheet.peopleInNeed?.let { written(it) },
    "people_reached" to sheet.peopleReached?.let { written(it) },
    "state" to sheet.state,
    "impeded" to sheet.impeded.map {
        mapOf(
            "id" to it.id,
            "by" to it.by,
            "how" to it.how,
            "not_reached" to it.notReached?.let { count -> written(count) },
            "state" to it.state,
            "incident" to it.incident,
        )
    },
    "decided" to sheet.decided,
    "decision" to sheet.decision?.let { written(it) },
    "also_in_force" to sheet.alsoInForce.map { written(it) },
    "against" to sheet.against,
    "fix" to sheet.fix.map { written(it) },
    "undecided" to sheet.undecided.map { written(it) },
    "triggers" to sheet.triggers.map(::written),
    "office" to sheet.office?.let { written(it) },
    "may_decide" to sheet.mayDecide,
    "not_covered" to sheet.notCovered.map { written(it) },
    "thresholds" to sheet.thresholds.map { mapOf("step" to it.step, "at" to it.at) },
    "agreements" to sheet.agreements.map {
        mapOf(
            "id" to it.id,
            "kind" to it.kind,
            "agencies" to it.agencies,
            "parties" to it.parties,
            "conditions" to it.conditions,
            "until" to it.until,
        )
    },
)

private fun written(counted: Counted): Map<String, Any?> =
    mapOf("low" to counted.low.toLong(), "high" to counted.high.toLong())

private fun written(decided: Decided): Map<String, Any?> = mapOf(
    "id" to decided.id,
    "title" to decided.title,
    "choice" to decided.choice,
    "treatment" to decided.treatment,
    "by" to decided.by,
    "advised_by" to decided.advisedBy,
    "date" to decided.date,
    "until" to decided.until,
    "conditions" to decided.conditions,
    "lapses_when" to decided.lapsesWhen,
    "dissent" to decided.dissent,
    "assessment" to decided.assessment,
    "level" to decided.level,
    "follows" to decided.follows,
    "reason" to decided.reason,
    "people_reached" to decided.peopleReached?.let { written(it) },
    "informed" to decided.informed?.let { written(it) },
    "consented" to decided.consented?.let { written(it) },
)

fun written(migration: Migration): Map<String, Any?> = mapOf(
    "label" to written(migration.label),
    "standard" to migration.standard,
    "from" to migration.from,
    "to" to migration.to,
    "answers" to migration.answers.toLong(),
    "kept" to migration.kept.toLong(),
    "review" to migration.review.toLong(),
    "lost" to migration.lost.toLong(),
    "items" to migration.items.map {
        mapOf(
            "verification" to it.verification,
            "requirement" to it.requirement,
            "now" to it.now,
            "fate" to it.fate,
            "how" to it.how,
        )
    },
    "items_more" to migration.itemsMore.toLong(),
    "tailoring" to migration.tailoring.map {
        mapOf("adoption" to it.adoption, "requirement" to it.requirement, "change" to it.change, "now" to it.now)
    },
    "adoptions" to migration.adoptions.toLong(),
    "adoptions_left" to migration.adoptionsLeft.toLong(),
    "standings" to migration.standings.map(::written),
    "fixes" to migration.fixes.map { written(it) },
)
