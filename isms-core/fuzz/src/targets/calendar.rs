//! Dates by another way: days counted by hand, text read character by character.

const DAY: i64 = 86_400;

/// The first and the last second that a date means; `None`: it is no date.
pub(crate) fn span(text: &str) -> Option<(i64, i64)> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let parts: Vec<&str> = date.split('-').collect();
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let numbers: Option<Vec<i64>> = parts.iter().map(|part| digits(part)).collect();
    let numbers = numbers?;
    let year = *numbers.first().filter(|year| **year > 0)?;
    let month = numbers.get(1).copied();
    let day = numbers.get(2).copied();
    if month.is_some_and(|month| !(1..=12).contains(&month))
        || day.is_some_and(|day| day < 1 || day > days_in(year, month.unwrap_or_default()))
    {
        return None;
    }
    match (lengths.as_slice(), time) {
        ([4], None) => Some((days(year, 1, 1) * DAY, days(year + 1, 1, 1) * DAY - 1)),
        ([4, 2], None) => {
            let first = days(year, month?, 1);
            Some((first * DAY, (first + days_in(year, month?)) * DAY - 1))
        }
        ([4, 2, 2], None) => Some((days(year, month?, day?) * DAY, days(year, month?, day?) * DAY + DAY - 1)),
        ([4, 2, 2], Some(time)) => {
            let second = days(year, month?, day?) * DAY + second_of_day(time)?;
            Some((second, second))
        }
        _ => None,
    }
}

fn digits(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// Days from the start of 1970.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let full = year - 1;
    let years = 365 * full + full / 4 - full / 100 + full / 400;
    let months = (1..month).map(|month| days_in(year, month)).sum::<i64>();
    years + months + day - 1 - 719_162
}

fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 => 28 + i64::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// `hh:mm`, seconds and their fraction if they are there, then `Z` or an offset. In UTC, fractions
/// cut off.
fn second_of_day(time: &str) -> Option<i64> {
    let (clock, zone) = time.split_at(time.find(['Z', '+', '-'])?);
    let (whole, fraction) = clock.split_once('.').map_or((clock, None), |(whole, fraction)| (whole, Some(fraction)));
    let parts: Option<Vec<i64>> = whole.split(':').map(pair).collect();
    let (hour, minute, second) = match (parts?.as_slice(), fraction) {
        ([hour, minute], None) => (*hour, *minute, 0),
        ([hour, minute, second], _) => (*hour, *minute, *second),
        _ => return None,
    };
    let odd = fraction.is_some_and(|digits| digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()));
    if hour > 23 || minute > 59 || second > 59 || odd {
        return None;
    }
    Some(hour * 3_600 + minute * 60 + second - offset(zone)?)
}

fn pair(text: &str) -> Option<i64> {
    (text.len() == 2).then(|| digits(text)).flatten()
}

fn offset(zone: &str) -> Option<i64> {
    if zone == "Z" {
        return Some(0);
    }
    let (hour, minute) = zone.strip_prefix(['+', '-'])?.split_once(':')?;
    let (hour, minute) = (pair(hour)?, pair(minute)?);
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    (hour < 24 && minute < 60).then_some(sign * (hour * 3_600 + minute * 60))
}
