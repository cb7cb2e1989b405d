//! How offices and headquarters stand.

use super::page::{TOLD, section};
use crate::console::Console;
use crate::failure::Failure;
use crate::text::{beside, counted, wrapped};
use isms_core::{Assessed, AssessedOffice, Standing, State, printable};
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
        gaps(office, console)?;
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

fn gaps(office: &AssessedOffice, console: &mut Console<'_>) -> Result<(), Failure> {
    let all = office.gaps.len() as u64 + office.gaps_more;
    let mut said = Vec::new();
    if all > 0 {
        said.push(format!("{} known not to be met", counted(all, "must")));
    }
    if office.overdue > 0 {
        said.push(format!("{} overdue", office.overdue));
    }
    if office.without_evidence > 0 {
        said.push(format!("{} met without evidence", office.without_evidence));
    }
    let carried = office.carried.len() as u64 + office.carried_more;
    if carried > 0 {
        said.push(format!("{carried} by answers to another standard"));
    }
    match office.others {
        Some(State::Gap) => said.push("another agency in this place has a gap".to_owned()),
        Some(State::NotKnown) => said.push("of another agency in this place not all is known".to_owned()),
        _ => (),
    }
    if said.is_empty() {
        return Ok(());
    }
    console.line("")?;
    console.line(&wrapped(&format!("{}: {}", name(office), said.join("; ")), 0, 2))?;
    for gap in office.gaps.iter().take(TOLD) {
        let when = gap.date.as_deref().map(|date| format!(" ({date})")).unwrap_or_default();
        console.line(&beside(
            &format!("  {} {}", gap.result, gap.requirement),
            &format!("{}{when}", brief(&gap.text)),
            36,
        ))?;
    }
    if all > TOLD as u64 {
        console.line(&format!("  and {} more: --json lists them", all - TOLD as u64))?;
    }
    Ok(())
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
