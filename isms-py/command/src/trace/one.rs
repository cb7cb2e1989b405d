//! The trace of one record.

use super::{LISTED, give, list, named, tell_more};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Opened;
use crate::text::{labelled, quoted, quoted_id, wrapped};
use isms_core::{Broken, Trace};

pub(super) fn answer(opened: &Opened, id: &str, json: bool, console: &mut Console<'_>) -> Result<(), Failure> {
    give(&opened.register.trace(id)?, json, console, |trace, console| tell(opened, trace, console))
}

fn tell(opened: &Opened, trace: &Trace, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&labelled(&trace.kind.replace('_', " ").to_uppercase(), &trace.label))?;
    console.line(&named(&opened.register, &trace.id, 2))?;
    let causes = &trace.causes;
    if trace.kind != "risk_factor" {
        console.line("\nWHAT LED TO IT")?;
        list(opened, "incidents", &causes.incidents, console)?;
        list(opened, "threats", &causes.threats, console)?;
        list(opened, "risk factors", &causes.risk_factors, console)?;
        if causes.incidents.is_empty() && causes.threats.is_empty() && causes.risk_factors.is_empty() {
            console.line("  nothing on record")?;
        }
        breaks(trace, console)?;
    }
    let effects = &trace.effects;
    console.line("\nWHAT IT CAN LEAD TO")?;
    list(opened, "threats", &effects.threats, console)?;
    list(opened, "incidents", &effects.incidents, console)?;
    list(opened, "losses", &effects.losses, console)?;
    if effects.threats.is_empty() && effects.incidents.is_empty() && effects.losses.is_empty() {
        console.line("  nothing on record")?;
    }
    let command = format!("isms trace --paths 10 {} {}", quoted(&opened.name), quoted_id(&trace.id));
    if trace.kind == "risk_factor" { Ok(()) } else { console.line(&format!("\nPath by path: {command}")) }
}

fn breaks(trace: &Trace, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line("\nWHERE THE TRACE BREAKS")?;
    if trace.complete {
        return console.line("  nowhere: it leads back to risk factors");
    }
    for broken in trace.broken.iter().take(LISTED) {
        console.line(&wrapped(&format!("{}: {}", broken.id, why(broken)), 2, 4))?;
    }
    tell_more(trace.broken.len(), 2, console)
}

/// A kind with its article.
pub(super) fn a(kind: &str) -> String {
    let article = if kind.starts_with('i') { "an" } else { "a" };
    format!("{article} {}", kind.replace('_', " "))
}

/// Why a trace breaks, in words.
pub(super) fn why(broken: &Broken) -> String {
    let Some(link) = &broken.link else { return format!("no cause is named; {} is missing", a(&broken.missing)) };
    match broken.why.as_deref() {
        Some("dangling") => format!("names the cause {link}, which no record has as its id"),
        Some("wrong_stage") => format!("names the cause {link}, which is of a stage that can't lead to it"),
        Some("self") => "names itself as its cause".to_owned(),
        Some("cycle") => format!("names the cause {link}, which leads back to it in a cycle"),
        Some(other) => format!("names the cause {link}, which can't be followed: {}", other.replace('_', " ")),
        None => format!("names the cause {link}, which can't be followed"),
    }
}
