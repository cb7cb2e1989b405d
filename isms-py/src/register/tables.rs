//! Records and answers as tables.

use super::Register;
use crate::arguments::{Day, Names, Offices};
use crate::catalogs::{Asked, Own};
use crate::kind::Plural;
use crate::table::Table;
use pyo3::prelude::*;

#[pymethods]
impl Register {
    /// The records of a kind as a table: a row for each, in the order of the document, a column for each field.
    ///
    /// `pyarrow.table(register.table("losses"))`, `polars.DataFrame(...)` and their like take it without a copy by
    /// row. A field that is missing, or could not be read, is null. Text, dates among it, stands as it is written;
    /// what has parts of its own, or several forms, is JSON text, as are two columns more: `other`, the fields that
    /// this version does not know, and `unread`, the whole text of a record of which something could not be read.
    /// The table is of the register as it was. Refuses what is no kind (`bad_request`). Cost: none by row until it
    /// is read.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn table(&self, py: Python<'_>, kind: Plural) -> Table {
        let register = self.now(py);
        Table(py.detach(|| isms_core::Table::records(register, kind.0)))
    }

    /// What `check` finds, as a table: a row for each finding of its list, with the keys of a finding as columns.
    ///
    /// `facts` and `fix` are JSON text; `more` tells how many the list leaves out. Arguments and refusals as those
    /// of `check`.
    #[pyo3(signature = (as_of=None, *, catalogs=None, watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn findings_table(
        &self,
        py: Python<'_>,
        as_of: Option<Day>,
        catalogs: Option<Own>,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Table> {
        let found = self.checked(py, as_of, catalogs.as_ref(), watch)?;
        Table::made(py, isms_core::Table::findings(&found))
    }

    /// How each requirement stands at each office, and at the headquarters of each agency, as a table.
    ///
    /// What `assess` counts, row by row: `agency`, `place` (null: headquarters), `standard`, `edition`,
    /// `requirement`, `text`, `sector`, `function`, `field`, `level`, `approach`, `must`, `result` (`met`, `partly`,
    /// `unmet`, `waived`, `not_known`, `not_applicable`), `verification` that was looked at, its `date`, when it
    /// `expires`, from which requirement of another standard it was `carried_from`, whether it names `evidence` and
    /// a `reviewer`, until when a new requirement is `due`, and whether it is `overdue`.
    /// Arguments and refusals as those of `assess`. Cost: linear in the records, plus offices times requirements.
    #[pyo3(signature = (as_of, *, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn assessed_table(
        &self,
        py: Python<'_>,
        as_of: Day,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Table> {
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        let table = self.watched(py, watch, |register, watch| {
            isms_core::Table::assessed(register, &asked.options, &asked.catalogs()?, watch)
        })?;
        Ok(Table(table))
    }
}
