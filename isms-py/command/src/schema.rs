//! `isms schema`: the JSON Schema of a register.

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;

pub(crate) fn run(json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let schema = isms_core::schema();
    // With `#` the value prints itself over many lines.
    console.line(&if json { format!("{schema}") } else { format!("{schema:#}") })?;
    Ok(FINE)
}
