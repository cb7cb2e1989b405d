//! The paths back from a record.

use super::{give, named};
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Opened;
use crate::text::{labelled, wrapped};
use isms_core::Paths;

pub(super) fn answer(
    opened: &Opened,
    id: &str,
    most: u32,
    json: bool,
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    give(&opened.register.paths(id, most)?, json, console, |paths, console| tell(opened, paths, console))
}

fn tell(opened: &Opened, paths: &Paths, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&labelled("PATHS BACK FROM", &paths.label))?;
    console.line(&named(&opened.register, &paths.id, 2))?;
    console.line("")?;
    for (at, path) in paths.paths.iter().enumerate() {
        console.line(&wrapped(&format!("{}. {}", at + 1, path.join(" <- ")), 2, 6))?;
    }
    let listed = paths.paths.len();
    let all = &paths.total;
    console.line("")?;
    if paths.complete {
        console.line(&format!("All of them: {all}."))
    } else {
        console.line(&format!("The first {listed} of {all}; a larger N behind --paths lists more."))
    }
}
