//! The last incidents and losses of a register, for those who know no id yet.

use super::LISTED;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{BEGIN, Opened};
use crate::text::{beside, labelled, quoted, quoted_id, wrapped};
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
    tell_kind(register, "INCIDENTS", last_of(&incidents, shown), incidents.len(), console)?;
    tell_kind(register, "LOSSES", last_of(&losses, LISTED - shown), losses.len(), console)?;
    console.line(&format!("What led to one of them: isms trace {name} {}", quoted_id(last)))
}

/// The last ones, in the order of the document.
fn last_of<'i>(ids: &'i [&'i str], most: usize) -> &'i [&'i str] {
    ids.get(ids.len().saturating_sub(most)..).unwrap_or_default()
}

/// Records of a kind, and who may see them; `all`: how many there are.
fn tell_kind(
    register: &Register,
    title: &str,
    ids: &[&str],
    all: usize,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let labels = ids.iter().filter_map(|id| register.label_of(id));
    let Some(label) = labels.reduce(|label, other| label.strictest(&other)) else { return Ok(()) };
    let most = ids.len();
    let which = if all > most { format!(": the last {most}, in the order of the document") } else { String::new() };
    console.line(&labelled(&format!("{title} {all}{which}"), &label))?;
    for id in ids {
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
