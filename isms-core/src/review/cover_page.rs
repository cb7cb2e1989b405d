//! Who is covered by what, as a page of text.

use super::layout::{Page, counted, cut, padded};
use crate::assess::{Assessed, Bounds, Coverage};

/// The width of the first column, and of the others.
const FIRST: usize = 26;
const OTHER: usize = 18;

/// How many columns of entitlements stand beside each other on 80 columns.
const BESIDE: usize = 3;

/// Who is covered by what as text: a row for each category of people, a column for each entitlement, 80 columns wide.
///
/// ```
/// use isms_core::{AssessOptions, Catalogs, Register, cover_page};
/// let register = Register::open(br#"{"isms": "1"}"#)?;
/// let assessed = register.assess(&AssessOptions::on("2026-03-31".parse()?), &Catalogs::bundled())?;
/// assert!(cover_page(&assessed).starts_with("INSIDE PAGE"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn cover_page(assessed: &Assessed) -> String {
    let mut page = Page::default();
    let coverage = &assessed.coverage;
    page.lines(&format!("INSIDE PAGE, {}: it shows gaps. Not for release.", assessed.label), 2, 2);
    page.section(&format!("WHO IS COVERED BY WHAT  as of {}", assessed.as_of));
    if coverage.people.is_empty() {
        page.lines("  Nobody is said to be there: no exposure, obligation or plan names a category of people.", 2, 3);
        return page.0;
    }
    page.lines("  yes, partly, NO; ?: it is said that nobody knows; empty: nobody has said.", 2, 2);
    for agency in agencies(coverage) {
        page.section(&format!("  {agency}"));
        exposed(&mut page, coverage, agency);
        for entitlements in coverage.entitlements.chunks(BESIDE) {
            table(&mut page, coverage, agency, entitlements);
        }
    }
    page.line("");
    let says = if coverage.uncovered == 1 { "says" } else { "say" };
    let are = if coverage.empty == 1 { "is" } else { "are" };
    let uncovered = counted(coverage.uncovered, "cell", "cells");
    page.line(format!("  {uncovered} {says} no or partly, {} {are} empty.", coverage.empty));
    page.0
}

/// Nights and trips, where someone counted them.
fn exposed(page: &mut Page, coverage: &Coverage, agency: &str) {
    let said = |bounds: &Bounds, word: &str| {
        let is_said = bounds.low > 0 || bounds.high.is_some_and(|high| high > 0);
        is_said.then(|| format!("{} {word}", between(bounds.low, bounds.high)))
    };
    for people in coverage.people.iter().filter(|people| people.agency == agency) {
        let words: Vec<String> =
            [said(&people.nights, "nights"), said(&people.trips, "trips")].into_iter().flatten().collect();
        if !words.is_empty() {
            page.lines(&format!("  {} out there: {}", people.category.replace('_', " "), words.join(", ")), 2, 2);
        }
    }
}

/// A number that may be unknown in part.
fn between(low: u64, high: Option<u64>) -> String {
    match high {
        None if low == 0 => "?".to_owned(),
        None => format!("{low} or more"),
        Some(high) if high == low => high.to_string(),
        Some(high) => format!("{low}-{high}"),
    }
}

/// The agencies, in their order.
fn agencies(coverage: &Coverage) -> Vec<&str> {
    let mut found: Vec<&str> = coverage.people.iter().map(|people| people.agency.as_str()).collect();
    found.dedup();
    found
}

fn table(page: &mut Page, coverage: &Coverage, agency: &str, entitlements: &[String]) {
    let title: String = entitlements.iter().map(|name| padded(&name.replace('_', " "), OTHER)).collect();
    page.section(&format!("  {}{}", padded("people", FIRST - 2), title));
    for people in coverage.people.iter().filter(|people| people.agency == agency) {
        let count = between(people.low, people.high);
        let name = format!("{} {count}", people.category.replace('_', " "));
        let cells: String =
            entitlements.iter().map(|name| padded(cell(coverage, agency, &people.category, name), OTHER)).collect();
        page.line(format!("  {}{cells}", padded(&cut(&name, FIRST - 3), FIRST - 2)));
    }
}

fn cell(coverage: &Coverage, agency: &str, category: &str, entitlement: &str) -> &'static str {
    let found = coverage
        .cells
        .iter()
        .find(|cell| cell.agency == agency && cell.category == category && cell.entitlement == entitlement);
    match found.map(|cell| cell.state.as_str()) {
        Some("yes") => "yes",
        Some("partly") => "partly",
        Some("no") => "NO",
        Some("not_known") => "?",
        _ => "",
    }
}
