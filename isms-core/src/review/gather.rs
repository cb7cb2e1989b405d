//! Gathering what the review tells.

use super::data::{Fixable, KindCount, Missed, Review, StatusCount};
use super::picture::{harms_of_incidents, picture};
use super::seen::Seen;
use super::worst::worst;
use crate::catalog::Catalogs;
use crate::finding::{Code, Finding, Findings, Refusal};
use crate::model::{Kind, Measure, Relation, Signal};
use crate::register::Register;
use crate::rules;
use crate::trace::Walk;
use crate::value::{Date, Meter, Stopped, Watch, sort_by_key};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is told of findings whose records may be counted, not told.
const UNTOLD: &str = "on records that may be counted and not told";

/// How many signals are told.
const SIGNALS: usize = 20;

/// How many ids are told behind a finding.
const TOLD: usize = 5;

/// The review of a register. Incidents that are withheld (`consent`, `open`) are in none of it;
/// those that may be counted are counted alone. Linear.
pub(crate) fn review(register: &Register, watch: &mut dyn Watch) -> Result<Review, Refusal> {
    let counted = register.without_withheld();
    let counted = counted.as_ref().unwrap_or(register);
    let told = counted.without_untold();
    let meter = Meter::new(watch, passes(told.is_some()), counted.records.rows.numbers());
    Ok(of(counted, told.as_ref(), None, None, &meter)?)
}

/// How many passes over the records a review makes.
pub(super) fn passes(is_part_untold: bool) -> u64 {
    6 + rules::PASSES * if is_part_untold { 2 } else { 1 }
}

/// The review of what may be counted; `told`: what of that may be told, where it is not all.
pub(super) fn of(
    register: &Register,
    told: Option<&Register>,
    as_of: Option<&Date>,
    catalogs: Option<&Catalogs>,
    meter: &Meter<'_>,
) -> Result<Review, Stopped> {
    let findings = rules::check(register, as_of, catalogs, meter)?;
    let told_findings = told.map(|told| rules::check(told, as_of, catalogs, meter)).transpose()?;
    let (counted, shown) = (Seen::new(register, as_of), Seen::new(told.unwrap_or(register), as_of));
    let (by_incident, all) = harms_of_incidents(counted, meter);
    let by_told = told.map(|_| harms_of_incidents(shown, meter).0);
    meter.pass()?;
    let worst = worst(shown, by_told.as_ref().unwrap_or(&by_incident), meter);
    meter.pass()?;
    let (missed, told_missed) = missed(shown, meter);
    let all_missed = told.map_or(told_missed, |_| unheeded(counted, meter).count());
    meter.pass()?;
    let contents = contents(register, meter);
    meter.pass()?;
    let picture = picture(counted, &by_incident, &all, meter);
    meter.pass()?;
    let measures = measures(register, meter);
    meter.pass()?;
    let (first, last) = dates(told.unwrap_or(register));
    let label = register.label_of_gaps();
    let incidents = counted.observed().filter(|(_, kind)| *kind == Kind::Incident).count();
    Ok(Review {
        notice: format!("INSIDE PAGE, {label}: it shows gaps and barriers. Not for release."),
        label,
        title: register.title().unwrap_or_default().to_owned(),
        contents,
        first,
        last,
        picture,
        worst_more: incidents.saturating_sub(worst.len()) as u64,
        worst,
        missed_more: all_missed.saturating_sub(missed.len()) as u64,
        missed,
        measures,
        fix: fixable(counts(&findings), &told_findings.as_ref().unwrap_or(&findings).findings),
    })
}

fn contents(register: &Register, meter: &Meter<'_>) -> Vec<KindCount> {
    let mut counts: BTreeMap<Kind, (u64, u64)> = BTreeMap::new();
    for (_, row) in meter.over(register.records.rows.iter()) {
        counts.entry(row.kind).or_default().0 += 1;
    }
    for (_, kind) in register.observed() {
        counts.entry(kind).or_default().1 += 1;
    }
    let of =
        |(kind, (count, observed)): (Kind, (u64, u64))| KindCount { kind: kind.plural().to_owned(), count, observed };
    counts.into_iter().map(of).collect()
}

/// The first and the last date on which a link of the chain was observed.
fn dates(register: &Register) -> (Option<String>, Option<String>) {
    let begins = || register.observed().filter_map(|(row, _)| Some((row, register.records.begin_of(row)?.span)));
    let text = |(row, _)| register.records.begin_text(row).1;
    let first = begins().min_by_key(|(_, span)| span.first).map(text);
    let last = begins().max_by_key(|(_, span)| span.last).map(text);
    (first, last)
}

fn measures(register: &Register, meter: &Meter<'_>) -> Vec<StatusCount> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for measure in meter.over(register.iter::<Measure>()) {
        *counts.entry(measure.status.unwrap_or_default()).or_default() += 1;
    }
    counts.into_iter().map(|(status, count)| StatusCount { status, count }).collect()
}

/// Signals heard and not acted on.
fn unheeded(seen: Seen<'_>, meter: &Meter<'_>) -> impl Iterator<Item = (u32, Signal)> {
    let signals = meter.over(seen.register.rows_of(Kind::Signal));
    let signals = signals.filter_map(move |row| Some((row, seen.register.typed::<Signal>(row)?)));
    signals.filter(move |(_, signal)| seen.past(signal.heard.as_ref()) && !seen.past(signal.acted_on.as_ref()))
}

/// The latest of them, and how many there are.
fn missed(seen: Seen<'_>, meter: &Meter<'_>) -> (Vec<Missed>, usize) {
    let mut signals: Vec<(u32, Signal)> = unheeded(seen, meter).collect();
    sort_by_key(&mut signals, |(_, signal)| Reverse(signal.heard.as_ref().map(|heard| heard.span().first)));
    let all = signals.len();
    (signals.into_iter().take(SIGNALS).map(|(row, signal)| tell(seen, row, signal)).collect(), all)
}

fn tell(seen: Seen<'_>, row: u32, signal: Signal) -> Missed {
    let followed_by = followed_by(seen, row, &signal).unwrap_or_default();
    let reached = match (seen.past(signal.passed_on.as_ref()), seen.past(signal.understood.as_ref())) {
        (true, _) => "passed_on",
        (false, true) => "understood",
        (false, false) => "heard",
    };
    Missed {
        id: signal.id,
        title: signal.title,
        heard: signal.heard.map(|heard| heard.to_string()).unwrap_or_default(),
        reached: reached.to_owned(),
        followed_by,
    }
}

/// The first observed incident of the threat that a signal announces, not before the signal.
fn followed_by(seen: Seen<'_>, row: u32, signal: &Signal) -> Option<String> {
    let register = seen.register;
    let heard = signal.heard.as_ref()?.span();
    let threat = register.first_referred(row, Relation::Announces)?;
    let mut walk = Walk::new(register.graph().rows());
    let effects = walk.descendants(register.graph(), threat);
    let incidents = effects.iter().filter(|row| register.records.rows.kind(**row) == Some(Kind::Incident));
    let dated = incidents.filter_map(|row| Some((*row, register.records.begin_of(*row)?)));
    let after = dated.filter(|(row, begin)| seen.happened(*row) && !begin.span.is_certainly_before(heard));
    let (first, _) = after.min_by_key(|(row, begin)| (begin.span.first, *row))?;
    register.id_of_row(first).map(str::to_owned)
}

/// How many findings there are of each code.
fn counts(findings: &Findings) -> impl Iterator<Item = (Code, u64)> {
    findings.counts.by_code.iter().filter_map(|tallied| Some((Code::parse(&tallied.code)?, tallied.count)))
}

/// Findings by code: how many there are, and of those that may be told the first.
pub(super) fn fixable(counts: impl IntoIterator<Item = (Code, u64)>, told: &[Finding]) -> Vec<Fixable> {
    let mut list = Vec::new();
    for (code, count) in counts {
        let of_code = || told.iter().filter(|finding| finding.code == code.as_str());
        list.push(Fixable {
            code: code.as_str().to_owned(),
            severity: code.severity(),
            count,
            subjects: of_code().filter_map(|finding| finding.subject.clone()).take(TOLD).collect(),
            message: of_code().next().map_or_else(|| UNTOLD.to_owned(), |first| first.message.clone()),
        });
    }
    sort_by_key(&mut list, |fixable| fixable.severity);
    list
}
