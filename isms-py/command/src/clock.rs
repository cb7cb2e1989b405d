//! The one place where the command looks at the clock.

use crate::failure::Failure;
use isms_core::Date;

/// Today, in UTC: the same answer on every machine.
pub(crate) fn today() -> Result<Date, Failure> {
    chrono::Utc::now()
        .date_naive()
        .to_string()
        .parse()
        .map_err(|fault| Failure::misuse(format!("the clock is wrong: {fault}; give --as-of")))
}
