//! Days of the Gregorian calendar, counted from 1970-01-01.

/// The seconds of a day.
pub(super) const DAY: i64 = 86_400;

/// How many days 400 years have, after which the calendar repeats itself.
const CYCLE: i64 = 146_097;

/// The days from 0000-03-01, the first day of a cycle, to 1970-01-01. Years that begin in March end with a leap day.
const BEFORE_1970: i64 = 719_468;

/// A day of a year from 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    year: i64,
    month: i64,
    day: i64,
}

impl Day {
    /// `None`: there is no such day.
    pub(super) fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let is_day = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1;
        (is_day && day <= length(year, month)).then_some(Self { year, month, day })
    }

    /// The day on which a second falls, counted from the beginning of 1970.
    pub(super) fn of_second(second: i64) -> Option<Self> {
        let day = second.div_euclid(DAY) + BEFORE_1970;
        let of_cycle = day.rem_euclid(CYCLE);
        let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
        let of_year = of_cycle - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year + day.div_euclid(CYCLE) * 400 + i64::from(month <= 2);
        Self::new(year, month, of_year - (153 * from_march + 2) / 5 + 1)
    }

    /// Its first second, counted from the beginning of 1970.
    pub(super) fn midnight(self) -> i64 {
        let year = self.year - i64::from(self.month <= 2);
        let from_march = (self.month + 9) % 12;
        let of_cycle = year.rem_euclid(400);
        let days = of_cycle * 365 + of_cycle / 4 - of_cycle / 100 + (153 * from_march + 2) / 5 + self.day - 1;
        (year.div_euclid(400) * CYCLE + days - BEFORE_1970) * DAY
    }

    /// The last day of its month.
    pub(super) fn last_of_month(self) -> Self {
        Self { day: length(self.year, self.month), ..self }
    }

    /// So many months later; where that month is too short, its last day.
    pub(super) fn later(self, months: i64) -> Option<Self> {
        let months = self.year * 12 + self.month - 1 + months;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        Self::new(year, month, self.day.min(length(year, month)))
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn length(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan as _, civil};

    #[test]
    fn days_are_those_of_another_calendar() {
        let mut theirs = civil::date(1, 1, 1);
        let mut second = theirs.to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().as_second();
        loop {
            let (year, month, day) = (theirs.year().into(), theirs.month().into(), theirs.day().into());
            let ours = Day::new(year, month, day).unwrap();
            assert_eq!((ours.midnight(), ours.to_string()), (second, theirs.to_string()));
            assert_eq!((Day::of_second(second), Day::of_second(second + DAY - 1)), (Some(ours), Some(ours)));
            assert_eq!(ours.last_of_month().to_string(), theirs.last_of_month().to_string());
            assert_eq!(Day::new(year, month, i64::from(theirs.days_in_month()) + 1), None);
            // Every day of a cycle, every eleventh of the others.
            let step = if (1800..=2200).contains(&year) { 1 } else { 11 };
            let Ok(next) = theirs.checked_add(step.days()) else { break };
            (theirs, second) = (next, second + step * DAY);
        }
        assert_eq!(
            (Day::of_second(second + 11 * DAY), Day::of_second(i64::MIN), Day::of_second(i64::MAX)),
            (None, None, None)
        );
    }

    #[test]
    fn so_many_months_later_it_is_that_of_another_calendar() {
        for (year, month, day) in [(2023, 1, 31), (2024, 1, 31), (2024, 2, 29), (1999, 12, 31), (2026, 8, 30)] {
            for months in 0..600_i32 {
                let theirs = civil::date(year, month, day).checked_add(months.months()).unwrap();
                let ours = Day::new(year.into(), month.into(), day.into()).unwrap().later(months.into()).unwrap();
                assert_eq!(ours.to_string(), theirs.to_string());
            }
        }
        assert_eq!(Day::new(9999, 12, 1).unwrap().later(1), None);
    }
}
