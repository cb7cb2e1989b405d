//! The reading report: a table of all that an import did not take as it stands.

use crate::failure::{Failure, reason};
use crate::output::Draft;
use isms_core::ReadingNote;
use std::fs::File;
use std::path::{Path, PathBuf};

/// A reading report in the making.
pub(crate) struct Report {
    draft: Draft,
    table: csv::Writer<File>,
    path: PathBuf,
    failed: Option<csv::Error>,
}

impl Report {
    /// Begins a report. As a [`Draft`], it appears whole or not at all.
    pub(crate) fn new(path: &Path, replace: bool) -> Result<Self, Failure> {
        let mut draft = Draft::new(path, replace)?;
        let file = draft.file().try_clone().map_err(|error| Failure::write(path, &reason(&error)))?;
        let mut table = csv::WriterBuilder::new().has_headers(false).from_writer(file);
        let failed = table.write_record(["row", "column", "value", "code", "done"]).err();
        Ok(Self { draft, table, path: path.to_owned(), failed })
    }

    /// Adds a note. A failure is told when the report is published.
    pub(crate) fn add(&mut self, note: &ReadingNote) {
        if self.failed.is_none() {
            let row = note.row.to_string();
            self.failed = self.table.write_record([&row, &note.column, &note.value, &note.code, &note.done]).err();
        }
    }

    /// Puts it in its place.
    pub(crate) fn publish(self) -> Result<(), Failure> {
        let Self { draft, mut table, path, failed } = self;
        let written = match failed {
            Some(error) => Err(error.into()),
            None => table.flush(),
        };
        written.map_err(|error| Failure::write(&path, &reason(&error)))?;
        draft.publish()
    }
}
