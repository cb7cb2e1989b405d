//! The register: opening, saving, looking up, and its questions, one line each.

use crate::ancestors::Ancestors;
use crate::convert::{answer, from_json, to_json};
use crate::data::Data;
use crate::display;
use crate::error::refused;
use crate::kind::Plural;
use crate::records;
use crate::watch::PyWatch;
use isms_core::{Kind, MAX_PATHS};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyIterator, PyList, PyString};

/// The default of `budget` stands in the signature as people read it: as a number.
const _: () = assert!(MAX_PATHS == 1_000);

/// All records of one agency, or of many together.
#[pyclass(frozen, module = "isms")]
pub struct Register(isms_core::Register);

#[pymethods]
impl Register {
    /// Opens a document: UTF-8 JSON text.
    #[staticmethod]
    #[pyo3(signature = (data, *, watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn open(py: Python<'_>, data: Data, watch: Option<Py<PyAny>>) -> PyResult<Self> {
        let mut watch = PyWatch::new(watch);
        let opened = py.detach(|| isms_core::Register::open_watched(data.as_slice(), &mut watch));
        watch.finish(py, opened).map(Self)
    }

    /// The document in its canonical form.
    fn save<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &py.detach(|| self.0.save()))
    }

    /// The register's id.
    #[getter]
    fn id(&self) -> Option<&str> {
        self.0.id()
    }

    /// The register's title.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.0.title()
    }

    /// The period to which likelihoods refer, an ISO 8601 duration; `None`: one year.
    #[getter]
    fn period(&self) -> Option<&str> {
        self.0.period()
    }

    /// The label of records that have none of their own.
    #[getter]
    fn label<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.label().map(|label| label_of(py, label)).transpose()
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> bool {
        id.extract::<&str>().is_ok_and(|id| self.0.json(id).is_some())
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyIterator>> {
        PyList::new(py, Kind::ALL.iter().flat_map(|kind| self.0.ids(*kind)).collect::<Vec<_>>())?.try_iter()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Bound<'py, PyAny>> {
        match self.0.get(id) {
            Some(record) => from_json(py, &record.to_json()),
            None => Err(PyKeyError::new_err(unknown(&self.0, id))),
        }
    }

    /// The record of an id; of equal ids the first.
    #[pyo3(signature = (id, default=None))]
    fn get<'py>(
        &self,
        py: Python<'py>,
        id: &str,
        default: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.get(id).map_or(Ok(default), |record| from_json(py, &record.to_json()).map(Some))
    }

    /// The record of an id and a kind; of equal ids the first.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn find<'py>(&self, py: Python<'py>, kind: Plural, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        let record = self.0.get(id).filter(|record| record.kind() == kind.0);
        record.map(|record| from_json(py, &record.to_json())).transpose()
    }

    /// The text of a record as it was written; `None`: no record has this id.
    fn json(&self, id: &str) -> Option<&str> {
        self.0.json(id)
    }

    /// All records of a kind, in the order of the document.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn records<'py>(&self, py: Python<'py>, kind: Plural) -> PyResult<Bound<'py, PyAny>> {
        from_json(py, &py.detach(|| records::list(&self.0, kind.0)))
    }

    /// The ids of all records of a kind, in the order of the document.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn ids(&self, kind: Plural) -> Vec<&str> {
        self.0.ids(kind.0).collect()
    }

    /// The id of a row of an answer that gives rows.
    fn id_of_row(&self, row: u32) -> Option<&str> {
        self.0.id_of_row(row)
    }

    /// What led to a record and what it can lead to.
    fn trace<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Bound<'py, PyAny>> {
        let trace = py.detach(|| self.0.trace(id));
        answer(py, &trace.map_err(|refusal| refused(py, &refusal))?)
    }

    /// All paths back from a record, at most `budget` of them listed, all of them counted.
    #[pyo3(signature = (id, budget=1000))]
    fn paths<'py>(&self, py: Python<'py>, id: &str, budget: u32) -> PyResult<Bound<'py, PyAny>> {
        let paths = py.detach(|| self.0.paths(id, budget));
        answer(py, &paths.map_err(|refusal| refused(py, &refusal))?)
    }

    /// The nearest common causes of two or more records.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn common_causes<'py>(&self, py: Python<'py>, ids: Vec<String>) -> PyResult<Bound<'py, PyAny>> {
        let common = py.detach(|| self.0.common_causes(&ids));
        answer(py, &common.map_err(|refusal| refused(py, &refusal))?)
    }

    /// The ancestors of every loss, as offsets and rows.
    fn ancestors(&self, py: Python<'_>) -> PyResult<Ancestors> {
        Ancestors::new(py, &py.detach(|| self.0.ancestors()))
    }

    /// All broken traces, counted by kind.
    fn broken_traces<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &py.detach(|| self.0.broken_traces()))
    }

    /// All findings.
    fn check<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &py.detach(|| self.0.check()))
    }

    /// What a security adviser takes to a meeting, as data.
    fn review<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &py.detach(|| self.0.review()))
    }

    /// The review as a page of text.
    fn review_page(&self, py: Python<'_>, file: &str) -> String {
        py.detach(|| isms_core::review_page(&self.0.review(), file))
    }

    /// Answers a request of any question.
    fn ask<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let text = if request.is_instance_of::<PyString>() { request.extract()? } else { to_json(request)? };
        from_json(py, &self.ask_text(py, &text)?)
    }

    /// Answers a request of any question, both as JSON text.
    fn ask_text(&self, py: Python<'_>, request: &str) -> PyResult<String> {
        py.detach(|| isms_core::ask(&self.0, request)).map_err(|refusal| refused(py, &refusal))
    }

    fn __repr__(&self) -> String {
        let (id, len) = (self.0.id().unwrap_or_default(), self.0.len());
        format!("<isms.Register {id:?}, {len} records>")
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        display::html(py, &self.0)
    }

    /// Copies and other processes get the document.
    fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, (Bound<'py, PyBytes>,))> {
        Ok((py.get_type::<Self>().getattr("open")?, (self.save(py),)))
    }
}

/// A label as it stands in a document.
fn label_of<'py>(py: Python<'py>, label: &isms_core::Label) -> PyResult<Bound<'py, PyAny>> {
    if label.audience.is_empty() && label.personal.is_none() {
        return Ok(label.tlp.as_str().into_pyobject(py)?.into_any());
    }
    let long = PyDict::new(py);
    long.set_item("tlp", &label.tlp)?;
    if !label.audience.is_empty() {
        long.set_item("audience", &label.audience)?;
    }
    if let Some(personal) = label.personal {
        long.set_item("personal", personal)?;
    }
    Ok(long.into_any())
}

/// The core's sentence about an id that no record has, with the one that may be meant.
fn unknown(register: &isms_core::Register, id: &str) -> String {
    let request = serde_json::json!({"ask": "record", "id": id}).to_string();
    isms_core::ask(register, &request).err().map_or_else(String::new, |refusal| refusal.to_string())
}
