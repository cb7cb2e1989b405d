//! Reading notes: what an import met in a table and what it did about it.

/// One line of the reading report: something in a source was not taken as it stands, or is not
/// there. Nothing is repaired, left out or guessed without one.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ReadingNote {
    /// The row as a spreadsheet numbers it: the header is row 1; a text of several lines in one
    /// cell is still one row. Where the source is no table: the number of the thing in it, from 1; 0: none.
    pub row: u64,
    /// The column as its header is written; empty: the row as a whole. Where the source is no table: the place, a JSON pointer.
    pub column: String,
    /// The value as the source wrote it.
    pub value: String,
    /// What was met; each importer lists its codes with an explanation.
    pub code: String,
    /// What was done about it.
    pub done: String,
}

/// A kind of reading note: its code and what it means.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ReadingNoteKind {
    /// The code.
    pub code: String,
    /// What it means, in one sentence or two.
    pub explanation: String,
}
