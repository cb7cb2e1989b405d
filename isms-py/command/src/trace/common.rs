//! The nearest common causes of several records.

use super::{LISTED, give, list, named, tell_more};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Opened;
use crate::text::{labelled, wrapped};
use isms_core::CommonCauses;

pub(super) fn answer(opened: &Opened, ids: &[String], json: bool, console: &mut Console<'_>) -> Result<(), Failure> {
    give(&opened.register.common_causes(ids)?, json, console, |common, console| tell(opened, common, console))
}

fn tell(opened: &Opened, common: &CommonCauses, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&labelled("NEAREST COMMON CAUSES OF", &common.label))?;
    for id in common.ids.iter().take(LISTED) {
        console.line(&named(&opened.register, id, 2))?;
    }
    tell_more(common.ids.len(), 2, console)?;
    console.line("")?;
    if common.common == 0 {
        return console.line("  none: they share no cause on record");
    }
    list(opened, "incidents", &common.nearest.incidents, console)?;
    list(opened, "threats", &common.nearest.threats, console)?;
    list(opened, "risk factors", &common.nearest.risk_factors, console)?;
    let words =
        format!("They share {} in all; none of those listed leads to another shared one.", causes(common.common));
    console.line(&format!("\n{}", wrapped(&words, 0, 0)))
}

fn causes(count: u64) -> String {
    crate::text::counted(count, "cause")
}
