//! Dates as people know them: a year, a month, a day or an instant.

use super::Value;
use super::cells::{Cells, Holds};
use super::duration::duration;
use super::field::Dates;
use crate::json::{Reader, Syntax, write_text};
use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use serde_json::{Value as Json, json};

const EXPECTED: &str = "a date: 2026, 2026-03, 2026-03-14 or 2026-03-14T06:30:00Z";
const DAY: i64 = 86_400;

/// A date that may be known only in part: a year, a year and month, a day, or an instant with its
/// offset from UTC (`2026-03-14T06:30:00Z`, `2026-03-14T08:30+02:00`). A partial date is the interval
/// of its days.
///
/// Years run from 0001 to 9999. Seconds may be left out, or have a fraction, which is not compared.
/// Reading and comparing cost a constant.
///
/// ```
/// use isms_core::Date;
/// let march: Date = "2026-03".parse()?;
/// let day: Date = "2026-03-14".parse()?;
/// assert!(!march.is_certainly_before(&day), "it may have been the 20th");
/// assert!("2026-02-30".parse::<Date>().is_err());
/// # Ok::<(), isms_core::DateFault>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Date {
    text: String,
    span: Span,
}

/// Whether what is valid from the one date up to the other holds on all of a day. A missing end is open.
pub(crate) fn holds(since: Option<&Date>, until: Option<&Date>, day: &Date) -> bool {
    let day = day.span();
    let begun = since.is_none_or(|since| since.span().first <= day.first);
    begun && until.is_none_or(|until| day.last <= until.span().last)
}

/// A second, counted from the beginning of 1970, by the clock of UTC: no other zone is ever asked for. `None`: it is beyond the
/// year 9999, or before the year 1.
fn at(second: i64) -> Option<NaiveDateTime> {
    chrono::DateTime::from_timestamp(second, 0).map(|found| found.naive_utc()).filter(is_told)
}

/// Whether it can be written as we write dates.
fn is_told(found: &NaiveDateTime) -> bool {
    (1..=9999).contains(&found.year())
}

/// The last second of what a date may mean, so long a duration after it. `None`: it is beyond the calendar, or no duration.
pub(crate) fn later(date: &Date, text: &str) -> Option<i64> {
    let duration = duration(text)?;
    let moved = at(date.span.last)?.checked_add_months(Months::new(duration.months))?;
    let moved = moved.checked_add_days(Days::new(duration.days))?;
    let end = moved.checked_add_signed(TimeDelta::try_seconds(duration.seconds)?).filter(is_told)?;
    Some(end.and_utc().timestamp())
}

/// The day in which a second lies. `None`: it is beyond the calendar.
pub(crate) fn day_of(second: i64) -> Option<String> {
    Some(at(second)?.date().to_string())
}

/// A second as an instant of UTC. `None`: it is beyond the calendar.
pub(crate) fn instant_of(second: i64) -> Option<String> {
    Some(format!("{:?}Z", at(second)?))
}

/// The day that lies so many days before the first one of a date; the date itself where the calendar ends.
pub(crate) fn days_before(date: &Date, days: i64) -> Date {
    let first = date.span.first.saturating_sub(days.saturating_mul(DAY));
    day_of(first).and_then(|day| day.parse().ok()).unwrap_or_else(|| date.clone())
}

/// The seconds that a date may mean, counted from 1970-01-01T00:00:00Z, both ends inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first second.
    pub first: i64,
    /// The last second.
    pub last: i64,
}

impl Span {
    /// Whatever the exact seconds are, this one comes first.
    #[must_use]
    pub fn is_certainly_before(self, other: Self) -> bool {
        self.last < other.first
    }

    /// This one may come first. Days are compared as days, and equal spans are taken as the same
    /// time: only two instants can differ within a day.
    #[must_use]
    pub fn may_be_before(self, other: Self) -> bool {
        if self == other {
            return false;
        }
        if self.first == self.last && other.first == other.last {
            return self.first < other.last;
        }
        self.first.div_euclid(DAY) < other.last.div_euclid(DAY)
    }
}

/// Text that is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {EXPECTED}, found `{found}`")]
pub struct DateFault {
    /// The text.
    pub found: String,
}

impl Date {
    /// The date as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Its year.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.text.get(..4).and_then(|year| year.parse().ok()).unwrap_or_default()
    }

    /// The seconds that it may mean.
    #[must_use]
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whatever the exact dates are, this one comes first.
    #[must_use]
    pub fn is_certainly_before(&self, other: &Self) -> bool {
        self.span.is_certainly_before(other.span)
    }

    fn read_text(text: &str) -> Option<Span> {
        match text.len() {
            4 => Some(Span { first: midnight(text, "-01-01")?, last: midnight(text, "-12-31")? + DAY - 1 }),
            7 => {
                let first = day(text, "-01")?;
                let next = first.checked_add_months(Months::new(1))?;
                Some(Span { first: seconds(first), last: seconds(next) - 1 })
            }
            10 => midnight(text, "").map(|first| Span { first, last: first + DAY - 1 }),
            _ => instant(text),
        }
    }
}

/// The day `text` + `rest`, written YYYY-MM-DD in full.
fn day(text: &str, rest: &str) -> Option<NaiveDate> {
    let full = format!("{text}{rest}");
    let plain = full.len() == 10
        && full.bytes().enumerate().all(
            |(at, byte)| {
                if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() }
            },
        );
    let number = |from: usize, to: usize| full.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok().filter(|year| plain && *year > 0)?;
    NaiveDate::from_ymd_opt(year, number(5, 7)?, number(8, 10)?)
}

fn midnight(text: &str, rest: &str) -> Option<i64> {
    day(text, rest).map(seconds)
}

fn seconds(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp()
}

/// The second of `YYYY-MM-DDThh:mm:ss.fff±hh:mm`. Seconds and their fraction may be missing; a
/// fraction is kept in the text and not compared. `Z` stands for an offset of none.
fn instant(text: &str) -> Option<Span> {
    let midnight = midnight(text.get(..10)?, "")?;
    let (clock, offset) = text.get(10..)?.strip_prefix('T').and_then(split_offset)?;
    let (hour, minute) = hour_and_minute(clock.get(..5)?)?;
    let second = match clock.get(5..)? {
        "" => 0,
        seconds => second(seconds.strip_prefix(':')?)?,
    };
    let second = midnight + hour * 3_600 + minute * 60 + second - offset;
    Some(Span { first: second, last: second })
}

/// The time of the day, and the seconds by which its clock is ahead of UTC.
fn split_offset(text: &str) -> Option<(&str, i64)> {
    if let Some(clock) = text.strip_suffix('Z') {
        return Some((clock, 0));
    }
    let (rest, offset) = text.split_at_checked(text.len().checked_sub(5)?)?;
    let (hour, minute) = hour_and_minute(offset)?;
    let ahead = hour * 3_600 + minute * 60;
    match rest.strip_suffix('+') {
        Some(clock) => Some((clock, ahead)),
        None => rest.strip_suffix('-').map(|clock| (clock, -ahead)),
    }
}

fn hour_and_minute(text: &str) -> Option<(i64, i64)> {
    let (hour, minute) = text.split_once(':')?;
    Some((two_digits(hour, 24)?, two_digits(minute, 60)?))
}

/// A whole second, whatever its fraction.
fn second(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_fraction = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    two_digits(whole, 60).filter(|_| is_fraction)
}

/// Two digits of a number below `end`.
fn two_digits(text: &str, end: i64) -> Option<i64> {
    let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| plain && *number < end)
}

impl std::str::FromStr for Date {
    type Err = DateFault;

    fn from_str(text: &str) -> Result<Self, DateFault> {
        match Self::read_text(text) {
            Some(span) => Ok(Self { text: text.to_owned(), span }),
            None => Err(DateFault { found: text.to_owned() }),
        }
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}

impl serde::Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl Value for Date {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        let Some(text) = reader.text(EXPECTED)? else {
            return Ok(None);
        };
        let date = text.parse().ok();
        if date.is_none() {
            reader.out_of_range(EXPECTED, &text);
        }
        Ok(date)
    }

    fn skim(reader: &mut Reader<'_>, dates: &mut Dates) -> Result<(), Syntax> {
        let field = reader.field();
        let date = Self::read(reader)?;
        dates.extend(field.zip(date));
        Ok(())
    }

    fn write(&self, out: &mut String) {
        write_text(out, &self.text);
    }

    fn schema() -> Json {
        json!({"$ref": "#/$defs/date"})
    }

    const HOLDS: Holds = Holds::Text;

    fn put(&self, cells: &mut Cells) {
        cells.text(&self.text);
    }
}

/// The schema of a date. It takes 29 February of any year, and any offset; the reader knows leap years.
pub(crate) fn date_schema() -> Json {
    const DAYS: &str =
        "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9])";
    const YEAR: &str = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])";
    const TIME: &str =
        "T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\\.[0-9]+)?)?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])";
    json!({
        "description": "A year, a year and month, a day, or an instant with its offset.",
        "type": "string",
        "pattern": format!("^{YEAR}(?:-(?:0[1-9]|1[0-2])|-(?:{DAYS})(?:{TIME})?)?$"),
    })
}

#[cfg(feature = "uniffi")]
uniffi::custom_type!(Date, String, {
    lower: |date| date.text,
    try_lift: |text| Ok(text.parse()?),
});

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Span {
        text.parse::<Date>().unwrap().span()
    }

    #[test]
    fn later_and_earlier_days_are_those_of_another_calendar() {
        for text in ["2024-02-29", "2026-03", "2023-12-31T23:59:59Z", "0001", "1969-07-20T20:17:40Z"] {
            let date: Date = text.parse().unwrap();
            let last = jiff::Timestamp::from_second(date.span.last).unwrap().to_zoned(jiff::tz::TimeZone::UTC);
            assert_eq!(instant_of(date.span.last), Some(last.timestamp().to_string()));
            for duration in ["P1Y", "P1M", "P6M", "P2W", "P90D", "PT36H", "PT1S", "P1Y2M3W4DT5H6M7S", "P9999M"] {
                let theirs = last.checked_add(duration.parse::<jiff::Span>().unwrap()).unwrap();
                assert_eq!(later(&date, duration), Some(theirs.timestamp().as_second()), "{text} {duration}");
            }
        }
        let before = |text: &str, days| days_before(&text.parse().unwrap(), days).to_string();
        assert_eq!(before("2024-03", 1), "2024-02-29");
        assert_eq!(before("2026-01-15T00:00:00Z", 30), "2025-12-16");
        assert_eq!((before("0001-01-02", 30), before("2026", i64::MAX)), ("0001-01-02".to_owned(), "2026".to_owned()));
        let day: Date = "9999-12-31".parse().unwrap();
        assert_eq!((later(&day, "P1D"), later(&day, "30 days"), instant_of(i64::MAX)), (None, None, None));
    }

    #[test]
    fn a_partial_date_is_the_interval_of_its_days() {
        assert_eq!((date("1970").first, date("1970").last), (0, 365 * DAY - 1));
        assert_eq!(date("2024-02").last - date("2024-02").first, 29 * DAY - 1);
        assert_eq!(date("1970-01-02").first, DAY);
        assert_eq!(date("1970-01-01T01:00:00+01:00").first, 0);
        assert_eq!(date("1969-12-31T18:29:59.75-05:30").first, -1);
        assert_eq!(date("1970-01-01T00:01Z"), Span { first: 60, last: 60 });
        assert_eq!(date("9999-12-31T23:59:59-23:59").first, date("9999").last + 23 * 3_600 + 59 * 60);
    }

    #[test]
    fn a_second_lies_in_a_day() {
        let days = [date("2026-03").last, date("1969").last, 0].map(day_of);
        assert_eq!(days.map(Option::unwrap), ["2026-03-31", "1969-12-31", "1970-01-01"]);
        assert_eq!(day_of(i64::MAX), None);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "26",
            "2026-13",
            "2026-02-30",
            "0000",
            "2026/03/14",
            "14.3.2026",
            "2026-3-14",
            "2026-03-14T06:30",
            "2026-03-14 06:30:00Z",
            "2026-03-14t06:30:00Z",
            "2026-03-14T06:30:00z",
            "2026-03-14T06:30:60Z",
            "2026-03-14T24:00:00Z",
            "2026-03-14T06:30:00.Z",
            "2026-03-14T06:30:00,5Z",
            "2026-03-14T06:30:00+0100",
            "2026-03-14T06:30:00+01",
            "2026-03-14T06:30:00+24:00",
            "2026-03-14T063000Z",
            "2026-03-14T06:30:00Z[UTC]",
            "2026-03-14T06:30:0é",
            "+2026-03",
            "２０２６",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn order_is_certain_only_between_intervals_that_lie_apart() {
        assert!(date("2025").is_certainly_before(date("2026-01-01")));
        assert!(!date("2026-03").is_certainly_before(date("2026-03-14")));
        assert!(date("2026-03").may_be_before(date("2026-03-14")));
        assert!(!date("2026").may_be_before(date("2026")));
        assert!(!date("2026-03-14T06:00:00Z").may_be_before(date("2026-03-14")), "the same day");
        assert!(date("2026-03-14T06:00:00Z").may_be_before(date("2026-03-14T07:00:00Z")));
    }
}
