//! The decisions on a programme: which are in force, and what speaks against the one that is meant.

use super::data::{Counted, Decided};
use crate::assess::{SOON, outward};
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Decision, Kind, Post, Relation, Strategy};
use crate::register::Register;
use crate::value::{Date, RiskLevel, later};
use std::collections::{HashMap, HashSet};

/// How near to a programme a record is that speaks of it: 0 where it names it; where it names none and is of its agency, further
/// the wider its place, and last what is of no place. `None`: it does not speak of it.
///
/// Names that lead nowhere are those of others, so that what is decided for others lets nothing go on here; but of what stops the
/// work (`stops`) they are taken as if they were not there: who was meant is not known.
pub(super) fn nearness(register: &Register, row: RowId, programme: RowId, stops: bool) -> Option<usize> {
    let named = |relation| {
        let targets = register.records.references.of(row).filter(move |target| target.relation == relation);
        let rows = targets.map(|target| register.records.row_of(target.symbol));
        rows.filter(|found| !stops || found.is_some()).collect::<Vec<_>>()
    };
    let programmes = named(Relation::OfProgramme);
    if !programmes.is_empty() {
        return programmes.contains(&Some(programme)).then_some(0);
    }
    let of = |row, relation| register.first_referred(row, relation);
    let names_agency = register.records.references.of(row).any(|target| target.relation == Relation::OfAgency);
    let agency = of(row, Relation::OfAgency);
    let is_anyones = stops && names_agency && agency.is_none();
    if !is_anyones && (agency.is_none() || agency != of(programme, Relation::OfAgency)) {
        return None;
    }
    let Some(place) = of(row, Relation::AtPlace) else { return Some(usize::MAX) };
    let around = outward(register, of(programme, Relation::AtPlace)?);
    around.iter().position(|found| *found == place).map(|at| at + 1)
}

/// For what a decision is: its programmes, its agency, its place.
type Of<'d> = (&'d [String], Option<&'d str>, Option<&'d str>);

/// The decisions that a later one takes the place of: for the same programmes, agency and place. One without a date none takes
/// the place of: nobody knows which was later.
pub(crate) fn renewed(decisions: &[(RowId, Decision)]) -> HashSet<RowId> {
    let mut latest: HashMap<Of<'_>, (i64, RowId)> = HashMap::new();
    let dated =
        || decisions.iter().filter_map(|(row, decision)| Some((*row, decision, decision.date.as_ref()?.span().last)));
    for (row, decision, last) in dated() {
        let of = (decision.programmes.as_slice(), decision.agency.as_deref(), decision.place.as_deref());
        let known = latest.entry(of).or_insert((last, row));
        if last > known.0 {
            *known = (last, row);
        }
    }
    let kept: HashSet<RowId> = latest.into_values().map(|(_, row)| row).collect();
    dated().map(|(row, ..)| row).filter(|row| !kept.contains(row)).collect()
}

/// How near a decision must be to be one on the programme: it names it, or is of its very place.
const ON_IT: usize = 1;

/// The decision on a programme, and the others that are in force for it.
pub(super) type Decisions = (Option<(RowId, Decision)>, Vec<(RowId, Decision)>);

/// The decision that is meant is the latest in force that stops the work, here or in all of an area, if there is one; else the
/// latest in force on the programme itself; else the latest that lapsed. The others in force are told too, the latest first, but
/// for those that a later one took the place of. What has no date may have been decided at any time: it stops the work, and
/// never lets it go on.
pub(super) fn of(register: &Register, programme: RowId, as_of: &Date) -> Decisions {
    let found = register.rows_of(Kind::Decision).filter_map(|row| {
        let decision = register.typed::<Decision>(row)?;
        let near = nearness(register, row, programme, word(&decision, as_of) == "no_go")?;
        Some((near, row, decision))
    });
    let is_past = |decision: &Decision| decision.date.as_ref().is_none_or(|date| !as_of.is_certainly_before(date));
    let mut all: Vec<(usize, RowId, Decision)> = found.filter(|(_, _, decision)| is_past(decision)).collect();
    let known: Vec<(RowId, Decision)> = all.iter().map(|(_, row, decision)| (*row, decision.clone())).collect();
    let renewed = renewed(&known);
    let in_force = |decision: &Decision| decision.until.as_ref().is_none_or(|until| !until.is_certainly_before(as_of));
    let last = |decision: &Decision| decision.date.as_ref().map(|date| date.span().last);
    let stops = |row: &RowId, decision: &Decision| {
        in_force(decision) && !renewed.contains(row) && word(decision, as_of) == "no_go"
    };
    // Of one time the later in the document.
    all.sort_by_key(|(near, row, decision)| {
        let is_on_it = *near <= ON_IT && decision.date.is_some();
        std::cmp::Reverse((stops(row, decision), is_on_it && in_force(decision), is_on_it, last(decision), *row))
    });
    let is_meant = all
        .first()
        .is_some_and(|(near, row, decision)| (*near <= ON_IT && decision.date.is_some()) || stops(row, decision));
    let mut all = all.into_iter().map(|(_, row, decision)| (row, decision));
    let meant = if is_meant { all.next() } else { None };
    let mut others: Vec<_> = all.filter(|(row, decision)| in_force(decision) && !renewed.contains(row)).collect();
    others.sort_by_key(|(row, decision)| std::cmp::Reverse((last(decision), *row)));
    (meant, others)
}

/// What a decision comes to on a day.
pub(super) fn word(decision: &Decision, as_of: &Date) -> &'static str {
    if decision.until.as_ref().is_some_and(|until| until.is_certainly_before(as_of)) {
        return "lapsed";
    }
    match decision.choice.as_deref() {
        Some("proceed" | "return") => "go",
        Some("proceed_with_conditions" | "restrict" | "remote") => "go_with_conditions",
        Some("suspend" | "hibernate" | "relocate" | "evacuate") => "no_go",
        _ => "undecided",
    }
}

/// What speaks against the decision that is meant, on a day, beside the others in force.
pub(super) fn all_against(
    register: &Register,
    meant: Option<&(RowId, Decision)>,
    others: &[Decision],
    strategy: Option<&Strategy>,
    as_of: &Date,
    catalogs: &Catalogs,
) -> Vec<&'static str> {
    let mut words = Vec::new();
    if let Some((row, decision)) = meant {
        words.extend(against(register, *row, decision, strategy, catalogs));
        words.extend(against_on(register, *row, decision, as_of, catalogs));
        let differs = others.iter().any(|other| word(other, as_of) != word(decision, as_of));
        words.extend(differs.then_some("decisions_differ"));
    }
    let mut told = meant.map(|(_, decision)| decision).into_iter().chain(others);
    words.extend(told.any(|decision| decision.date.is_none()).then_some("decision_without_date"));
    words
}

/// What speaks against a decision.
fn against(
    register: &Register,
    row: RowId,
    decision: &Decision,
    strategy: Option<&Strategy>,
    catalogs: &Catalogs,
) -> Vec<&'static str> {
    let assessment = register.first_referred(row, Relation::RestsOn);
    let digest = assessment.and_then(|row| register.digest_of_row(row));
    let is_stale =
        decision.digest.as_ref().zip(digest).is_some_and(|(said, digest)| said.trim().to_lowercase() != digest);
    let accepted = strategy.and_then(|strategy| strategy.acceptable_risk.as_ref());
    let above = accepted.zip(decision.level.as_ref()).and_then(|(most, level)| is_above(catalogs, level, most));
    let words = [
        (assessment.is_none(), "no_assessment"),
        (is_stale, "stale_digest"),
        (decision.dissent.is_some(), "dissent"),
        (register.first_referred(row, Relation::ByPost).is_none(), "nobody_decided"),
        (strategy.is_none(), "no_strategy"),
        (above == Some(true), "above_acceptable_risk"),
        (accepted.is_some() && above.is_none(), "risk_not_compared"),
        (decision.informed.is_none(), "nobody_informed"),
        (
            decision.informed.zip(decision.consented).is_some_and(|(told, agreed)| agreed.high < told.low),
            "not_all_agree",
        ),
    ];
    words.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect()
}

/// Whether a level of risk is above another one; `None`: they can't be compared.
fn is_above(catalogs: &Catalogs, level: &RiskLevel, most: &RiskLevel) -> Option<bool> {
    let scale = catalogs.scale(&level.scale).filter(|_| level.scale == most.scale)?;
    let rank = |word: &str| scale.levels.iter().position(|found| found.id.as_deref() == Some(word));
    Some(rank(&level.level)? > rank(&most.level)?)
}

/// What speaks against a decision on a day.
fn against_on(
    register: &Register,
    row: RowId,
    decision: &Decision,
    as_of: &Date,
    catalogs: &Catalogs,
) -> Vec<&'static str> {
    let lapses = decision.until.as_ref().filter(|until| !until.is_certainly_before(as_of));
    let is_near = lapses.zip(later(as_of, SOON)).is_some_and(|(until, soon)| until.span().last <= soon);
    let by = register.first_referred(row, Relation::ByPost).and_then(|post| register.typed::<Post>(post));
    let advises = |role: String| catalogs.broader("posts.role", &role).any(|term| term == "security_adviser");
    let words = [(is_near, "lapses_soon"), (by.and_then(|post| post.role).is_some_and(advises), "adviser_decides")];
    words.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect()
}

pub(super) fn told(decision: Decision) -> Decided {
    Decided {
        id: decision.id,
        title: decision.title,
        choice: decision.choice,
        treatment: decision.treatment,
        by: decision.by,
        advised_by: decision.advised_by,
        date: decision.date.map(|date| date.to_string()),
        until: decision.until.map(|until| until.to_string()),
        conditions: decision.conditions,
        lapses_when: decision.lapses_when,
        dissent: decision.dissent,
        assessment: decision.assessment,
        level: decision.level.map(|level| level.level),
        follows: decision.follows,
        reason: decision.reason,
        people_reached: decision.people_reached.map(Counted::from),
        informed: decision.informed.map(Counted::from),
        consented: decision.consented.map(Counted::from),
    }
}
