//! Gathering what the review tells.

use super::data::{Fixable, KindCount, Missed, Review, StatusCount};
use super::picture::{harms_of_incidents, picture};
use super::worst::worst;
use crate::finding::{Findings, Refusal};
use crate::model::{Kind, Measure, Relation, Signal};
use crate::register::Register;
use crate::rules;
use crate::trace::Walk;
use crate::value::{Meter, Watch};
use std::collections::BTreeMap;

const NOTICE: &str = "INSIDE PAGE, red: it shows gaps and barriers. Not for release.";

/// How many signals, and ids behind a finding, a page tells of.
const TOLD: usize = 5;

/// The review of a register. Linear.
pub(crate) fn review(register: &Register, watch: &mut dyn Watch) -> Result<Review, Refusal> {
    // The first pass is that of the graph.
    let meter = Meter::new(watch, 7 + rules::PASSES, register.records.rows.numbers());
    register.graph_within(&meter)?;
    let (by_incident, all) = harms_of_incidents(register, &meter);
    meter.pass()?;
    let (worst, worst_more) = worst(register, &by_incident, &meter);
    meter.pass()?;
    let (missed, missed_more) = missed(register, &meter);
    meter.pass()?;
    let (first, last) = dates(register);
    let contents = contents(register, &meter);
    meter.pass()?;
    let picture = picture(register, &by_incident, &all, &meter);
    meter.pass()?;
    let measures = measures(register, &meter);
    meter.pass()?;
    Ok(Review {
        notice: NOTICE.to_owned(),
        title: register.title().unwrap_or_default().to_owned(),
        contents,
        first,
        last,
        picture,
        worst,
        worst_more,
        missed,
        missed_more,
        measures,
        fix: fixable(&rules::check(register, &meter)?),
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

/// The first and the last date on which something was observed.
fn dates(register: &Register) -> (Option<String>, Option<String>) {
    let observed = || register.records.begins.iter().filter(|begin| begin.observed);
    let text = |row: u32| register.records.begin_text(row).1;
    let first = observed().min_by_key(|begin| begin.span.first).map(|begin| text(begin.row));
    let last = observed().max_by_key(|begin| begin.span.last).map(|begin| text(begin.row));
    (first, last)
}

fn measures(register: &Register, meter: &Meter<'_>) -> Vec<StatusCount> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for measure in meter.over(register.iter::<Measure>()) {
        *counts.entry(measure.status.unwrap_or_default()).or_default() += 1;
    }
    counts.into_iter().map(|(status, count)| StatusCount { status, count }).collect()
}

/// Signals heard and not acted on, the latest first.
fn missed(register: &Register, meter: &Meter<'_>) -> (Vec<Missed>, u64) {
    let mut signals: Vec<(u32, Signal)> = meter
        .over(register.rows_of(Kind::Signal))
        .filter_map(|row| Some((row, register.typed::<Signal>(row)?)))
        .filter(|(_, signal)| signal.heard.is_some() && signal.acted_on.is_none())
        .collect();
    signals.sort_by_key(|(_, signal)| std::cmp::Reverse(signal.heard.as_ref().map(|heard| heard.span().first)));
    let more = signals.len().saturating_sub(TOLD) as u64;
    let told = signals.into_iter().take(TOLD);
    (told.map(|(row, signal)| tell(register, row, signal)).collect(), more)
}

fn tell(register: &Register, row: u32, signal: Signal) -> Missed {
    let followed_by = followed_by(register, row, &signal).unwrap_or_default();
    let reached = match (&signal.passed_on, &signal.understood) {
        (Some(_), _) => "passed_on",
        (None, Some(_)) => "understood",
        (None, None) => "heard",
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
fn followed_by(register: &Register, row: u32, signal: &Signal) -> Option<String> {
    let heard = signal.heard.as_ref()?.span();
    let threat = register.first_referred(row, Relation::Announces)?;
    let mut walk = Walk::new(register.graph().rows());
    let effects = walk.descendants(register.graph(), threat);
    let incidents = effects.iter().filter(|row| register.records.rows.kind(**row) == Some(Kind::Incident));
    let observed = incidents.filter_map(|row| register.records.begin_of(*row)).filter(|begin| begin.observed);
    let after = observed.filter(|begin| !begin.span.is_certainly_before(heard));
    let first = after.min_by_key(|begin| (begin.span.first, begin.row))?;
    register.id_of_row(first.row).map(str::to_owned)
}

fn fixable(findings: &Findings) -> Vec<Fixable> {
    let mut list = Vec::new();
    for tallied in &findings.counts.by_code {
        let of_code = || findings.findings.iter().filter(|finding| finding.code == tallied.code);
        let Some(first) = of_code().next() else { continue };
        list.push(Fixable {
            code: tallied.code.clone(),
            severity: first.severity,
            count: tallied.count,
            subjects: of_code().filter_map(|finding| finding.subject.clone()).take(TOLD).collect(),
            message: first.message.clone(),
        });
    }
    list.sort_by_key(|fixable| fixable.severity);
    list
}
