package isms

import isms.core.Area
import isms.core.Bounds
import isms.core.Coverage
import isms.core.Covered
import isms.core.Duties
import isms.core.Flow
import isms.core.Flows
import isms.core.Integration
import isms.core.Lacking
import isms.core.OfficePractice
import isms.core.Owed
import isms.core.Posts
import isms.core.Posture
import isms.core.Practice
import isms.core.Preparedness
import isms.core.Undecided

/** The flow of results as JSON, field by field; so the other parts of an assessment. */
fun written(flows: Flows): Map<String, Any?> = mapOf(
    "cells" to flows.cells.map(::written),
    "between" to flows.between.map(::written),
    "unshared" to flows.unshared.map { mapOf("id" to it.id, "sectors" to it.sectors, "outside" to it.outside) },
    "unshared_more" to flows.unsharedMore.toLong(),
)

private fun written(flow: Flow): Map<String, Any?> = mapOf(
    "from" to flow.from,
    "to" to flow.to,
    "count" to flow.count.toLong(),
    "last" to flow.last,
)

private fun written(lacking: Lacking): Map<String, Any?> = mapOf("id" to lacking.id, "lacks" to lacking.lacks)

fun written(integration: Integration): Map<String, Any?> = mapOf(
    "measures" to integration.measures.toLong(),
    "on_assessment" to integration.onAssessment.toLong(),
    "for_exchange" to integration.forExchange.toLong(),
    "on_exchange" to integration.onExchange.toLong(),
    "existing" to integration.existing.toLong(),
    "unfounded" to integration.unfounded.map(::written),
    "unfounded_more" to integration.unfoundedMore.toLong(),
    "incidents" to integration.incidents.toLong(),
    "evaluated" to integration.evaluated.toLong(),
    "closed" to integration.closed.toLong(),
    "open" to integration.open.map(::written),
    "open_more" to integration.openMore.toLong(),
    "lapses" to integration.lapses.map {
        mapOf(
            "evaluation" to it.evaluation,
            "text" to it.text,
            "sector" to it.sector,
            "requirement" to it.requirement,
            "measure" to it.measure,
            "mended" to it.mended,
        )
    },
    "lapses_more" to integration.lapsesMore.toLong(),
)

fun written(posture: Posture): Map<String, Any?> = mapOf(
    "agency" to posture.agency,
    "place" to posture.place,
    "posture" to posture.posture,
    "strategy" to posture.strategy,
    "rests_on" to posture.restsOn,
    "system" to posture.system.toLong(),
    "community" to posture.community.toLong(),
    "reasons" to posture.reasons,
)

fun written(practice: Practice): Map<String, Any?> = mapOf(
    "stages" to practice.stages.map {
        mapOf(
            "sector" to it.sector,
            "stage" to it.stage,
            "records" to it.records.toLong(),
            "answered" to it.answered.toLong(),
        )
    },
    "assessments" to practice.assessments.map(::written),
    "assessments_more" to practice.assessmentsMore.toLong(),
    "exchanges" to practice.exchanges.map(::written),
    "exchanges_more" to practice.exchangesMore.toLong(),
    "plans" to practice.plans.map(::written),
    "plans_more" to practice.plansMore.toLong(),
    "networks" to practice.networks.map(::written),
    "agencies" to practice.agencies.map(::written),
    "pledges" to practice.pledges.map {
        mapOf("id" to it.id, "standard" to it.standard, "missing" to it.missing)
    },
    "offices" to practice.offices.map(::written),
)

private fun written(office: OfficePractice): Map<String, Any?> = mapOf(
    "agency" to office.agency,
    "place" to office.place,
    "capital" to office.capital,
    "field" to office.field,
    "fields" to office.fields.map {
        mapOf("field" to it.field, "measures" to it.measures.toLong(), "guided" to it.guided.toLong())
    },
    "unpreserved" to office.unpreserved,
    "unpreserved_more" to office.unpreservedMore.toLong(),
)

private fun written(bounds: Bounds): Map<String, Any?> =
    mapOf("low" to bounds.low.toLong(), "high" to bounds.high?.toLong())

fun written(coverage: Coverage): Map<String, Any?> = mapOf(
    "people" to coverage.people.map {
        mapOf(
            "agency" to it.agency,
            "category" to it.category,
            "low" to it.low.toLong(),
            "high" to it.high?.toLong(),
            "nights" to written(it.nights),
            "trips" to written(it.trips),
        )
    },
    "entitlements" to coverage.entitlements,
    "cells" to coverage.cells.map { written(it) },
    "empty" to coverage.empty.toLong(),
    "uncovered" to coverage.uncovered.toLong(),
)

fun written(covered: Covered): Map<String, Any?> = mapOf(
    "agency" to covered.agency,
    "category" to covered.category,
    "entitlement" to covered.entitlement,
    "state" to covered.state,
    "records" to covered.records,
)

fun written(preparedness: Preparedness): Map<String, Any?> = mapOf(
    "posts" to written(preparedness.posts),
    "answered" to preparedness.answered.map { mapOf("name" to it.name, "posts" to it.posts) },
    "untrained" to preparedness.untrained.map(::written),
    "untrained_more" to preparedness.untrainedMore.toLong(),
    "topics" to preparedness.topics.map {
        mapOf("track" to it.track, "topic" to it.topic, "posts" to it.posts.toLong(), "people" to it.people.toLong())
    },
    "uncertified" to preparedness.uncertified,
    "uncertified_more" to preparedness.uncertifiedMore.toLong(),
    "drills" to preparedness.drills.map {
        mapOf("contingency" to it.contingency, "last" to it.last, "people" to it.people?.toLong())
    },
    "cores" to preparedness.cores.map(::written),
    "evaluations" to preparedness.evaluations.map {
        mapOf("agency" to it.agency, "name" to it.name, "last" to it.last, "overdue" to it.overdue)
    },
)

private fun written(posts: Posts): Map<String, Any?> = mapOf(
    "posts" to posts.posts.toLong(),
    "held" to posts.held.toLong(),
    "acting" to posts.acting.toLong(),
    "vacant" to posts.vacant.toLong(),
    "not_known" to posts.notKnown.toLong(),
    "without_deputy" to posts.withoutDeputy.toLong(),
    "without_superior" to posts.withoutSuperior.toLong(),
    "national" to posts.national.toLong(),
)

fun written(area: Area): Map<String, Any?> = mapOf(
    "place" to area.place,
    "officials" to area.officials,
    "held" to area.held,
    "resident" to area.resident,
    "teams" to area.teams,
    "missing" to area.missing,
    "faults" to area.faults,
    "by_adviser" to area.byAdviser,
)

private fun written(owed: Owed): Map<String, Any?> = mapOf(
    "party" to owed.party,
    "yes" to owed.yes.toLong(),
    "partly" to owed.partly.toLong(),
    "no" to owed.no.toLong(),
    "not_known" to owed.notKnown.toLong(),
)

fun written(undecided: Undecided): Map<String, Any?> = mapOf(
    "assessment" to undecided.assessment,
    "concluded" to undecided.concluded,
    "duty" to undecided.duty,
)

fun written(duties: Duties): Map<String, Any?> = mapOf(
    "towards" to duties.towards.map(::written),
    "owed_by" to duties.owedBy.map(::written),
    "undecided" to duties.undecided.map(::written),
    "undecided_more" to duties.undecidedMore.toLong(),
    "without_care" to duties.withoutCare,
    "without_care_more" to duties.withoutCareMore.toLong(),
    "overdue" to duties.overdue,
    "overdue_more" to duties.overdueMore.toLong(),
    "claims" to duties.claims,
    "claims_more" to duties.claimsMore.toLong(),
    "incidents" to duties.incidents.map(::written),
    "incidents_more" to duties.incidentsMore.toLong(),
)
