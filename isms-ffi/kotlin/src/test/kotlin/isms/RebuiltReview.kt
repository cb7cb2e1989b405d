package isms

import isms.core.Fixable
import isms.core.HarmTally
import isms.core.KindCount
import isms.core.Missed
import isms.core.Review
import isms.core.Slice
import isms.core.Worst

/** A review as JSON, field by field. */
fun written(review: Review) = mapOf(
    "label" to written(review.label),
    "notice" to review.notice,
    "title" to review.title,
    "contents" to review.contents.map(::written),
    "first" to review.first,
    "last" to review.last,
    "picture" to mapOf(
        "incidents" to review.picture.incidents.toLong(),
        "harms" to review.picture.harms.map(::written),
        "by_year" to review.picture.byYear.map(::written),
        "by_place" to review.picture.byPlace.map(::written),
        "by_means" to review.picture.byMeans.map(::written),
    ),
    "worst" to review.worst.map(::written),
    "worst_more" to review.worstMore.toLong(),
    "missed" to review.missed.map(::written),
    "missed_more" to review.missedMore.toLong(),
    "measures" to review.measures.map { mapOf("status" to it.status, "count" to it.count.toLong()) },
    "fix" to review.fix.map(::written),
)

private fun written(kind: KindCount) = mapOf(
    "kind" to kind.kind,
    "count" to kind.count.toLong(),
    "observed" to kind.observed.toLong(),
)

private fun written(harm: HarmTally) = mapOf(
    "harm" to harm.harm,
    "losses" to harm.losses.toLong(),
    "people" to harm.people.toLong(),
    "unknown" to harm.unknown.toLong(),
)

private fun written(slice: Slice) = mapOf(
    "name" to slice.name,
    "incidents" to slice.incidents.toLong(),
    "harms" to slice.harms.map(::written),
)

private fun written(worst: Worst) = mapOf(
    "id" to worst.id,
    "title" to worst.title,
    "date" to worst.date,
    "place" to worst.place,
    "harms" to worst.harms.map(::written),
    "undated" to worst.undated.toLong(),
    "complete" to worst.complete,
    "threats" to worst.threats,
    "risk_factors" to worst.riskFactors,
    "broken" to worst.broken.map(::written),
    "measures" to worst.measures.map { mapOf("id" to it.id, "status" to it.status) },
)

private fun written(missed: Missed) = mapOf(
    "id" to missed.id,
    "title" to missed.title,
    "heard" to missed.heard,
    "reached" to missed.reached,
    "followed_by" to missed.followedBy,
)

fun written(fixable: Fixable): Map<String, Any?> = mapOf(
    "code" to fixable.code,
    "severity" to written(fixable.severity),
    "count" to fixable.count.toLong(),
    "subjects" to fixable.subjects,
    "message" to fixable.message,
)
