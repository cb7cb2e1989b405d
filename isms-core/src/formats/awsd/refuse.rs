//! The sentences of refusals: row, column, expected, found, fix.

use super::codes::Code as RowCode;
use super::table::Fault;
use crate::finding::{Code, Fact, Finding, Refusal};

pub(super) const EXPORT: &str = "download the search result of the database again as CSV, and don't open it on the way";
pub(super) const UTF8: &str = "save the table as \"CSV UTF-8 (comma delimited)\"";

const EXPECTED: &str = "a CSV export of the Aid Worker Security Database";

/// Not a table of text at all.
pub(super) fn no_table(found: &str, fix: &str) -> Refusal {
    not_the_format(1, "", EXPECTED, found, fix)
}

/// Not of this format, at this cell.
pub(super) fn not_the_format(row: u64, column: &str, expected: &str, found: &str, fix: &str) -> Refusal {
    let place = if column.is_empty() { format!("row {row}") } else { format!("row {row}, column {column:?}") };
    let message = format!("expected {expected} at {place}, found {found}; {fix}");
    Finding::new(Code::NotTheFormat, "", message)
        .fact(Fact::count("row", usize::try_from(row).unwrap_or(usize::MAX)))
        .fact(Fact::text("column", column))
        .fact(Fact::text("expected", expected))
        .fact(Fact::text("found", found))
        .fact(Fact::text("fix", fix))
        .into()
}

/// Of this format, and yet no row could be read.
pub(super) fn nothing_read(rows: u64, first: &Fault) -> Refusal {
    let fix = match first.code {
        RowCode::UnclosedQuote => "the file may have been cut off: fetch it again",
        _ => EXPORT,
    };
    let fix = format!("of {rows} {} none could be read; {fix}", if rows == 1 { "row" } else { "rows" });
    not_the_format(first.row, &first.column, &first.expected, &first.found, &fix)
}

/// A row over the limit.
pub(super) fn row_too_long(start: u64, limit: u64) -> Refusal {
    let message = format!(
        "expected rows of at most {limit} bytes, found a longer one at byte {start}; is a quote left open there?"
    );
    Refusal::new(Code::OverLimit, "", message)
}

/// The source can't be read.
pub(super) fn read(error: &std::io::Error) -> Refusal {
    Refusal::new(Code::ReadFailed, "", format!("the source can't be read: {error}"))
}

/// The document can't be written.
pub(super) fn write(error: &std::io::Error) -> Refusal {
    Refusal::new(Code::WriteFailed, "", format!("the document can't be written: {error}"))
}

/// The caller stopped the call.
pub(super) fn stopped(row: u64) -> Refusal {
    Refusal::new(Code::Stopped, "", format!("stopped by the caller at row {row}; what was written is not whole"))
}
