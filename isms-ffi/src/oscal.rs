//! OSCAL: standards come in, results go out.

use crate::error::IsmsError;
use crate::register::Register;
use crate::watcher::{Watcher, Watching};
use isms_core::{Catalogs, Exported, Imported, OscalExport, OscalImport, ReadingNoteKind};

/// Reads a catalogue of OSCAL, or a profile with the catalogue that it imports, from the bytes of its JSON file: the standard
/// as a catalogue of ours, what was read in counts, and the reading report, in which `row` is the number of the control and
/// `column` the place, a JSON pointer. Nothing is repaired, left out or guessed without a note in it. Cost: linear in the
/// bytes.
///
/// # Errors
/// Refuses what is no such document, a profile without its catalogue, and a placement that can't be read.
#[uniffi::export(default(options = None))]
#[expect(clippy::needless_pass_by_value, reason = "borrowed bytes would be a direct ByteBuffer in Kotlin")]
pub fn import_oscal(document: Vec<u8>, options: Option<OscalImport>) -> Result<Imported, IsmsError> {
    Ok(isms_core::import_oscal(&document, &options.unwrap_or_default())?)
}

/// The codes of the reading notes of `import_oscal`, with what they mean.
#[uniffi::export]
pub fn oscal_notes() -> Vec<ReadingNoteKind> {
    isms_core::oscal_notes()
}

/// Writes how a standard is met at an office on a day as assessment results of OSCAL, JSON. The file is an inside file: it
/// shows gaps. What OSCAL has no word for is listed. What nobody knows has no finding; only what is met is satisfied.
/// `catalogs` are the texts of catalogues beside those that are bundled. Cost: linear in the records and the requirements.
///
/// # Errors
/// Refuses an office that is not there, a standard that is not at hand or not adopted there, and one of which nothing is
/// verified; also when `watcher` stops it.
#[uniffi::export(default(catalogs = [], watcher = None))]
#[expect(clippy::needless_pass_by_value, reason = "records and lists cross by value")]
pub fn export_oscal(
    register: &Register,
    options: OscalExport,
    catalogs: Vec<String>,
    watcher: Option<Box<dyn Watcher>>,
) -> Result<Exported, IsmsError> {
    let catalogs = Catalogs::with_own(&catalogs)?;
    Ok(isms_core::export_oscal_watched(&register.core.now(), &options, &catalogs, &mut Watching(watcher))?)
}

/// The codes of what `export_oscal` can't carry, with what they mean.
#[uniffi::export]
pub fn oscal_export_notes() -> Vec<ReadingNoteKind> {
    isms_core::oscal_export_notes()
}
