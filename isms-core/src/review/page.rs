//! The review as a page of text: at most 60 lines of 80 columns.

use super::data::{Fixable, KindCount, Missed, OnPath, Review, Worst};
use super::layout::{Page, command, counted, quoted, quoted_id};
use super::tables::{happened, has_room, tally};
use crate::model::{Kind, STATUSES};

/// How many incidents, signals and codes of findings the page shows. Together with the tables and the
/// lines that each takes they make 60 at most; a test fills a page to see it.
const INCIDENTS: usize = 3;
const MORE_INCIDENTS: usize = 5;
const SIGNALS: usize = 2;
const CODES: usize = 5;

/// The review as a page of text: at most 60 lines of 80 columns, in English. `file` is the name
/// under which the register can be opened: the page names commands that show more.
///
/// ```
/// use isms_core::{Register, review_page};
/// let register = Register::open(br#"{"isms": "1", "title": "Valley office"}"#)?;
/// let page = review_page(&register.review(), "valley.json");
/// assert!(page.starts_with("INSIDE PAGE"));
/// assert!(page.contains("Valley office"));
/// # Ok::<(), isms_core::Refusal>(())
/// ```
#[must_use]
pub fn review_page(review: &Review, file: &str) -> String {
    let mut page = Page::default();
    let file = quoted(file);
    head(&mut page, review);
    happened(&mut page, review);
    worst(&mut page, review, if has_room(review) { MORE_INCIDENTS } else { INCIDENTS }, &file);
    missed(&mut page, review, &format!("{file} --page register"));
    measures(&mut page, review);
    fix(&mut page, review, &file);
    page.0
}

pub(super) fn head(page: &mut Page, review: &Review) {
    page.lines(&review.notice, 2, 2);
    page.line(if review.title.is_empty() { "Register without a title" } else { &review.title });
    let contents: Vec<String> = review.contents.iter().map(content).collect();
    let contents = if contents.is_empty() { "no records".to_owned() } else { contents.join(", ") };
    page.lines(&format!("In it: {contents}."), 2, 3);
    if let (Some(first), Some(last)) = (&review.first, &review.last) {
        page.line(format!("Observed from {first} to {last}."));
    }
}

/// `25 incidents (16 observed)`.
fn content(kind: &KindCount) -> String {
    let singular = Kind::of_plural(&kind.kind).filter(|_| kind.count == 1).map(Kind::singular);
    let name = singular.unwrap_or(&kind.kind).replace('_', " ");
    let observed = if kind.observed > 0 { format!(" ({} observed)", kind.observed) } else { String::new() };
    format!("{} {name}{observed}", kind.count)
}

pub(super) fn worst(page: &mut Page, review: &Review, most: usize, file: &str) {
    if review.worst.is_empty() {
        return;
    }
    page.section("THE WORST  deaths first");
    for incident in review.worst.iter().take(most) {
        tell(page, incident);
    }
    let shown = review.worst.len().min(most);
    let more = review.worst_more + (review.worst.len() - shown) as u64;
    let others = if more > 0 { format!("{more} more; ") } else { String::new() };
    match review.worst.iter().find(|incident| !incident.threats.is_empty()) {
        Some(traced) => {
            command(
                page,
                &format!("{others}why it happened:"),
                &format!("isms trace {file} {}", quoted_id(&traced.id)),
            );
        }
        None => page.line(format!("  {others}no causes are recorded for these, so none can be traced")),
    }
}

fn tell(page: &mut Page, incident: &Worst) {
    let mut harms: Vec<String> = incident.harms.iter().map(tally).collect();
    if incident.undated > 0 {
        harms.push(format!("{} without a date", counted(incident.undated, "loss", "losses")));
    }
    let harms = if harms.is_empty() { "no loss on record".to_owned() } else { harms.join(", ") };
    page.line(format!("  {}  {harms}: {}", incident.date, incident.title));
    let traced = format!(
        "{}, {}",
        counted(incident.risk_factors.len() as u64, "risk factor", "risk factors"),
        counted(incident.threats.len() as u64, "threat", "threats")
    );
    let line = match incident.broken.first() {
        None => format!("traces to {traced}"),
        Some(broken) if incident.threats.is_empty() => {
            let at = if broken.id == incident.id { "it" } else { &broken.id };
            format!("no cause recorded: {at} has no {}", broken.missing.replace('_', " "))
        }
        Some(broken) => format!("traces to {traced}; breaks at {}: no {}", broken.id, broken.missing.replace('_', " ")),
    };
    page.line(format!("    [{}] {line}", incident.id));
    if !incident.measures.is_empty() {
        let measures: Vec<String> = incident.measures.iter().map(on_path).collect();
        let working = incident.measures.iter().filter(|measure| measure.status == "in_place").count();
        let all = counted(incident.measures.len() as u64, "measure", "measures");
        page.line(format!("    {all} on its path, {working} in place: {}", measures.join(", ")));
    } else if !incident.threats.is_empty() {
        page.line("    no measure on its path");
    }
}

fn on_path(measure: &OnPath) -> String {
    format!("{} ({})", measure.id, status(&measure.status))
}

/// A status in words; one that nobody knows between quotes, so that it is not taken for another.
fn status(status: &str) -> String {
    match status {
        "" => "status unknown".to_owned(),
        known if STATUSES.contains(&known) => known.replace('_', " "),
        other => format!("\"{other}\""),
    }
}

pub(super) fn missed(page: &mut Page, review: &Review, file: &str) {
    if review.missed.is_empty() {
        return;
    }
    let all = review.missed.len() as u64 + review.missed_more;
    page.section(&format!("SIGNALS NOT ACTED ON  {all}"));
    for signal in review.missed.iter().take(SIGNALS) {
        page.line(format!("  {}  {}", signal.heard, signal.title));
        page.line(format!("    [{}] {}", signal.id, reached(signal)));
    }
    if let Some(more) = all.checked_sub(SIGNALS as u64).filter(|more| *more > 0) {
        command(page, &format!("{more} more:"), &format!("isms review {file} --json"));
    }
}

fn reached(signal: &Missed) -> String {
    let reached = match signal.reached.as_str() {
        "heard" => "heard, not understood".to_owned(),
        other => format!("{}, not acted on", other.replace('_', " ")),
    };
    if signal.followed_by.is_empty() { reached } else { format!("{reached}; followed by {}", signal.followed_by) }
}

pub(super) fn measures(page: &mut Page, review: &Review) {
    if review.measures.is_empty() {
        return;
    }
    let counts: Vec<String> = review
        .measures
        .iter()
        .map(|status| {
            format!(
                "{} {}",
                status.count,
                if status.status.is_empty() { "of unknown status".to_owned() } else { self::status(&status.status) }
            )
        })
        .collect();
    page.line(format!("MEASURES  {}", counts.join(", ")));
}

pub(super) fn fix(page: &mut Page, review: &Review, file: &str) {
    page.section("TO FIX IN THE RECORD");
    if review.fix.is_empty() {
        page.line("  nothing found");
        return;
    }
    // Few codes may say more.
    let lines = if review.fix.len() < 3 { 2 } else { 1 };
    for fixable in review.fix.iter().take(CODES) {
        finding(page, fixable, lines);
    }
    let more = review.fix.len().saturating_sub(CODES);
    let codes = counted(more as u64, "more code", "more codes");
    let words = if more > 0 { format!("{codes}; all:") } else { "all:".to_owned() };
    command(page, &words, &format!("isms check {file}"));
    let code = review.fix.first().map_or("CODE", |fixable| &fixable.code);
    command(page, "what a code means:", &format!("isms explain {code}"));
}

fn finding(page: &mut Page, fixable: &Fixable, lines: usize) {
    let more = fixable.count.saturating_sub(fixable.subjects.len() as u64);
    let mut subjects = fixable.subjects.join(", ");
    if more > 0 && !subjects.is_empty() {
        subjects = format!("{subjects} and {more} more");
    }
    if subjects.is_empty() {
        subjects.clone_from(&fixable.message);
    }
    let line = format!("  {:<8}{:>5}  {}: {subjects}", fixable.severity.as_str(), fixable.count, fixable.code);
    page.lines(&line, 17, lines);
}

#[cfg(test)]
mod tests {
    use super::super::data::{HarmTally, Picture, Slice, StatusCount};
    use super::super::picture::HARMS;
    use super::*;
    use crate::finding::Severity;
    use crate::trace::Broken;
    use crate::value::Label;
    use unicode_width::UnicodeWidthStr as _;

    const LONG: &str = "a title that goes on and on, as titles of reports do when nobody cuts them, \u{202e}and turns";

    fn harms() -> Vec<HarmTally> {
        let names = HARMS.iter().copied().chain([LONG, "theft", "damage", "psychological"]);
        names.map(|harm| HarmTally { harm: harm.into(), losses: 999_999, people: 999_999, unknown: 1 }).collect()
    }

    fn slices() -> Vec<Slice> {
        (0..30).map(|at| Slice { name: format!("{at} {LONG}"), incidents: 999_999, harms: harms() }).collect()
    }

    fn worst() -> Worst {
        let broken =
            Broken { id: LONG.into(), kind: "loss".into(), missing: "risk_factor".into(), link: None, why: None };
        let measure = OnPath { id: LONG.into(), status: "in_place".into() };
        Worst {
            id: LONG.into(),
            title: LONG.into(),
            date: "2026-03-14T06:30:00+03:00".into(),
            place: LONG.into(),
            harms: harms(),
            undated: 9,
            complete: false,
            threats: vec![LONG.into(); 9],
            risk_factors: vec![LONG.into(); 9],
            broken: vec![broken],
            measures: vec![measure; 9],
        }
    }

    /// A review of which every part is longer than the page shows.
    fn full() -> Review {
        let missed = Missed {
            id: LONG.into(),
            title: LONG.into(),
            heard: "2026-03-14".into(),
            reached: "passed_on".into(),
            followed_by: LONG.into(),
        };
        let fixable = |code: usize| Fixable {
            code: format!("code_{code}"),
            severity: Severity::Warning,
            count: 1_000_000,
            subjects: vec![LONG.into(); 5],
            message: LONG.into(),
        };
        let contents = Kind::ALL;
        Review {
            label: Label::new("red"),
            notice: LONG.repeat(2),
            title: LONG.into(),
            contents: contents
                .iter()
                .map(|kind| KindCount { kind: kind.plural().into(), count: 9_999_999, observed: 1 })
                .collect(),
            first: Some("1997".into()),
            last: Some("2026".into()),
            picture: Picture {
                incidents: 1,
                harms: harms(),
                by_year: slices(),
                by_place: slices(),
                by_means: slices(),
            },
            worst: vec![worst(); 5],
            worst_more: 9,
            missed: vec![missed; 5],
            missed_more: 9,
            measures: (0..9).map(|at| StatusCount { status: format!("{at} {LONG}"), count: 9 }).collect(),
            fix: (0..20).map(fixable).collect(),
        }
    }

    #[test]
    fn a_full_page_has_at_most_60_lines_of_80_columns() {
        let imported = Review { missed: Vec::new(), measures: Vec::new(), ..full() };
        for review in [full(), imported] {
            let page = review_page(&review, &format!("{LONG}.json"));
            assert!(page.lines().count() > 50, "the test fills the page");
            assert!(page.lines().count() <= 60, "{} lines:\n{page}", page.lines().count());
            assert!(!page.contains('\u{202e}'));
            for line in page.lines().filter(|line| !line.trim_start().starts_with("isms ")) {
                assert!(line.width() <= 80, "{line}");
            }
        }
    }
}
