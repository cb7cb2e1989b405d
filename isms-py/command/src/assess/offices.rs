//! How offices and headquarters stand.

use super::page::{TOLD, section};
use crate::console::Console;
use crate::failure::Failure;
use crate::text::{beside, counted, wrapped};
use isms_core::{Assessed, AssessedOffice, Standing, State, printable};
use unicode_width::UnicodeWidthStr as _;

const SECTORS: [&str; 4] = ["analysis", "community", "protection", "mitigation"];
const FUNCTIONS: [&str; 3] = ["policy", "training", "evaluation"];

/// The width of the first column, and of the others.
const FIRST: usize = 30;
const OTHER: usize = 12;

pub(super) fn tell(assessed: &Assessed, console: &mut Console<'_>) -> Result<(), Failure> {
    if assessed.standards.is_empty() {
        return Ok(());
    }
    table("OFFICES", "sector", &SECTORS, &assessed.offices, console)?;
    table("HEADQUARTERS", "function", &FUNCTIONS, &assessed.headquarters, console)?;
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
    by: &str,
    names: &[&str],
    offices: &[AssessedOffice],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if offices.is_empty() {
        return Ok(());
    }
    let cells = names.iter().map(|name| format!("{name:<OTHER$}")).collect::<String>();
    section(&format!("{title:<FIRST$}{}", cells.trim_end()), console)?;
    for office in offices {
        let standing = |name: &str| office.standings.iter().find(|found| found.by == by && found.name == name);
        let cells: String =
            names.iter().map(|name| format!("{:<OTHER$}", standing(name).map_or_else(String::new, cell))).collect();
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

/// The state, and how many musts make it.
fn cell(standing: &Standing) -> String {
    let must = standing.must;
    match standing.state {
        State::Gap => format!("GAP {}", must.partly + must.unmet + must.waived),
        State::NotKnown if must.not_known == 0 => "no must".to_owned(),
        State::NotKnown => format!("? {}", must.not_known),
        State::Holds => format!("holds {}", must.met),
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
        console.line(&beside(&format!("  {} {}", gap.result, gap.requirement), &format!("{}{when}", gap.text), 36))?;
    }
    if all > TOLD as u64 {
        console.line(&format!("  and {} more: --json lists them", all - TOLD as u64))?;
    }
    Ok(())
}
