//! An assessment as a page of text, 80 columns wide.

use super::{offices, people, practice, response};
use crate::console::Console;
use crate::failure::Failure;
use crate::findings::tell_findings;
use crate::text::{beside, counted, inside_page, wrapped};
use isms_core::{AssessOptions, Assessed, Finding, Findings, State};

/// How many items of a list are told.
pub(super) const TOLD: usize = 7;

/// Tells an assessment; `asked` is what commands take to ask the same.
pub(super) fn tell(
    assessed: &Assessed,
    options: &AssessOptions,
    asked: &str,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    console.line(&wrapped(&inside_page(&assessed.label), 0, 2))?;
    console.line("")?;
    console.line(&format!("As of {}: {}.", assessed.as_of, words(assessed.state)))?;
    standards(assessed, options, console)?;
    offices::tell(assessed, console)?;
    response::tell(assessed, console)?;
    practice::tell(assessed, console)?;
    people::tell(assessed, asked, console)?;
    doubts(&assessed.findings, console)
}

fn words(state: State) -> &'static str {
    match state {
        State::Gap => "there are gaps",
        State::NotKnown => "not known: of some musts nobody knows whether they are met",
        State::Holds => "every must that applies was found met",
    }
}

fn standards(assessed: &Assessed, options: &AssessOptions, console: &mut Console<'_>) -> Result<(), Failure> {
    for standard in &assessed.standards {
        let official = if standard.official { "official" } else { "not official" };
        let words = format!(
            "{}, edition {}, {official}: {} at {}.",
            standard.title,
            standard.edition,
            counted(standard.requirements, "requirement"),
            counted(standard.offices, "office")
        );
        console.line(&beside(&standard.id, &words, 16))?;
    }
    if !assessed.standards.is_empty() {
        return Ok(());
    }
    let of_adoption = |found: &Finding| found.code == "unknown_standard" && found.path.starts_with("/adoptions/");
    let is_adopted = assessed.findings.findings.iter().any(of_adoption);
    let why = match options.standards.as_slice() {
        _ if is_adopted => NOT_AT_HAND.to_owned(),
        [] => NO_STANDARD.to_owned(),
        asked => format!("Of what was asked for ({}) nothing is adopted: {NOTHING}", asked.join(", ")),
    };
    console.line(&wrapped(&why, 0, 0))?;
    if is_adopted { Ok(()) } else { console.line(ADOPT) }
}

const NOTHING: &str = "nothing is asked for, so nothing is known.";
const NO_STANDARD: &str = "No standard is adopted: nothing is asked for, so nothing is known.";
const NOT_AT_HAND: &str = "No standard that is adopted is at hand: nothing is known. --catalog FILE brings one.";
const ADOPT: &str = "\
A standard is adopted by a record in the table \"adoptions\":
  {\"id\": \"a\", \"title\": \"ISMS\", \"agency\": \"ID\", \"standard\": \"isms\"}
Which ones there are: isms catalog list";

/// What stood in the way of the answer.
fn doubts(findings: &Findings, console: &mut Console<'_>) -> Result<(), Failure> {
    if findings.findings.is_empty() {
        return Ok(());
    }
    section("WHAT STOOD IN THE WAY", console)?;
    console.line("")?;
    let told: Vec<Finding> = findings.findings.iter().take(TOLD).cloned().collect();
    let all: u64 = findings.counts.by_code.iter().map(|tallied| tallied.count).sum();
    let more = all.saturating_sub(told.len() as u64);
    tell_findings(&Findings { findings: told, capped: Vec::new(), ..findings.clone() }, console)?;
    if more > 0 { console.line(&format!("  and {more} more: --json lists them")) } else { Ok(()) }
}

/// The title of a section, after a blank line.
pub(super) fn section(title: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line("")?;
    console.line(title)
}

/// A line of a section.
pub(super) fn line(words: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&wrapped(words, 2, 6))
}

/// The first of some names, and how many more there are.
pub(super) fn some<S: AsRef<str>>(names: &[S], more: u64) -> String {
    let told: Vec<&str> = names.iter().take(TOLD).map(AsRef::as_ref).collect();
    let more = names.len().saturating_sub(TOLD) as u64 + more;
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{}{rest}", told.join(", "))
}

/// A word of an answer as people write it.
pub(super) fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// Words of an answer as people write them.
pub(super) fn plain_all(words: &[String]) -> String {
    words.iter().map(|word| plain(word)).collect::<Vec<_>>().join(", ")
}
