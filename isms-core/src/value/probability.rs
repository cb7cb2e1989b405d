//! Numbers that must lie between 0 and 1.

use crate::json::{Reader, Syntax};

pub(super) const PROBABILITY: &str = "a number from 0 to 1";

/// The next value as a number from 0 to 1; otherwise noted.
pub(super) fn read(reader: &mut Reader<'_>) -> Result<Option<f64>, Syntax> {
    let Some(number) = reader.number(PROBABILITY)? else {
        return Ok(None);
    };
    if (0.0..=1.0).contains(&number) {
        return Ok(Some(number));
    }
    reader.number_out_of_range(PROBABILITY);
    Ok(None)
}
