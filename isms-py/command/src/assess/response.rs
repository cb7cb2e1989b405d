//! How the parts of the response hang together: flows, integration, posture.

use super::page::{TOLD, line, plain, plain_all, section, some};
use crate::console::Console;
use crate::failure::Failure;
use crate::text::{beside, counted};
use isms_core::{Assessed, Flow, Flows, Integration, Lacking, Posture};

pub(super) fn tell(assessed: &Assessed, console: &mut Console<'_>) -> Result<(), Failure> {
    if assessed.offices.is_empty() {
        return Ok(());
    }
    flows(&assessed.flows, console)?;
    integration(&assessed.integration, console)?;
    postures(&assessed.postures, console)
}

/// The width of the first column, and of the others.
const FIRST: usize = 20;
const OTHER: usize = 15;

fn flows(flows: &Flows, console: &mut Console<'_>) -> Result<(), Failure> {
    if flows.cells.iter().chain(&flows.between).all(|cell| cell.count == 0) && flows.unshared.is_empty() {
        section("RESULTS PASSED ON", console)?;
        return line("none: no assessment, exchange or evaluation is on record", console);
    }
    let mut names: Vec<&str> = Vec::new();
    for cell in &flows.cells {
        if !names.contains(&cell.from.as_str()) {
            names.push(&cell.from);
        }
    }
    let title: String = names.iter().map(|name| format!("{:<OTHER$}", format!("to {name}"))).collect();
    section(&format!("{:<FIRST$}{}", "RESULTS PASSED ON", title.trim_end()), console)?;
    for from in &names {
        let cell = |to: &&str| flows.cells.iter().find(|cell| cell.from == **from && cell.to == **to).map(passed);
        let cells: String =
            names.iter().map(|to| format!("{:<OTHER$}", cell(to).unwrap_or_default())).collect::<String>();
        console.line(format!("{:<FIRST$}{cells}", format!("  from {from}")).trim_end())?;
    }
    if !flows.between.is_empty() {
        let between: Vec<String> =
            flows.between.iter().map(|flow| format!("{} to {} ({})", flow.from, flow.to, passed(flow))).collect();
        line(&format!("outside: {}", some(&between, 0)), console)?;
    }
    if flows.unshared.is_empty() {
        return Ok(());
    }
    let ids: Vec<&str> = flows.unshared.iter().map(|unshared| unshared.id.as_str()).collect();
    line(&format!("not to every sector, or to nobody outside: {}", some(&ids, flows.unshared_more)), console)
}

/// How many, and the last one.
fn passed(flow: &Flow) -> String {
    match (flow.count, &flow.last) {
        (0, _) => "never".to_owned(),
        (count, Some(last)) => format!("{count}, {last}"),
        (count, None) => format!("{count}, no date"),
    }
}

fn integration(found: &Integration, console: &mut Console<'_>) -> Result<(), Failure> {
    section("INTEGRATION", console)?;
    measures(found, console)?;
    incidents(found, console)?;
    lapses(found, console)
}

fn measures(found: &Integration, console: &mut Console<'_>) -> Result<(), Failure> {
    if found.measures == 0 {
        return line("no measure is in place", console);
    }
    let words = format!(
        "{} in place: {} on an assessment; of {} that need an exchange {} on one; {} using what was there",
        counted(found.measures, "measure"),
        resting(found.on_assessment),
        found.for_exchange,
        resting(found.on_exchange),
        found.existing
    );
    line(&words, console)?;
    lacking(&found.unfounded, found.unfounded_more, console)
}

fn incidents(found: &Integration, console: &mut Console<'_>) -> Result<(), Failure> {
    if found.incidents == 0 {
        return line("no incident is over", console);
    }
    let words = format!(
        "{} over: {} evaluated; of {} the loop is closed",
        counted(found.incidents, "incident"),
        found.evaluated,
        found.closed
    );
    line(&words, console)?;
    lacking(&found.open, found.open_more, console)
}

/// What evaluations found not to have worked, and of which nothing came.
fn lapses(found: &Integration, console: &mut Console<'_>) -> Result<(), Failure> {
    if found.lapses.is_empty() {
        return Ok(());
    }
    let all = found.lapses.len() as u64 + found.lapses_more;
    let open: Vec<_> = found.lapses.iter().filter(|lapse| !lapse.mended).collect();
    let more = if found.lapses_more > 0 { " or more" } else { "" };
    let words =
        format!("{} found by evaluations; of {}{more} of them no measure came", counted(all, "lapse"), open.len());
    line(&words, console)?;
    for lapse in open.iter().take(TOLD) {
        let text = lapse.text.as_deref().unwrap_or("nobody has said what did not work");
        console.line(&beside(&format!("    {}", lapse.evaluation), text, 26))?;
    }
    let more = open.len().saturating_sub(TOLD);
    if more > 0 { console.line(&format!("    and {more} more: --json lists them")) } else { Ok(()) }
}

fn resting(count: u64) -> String {
    if count == 1 { "1 rests".to_owned() } else { format!("{count} rest") }
}

/// Records, each with what it lacks.
pub(super) fn lacking(list: &[Lacking], more: u64, console: &mut Console<'_>) -> Result<(), Failure> {
    for found in list.iter().take(TOLD) {
        console.line(&beside(&format!("    {}", found.id), &format!("lacks {}", plain_all(&found.lacks)), 26))?;
    }
    let more = list.len().saturating_sub(TOLD) as u64 + more;
    if more > 0 { console.line(&format!("    and {more} more: --json lists them")) } else { Ok(()) }
}

fn postures(postures: &[Posture], console: &mut Console<'_>) -> Result<(), Failure> {
    section("POSTURE  on which school security rests, by the strategy and by what is done", console)?;
    for found in postures.iter().take(TOLD) {
        let strategy = found.strategy.as_deref().map_or_else(
            || "no strategy".to_owned(),
            |strategy| match found.rests_on.as_slice() {
                [] => format!("strategy {strategy}"),
                rests_on => format!("strategy {strategy} on {}", plain_all(rests_on)),
            },
        );
        let done = format!("measures: {} system-based, {} community-based", found.system, found.community);
        let reasons: Vec<String> =
            found.reasons.iter().filter(|reason| *reason != "no_strategy").map(|reason| plain(reason)).collect();
        let but = if reasons.is_empty() { String::new() } else { format!("; but: {}", reasons.join(", ")) };
        let posture = match found.posture.as_str() {
            "none" => "no measure says its school".to_owned(),
            posture => plain(posture),
        };
        let name = format!("  {}@{}", found.agency, found.place);
        console.line(&beside(&name, &format!("{posture}; {strategy}; {done}{but}"), 26))?;
    }
    let more = postures.len().saturating_sub(TOLD);
    if more > 0 { console.line(&format!("  and {more} more: --json lists them")) } else { Ok(()) }
}
