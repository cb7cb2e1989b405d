//! The assessment requirement by requirement, as a table.

use super::rows::{Cell, Rows};
use super::table::Table;
use crate::assess::{AssessOptions, AssessedRow, each_row};
use crate::catalog::Catalogs;
use crate::finding::Refusal;
use crate::register::Register;
use crate::value::{Holds, Watch};

const ASSESSED: &[(&str, Holds)] = &[
    ("agency", Holds::Text),
    ("place", Holds::Text),
    ("standard", Holds::Text),
    ("edition", Holds::Text),
    ("requirement", Holds::Text),
    ("text", Holds::Text),
    ("sector", Holds::Text),
    ("function", Holds::Text),
    ("field", Holds::Text),
    ("level", Holds::Text),
    ("approach", Holds::Text),
    ("must", Holds::Flag),
    ("result", Holds::Text),
    ("verification", Holds::Text),
    ("date", Holds::Text),
    ("expires", Holds::Text),
    ("carried_from", Holds::Text),
    ("evidence", Holds::Flag),
    ("reviewer", Holds::Flag),
    ("due", Holds::Text),
    ("overdue", Holds::Flag),
];

impl Table {
    /// How each requirement stands at each office, and at the headquarters of each agency: what [`Register::assess`] counts, row
    /// by row. The rows are made at once. Linear in the records, plus offices times requirements.
    ///
    /// # Errors
    /// As [`Register::assess`]; also when `watch` stops it.
    pub fn assessed(
        register: &Register,
        options: &AssessOptions,
        catalogs: &Catalogs,
        watch: &mut dyn Watch,
    ) -> Result<Self, Refusal> {
        let mut rows = Rows::new(ASSESSED);
        let mut full = None;
        let label = each_row(register, options, catalogs, watch, &mut |row| {
            let added = rows.push(&row().cells());
            full = full.take().or(added.err());
        })?;
        full.map_or_else(|| Ok(rows.finish(Some(label), 0)), Err)
    }
}

impl AssessedRow {
    /// In the order of the columns.
    fn cells(&self) -> [Cell<'_>; ASSESSED.len()] {
        fn text(text: &str) -> Cell<'_> {
            Cell::Text(Some(text))
        }
        [
            text(&self.agency),
            Cell::Text(self.place.as_deref()),
            text(&self.standard),
            text(&self.edition),
            text(&self.requirement),
            text(&self.text),
            Cell::Text(self.sector.as_deref()),
            Cell::Text(self.function.as_deref()),
            Cell::Text(self.field.as_deref()),
            Cell::Text(self.level.as_deref()),
            Cell::Text(self.approach.as_deref()),
            Cell::Flag(Some(self.must)),
            text(&self.result),
            Cell::Text(self.verification.as_deref()),
            Cell::Text(self.date.as_deref()),
            Cell::Text(self.expires.as_deref()),
            Cell::Text(self.carried_from.as_deref()),
            Cell::Flag(self.evidence),
            Cell::Flag(self.reviewer),
            Cell::Text(self.due.as_deref()),
            Cell::Flag(Some(self.overdue)),
        ]
    }
}
