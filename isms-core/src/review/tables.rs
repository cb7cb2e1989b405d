//! What happened, as tables of a page.

use super::data::{HarmTally, Review, Slice};
use super::layout::{Page, command, counted, padded};
use super::picture::HARMS;
use super::printable::printable;

/// How many rows of each table the page shows, and how many where it has room.
const ROWS: usize = 4;
const MORE_ROWS: usize = 5;

/// How many years a section of seven lines shows.
const YEARS: usize = 2;

/// All tables.
pub(super) fn happened(page: &mut Page, review: &Review) {
    let rows = if has_room(review) { MORE_ROWS } else { ROWS };
    if !years(page, review, rows) {
        return;
    }
    let picture = &review.picture;
    page.line("  by place");
    table(page, "place", &picture.by_place.iter().collect::<Vec<_>>(), rows, "others");
    page.line("  by means");
    table(page, "means", &picture.by_means.iter().collect::<Vec<_>>(), rows - 1, "others");
}

/// The last years alone, and the command that shows the rest.
pub(super) fn happened_in_brief(page: &mut Page, review: &Review, file: &str) {
    if years(page, review, YEARS) {
        command(page, "by place and means:", &format!("isms review {file} --json"));
    }
}

/// What happened by year; whether anything did.
fn years(page: &mut Page, review: &Review, rows: usize) -> bool {
    let picture = &review.picture;
    let undated = undated(review);
    let is_nothing = picture.incidents == 0 && picture.harms.is_empty();
    if is_nothing && undated.is_empty() {
        return false;
    }
    page.section(&format!("WHAT HAPPENED  {}{undated}", counted(picture.incidents, "incident", "incidents")));
    if is_nothing {
        return false;
    }
    let harms: Vec<String> = picture.harms.iter().map(tally).collect();
    let harms = if harms.is_empty() { "no dated losses".to_owned() } else { harms.join(", ") };
    page.lines(&format!("  People at least (+ and ?: unknown; ×: losses): {harms}"), 2, 2);
    page.line(format!(
        "  {:<28}{:>10}{:>9}{:>9}{:>11}{:>10}",
        "by year", "incidents", "deaths", "injured", "kidnapped", "detained"
    ));
    let years: Vec<&Slice> = picture.by_year.iter().rev().collect();
    table(page, "year", &years, rows, "earlier");
    true
}

/// A register without signals and measures, such as an import, leaves room.
pub(super) fn has_room(review: &Review) -> bool {
    review.missed.is_empty() && review.measures.is_empty()
}

/// What is assessed, not observed, is not counted as having happened; the page says so.
fn undated(review: &Review) -> String {
    let of = |name: &str| review.contents.iter().find(|kind| kind.kind == name);
    let undated = |name: &str| of(name).map_or(0, |kind| kind.count.saturating_sub(kind.observed));
    match (undated("incidents"), undated("losses")) {
        (0, 0) => String::new(),
        (incidents, losses) => {
            let incidents = counted(incidents, "incident", "incidents");
            format!("; not counted, without a date: {incidents}, {}", counted(losses, "loss", "losses"))
        }
    }
}

/// The first rows, and one that adds up the rest.
fn table(page: &mut Page, by: &str, slices: &[&Slice], rows: usize, rest: &str) {
    for slice in slices.iter().take(rows) {
        let name = if slice.name.is_empty() { format!("{by} unknown") } else { slice.name.clone() };
        row(page, &format!("  {name}"), slice.incidents, &|harm| people(&[*slice], harm));
    }
    let others = slices.get(rows..).unwrap_or_default();
    if !others.is_empty() {
        let incidents = others.iter().map(|slice| slice.incidents).sum();
        row(page, &format!("  {} {rest}", others.len()), incidents, &|harm| people(others, harm));
    }
}

fn row(page: &mut Page, name: &str, incidents: u64, people: &dyn Fn(&str) -> String) {
    let [death, injury, kidnapping, detention] = HARMS.map(people);
    let name = padded(&printable(name), 28);
    page.line(format!("  {name}{incidents:>10}{death:>9}{injury:>9}{kidnapping:>11}{detention:>10}"));
}

/// People who met a harm: `3`; `3+` where some are not known; `?` where nothing is.
fn people(slices: &[&Slice], harm: &str) -> String {
    let tallies = || slices.iter().flat_map(|slice| &slice.harms).filter(|tally| tally.harm == harm);
    let people = tallies().map(|tally| tally.people).fold(0, u64::saturating_add);
    match (people, tallies().any(|tally| tally.unknown > 0)) {
        (0, true) => "?".to_owned(),
        (people, true) => format!("{people}+"),
        (people, false) => people.to_string(),
    }
}

/// `death 3`, `injury 2+` where more are not known, `detention ?` where nothing is, `theft ×2` for goods.
pub(super) fn tally(tally: &HarmTally) -> String {
    let harm = if tally.harm.is_empty() { "harm unknown" } else { &tally.harm };
    match (tally.people, tally.unknown, tally.losses) {
        (0, 0, losses) => format!("{harm} ×{losses}"),
        (0, _, _) => format!("{harm} ?"),
        (people, 0, _) => format!("{harm} {people}"),
        (people, _, _) => format!("{harm} {people}+"),
    }
}
