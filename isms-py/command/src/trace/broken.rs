//! All broken traces of a register.

use super::{give, named, one};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Opened;
use crate::text::{inside_page, quoted, quoted_id, wrapped};
use isms_core::{BrokenTally, BrokenTraces};

pub(super) fn answer(opened: &Opened, json: bool, console: &mut Console<'_>) -> Result<(), Failure> {
    give(&opened.register.broken_traces(), json, console, |broken, console| tell(opened, broken, console))
}

fn tell(opened: &Opened, traces: &BrokenTraces, console: &mut Console<'_>) -> Result<(), Failure> {
    let all: u64 = traces.by_kind.iter().map(|tally| tally.count).sum();
    console.line(&wrapped(&inside_page(&traces.label), 0, 2))?;
    console.line(&format!("\nBROKEN TRACES {all}"))?;
    for tally in &traces.by_kind {
        tell_kind(opened, traces, tally, console)?;
    }
    if opened.register.is_empty() {
        return console.line("  none: the register has no records");
    }
    if all == 0 {
        return console.line("  none: every threat, incident and loss has a cause that can be followed");
    }
    if traces.capped {
        console.line(&format!("\nThe first {} are listed; the counts are exact.", traces.broken.len()))?;
    }
    let Some(first) = traces.broken.first() else { return Ok(()) };
    console.line(&format!("\nMore of one: isms trace {} {}", quoted(&opened.name), quoted_id(&first.id)))
}

fn tell_kind(
    opened: &Opened,
    traces: &BrokenTraces,
    tally: &BrokenTally,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    let kind = tally.kind.replace('_', " ").to_uppercase();
    console.line(&format!("\n{kind} {}: {} is missing", tally.count, one::a(&tally.missing)))?;
    for broken in traces.broken.iter().filter(|broken| broken.kind == tally.kind) {
        console.line(&named(&opened.register, &broken.id, 2))?;
        console.line(&wrapped(&one::why(broken), 6, 6))?;
    }
    Ok(())
}
