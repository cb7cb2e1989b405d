//! One register at two days.

use super::answer::{ChangedRecord, Changes, KindChange, StandingChange};
use crate::assess::{self, AssessOptions, Assessed, AssessedOffice, assess_within};
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::finding::{Code, Refusal};
use crate::model::{Kind, Post};
use crate::register::Register;
use crate::value::{Date, Holding, Meter, Span, Watch, holds};
use std::collections::{BTreeMap, HashMap};

/// How many passes over the records it makes.
pub(crate) const PASSES: u64 = 2 * assess::PASSES + 1;

/// How many records are told.
const TOLD: usize = 100;

/// What changed after one day and up to another: records, and how offices stand. Incidents that are withheld are in none
/// of it. Linear in the records, and twice the cost of an assessment.
pub(crate) fn diff(
    register: &Register,
    since: &Date,
    options: &AssessOptions,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
) -> Result<Changes, Refusal> {
    diff_within(register, since, options, catalogs, &Meter::new(watch, PASSES, register.records.rows.numbers()))
}

/// The same, in [`PASSES`] passes of a call.
pub(crate) fn diff_within(
    register: &Register,
    since: &Date,
    options: &AssessOptions,
    catalogs: &Catalogs,
    meter: &Meter<'_>,
) -> Result<Changes, Refusal> {
    let as_of = &options.as_of;
    if as_of.is_certainly_before(since) {
        let message = format!("expected a day up to {as_of}, found {since}; ask what changed after an earlier day");
        return Err(Refusal::new(Code::BadRequest, "/since", message));
    }
    let earlier = AssessOptions { as_of: since.clone(), ..options.clone() };
    let before = assess_within(register, &earlier, catalogs, meter)?;
    let now = assess_within(register, options, catalogs, meter)?;
    let hidden = register.without_untold();
    let register = hidden.as_ref().unwrap_or(register);
    let (kinds, records, records_more) = records(register, since, as_of, meter);
    meter.pass()?;
    Ok(Changes {
        label: register.label_of_gaps(),
        since: since.to_string(),
        as_of: as_of.to_string(),
        kinds,
        records,
        records_more,
        standings: standings(&before, &now),
    })
}

/// Surely after the one day, and not surely after the other.
fn is_between(span: Span, since: &Date, as_of: &Date) -> bool {
    since.span().last < span.first && !as_of.span().is_certainly_before(span)
}

type Records = (Vec<KindChange>, Vec<ChangedRecord>, u64);

fn records(register: &Register, since: &Date, as_of: &Date, meter: &Meter<'_>) -> Records {
    let mut kinds: BTreeMap<Kind, KindChange> = BTreeMap::new();
    let mut found: Vec<(i64, RowId, &'static str, Option<Date>)> = Vec::new();
    for (row, stored) in meter.over(register.records.rows.iter()) {
        let begin = register.records.begin_of(row);
        if let Some(begin) = begin.filter(|begin| is_between(begin.span, since, as_of)) {
            let change = kinds.entry(stored.kind).or_default();
            *if begin.observed { &mut change.happened } else { &mut change.began } += 1;
            found.push((begin.span.last, row, if begin.observed { "happened" } else { "began" }, None));
        }
        // Of the chain there are many, and an end says little of them.
        if stored.kind.stage().is_none()
            && let Some(span) = ended(register, row).filter(|span| has_ended(*span, since, as_of))
        {
            kinds.entry(stored.kind).or_default().ended += 1;
            found.push((span.last, row, "ended", None));
        }
    }
    for row in register.rows_of(Kind::Post) {
        let change = handover(register, row, since, as_of);
        found.extend(change.map(|(what, date)| (date.span().last, row, what, Some(date))));
    }
    // The latest first; of one time those that stand first.
    found.sort_by_key(|(last, row, ..)| (std::cmp::Reverse(*last), *row));
    let more = found.len().saturating_sub(TOLD) as u64;
    let told = |(_, row, what, when): (_, _, &str, Option<Date>)| changed(register, row, what, when.as_ref());
    let told = found.into_iter().take(TOLD).filter_map(told).collect();
    let named = |(kind, change): (Kind, KindChange)| KindChange { kind: kind.plural().to_owned(), ..change };
    (kinds.into_iter().map(named).collect(), told, more)
}

/// Whether a post that holds on both days was filled or fell vacant between them, and when: with the first who holds it now, with the
/// last who held it then.
fn handover(register: &Register, row: RowId, since: &Date, as_of: &Date) -> Option<(&'static str, Date)> {
    let post = register.typed::<Post>(row)?;
    let exists = |day: &Date| holds(post.since.as_ref(), post.until.as_ref(), day);
    if !exists(since) || !exists(as_of) {
        return None;
    }
    let on = |day: &'_ Date| {
        let holding = |held: &&Holding| holds(held.since.as_ref(), held.until.as_ref(), day);
        post.held.iter().filter(holding).cloned().collect::<Vec<_>>()
    };
    let (then, now) = (on(since), on(as_of));
    match (then.is_empty(), now.is_empty()) {
        (true, false) => {
            let first = now.into_iter().filter_map(|held| held.since).min_by_key(|date| date.span().last);
            Some(("filled", first?))
        }
        (false, true) => {
            let last = then.into_iter().filter_map(|held| held.until).max_by_key(|date| date.span().last);
            Some(("vacated", last?))
        }
        _ => None,
    }
}

/// What holds up to a day has ended after it.
fn has_ended(until: Span, since: &Date, as_of: &Date) -> bool {
    until.last >= since.span().first && until.is_certainly_before(as_of.span())
}

fn ended(register: &Register, row: RowId) -> Option<Span> {
    let mut until = None;
    register.records.record(row)?.dates(&mut |field, date| {
        if field == "until" {
            until = Some(date.span());
        }
    });
    until
}

fn changed(register: &Register, row: RowId, what: &str, when: Option<&Date>) -> Option<ChangedRecord> {
    let record = register.records.record(row)?;
    let mut date = String::new();
    if let Some(when) = when {
        date = when.to_string();
    } else if what == "ended" {
        record.dates(&mut |field, until| {
            if field == "until" {
                date = until.to_string();
            }
        });
    } else {
        date = record.begin_text().map(|(_, text)| text).unwrap_or_default();
    }
    Some(ChangedRecord {
        id: record.id().to_owned(),
        kind: record.kind().singular().to_owned(),
        title: record.title().to_owned(),
        what: what.to_owned(),
        date,
    })
}

/// The parts of which the musts stand otherwise, in the order of the offices as they are now.
pub(crate) fn standings(before: &Assessed, now: &Assessed) -> Vec<StandingChange> {
    let key = |office: &AssessedOffice| (office.agency.clone(), office.place.clone());
    let all = |assessed: &Assessed| assessed.offices.iter().chain(&assessed.headquarters).cloned().collect::<Vec<_>>();
    let old: HashMap<_, _> = all(before).into_iter().map(|office| (key(&office), office)).collect();
    let mut found = Vec::new();
    for office in all(now) {
        let Some(old) = old.get(&key(&office)) else { continue };
        for standing in office.standings.iter().filter(|found| found.by == "sector" || found.by == "function") {
            let was = old.standings.iter().find(|was| was.by == standing.by && was.name == standing.name);
            let Some(was) = was.filter(|was| was.must != standing.must) else { continue };
            found.push(StandingChange {
                agency: office.agency.clone(),
                place: office.place.clone(),
                name: standing.name.clone(),
                was: was.state,
                now: standing.state,
                must_was: was.must,
                must_now: standing.must,
            });
        }
    }
    found
}
