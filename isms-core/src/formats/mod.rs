//! Formats: reading and writing the files of other houses, with a report of all that was not taken as it
//! stands, or could not be carried.

mod answer;
mod awsd;
mod codes;
mod export;
mod note;
mod oscal;

pub use answer::{ImportAnswer, Imported, Total};
pub use awsd::{awsd_notes, import_awsd, import_awsd_bytes, import_awsd_bytes_watched};
pub use export::{ExportAnswer, ExportNote, Exported};
pub use note::{ReadingNote, ReadingNoteKind};
pub use oscal::{
    OscalExport, OscalImport, export_oscal, export_oscal_watched, import_oscal, oscal_export_notes, oscal_notes,
};
