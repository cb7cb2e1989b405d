//! The last incidents and losses of a register, for those who know no id yet.

use super::{BEGIN, LISTED};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Opened;
use crate::text::{beside, quoted, wrapped};
use isms_core::{Kind, Record, Register, printable};
use unicode_width::UnicodeWidthStr as _;

/// Where the date and the title stand.
const DATE: usize = 28;
const TITLE: usize = 40;

pub(super) fn tell(opened: &Opened, console: &mut Console<'_>) -> Result<(), Failure> {
    let register = &opened.register;
    if register.is_empty() {
        return console.line(&wrapped(&format!("The register has no records; {BEGIN}."), 0, 2));
    }
    let incidents: Vec<&str> = register.ids(Kind::Incident).collect();
    let losses: Vec<&str> = register.ids(Kind::Loss).collect();
    let name = quoted(&opened.name);
    let Some(last) = losses.last().or(incidents.last()) else {
        console.line("No incident or loss with an id is on record.")?;
        return console.line(&format!("What another record leads to: isms trace {name} ID"));
    };
    // Each has half of the list, and what the other leaves.
    let half = LISTED / 2;
    let shown = incidents.len().min(half.max(LISTED.saturating_sub(losses.len())));
    tell_kind(register, "INCIDENTS", &incidents, shown, console)?;
    tell_kind(register, "LOSSES", &losses, LISTED - shown, console)?;
    console.line(&format!("What led to one of them: isms trace {name} {}", quoted(last)))
}

/// The last ones of a kind, in the order of the document.
fn tell_kind(
    register: &Register,
    title: &str,
    ids: &[&str],
    most: usize,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if ids.is_empty() {
        return Ok(());
    }
    let before = ids.len().saturating_sub(most);
    let which = if before > 0 { format!(": the last {most}, in the order of the document") } else { String::new() };
    console.line(&format!("{title} {}{which}", ids.len()))?;
    for id in ids.iter().skip(before) {
        console.line(&line(register, id))?;
    }
    console.line("")
}

/// An id, with the date and the title beside it, or below where the id is long.
fn line(register: &Register, id: &str) -> String {
    let (date, title) = match register.get(id) {
        Some(Record::Incident { record: incident }) => (incident.date.map(|date| date.to_string()), incident.title),
        Some(Record::Loss { record: loss }) => (loss.date.map(|date| date.to_string()), loss.title),
        _ => (None, String::new()),
    };
    let title = if title.is_empty() { "(no title)" } else { &title };
    let date = date.unwrap_or_else(|| "no date".to_owned());
    let width = printable(id).width();
    if width + 2 < DATE {
        return beside(&format!("  {id}{}{date}", " ".repeat(DATE - 2 - width)), title, TITLE);
    }
    let below = beside(&format!("{}{date}", " ".repeat(DATE)), title, TITLE);
    format!("{}\n{below}", wrapped(id, 2, 2))
}
