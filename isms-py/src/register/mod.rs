//! The register: opening, saving, looking up, editing; its questions, one line each, stand in the files below.

mod questions;
mod response;
mod tables;

use crate::arguments::Whole;
use crate::convert::{answer, from_json, record, to_json};
use crate::data::Data;
use crate::error::refused;
use crate::kind::Plural;
use crate::watch::PyWatch;
use crate::{display, edits, records};
use isms_core::{Kind, Refusal, Shared, Stopped};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyIterator, PyList};
use pyo3::{Borrowed, FromPyObject};
use std::sync::Arc;

/// All records of one agency, or of many together.
///
/// Threads may share it, ask and edit at the same time: a question is answered on the register as it
/// was when it was asked, and nobody waits for another's question. Its slow calls take
/// `watch(done, total)`, which is called about every thousand records, and at the end with `done`
/// equal to `total`: bytes where a file is read, fixes where fixes are applied, records elsewhere,
/// those of all passes. If it returns `False` the call refuses with the code `stopped` and leaves
/// everything as it was; what it raises comes out of the call. So does Ctrl-C, with `watch` and without.
#[pyclass(frozen, module = "isms")]
pub(crate) struct Register(Shared);

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
