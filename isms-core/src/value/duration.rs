//! Durations: in which time events are counted, and to which time likelihoods refer.

use crate::json::{Reader, Syntax};
use serde_json::{Value as Json, json};

const EXPECTED: &str = "a duration above 0 such as P1Y, P6M, P2W, P90D or PT12H";

/// The units in their order, before and after the `T`.
const UNITS: [&str; 2] = ["YMWD", "HMS"];

/// How long: months of the calendar, days, seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Duration {
    pub(super) months: u32,
    pub(super) days: u64,
    pub(super) seconds: i64,
}

/// The next value as a duration, a text as it is written; otherwise noted.
pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Option<String>, Syntax> {
    let Some(text) = reader.text(EXPECTED)? else {
        return Ok(None);
    };
    if is_duration(&text) {
        return Ok(Some(text.into_owned()));
    }
    reader.out_of_range(EXPECTED, format_args!("{text:?}"));
    Ok(None)
}

/// Whether text is a duration of ISO 8601: `P`, whole numbers of years, months, weeks and days, then
/// `T` and hours, minutes and seconds; each number of one to four digits, not all of them 0.
pub(crate) fn is_duration(text: &str) -> bool {
    duration(text).is_some()
}

/// The duration that text says.
pub(super) fn duration(text: &str) -> Option<Duration> {
    let text = text.strip_prefix('P')?;
    let (days, clock) = match text.split_once('T') {
        Some((days, clock)) => (days, Some(clock)),
        None => (text, None),
    };
    let [in_days, in_clock] = UNITS;
    let [years, months, weeks, days] = parts(days, in_days)?;
    let [hours, minutes, seconds, _] = match clock {
        Some("") => return None,
        clock => parts(clock.unwrap_or_default(), in_clock)?,
    };
    let found = Duration {
        months: years * 12 + months,
        days: u64::from(weeks * 7 + days),
        seconds: i64::from(hours * 3_600 + minutes * 60 + seconds),
    };
    (found != Duration::default()).then_some(found)
}

/// The numbers of text that is made of numbers, each with its unit, the units in their order; those that are missing are 0.
fn parts(mut text: &str, units: &str) -> Option<[u32; 4]> {
    let (mut found, mut from) = ([0; 4], 0);
    while !text.is_empty() {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let unit = text.chars().nth(digits)?;
        let at = units.find(unit).filter(|at| *at >= from && (1..=4).contains(&digits))?;
        *found.get_mut(at)? = text.get(..digits)?.parse().ok()?;
        from = at + 1;
        text = text.get(digits + 1..)?;
    }
    Some(found)
}

/// The schema of a duration. No look-ahead: not all regular expressions have it.
pub(crate) fn duration_schema() -> Json {
    let part = |unit: char| format!("(?:[0-9]{{1,4}}{unit})?");
    let [days, clock] = UNITS.map(|units| units.chars().map(part).collect::<String>());
    json!({
        "description": "An ISO 8601 duration above 0: whole numbers of years, months, weeks, days, hours, minutes, seconds.",
        "type": "string",
        "pattern": format!("^P{days}(?:T{clock})?$"),
        "allOf": [{"pattern": "[1-9]"}, {"pattern": "[^T]$"}],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_numbers_of_units_in_their_order_are_durations() {
        for text in ["P1Y", "P6M", "P2W", "P90D", "PT12H", "P1Y2M3W4DT5H6M7S", "P0Y1D", "PT8760H"] {
            assert!(is_duration(text), "{text}");
        }
        for text in [
            "", "P", "PT", "P1", "1Y", "P0D", "p1y", "-P1Y", "P1.5D", "P1D1Y", "P1H", "P1DT", "P12345D", "PT1Y",
            "P1YT", "P1Y ", "P1Y1Y", "1 year", "PY", "P1é",
        ] {
            assert!(!is_duration(text), "{text}");
        }
    }
}
