//! The meeting: what changed, what was reached, what lapses, where it is weakest, who is not covered, what to do.

use super::actions::{Todo, actions};
use super::data::Review;
use super::gather;
use super::triggers::{Reached, triggers};
use crate::assess::{self, AssessOptions, Assessed, AssessedOffice, Coverage, Gap, SOON, State, assess_within};
use crate::catalog::Catalogs;
use crate::compare::{self, Changes, diff_within};
use crate::document::RowId;
use crate::finding::{Findings, Refusal};
use crate::model::{Decision, Kind};
use crate::register::Register;
use crate::value::{Date, Label, Meter, Watch, days_before, later, sort_by_key};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How many of each are told.
const TOLD: usize = 20;

/// For how many days back it is told what changed, unless a day is asked for.
const DAYS: i64 = 30;

/// What a security adviser takes to a meeting on a day.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Meeting {
    /// Who may see this answer: it shows gaps and barriers, so `red`, for the audience of all records.
    pub label: Label,
    /// The day.
    pub as_of: String,
    /// What changed since the day that was asked for.
    pub changes: Changes,
    /// Triggers of plans that were reached and are not over, the latest first.
    pub triggers: Vec<Reached>,
    /// How many there are besides.
    pub triggers_more: u64,
    /// Decisions that lapse within 30 days, or have lapsed and were not taken again; the first to lapse first.
    pub lapsing: Vec<Lapsing>,
    /// How many there are besides.
    pub lapsing_more: u64,
    /// How many standards were looked at. None: nothing is asked for, so of gaps nothing is known.
    pub standards: u64,
    /// The sectors and core functions that stand weakest, and why.
    pub weakest: Vec<Weak>,
    /// What stood in the way of saying so: standards that are not at hand, records that count for nothing.
    pub findings: Findings,
    /// Who is covered by what.
    pub coverage: Coverage,
    /// What to do first, the first twenty.
    pub actions: Vec<Todo>,
    /// How many more things wait to be done.
    pub actions_more: u64,
    /// The register itself: what is in it, what happened, the worst, signals not acted on, what needs fixing.
    pub review: Review,
}

/// A decision that lapses.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Lapsing {
    /// The decision.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What was decided.
    pub choice: Option<String>,
    /// Until when it holds.
    pub until: String,
    /// It holds no more.
    pub lapsed: bool,
    /// The post that took it.
    pub by: Option<String>,
}

/// A sector or core function that stands weakest.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Weak {
    /// The agency.
    pub agency: String,
    /// The place; absent: its headquarters.
    pub place: Option<String>,
    /// The sector or core function.
    pub name: String,
    /// How it stands.
    pub state: State,
    /// How many musts make it so.
    pub musts: u64,
    /// The first of its musts that are known not to be met.
    pub gap: Option<Gap>,
}

/// The meeting of a day. Incidents that are withheld are in none of it; where offices are asked for, neither are records of
/// other agencies. Linear in the records, and three times the cost of
/// an assessment.
pub(crate) fn meeting(
    register: &Register,
    since: Option<&Date>,
    options: &AssessOptions,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
) -> Result<Meeting, Refusal> {
    let whole = register;
    // In a shared place each agency sees its own: where offices are asked for, nothing is told of others.
    let agencies = options.offices.iter().filter_map(|office| register.row(&office.agency)).collect::<BTreeSet<_>>();
    let own = if agencies.is_empty() { None } else { register.of_agencies(&agencies) };
    let register = own.as_ref().unwrap_or(register);
    let counted = register.without_withheld();
    let counted = counted.as_ref().unwrap_or(register);
    let hidden = counted.without_untold();
    let passes = compare::PASSES + assess::PASSES + gather::passes(hidden.is_some());
    let meter = Meter::new(watch, passes, register.records.rows.numbers());
    let since = since.cloned().unwrap_or_else(|| days_before(&options.as_of, DAYS));
    let changes = diff_within(register, &since, options, catalogs, &meter)?;
    let assessed = assess_within(whole, options, catalogs, &meter)?;
    let review = gather::of(counted, hidden.as_ref(), Some(&options.as_of), Some(catalogs), &meter)?;
    let told = hidden.as_ref().unwrap_or(counted);
    let triggers = triggers(told, &options.as_of, |_| true);
    let (actions, actions_more) = actions(told, &options.as_of, &assessed, &triggers);
    let (triggers, triggers_more) = first(triggers);
    let (lapsing, lapsing_more) = first(lapsing(told, &options.as_of));
    Ok(Meeting {
        label: register.label_of_gaps(),
        as_of: options.as_of.to_string(),
        changes,
        triggers,
        triggers_more,
        lapsing,
        lapsing_more,
        standards: assessed.standards.len() as u64,
        weakest: weakest(&assessed),
        findings: assessed.findings,
        coverage: assessed.coverage,
        actions,
        actions_more,
        review,
    })
}

fn first<T>(mut list: Vec<T>) -> (Vec<T>, u64) {
    let more = list.len().saturating_sub(TOLD) as u64;
    list.truncate(TOLD);
    (list, more)
}

fn id(register: &Register, row: RowId) -> String {
    register.id_of_row(row).unwrap_or_default().to_owned()
}

/// Decisions whose end is near, or behind; a later one for the same programme or place takes the place of one that lapsed.
fn lapsing(register: &Register, as_of: &Date) -> Vec<Lapsing> {
    let soon = later(as_of, SOON).unwrap_or(i64::MAX);
    let mut found: Vec<(i64, Lapsing)> = Vec::new();
    let all: Vec<(RowId, Decision)> = register
        .rows_of(Kind::Decision)
        .filter_map(|row| Some((row, register.typed::<Decision>(row)?)))
        .filter(|(_, decision)| decision.date.as_ref().is_none_or(|date| !as_of.is_certainly_before(date)))
        .collect();
    let renewed = super::go_no_go::renewed(&all);
    for (row, decision) in &all {
        let Some(until) = decision.until.as_ref().filter(|until| until.span().last <= soon) else { continue };
        let lapsed = until.is_certainly_before(as_of);
        if renewed.contains(row) {
            continue;
        }
        found.push((
            until.span().last,
            Lapsing {
                id: id(register, *row),
                title: decision.title.clone(),
                choice: decision.choice.clone(),
                until: until.to_string(),
                lapsed,
                by: decision.by.clone(),
            },
        ));
    }
    sort_by_key(&mut found, |(last, _)| *last);
    found.into_iter().map(|(_, lapsing)| lapsing).collect()
}

/// The parts that make offices, and headquarters, stand as weak as the weakest.
fn weakest(assessed: &Assessed) -> Vec<Weak> {
    let all = || assessed.offices.iter().chain(&assessed.headquarters).filter(|office| !office.adoptions.is_empty());
    let state = all().map(|office| office.state).min().unwrap_or(State::Holds);
    if state == State::Holds {
        return Vec::new();
    }
    let mut found: Vec<Weak> = all().filter(|office| office.state == state).flat_map(weak).collect();
    // The most musts first; of equally many as they were met.
    sort_by_key(&mut found, |weak| Reverse(weak.musts));
    found.truncate(TOLD);
    found
}

fn weak(office: &AssessedOffice) -> impl Iterator<Item = Weak> {
    let parts = office.standings.iter().filter(|found| found.by == "sector" || found.by == "function");
    parts.filter(|found| found.state == office.state).map(|standing| {
        let must = standing.must;
        let musts = match standing.state {
            State::Gap => must.partly + must.unmet + must.waived,
            _ => must.not_known,
        };
        let gap = office.gaps.iter().find(|gap| gap.part.as_deref() == Some(standing.name.as_str()));
        Weak {
            agency: office.agency.clone(),
            place: office.place.clone(),
            name: standing.name.clone(),
            state: standing.state,
            musts,
            gap: gap.cloned(),
        }
    })
}
