//! How offices and headquarters stand.

use super::page::{TOLD, section};
use crate::console::Console;
use crate::failure::Failure;
use crate::text::{beside, counted, wrapped};
use isms_core::{Assessed, AssessedOffice, Gap, Standing, State, printable};
use unicode_width::UnicodeWidthStr as _;

/// The columns: the sectors, and what is asked for of a core function.
const OF_OFFICES: [Column; 5] = [
    ("analysis", &["analysis"]),
    ("community", &["community"]),
    ("protection", &["protection"]),
    ("mitigation", &["mitigation"]),
    ("core", &FUNCTIONS),
];
/// What belongs to no sector and no core function.
const UNPLACED: [Column; 1] = [("in no sector", &[])];
const OF_HEADQUARTERS: [Column; 4] = [
    ("policy", &["policy"]),
    ("training", &["training"]),
    ("evaluation", &["evaluation"]),
    ("sectors", &["analysis", "community", "protection", "mitigation", "unplaced"]),
];
const FUNCTIONS: [&str; 3] = ["policy", "training", "evaluation"];

/// A title, and the sectors or core functions of which it tells.
type Column = (&'static str, &'static [&'static str]);

/// The width of the first column, and of the others.
const FIRST: usize = 26;
const OTHER: usize = 11;

pub(super) fn tell(assessed: &Assessed, console: &mut Console<'_>) -> Result<(), Failure> {
    if assessed.standards.is_empty() {
        return Ok(());
    }
    table("OFFICES", &OF_OFFICES, &assessed.offices, console)?;
    let has_unplaced = |office: &AssessedOffice| office.standings.iter().any(is_unplaced);
    if assessed.offices.iter().any(has_unplaced) {
        table("OFFICES", &UNPLACED, &assessed.offices, console)?;
    }
    table("HEADQUARTERS", &OF_HEADQUARTERS, &assessed.headquarters, console)?;
    if !assessed.offices.is_empty() {
        console.line("")?;
        console.line(&wrapped(LEGEND, 2, 2))?;
    }
    for office in assessed.offices.iter().chain(&assessed.headquarters) {
        musts(office, console)?;
    }
    Ok(())
}

const LEGEND: &str = "GAP: so many musts are known not to be met; ?: of so many nobody knows; holds: all of so many \
                      are met; no must: none is asked for, so nothing is known.";

fn table(
    title: &str,
    columns: &[Column],
    offices: &[AssessedOffice],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if offices.is_empty() {
        return Ok(());
    }
    let cells = columns.iter().map(|(name, _)| format!("{name:<OTHER$}")).collect::<String>();
    section(&format!("{title:<FIRST$}{}", cells.trim_end()), console)?;
    for office in offices {
        let cells: String = columns.iter().map(|(_, names)| format!("{:<OTHER$}", cell(office, names))).collect();
        let name = name(office);
        let pad = FIRST.saturating_sub(name.width());
        if pad == 0 {
            console.line(&wrapped(&name, 0, 2))?;
            console.line(&format!("{:FIRST$}{}", "", cells.trim_end()))?;
        } else {
            console.line(&format!("{name}{}{}", " ".repeat(pad), cells.trim_end()))?;
        }
    }
    Ok(())
}

/// It is of a sector or core function that there is not, or of none.
fn is_unplaced(standing: &Standing) -> bool {
    let is_known = OF_OFFICES.iter().any(|(_, names)| names.contains(&standing.name.as_str()));
    (standing.by == "sector" || standing.by == "function") && !is_known
}

/// The weakest state of some sectors or core functions, of those that there are not where none is named, and how many musts make it.
fn cell(office: &AssessedOffice, names: &[&str]) -> String {
    let is_part = |standing: &&Standing| standing.by == "sector" || standing.by == "function";
    let parts = || {
        let is_asked = |standing: &&Standing| {
            if names.is_empty() { is_unplaced(standing) } else { names.contains(&standing.name.as_str()) }
        };
        let found = office.standings.iter().filter(is_part).filter(is_asked);
        found.map(|standing| standing.must)
    };
    let gaps: u64 = parts().map(|must| must.partly + must.unmet + must.waived).sum();
    let not_known: u64 = parts().map(|must| must.not_known).sum();
    let met: u64 = parts().map(|must| must.met).sum();
    match (gaps, not_known, met) {
        (0, 0, 0) => "no must".to_owned(),
        (0, 0, met) => format!("holds {met}"),
        (0, not_known, _) => format!("? {not_known}"),
        (gaps, _, _) => format!("GAP {gaps}"),
    }
}

fn name(office: &AssessedOffice) -> String {
    printable(&match &office.place {
        Some(place) => format!("{}@{place}", office.agency),
        None => office.agency.clone(),
    })
}

/// The musts of an office that are not met, or not known to be.
fn musts(office: &AssessedOffice, console: &mut Console<'_>) -> Result<(), Failure> {
    let said = summary(office);
    if said.is_empty() {
        return Ok(());
    }
    console.line("")?;
    console.line(&wrapped(&format!("{}: {}", name(office), said.join("; ")), 0, 2))?;
    let listed = office.gaps.iter().chain(&office.not_known).take(TOLD);
    for gap in listed {
        console.line(&beside(&format!("  {} {}", found(gap), gap.requirement), &told(gap), 36))?;
    }
    let all = gaps(office) + not_known(office);
    if all > TOLD as u64 {
        console.line(&format!("  and {} more: --json lists them", all - TOLD as u64))?;
    }
    Ok(())
}

fn gaps(office: &AssessedOffice) -> u64 {
    office.gaps.len() as u64 + office.gaps_more
}

fn not_known(office: &AssessedOffice) -> u64 {
    office.not_known.len() as u64 + office.not_known_more
}

/// What is said of an office in a line; nothing where all holds.
fn summary(office: &AssessedOffice) -> Vec<String> {
    let without_reviewer = || office.unproven.iter().filter(|found| found.lacks.iter().any(|lack| lack == "reviewer"));
    let more = if office.unproven_more > 0 { " or more" } else { "" };
    let counts = [
        (gaps(office), format!("{} known not to be met", counted(gaps(office), "must"))),
        (not_known(office), format!("of {} nothing is known", counted(not_known(office), "must"))),
        (office.overdue, format!("{} overdue", office.overdue)),
        (office.without_evidence, format!("{} met without evidence", office.without_evidence)),
        (without_reviewer().count() as u64, format!("{}{more} met without a reviewer", without_reviewer().count())),
        (carried(office), format!("{} by answers to another standard", carried(office))),
    ];
    let mut said: Vec<String> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    match office.others {
        Some(State::Gap) => said.push("another agency in this place has a gap".to_owned()),
        Some(State::NotKnown) => said.push("of another agency in this place not all is known".to_owned()),
        _ => (),
    }
    said
}

fn carried(office: &AssessedOffice) -> u64 {
    office.carried.len() as u64 + office.carried_more
}

/// The word for what was found.
fn found(gap: &Gap) -> &str {
    if gap.result == "not_known" { "?" } else { &gap.result }
}

fn told(gap: &Gap) -> String {
    let overdue = if gap.overdue { " OVERDUE" } else { "" };
    let when = match (&gap.date, gap.result.as_str()) {
        (None, _) => String::new(),
        (Some(date), "not_known") => format!(" (last looked at {date})"),
        (Some(date), _) => format!(" ({date})"),
    };
    format!("{}{when}{overdue}", brief(&gap.text))
}

/// A text in a few lines: requirements of other houses may fill a page.
fn brief(text: &str) -> String {
    const LONGEST: usize = 160;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => {
            let cut = text.get(..at).unwrap_or_default();
            format!("{} …", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
        }
        None => text.to_owned(),
    }
}
