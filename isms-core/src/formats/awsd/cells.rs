//! Reading single cells: counts, terms, dates, coordinates.

use super::codes::{Code, Notes};
use super::columns::Column;
use super::table::Row;
use super::terms::{Match, Terms};
use super::text::collapsed;
use crate::value::Date;

/// The largest whole number that every reader of JSON keeps exactly.
const MOST: u64 = (1 << 53) - 1;

const UNDATED: &str = "the date goes as far as it is known";

/// A whole number, also one with zeros after a point, and whether it has them.
fn whole(text: &str) -> Option<(u64, bool)> {
    let (digits, zeros) = text.split_once('.').map_or((text, None), |(digits, zeros)| (digits, Some(zeros)));
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(digits) || zeros.is_some_and(|zeros| zeros.is_empty() || zeros.bytes().any(|byte| byte != b'0')) {
        return None;
    }
    digits.parse().ok().filter(|number| *number <= MOST).map(|number| (number, zeros.is_some()))
}

/// The digits of an id that a spreadsheet has written as `4664.0`.
pub(super) fn without_zeros(text: &str) -> Option<&str> {
    let (_, true) = whole(text)? else {
        return None;
    };
    text.split_once('.').map(|(digits, _)| digits)
}

/// The number of a cell; `None`: it is no whole number.
fn number(row: &Row<'_>, column: Column, text: &str, notes: &mut Notes<'_>) -> Option<u64> {
    let (number, zeros) = whole(text)?;
    if zeros {
        row.note(notes, Code::NumberFormat, column, || format!("read as {number}"));
    }
    Some(number)
}

/// A count of people; `None`: unknown.
pub(super) fn count(row: &Row<'_>, column: Column, notes: &mut Notes<'_>) -> Option<u64> {
    row.cell(column)?;
    let Some(text) = row.trimmed(column, notes) else {
        row.note(notes, Code::CountBlank, column, || "unknown, not 0: nothing was made of it".to_owned());
        return None;
    };
    let number = number(row, column, text, notes);
    if number.is_none() {
        row.note(notes, Code::CountUnreadable, column, || {
            "expected a whole number such as 3; unknown: nothing was made of it".to_owned()
        });
    }
    number
}

/// A term of a known list, in the spelling of the list; an unknown one as it is written.
pub(super) fn term(row: &Row<'_>, column: Column, terms: &Terms, notes: &mut Notes<'_>) -> Option<String> {
    row.cell(column)?;
    let Some(text) = row.trimmed(column, notes) else {
        row.note(notes, Code::TermBlank, column, || "left out".to_owned());
        return None;
    };
    let text = collapsed(text);
    let unified = |term: &str| format!("written as {term:?}");
    match terms.find(&text) {
        Match::Same => (),
        Match::Case(term) => {
            row.note(notes, Code::CaseUnified, column, || unified(term));
            return Some(term.to_owned());
        }
        Match::Spelling(term) => {
            row.note(notes, Code::SpellingUnified, column, || unified(term));
            return Some(term.to_owned());
        }
        Match::Unknown => row.note(notes, Code::UnknownTerm, column, || "kept as it is written".to_owned()),
    }
    Some(text.into_owned())
}

/// The date, as far as it is known; `None`: not even the year is.
pub(super) fn date(row: &Row<'_>, notes: &mut Notes<'_>) -> Option<Date> {
    let year = row.trimmed(Column::Year, notes).and_then(|text| number(row, Column::Year, text, notes));
    let Some(year) = year.filter(|year| (1900..2200).contains(year)) else {
        row.note(notes, Code::YearUnreadable, Column::Year, || {
            "expected a year such as 2025; the row was refused, the others were read".to_owned()
        });
        return None;
    };
    let of_year = format!("{year}").parse().ok();
    let Some(month) = part(row, Column::Month, Code::UnknownMonth, notes) else {
        match row.cell(Column::Day).map(str::trim) {
            None => (),
            Some("") => row.note(notes, Code::UnknownDay, Column::Day, || UNDATED.to_owned()),
            Some(_) => {
                row.note(notes, Code::DateReduced, Column::Day, || format!("a day without a month: reduced to {year}"));
            }
        }
        return of_year;
    };
    let Ok(of_month) = format!("{year}-{month:02}").parse() else {
        row.note(notes, Code::DateReduced, Column::Month, || format!("no month from 1 to 12: reduced to {year}"));
        return of_year;
    };
    let Some(day) = part(row, Column::Day, Code::UnknownDay, notes) else {
        return Some(of_month);
    };
    let of_day = format!("{of_month}-{day:02}").parse().ok();
    if of_day.is_none() {
        row.note(notes, Code::DateReduced, Column::Day, || format!("no day of that month: reduced to {of_month}"));
    }
    of_day.or(Some(of_month))
}

/// The month or the day; `None`: unknown.
fn part(row: &Row<'_>, column: Column, blank: Code, notes: &mut Notes<'_>) -> Option<u64> {
    row.cell(column)?;
    let Some(text) = row.trimmed(column, notes) else {
        row.note(notes, blank, column, || UNDATED.to_owned());
        return None;
    };
    let number = number(row, column, text, notes);
    if number.is_none() {
        row.note(notes, Code::DateReduced, column, || {
            "expected a whole number; the date goes as far as it is known".to_owned()
        });
    }
    number
}

/// Coordinates as they could be read.
pub(super) enum Coordinates {
    /// There are none.
    None,
    /// Latitude and longitude.
    Numbers(f64, f64),
    /// What is written there.
    Text(String),
}

/// The coordinates.
pub(super) fn coordinates(row: &Row<'_>, notes: &mut Notes<'_>) -> Coordinates {
    let (Some(lat_cell), Some(lon_cell)) = (row.cell(Column::Latitude), row.cell(Column::Longitude)) else {
        return Coordinates::None;
    };
    if lat_cell.trim().is_empty() && lon_cell.trim().is_empty() {
        row.note(notes, Code::CoordinateBlank, Column::Latitude, || "no point".to_owned());
        return Coordinates::None;
    }
    let text = || Coordinates::Text(format!("{}, {}", lat_cell.trim(), lon_cell.trim()));
    let mut degrees = |column| {
        let cell = row.trimmed(column, notes).unwrap_or_default();
        let number = decimal(cell);
        if number.is_none() {
            row.note(notes, Code::CoordinateUnreadable, column, || {
                "expected degrees such as 12.9; kept as text, no point".to_owned()
            });
        }
        number
    };
    let (lat, lon) = (degrees(Column::Latitude), degrees(Column::Longitude));
    let (Some(lat), Some(lon)) = (lat, lon) else {
        return text();
    };
    let mut on_earth = true;
    for (column, number, most) in [(Column::Latitude, lat, 90.0), (Column::Longitude, lon, 180.0)] {
        if number.abs() > most {
            on_earth = false;
            row.note(notes, Code::CoordinateOutOfRange, column, || {
                format!("expected -{most} to {most} degrees; kept as text, no point")
            });
        }
    }
    if on_earth { Coordinates::Numbers(lat, lon) } else { text() }
}

/// A decimal number of plain digits: no exponent, no comma, no words.
fn decimal(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !plain || !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    // Zero has one sign.
    text.parse::<f64>().ok().filter(|number| number.is_finite()).map(|number| number + 0.0)
}
