//! Calls that need no register.

use crate::error::IsmsError;
use crate::watcher::{Watcher, Watching};
use isms_core::{Assessed, Commands, Explanation, GoNoGo, Imported, Meeting, Office, ReadingNoteKind, Review};

/// The page of a finding's code: what the rule looks for, why, when it is normal, what to do.
///
/// # Errors
/// Refuses text that is no code, with the code most like it.
#[uniffi::export]
pub fn explain(code: &str) -> Result<Explanation, IsmsError> {
    Ok(isms_core::explain(code)?)
}

/// The JSON Schema (2020-12) of a document, as text.
#[uniffi::export]
pub fn schema() -> String {
    isms_core::schema().to_string()
}

/// The bundled sample: the document of a fictional country, with a few faults such as people make.
#[uniffi::export]
pub fn sample() -> String {
    isms_core::SAMPLE.clone()
}

/// A review as a page of text: at most 60 lines of 80 columns, in English. `file` is the name
/// under which the register can be opened: the page names commands that show more.
#[uniffi::export]
pub fn review_page(review: &Review, file: &str) -> String {
    isms_core::review_page(review, file)
}

/// A meeting as a page of text, 80 columns wide, in English. `file` as in `reviewPage`; `offices` and `standards` are those with
/// which the meeting was asked for: the commands that the page names are of the same.
#[uniffi::export(default(offices = [], standards = []))]
pub fn meeting_page(meeting: &Meeting, file: &str, offices: Vec<Office>, standards: Vec<String>) -> String {
    isms_core::meeting_page(meeting, Commands::of(file).asking(offices, standards))
}

/// Who is covered by what, by an assessment, as a page of text, 80 columns wide, in English.
#[uniffi::export]
pub fn cover_page(assessed: &Assessed) -> String {
    isms_core::cover_page(assessed)
}

/// Go or no go as a page of text, 80 columns wide, in English.
#[uniffi::export]
pub fn go_no_go_page(sheet: &GoNoGo) -> String {
    isms_core::go_no_go_page(sheet)
}

/// Reads a CSV export of the Aid Worker Security Database: the document that was made of it, what
/// was read in counts, and the reading report. Nothing is repaired, left out or guessed without a
/// note in it. A blank count is unknown and never 0. Cost: linear in the bytes.
///
/// # Errors
/// Refuses what is no such export, saying what was expected and found at which row and column; also
/// when `watcher` stops it.
#[uniffi::export(default(watcher = None))]
#[expect(clippy::needless_pass_by_value, reason = "borrowed bytes would be a direct ByteBuffer in Kotlin")]
pub fn import_awsd(table: Vec<u8>, watcher: Option<Box<dyn Watcher>>) -> Result<Imported, IsmsError> {
    Ok(isms_core::import_awsd_bytes_watched(&table, &mut Watching(watcher))?)
}

/// The codes of the reading notes of `import_awsd`, with what they mean.
#[uniffi::export]
pub fn awsd_notes() -> Vec<ReadingNoteKind> {
    isms_core::awsd_notes()
}
