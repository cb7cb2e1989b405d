//! Formats: reading the tables of other houses, with a report of all that was not taken as it
//! stands.

mod answer;
mod awsd;
mod note;

pub use answer::{ImportAnswer, Imported, Total};
pub use awsd::{awsd_notes, import_awsd, import_awsd_bytes, import_awsd_bytes_watched};
pub use note::{ReadingNote, ReadingNoteKind};
