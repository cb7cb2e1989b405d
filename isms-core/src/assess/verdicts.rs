//! What the verifications say of each requirement at each office.

use super::findings::Doubts;
use super::offices::{Unit, unit};
use super::standards::{Asked, Standards};
use crate::document::RowId;
use crate::model::{Kind, Relation, Verification};
use crate::register::Register;
use crate::value::{Date, Meter, Span, later};
use std::collections::HashMap;

/// What is known of a requirement, from the best to the worst: of verifications of which none is surely later than the
/// other, the worst one counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    Met,
    NotApplicable,
    NotKnown,
    Waived,
    Partly,
    Unmet,
}

impl Verdict {
    fn of(word: &str) -> Option<Self> {
        match word {
            "met" => Some(Self::Met),
            "partly" => Some(Self::Partly),
            "unmet" => Some(Self::Unmet),
            "waived" => Some(Self::Waived),
            "not_applicable" => Some(Self::NotApplicable),
            _ => None,
        }
    }

    /// The word that a verification has for it; what nobody knows has one too.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Partly => "partly",
            Self::Unmet => "unmet",
            Self::Waived => "waived",
            Self::NotApplicable => "not_applicable",
            Self::NotKnown => "not_known",
        }
    }
}

/// The verification that counts for a requirement at an office.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verified {
    pub(super) row: RowId,
    pub(super) verdict: Verdict,
    pub(super) has_evidence: bool,
    /// A post is named that looked.
    pub(super) has_reviewer: bool,
}

/// A verification that is not later than the day.
struct Candidate {
    key: (Unit, usize),
    span: Span,
    verified: Verified,
}

/// The verifications that count, by office and place of the requirement among those that are asked for.
pub(super) type Verdicts = HashMap<(Unit, usize), Verified>;

/// Reads the verifications. Of those of a requirement at an office the latest counts, and a later one that holds no more
/// leaves the answer unknown: what was found before it is superseded. Linear in them.
pub(super) fn read(
    register: &Register,
    standards: &Standards<'_>,
    as_of: &Date,
    doubts: &mut Doubts<'_>,
    meter: &Meter<'_>,
) -> Verdicts {
    let mut candidates = Vec::new();
    let mut latest: HashMap<(Unit, usize), i64> = HashMap::new();
    for row in meter.over(register.rows_of(Kind::Verification)) {
        let Some(found) = register.whole::<Verification>(row) else { continue };
        for candidate in candidates_of(register, standards, as_of, row, &found, doubts) {
            let first = latest.entry(candidate.key).or_insert(candidate.span.first);
            *first = candidate.span.first.max(*first);
            candidates.push(candidate);
        }
    }
    let mut counting = Verdicts::new();
    for Candidate { key, span, verified } in candidates {
        // None is surely later than it.
        if latest.get(&key).is_some_and(|first| span.last >= *first) {
            let known = counting.entry(key).or_insert(verified);
            if verified.verdict > known.verdict {
                *known = verified;
            }
        }
    }
    counting
}

/// What a verification says: of each edition of its standard that it fits, if it is looked at.
fn candidates_of(
    register: &Register,
    standards: &Standards<'_>,
    as_of: &Date,
    row: RowId,
    found: &Verification,
    doubts: &mut Doubts<'_>,
) -> Vec<Candidate> {
    let Some((unit, asked)) = looked_at(register, standards, row, found, doubts) else { return Vec::new() };
    let Some(date) = &found.date else {
        doubts.lacks(row, "date");
        return Vec::new();
    };
    if as_of.is_certainly_before(date) {
        return Vec::new();
    }
    let said = verdict(row, found, doubts);
    let has_evidence = found.evidence.iter().any(|evidence| !evidence.trim().is_empty());
    let has_reviewer = register.first_referred(row, Relation::ReviewedBy).is_some();
    let candidate = |(at, asked): (usize, &Asked<'_>)| {
        let holds = still_holds(found, date, asked.requirement.review.as_deref(), as_of);
        let verdict = said.filter(|_| holds).unwrap_or(Verdict::NotKnown);
        let unit = if asked.is_central() { Unit { place: None, ..unit } } else { unit };
        let verified = Verified { row, verdict, has_evidence, has_reviewer };
        Candidate { key: (unit, at), span: date.span(), verified }
    };
    asked.into_iter().map(candidate).collect()
}

/// Where it was verified, and the requirements that it can speak of: one of each edition.
fn looked_at<'s>(
    register: &Register,
    standards: &'s Standards<'_>,
    row: RowId,
    found: &Verification,
    doubts: &mut Doubts<'_>,
) -> Option<(Unit, Vec<(usize, &'s Asked<'s>)>)> {
    let Some(name) = found.requirement.as_deref() else {
        doubts.lacks(row, "requirement");
        return None;
    };
    let unit = unit(register, row);
    let mut asked = standards.named_for(register, name, unit);
    if asked.is_empty() {
        if standards.is_of_these(name) {
            doubts.no_requirement(row, name);
        }
        return None;
    }
    let edition = |asked: &Asked<'_>| standards.list.get(asked.standard).map_or("", |catalog| catalog.edition());
    let adopted = asked.iter().map(|(_, asked)| format!("`{}`", edition(asked))).collect::<Vec<_>>().join(" or ");
    asked.retain(|(_, asked)| found.edition.as_deref().is_none_or(|said| said == edition(asked)));
    if asked.is_empty() {
        doubts.idle(row, "edition", || {
            format!(
                "expected edition {adopted}, which is adopted, found another; migrate the verification, so long it counts for nothing"
            )
        });
        return None;
    }
    let Some(unit) = unit else {
        doubts.lacks(row, "agency");
        return None;
    };
    asked.retain(|(_, asked)| asked.is_central() || unit.place.is_some());
    if asked.is_empty() {
        doubts.idle(row, "place", || {
            format!("expected the place of an office, where `{name}` is met, found none that is on record; it counts for nothing")
        });
        return None;
    }
    Some((unit, asked))
}

/// What it says, where it may say so.
fn verdict(row: RowId, found: &Verification, doubts: &mut Doubts<'_>) -> Option<Verdict> {
    let Some(word) = found.result.as_deref() else {
        doubts.lacks(row, "result");
        return None;
    };
    let says_why = found.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    match Verdict::of(word) {
        None => {
            doubts.idle(row, "result", || {
                format!(
                    "expected met, partly, unmet, not_applicable or waived, found `{}`; so long it is not known",
                    crate::json::shortened(word)
                )
            });
            None
        }
        Some(Verdict::Waived) if found.approver.is_none() || found.until.is_none() => {
            let field = if found.approver.is_none() { "approver" } else { "until" };
            doubts.idle(row, field, || {
                format!("expected a waiver with `{field}`, found none; so long it is no waiver, and the requirement not known")
            });
            None
        }
        Some(Verdict::NotApplicable) if !says_why => {
            doubts.idle(row, "reason", || {
                "expected a reason why it does not apply, found none; so long it is not known".to_owned()
            });
            None
        }
        verdict => verdict,
    }
}

/// It was not found so long ago that it says nothing any more.
fn still_holds(found: &Verification, date: &Date, review: Option<&str>, as_of: &Date) -> bool {
    if let Some(until) = &found.until {
        return as_of.span().last <= until.span().last;
    }
    review.and_then(|review| later(date, review)).is_none_or(|end| as_of.span().first <= end)
}
