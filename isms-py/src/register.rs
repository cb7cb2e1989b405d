//! The register: opening, saving, looking up, editing, and its questions, one line each.

use crate::ancestors::Ancestors;
use crate::arguments::{Day, Ids, Names, Offices, Whole};
use crate::catalogs::{Asked, Own};
use crate::convert::{answer, from_json, json_text, record, to_json};
use crate::data::Data;
use crate::error::refused;
use crate::kind::Plural;
use crate::table::Table;
use crate::watch::PyWatch;
use crate::{display, edits, records};
use isms_core::{Kind, MAX_PATHS, Refusal, Shared, Stopped};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyIterator, PyList};
use pyo3::{Borrowed, FromPyObject};
use std::sync::Arc;

/// The default of `budget` stands in the signature as people read it: as a number.
const _: () = assert!(MAX_PATHS == 1_000);

/// All records of one agency, or of many together.
///
/// Threads may share it, ask and edit at the same time: a question is answered on the register as it
/// was when it was asked, and nobody waits for another's question. Its slow calls take
/// `watch(done, total)`, which is called about every thousand records, and at the end with `done`
/// equal to `total`: bytes where a file is read, fixes where fixes are applied, records elsewhere,
/// those of all passes. If it returns `False` the call refuses with the code `stopped` and leaves
/// everything as it was; what it raises comes out of the call. So does Ctrl-C, with `watch` and without.
#[pyclass(frozen, module = "isms")]
pub struct Register(Shared);

impl From<isms_core::Register> for Register {
    fn from(register: isms_core::Register) -> Self {
        Self(Shared::new(register))
    }
}

/// Nobody waits for the register while he holds the lock of the interpreter: who edits it may want that too.
impl Register {
    /// The register as it is now.
    fn now(&self, py: Python<'_>) -> Arc<isms_core::Register> {
        self.0.try_now().unwrap_or_else(|| py.detach(|| self.0.now()))
    }

    fn edit<T: Send>(&self, py: Python<'_>, edit: impl FnOnce(&mut isms_core::Register) -> T + Send) -> T {
        py.detach(|| self.0.edit(edit))
    }

    /// Asks a question that can be watched.
    pub(crate) fn watched<T: Send>(
        &self,
        py: Python<'_>,
        watch: Option<Py<PyAny>>,
        question: impl FnOnce(&isms_core::Register, &mut PyWatch) -> Result<T, Refusal> + Send,
    ) -> PyResult<T> {
        let mut watch = PyWatch::new(py, watch)?;
        let register = self.now(py);
        let answer = py.detach(|| question(&register, &mut watch));
        watch.finish(py, answer)
    }
}

#[pymethods]
impl Register {
    /// A register without records.
    #[staticmethod]
    fn new(id: String, title: String) -> Self {
        isms_core::Register::new(id, title).into()
    }

    /// Opens a document: UTF-8 JSON text.
    ///
    /// Its text is copied once; `isms.load` opens a file without that. `watch(done, total)` is told
    /// of bytes. Refuses what is no JSON, has no `isms` key, is of a newer format or over a limit.
    /// What is wrong within the document is no reason to refuse: `check` finds it. Cost: linear in
    /// the bytes.
    #[staticmethod]
    #[pyo3(signature = (data, *, watch=None))]
    fn open(py: Python<'_>, data: Data, watch: Option<Py<PyAny>>) -> PyResult<Self> {
        let mut watch = PyWatch::new(py, watch)?;
        let opened = py.detach(|| isms_core::Register::open_watched(data.into_vec(), &mut watch));
        watch.finish(py, opened).map(Self::from)
    }

    /// The document in its canonical form.
    ///
    /// Opening and saving loses nothing; saving twice gives the same bytes.
    #[pyo3(signature = (*, watch=None))]
    fn save<'py>(&self, py: Python<'py>, watch: Option<Py<PyAny>>) -> PyResult<Bound<'py, PyBytes>> {
        let saved = self.watched(py, watch, |register, watch| register.save_watched(watch))?;
        Ok(PyBytes::new(py, &saved))
    }

    /// The SHA-256 of what `save` gives, in hexadecimal digits.
    ///
    /// Equal records, equally written, have an equal digest.
    #[pyo3(signature = (*, watch=None))]
    fn digest(&self, py: Python<'_>, watch: Option<Py<PyAny>>) -> PyResult<String> {
        self.watched(py, watch, |register, watch| register.digest_watched(watch))
    }

    /// The SHA-256 of a record as `save` writes it: what decisions rest on; `None`: no record has this id.
    ///
    /// A decision that keeps it under `digest` shows later whether its assessment is still the same.
    fn digest_of(&self, py: Python<'_>, id: &str) -> Option<String> {
        self.now(py).digest_of(id)
    }

    /// The register's id. It can be set; so can title, period and label, and `None` takes them away.
    #[getter]
    fn id(&self, py: Python<'_>) -> Option<String> {
        self.now(py).id().map(str::to_owned)
    }

    #[setter]
    fn set_id(&self, py: Python<'_>, id: Option<String>) {
        self.edit(py, |register| register.set_id(id));
    }

    /// The register's title.
    #[getter]
    fn title(&self, py: Python<'_>) -> Option<String> {
        self.now(py).title().map(str::to_owned)
    }

    #[setter]
    fn set_title(&self, py: Python<'_>, title: Option<String>) {
        self.edit(py, |register| register.set_title(title));
    }

    /// The period to which likelihoods refer, an ISO 8601 duration; `None`: one year.
    #[getter]
    fn period(&self, py: Python<'_>) -> Option<String> {
        self.now(py).period().map(str::to_owned)
    }

    #[setter]
    fn set_period(&self, py: Python<'_>, period: Option<String>) {
        self.edit(py, |register| register.set_period(period));
    }

    /// The label of records that have none of their own.
    #[getter]
    fn label<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.now(py).label().map(|label| answer(py, label)).transpose()
    }

    #[setter]
    fn set_label(&self, py: Python<'_>, label: Option<Bound<'_, PyAny>>) -> PyResult<()> {
        let Some(label) = label else {
            self.edit(py, |register| register.set_label(None));
            return Ok(());
        };
        let json = to_json(&label)?;
        self.edit(py, |register| register.set_label_json(&json)).map_err(|refusal| refused(py, &refusal))
    }

    /// Adds a record: a dict, or its JSON text.
    ///
    /// It comes to the end of its table; the kind is named by its plural, such as `losses`. What is
    /// wrong within it is found by `check`. Refuses an id that a record has already
    /// (`duplicate_id`), and what is no object (`not_json`).
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn insert(&self, py: Python<'_>, kind: Plural, record: Record) -> PyResult<()> {
        let done = self.edit(py, |register| register.insert_json(kind.0, &record.0));
        done.map_err(|refusal| refused(py, &refusal))
    }

    /// Puts a record, a dict or its JSON text, in the place of the one that has its id.
    ///
    /// Of equal ids the first is meant. All of the old record goes: what `get` leaves out because it
    /// could not be read is in `json`. Refuses an id that no record has (`unknown_id`), a record of
    /// another kind (`wrong_kind`), and what is no object (`not_json`).
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn replace(&self, py: Python<'_>, kind: Plural, record: Record) -> PyResult<()> {
        let done = self.edit(py, |register| register.replace_json(kind.0, &record.0));
        done.map_err(|refusal| refused(py, &refusal))
    }

    /// Removes the record of an id; of equal ids the first.
    ///
    /// Refuses an id that no record has (`unknown_id`).
    fn remove(&self, py: Python<'_>, id: &str) -> PyResult<()> {
        self.edit(py, |register| register.remove(id)).map_err(|refusal| refused(py, &refusal))
    }

    /// Adds many records, or none of them.
    ///
    /// `records` are pairs of a kind and a record, or a mapping from kinds to lists of records;
    /// records are dicts or JSON texts. The pairs may come from a generator. `watch(done, total)` is
    /// told of records. Refuses as `insert` does, also an id that two of them have; `path` begins
    /// with the number of the record, from 0.
    #[pyo3(signature = (records, *, watch=None))]
    fn extend(&self, py: Python<'_>, records: &Bound<'_, PyAny>, watch: Option<Py<PyAny>>) -> PyResult<()> {
        let mut watch = PyWatch::new(py, watch)?;
        let done = match edits::batch(records, &mut watch)? {
            Some(batch) => py.detach(|| self.0.add(batch)),
            None => Err(Stopped.into()),
        };
        watch.finish(py, done)
    }

    /// Makes the changes that findings offer as their mend, all of them or none.
    ///
    /// `fixes` are fixes or findings, as `check` gives them, or all of its answer. `watch(done,
    /// total)` is told of fixes. Refuses an id that no record has (`unknown_id`), and a field that
    /// is not there (`bad_request`).
    #[pyo3(signature = (fixes, *, watch=None))]
    fn apply(&self, py: Python<'_>, fixes: &Bound<'_, PyAny>, watch: Option<Py<PyAny>>) -> PyResult<()> {
        let mut watch = PyWatch::new(py, watch)?;
        let fixes = edits::fixes(fixes)?;
        let done = py.detach(|| self.0.apply_watched(&fixes, &mut watch));
        watch.finish(py, done)
    }

    fn __len__(&self, py: Python<'_>) -> usize {
        self.now(py).len()
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> bool {
        id.extract::<&str>().is_ok_and(|name| self.now(id.py()).json(name).is_some())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        let register = self.now(py);
        PyList::new(py, Kind::ALL.iter().flat_map(|kind| register.ids(*kind)).collect::<Vec<_>>())?.try_iter()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Bound<'py, PyAny>> {
        let register = self.now(py);
        match register.get(id) {
            Some(record) => from_json(py, &record.to_json()),
            None => Err(PyKeyError::new_err(unknown(&register, id))),
        }
    }

    /// The record of an id as a dict, or else `default`; of equal ids the first.
    ///
    /// Its kind is known only at run time; `find` gives a record of a kind, with its type. Fields
    /// that could not be read are left out; `json` has them.
    #[pyo3(signature = (id, default=None))]
    fn get<'py>(
        &self,
        py: Python<'py>,
        id: &str,
        default: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.now(py).get(id).map_or(Ok(default), |record| from_json(py, &record.to_json()).map(Some))
    }

    /// The record of an id and a kind as a dict, or `None`; of equal ids the first.
    ///
    /// A kind is named by its plural, such as `losses`; another name is refused.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn find<'py>(&self, py: Python<'py>, kind: Plural, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        let record = self.now(py).get(id).filter(|record| record.kind() == kind.0);
        record.map(|record| from_json(py, &record.to_json())).transpose()
    }

    /// The text of a record as it was written; `None`: no record has this id.
    ///
    /// It holds what `get` leaves out because it could not be read.
    fn json(&self, py: Python<'_>, id: &str) -> Option<String> {
        self.now(py).json(id).map(str::to_owned)
    }

    /// The label of a record, with all its fields: who may see it; `None`: no record has this id.
    ///
    /// The strictest of its own label (else the document's, else `amber+strict`), those of its fields,
    /// and what is red by default. A text, or a dict of `tlp`, `audience` and `personal`.
    fn label_of<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.now(py).label_of(id).map(|label| answer(py, &label)).transpose()
    }

    /// All records of a kind as dicts, in the order of the document.
    ///
    /// A kind is named by its plural, such as `losses`; another name is refused.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn records<'py>(&self, py: Python<'py>, kind: Plural) -> PyResult<Bound<'py, PyList>> {
        records::list(py, &self.now(py), kind.0)
    }

    /// The ids of all records of a kind, in the order of the document.
    ///
    /// A kind is named by its plural, such as `losses`; another name is refused.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn ids<'py>(&self, py: Python<'py>, kind: Plural) -> PyResult<Bound<'py, PyList>> {
        PyList::new(py, self.now(py).ids(kind.0).collect::<Vec<_>>())
    }

    /// The id of a row of an answer that gives rows, such as `ancestors`.
    ///
    /// `None`: the row has no id, or there is no such row. Editing gives rows other numbers. A row is
    /// a whole number from 0 to 4294967295; another is a `ValueError`.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn id_of_row(&self, py: Python<'_>, row: Whole) -> Option<String> {
        self.now(py).id_of_row(row.0).map(str::to_owned)
    }

    /// What led to a record and what it can lead to.
    ///
    /// Keys: `label`, who may see it; `id`; `kind`; `complete` (nothing is broken and a risk factor is reached); `causes` and
    /// `effects`, lists of ids by stage, such as `causes["threats"]`; `broken`, where the trace back
    /// breaks. Refuses an id that no record has (`unknown_id`), and a record outside the chain
    /// (`not_in_chain`).
    #[pyo3(signature = (id, *, watch=None))]
    fn trace<'py>(&self, py: Python<'py>, id: &str, watch: Option<Py<PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &self.watched(py, watch, |register, watch| register.trace_watched(id, watch))?)
    }

    /// All paths back from a record, at most `budget` of them listed, all of them counted.
    ///
    /// Keys: `label`, who may see it; `id`; `total`, how many there are, as text, because it may exceed 2^64; `paths`, each a
    /// list of ids from the record back; `complete` (the list holds all of them). `budget` is a whole
    /// number from 0 to 4294967295; another is a `ValueError`. Refuses as `trace` does.
    #[pyo3(
        signature = (id, budget=Whole(MAX_PATHS), *, watch=None),
        text_signature = "($self, id, budget=1000, *, watch=None)"
    )]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn paths<'py>(
        &self,
        py: Python<'py>,
        id: &str,
        budget: Whole,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &self.watched(py, watch, |register, watch| register.paths_watched(id, budget.0, watch))?)
    }

    /// The nearest common causes of two or more records.
    ///
    /// Keys: `label`, who may see it; `ids`, as asked; `common`, how many causes they all share; `nearest`, those of them that
    /// lead to no other one, lists of ids by stage. Refuses fewer than two ids, and each id as `trace`
    /// does.
    #[pyo3(signature = (ids, *, watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn common_causes<'py>(&self, py: Python<'py>, ids: Ids, watch: Option<Py<PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &self.watched(py, watch, |register, watch| register.common_causes_watched(&ids.0, watch))?)
    }

    /// The ancestors of every loss, as offsets and rows: all that led to it.
    ///
    /// For many losses at once; `trace` tells the causes of one. Refuses nothing.
    #[pyo3(signature = (*, watch=None))]
    fn ancestors(&self, py: Python<'_>, watch: Option<Py<PyAny>>) -> PyResult<Ancestors> {
        Ancestors::new(py, &self.watched(py, watch, |register, watch| register.ancestors_watched(watch))?)
    }

    /// All broken traces, counted by kind.
    ///
    /// Keys: `label`, who may see it; `by_kind`, exact counts; `broken`, the first thousand in the order of the document;
    /// `capped` (there are more). Refuses nothing.
    #[pyo3(signature = (*, watch=None))]
    fn broken_traces<'py>(&self, py: Python<'py>, watch: Option<Py<PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &self.watched(py, watch, |register, watch| register.broken_traces_watched(watch))?)
    }

    /// All findings: what is wrong or missing.
    ///
    /// Keys: `label`, who may see it; `as_of`; `findings`, sorted, at most a thousand of one code; `counts`,
    /// exact, by severity, `by_code` and `acknowledged`; `capped`, the codes of which there are more. Each
    /// finding has `code`, `severity`, `subject`, `path`, `message`, `facts`, `fix` and `claims`;
    /// `isms.explain(code)` tells what it means.
    ///
    /// Warnings and notes that acknowledgements set aside on the day `as_of`, a text such as `2026-03-14` or a
    /// `datetime.date`, are counted apart; without a day, those that acknowledgements without a beginning or
    /// an end set aside. `catalogs` are catalogues beside those that are bundled, each a dict or its text:
    /// their words are known too. Refuses what is no date (`bad_request`) and no catalogue
    /// (`not_a_catalog`).
    #[pyo3(signature = (as_of=None, *, catalogs=None, watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn check<'py>(
        &self,
        py: Python<'py>,
        as_of: Option<Day>,
        catalogs: Option<Own>,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let as_of = as_of.map(|day| day.date(py, "as_of")).transpose()?;
        let found = self.watched(py, watch, |register, watch| match &catalogs {
            Some(own) => register.check_by_watched(as_of.as_ref(), &own.catalogs()?, watch),
            None => register.check_watched(as_of.as_ref(), watch),
        })?;
        answer(py, &found)
    }

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
        let as_of = as_of.map(|day| day.date(py, "as_of")).transpose()?;
        let table = self.watched(py, watch, |register, watch| {
            let found = match &catalogs {
                Some(own) => register.check_by_watched(as_of.as_ref(), &own.catalogs()?, watch)?,
                None => register.check_watched(as_of.as_ref(), watch)?,
            };
            isms_core::Table::findings(&found)
        })?;
        Ok(Table(table))
    }

    /// How each requirement stands at each office, and at the headquarters of each agency, as a table.
    ///
    /// What `assess` counts, row by row: `agency`, `place` (null: headquarters), `standard`, `edition`,
    /// `requirement`, `text`, `sector`, `function`, `field`, `level`, `approach`, `must`, `result` (`met`, `partly`,
    /// `unmet`, `waived`, `not_known`, `not_applicable`), `verification` that was looked at, its `date`, when it
    /// `expires`, from which requirement of another standard it was `carried_from`, whether it names `evidence` and a `reviewer`,
    /// until when a new requirement is `due`, and whether it is `overdue`.
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

    /// Where the gaps are: which requirements of the standards that they adopted offices meet on a day.
    ///
    /// Keys: `label`, who may see it; `as_of`; `state`, as the weakest office stands: `gap`,
    /// `not_known` or `holds`; `standards` that were looked at; `standings`, counts and states by
    /// sector, field, core function, level, approach and standard, of all together; `offices`, each
    /// with its own `standings`, `weakest` sectors and `gaps`; `headquarters`, what each agency owes
    /// centrally; `flows` of results, `integration`, `postures`, `coverage` (who is covered by what),
    /// `preparedness`, `governance`, `duties`; `findings`, what stood in the way. `isms.types.Assessed`
    /// tells each.
    ///
    /// `as_of` is a text such as `2026-03-14` or a `datetime.date`. `offices` are pairs of an agency
    /// and a place, all that the register tells of unless they are given; `standards` are names, all
    /// that are adopted unless they are given; `catalogs` are catalogues beside those that are
    /// bundled, each a dict or its text; texts are in `language`, else in English. Refuses what is no
    /// date (`bad_request`), no agency or place (`unknown_id`, `bad_request`) and no catalogue
    /// (`not_a_catalog`). Cost: linear in the records, plus offices times requirements.
    #[pyo3(signature = (as_of, *, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn assess<'py>(
        &self,
        py: Python<'py>,
        as_of: Day,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        let assess = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.assess_watched(&asked.options, &asked.catalogs()?, watch)
        };
        answer(py, &self.watched(py, watch, assess)?)
    }

    /// What changed after one day and up to another: records, and how offices stand.
    ///
    /// Keys: `label`; `since` and `as_of`; `kinds`, how many records of each happened, began and ended;
    /// `records`, the latest first, and `records_more`; `standings`, the sectors of offices and core
    /// functions of headquarters of which the musts stand otherwise. `isms.types.Changes` tells each.
    /// The other arguments are those of `assess`. Refuses a first day that is after the second
    /// (`bad_request`), and what `assess` refuses.
    #[pyo3(signature = (since, as_of, *, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn diff<'py>(
        &self,
        py: Python<'py>,
        since: Day,
        as_of: Day,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let (since, asked) =
            (since.date(py, "since")?, Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language));
        let question = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.diff_watched(&since, &asked.options, &asked.catalogs()?, watch)
        };
        answer(py, &self.watched(py, watch, question)?)
    }

    /// What a security adviser takes to a meeting on a day.
    ///
    /// Keys: `label`; `as_of`; `changes` since another day, 30 days before unless one is given;
    /// `triggers` that were reached; `lapsing` decisions; `weakest`; `coverage`; `actions`, what to do
    /// first; `review`, as `review` gives it. `isms.types.Meeting` tells each. The other arguments are
    /// those of `assess`. Refuses as `diff`.
    #[pyo3(signature = (as_of, *, since=None, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn meeting<'py>(
        &self,
        py: Python<'py>,
        as_of: Day,
        since: Option<Day>,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let since = since.map(|day| day.date(py, "since")).transpose()?;
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        let question = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.meeting_watched(since.as_ref(), &asked.options, &asked.catalogs()?, watch)
        };
        answer(py, &self.watched(py, watch, question)?)
    }

    /// The meeting of a day as a page of text, 80 columns wide, in English.
    ///
    /// `file` is the name under which the register can be opened: the page names commands that show more.
    /// The other arguments are those of `meeting`.
    #[pyo3(signature = (file, as_of, *, since=None, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn meeting_page(
        &self,
        py: Python<'_>,
        file: &str,
        as_of: Day,
        since: Option<Day>,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let since = since.map(|day| day.date(py, "since")).transpose()?;
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        let question = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.meeting_watched(since.as_ref(), &asked.options, &asked.catalogs()?, watch)
        };
        Ok(isms_core::meeting_page(&self.watched(py, watch, question)?, file))
    }

    /// Who is covered by what on a day, as a page of text, 80 columns wide, in English.
    ///
    /// The same as data is the `coverage` of `assess`, whose arguments it takes.
    #[pyo3(signature = (as_of, *, offices=None, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn cover_page(
        &self,
        py: Python<'_>,
        as_of: Day,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, standards, catalogs, language);
        let question = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.assess_watched(&asked.options, &asked.catalogs()?, watch)
        };
        Ok(isms_core::cover_page(&self.watched(py, watch, question)?))
    }

    /// What speaks for and against a programme on a day, and who may decide. It decides nothing.
    ///
    /// Keys: `label`; `as_of`; the programme with its need; `impeded`; `decided` and `decision`; `against`,
    /// what speaks against it; `office`, how it stands; `may_decide`; `not_covered`; `thresholds`.
    /// `isms.types.GoNoGo` tells each. The other arguments are those of `assess`, without `offices`: the
    /// office is that of the programme. Refuses an id that no record has (`unknown_id`) and a record that is
    /// no programme (`bad_request`).
    #[pyo3(signature = (programme, as_of, *, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn go_no_go<'py>(
        &self,
        py: Python<'py>,
        programme: &str,
        as_of: Day,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = Asked::new(as_of.date(py, "as_of")?, None, standards, catalogs, language);
        let question = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.go_no_go_watched(programme, &asked.options, &asked.catalogs()?, watch)
        };
        answer(py, &self.watched(py, watch, question)?)
    }

    /// Go or no go as a page of text, 80 columns wide, in English.
    ///
    /// The arguments are those of `go_no_go`.
    #[pyo3(signature = (programme, as_of, *, standards=None, catalogs=None, language="en", watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn go_no_go_page(
        &self,
        py: Python<'_>,
        programme: &str,
        as_of: Day,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<String> {
        let asked = Asked::new(as_of.date(py, "as_of")?, None, standards, catalogs, language);
        let question = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.go_no_go_watched(programme, &asked.options, &asked.catalogs()?, watch)
        };
        Ok(isms_core::go_no_go_page(&self.watched(py, watch, question)?))
    }

    /// What becomes of the answers to a standard in a new edition. Nothing is changed.
    ///
    /// The new edition and the one that it replaces must be at hand. Keys: `label`; `standard`, `from`,
    /// `to`; `answers`, of which `kept`, `review` and `lost` are parts; `items`, those to be reviewed and
    /// those that are lost; `adoptions` that are brought over; `standings`, how offices stand otherwise
    /// afterwards; `fixes`, to be made with `apply`. `isms.types.Migration` tells each. Refuses an edition
    /// that is not at hand, or does not say which one it replaces (`bad_request`), and what `assess`
    /// refuses.
    #[pyo3(signature = (standard, to, as_of, *, offices=None, catalogs=None, watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    #[expect(clippy::too_many_arguments, reason = "they have names in Python")]
    fn migrate<'py>(
        &self,
        py: Python<'py>,
        standard: &str,
        to: &str,
        as_of: Day,
        offices: Option<Offices>,
        catalogs: Option<Own>,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let asked = Asked::new(as_of.date(py, "as_of")?, offices, None, catalogs, "en");
        let question = |register: &isms_core::Register, watch: &mut PyWatch| {
            register.migrate_watched(standard, to, &asked.options, &asked.catalogs()?, watch)
        };
        answer(py, &self.watched(py, watch, question)?)
    }

    /// What a security adviser takes to a meeting, as data.
    ///
    /// Incidents that are open or without consent are in none of it.
    /// Keys: `label` and `notice`, who may see it; `title`; `contents`; `first` and `last` date; `picture`, what
    /// happened, counted; `worst` and `worst_more`; `missed` and `missed_more`, signals not acted on;
    /// `measures`; `fix`. `isms.types.Review` tells each. Refuses nothing.
    #[pyo3(signature = (*, watch=None))]
    fn review<'py>(&self, py: Python<'py>, watch: Option<Py<PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &self.watched(py, watch, |register, watch| register.review_watched(watch))?)
    }

    /// The review as a page of text.
    ///
    /// At most 60 lines of 80 columns, in English. `file` is the name under which the register
    /// can be opened: the page names commands that show more.
    #[pyo3(signature = (file, *, watch=None))]
    fn review_page(&self, py: Python<'_>, file: &str, watch: Option<Py<PyAny>>) -> PyResult<String> {
        let review = self.watched(py, watch, |register, watch| register.review_watched(watch))?;
        Ok(isms_core::review_page(&review, file))
    }

    /// Answers a request of any question: a dict, or its JSON text.
    ///
    /// The same as the typed calls, for programs that pass requests on:
    ///
    ///     {"ask": "trace", "id": ID}
    ///     {"ask": "paths", "id": ID, "budget": N}    budget 1000 unless said
    ///     {"ask": "common_causes", "ids": [ID, ...]}
    ///     {"ask": "ancestors"}
    ///     {"ask": "broken_traces"}
    ///     {"ask": "check", "as_of": DATE}            as_of may be left out
    ///     {"ask": "assess", "as_of": DATE}           may have offices, [{"agency": ID, "place": ID}, ...],
    ///                                                standards, catalogs, language
    ///     {"ask": "diff", "since": DATE, "as_of": DATE}      may have what assess may
    ///     {"ask": "meeting", "as_of": DATE}          may have since, and what assess may
    ///     {"ask": "go_no_go", "programme": ID, "as_of": DATE}
    ///                                                may have standards, catalogs, language
    ///     {"ask": "migrate", "standard": NAME, "to": EDITION, "as_of": DATE}
    ///                                                may have offices, catalogs
    ///     {"ask": "review"}
    ///     {"ask": "digest", "id": ID}                without id: of the whole register
    ///     {"ask": "record", "id": ID}                its label, and the record as it was written
    ///     {"ask": "catalogs"}                        may have language, catalogs
    ///     {"ask": "catalog", "id": NAME}             may have edition, catalogs
    ///     {"ask": "check_catalog", "catalog": CATALOGUE}     may have catalogs
    ///     {"ask": "explain", "code": CODE}
    ///     {"ask": "schema"}
    ///
    /// Refuses a request of no known form (`bad_request`), and what the question itself refuses.
    #[pyo3(signature = (request, *, watch=None))]
    fn ask<'py>(
        &self,
        py: Python<'py>,
        request: &Bound<'py, PyAny>,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        from_json(py, &self.ask_text(py, &json_text(request)?, watch)?)
    }

    /// Answers a request of any question, both as JSON text.
    ///
    /// The same bytes in every language. For the requests see `ask`.
    #[pyo3(signature = (request, *, watch=None))]
    fn ask_text(&self, py: Python<'_>, request: &str, watch: Option<Py<PyAny>>) -> PyResult<String> {
        self.watched(py, watch, |register, watch| isms_core::ask_watched(register, request, watch))
    }

    fn __repr__(&self, py: Python<'_>) -> String {
        let register = self.now(py);
        format!("<isms.Register {:?}, {} records>", register.id().unwrap_or_default(), register.len())
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        display::html(py, &self.now(py))
    }

    /// Copies and other processes get the document.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        Ok((py.get_type::<Self>().getattr("open")?, (self.save(py, None)?,)))
    }
}

/// A record that is given: a dict, or its JSON text.
struct Record(PyBackedStr);

impl<'py> FromPyObject<'_, 'py> for Record {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        record(&object).map(Self)
    }
}

/// The core's sentence about an id that no record has, with the one that may be meant.
fn unknown(register: &isms_core::Register, id: &str) -> String {
    let request = serde_json::json!({"ask": "record", "id": id}).to_string();
    isms_core::ask(register, &request).err().map_or_else(String::new, |refusal| refusal.to_string())
}
