//! The register: opening, saving, looking up, and its questions, one line each.

use crate::ancestors::Ancestors;
use crate::arguments::{Ids, Whole};
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
use pyo3::types::{PyBytes, PyIterator, PyList, PyString};

/// The default of `budget` stands in the signature as people read it: as a number.
const _: () = assert!(MAX_PATHS == 1_000);

/// All records of one agency, or of many together.
///
/// It does not change: threads may share it.
#[pyclass(frozen, module = "isms")]
pub struct Register(isms_core::Register);

#[pymethods]
impl Register {
    /// Opens a document: UTF-8 JSON text.
    ///
    /// `watch(done, total)` is called about every thousand records with the bytes that are read, and
    /// all of them. If it returns `False` the call refuses with the code `stopped`; what it raises
    /// comes out of the call. Refuses what is no JSON, has no `isms` key, is of a newer format or
    /// over a limit. What is wrong within the document is no reason to refuse: `check` finds it.
    /// Cost: linear in the bytes.
    #[staticmethod]
    #[pyo3(signature = (data, *, watch=None))]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn open(py: Python<'_>, data: Data, watch: Option<Py<PyAny>>) -> PyResult<Self> {
        let mut watch = PyWatch::new(py, watch)?;
        let opened = py.detach(|| isms_core::Register::open_watched(data.as_slice(), &mut watch));
        watch.finish(py, opened).map(Self)
    }

    /// The document in its canonical form.
    ///
    /// Opening and saving loses nothing; saving twice gives the same bytes.
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
        self.0.label().map(|label| answer(py, label)).transpose()
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
        self.0.get(id).map_or(Ok(default), |record| from_json(py, &record.to_json()).map(Some))
    }

    /// The record of an id and a kind as a dict, or `None`; of equal ids the first.
    ///
    /// A kind is named by its plural, such as `losses`; another name is refused.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn find<'py>(&self, py: Python<'py>, kind: Plural, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        let record = self.0.get(id).filter(|record| record.kind() == kind.0);
        record.map(|record| from_json(py, &record.to_json())).transpose()
    }

    /// The text of a record as it was written; `None`: no record has this id.
    ///
    /// It holds what `get` leaves out because it could not be read.
    fn json(&self, id: &str) -> Option<&str> {
        self.0.json(id)
    }

    /// The label of a record, with all its fields: who may see it; `None`: no record has this id.
    ///
    /// The strictest of its own label (else the document's, else `amber+strict`), those of its fields,
    /// and what is red by default. A text, or a dict of `tlp`, `audience` and `personal`.
    fn label_of<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.0.label_of(id).map(|label| answer(py, &label)).transpose()
    }

    /// All records of a kind as dicts, in the order of the document.
    ///
    /// A kind is named by its plural, such as `losses`; another name is refused.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn records<'py>(&self, py: Python<'py>, kind: Plural) -> PyResult<Bound<'py, PyAny>> {
        from_json(py, &py.detach(|| records::list(&self.0, kind.0)))
    }

    /// The ids of all records of a kind, in the order of the document.
    ///
    /// A kind is named by its plural, such as `losses`; another name is refused.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn ids(&self, kind: Plural) -> Vec<&str> {
        self.0.ids(kind.0).collect()
    }

    /// The id of a row of an answer that gives rows, such as `ancestors`.
    ///
    /// `None`: the row has no id, or there is no such row. A row is a whole number from 0 to
    /// 4294967295; another is a `ValueError`.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn id_of_row(&self, row: Whole) -> Option<&str> {
        self.0.id_of_row(row.0)
    }

    /// What led to a record and what it can lead to.
    ///
    /// Keys: `label`, who may see it; `id`; `kind`; `complete` (nothing is broken and a risk factor is reached); `causes` and
    /// `effects`, lists of ids by stage, such as `causes["threats"]`; `broken`, where the trace back
    /// breaks. Refuses an id that no record has (`unknown_id`), and a record outside the chain
    /// (`not_in_chain`).
    fn trace<'py>(&self, py: Python<'py>, id: &str) -> PyResult<Bound<'py, PyAny>> {
        let trace = py.detach(|| self.0.trace(id));
        answer(py, &trace.map_err(|refusal| refused(py, &refusal))?)
    }

    /// All paths back from a record, at most `budget` of them listed, all of them counted.
    ///
    /// Keys: `label`, who may see it; `id`; `total`, how many there are, as text, because it may exceed 2^64; `paths`, each a
    /// list of ids from the record back; `complete` (the list holds all of them). `budget` is a whole
    /// number from 0 to 4294967295; another is a `ValueError`. Refuses as `trace` does.
    #[pyo3(signature = (id, budget=Whole(MAX_PATHS)), text_signature = "($self, id, budget=1000)")]
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn paths<'py>(&self, py: Python<'py>, id: &str, budget: Whole) -> PyResult<Bound<'py, PyAny>> {
        let paths = py.detach(|| self.0.paths(id, budget.0));
        answer(py, &paths.map_err(|refusal| refused(py, &refusal))?)
    }

    /// The nearest common causes of two or more records.
    ///
    /// Keys: `label`, who may see it; `ids`, as asked; `common`, how many causes they all share; `nearest`, those of them that
    /// lead to no other one, lists of ids by stage. Refuses fewer than two ids, and each id as `trace`
    /// does.
    #[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
    fn common_causes<'py>(&self, py: Python<'py>, ids: Ids) -> PyResult<Bound<'py, PyAny>> {
        let common = py.detach(|| self.0.common_causes(&ids.0));
        answer(py, &common.map_err(|refusal| refused(py, &refusal))?)
    }

    /// The ancestors of every loss, as offsets and rows: all that led to it.
    ///
    /// For many losses at once; `trace` tells the causes of one. Refuses nothing.
    fn ancestors(&self, py: Python<'_>) -> PyResult<Ancestors> {
        Ancestors::new(py, &py.detach(|| self.0.ancestors()))
    }

    /// All broken traces, counted by kind.
    ///
    /// Keys: `label`, who may see it; `by_kind`, exact counts; `broken`, the first thousand in the order of the document;
    /// `capped` (there are more). Refuses nothing.
    fn broken_traces<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &py.detach(|| self.0.broken_traces()))
    }

    /// All findings: what is wrong or missing.
    ///
    /// Keys: `label`, who may see it; `findings`, sorted, at most a thousand of one code; `counts`, exact, by severity and
    /// `by_code`; `capped`, the codes of which there are more. Each finding has `code`, `severity`,
    /// `subject`, `path`, `message`, `facts`, `fix` and `claims`; `isms.explain(code)` tells what it
    /// means. Refuses nothing.
    fn check<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &py.detach(|| self.0.check()))
    }

    /// What a security adviser takes to a meeting, as data.
    ///
    /// Incidents that are open or without consent are in none of it.
    /// Keys: `label` and `notice`, who may see it; `title`; `contents`; `first` and `last` date; `picture`, what
    /// happened, counted; `worst` and `worst_more`; `missed` and `missed_more`, signals not acted on;
    /// `measures`; `fix`. `isms.types.Review` tells each. Refuses nothing.
    fn review<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        answer(py, &py.detach(|| self.0.review()))
    }

    /// The review as a page of text.
    ///
    /// At most 60 lines of 80 columns, in English. `file` is the name under which the register
    /// can be opened: the page names commands that show more.
    fn review_page(&self, py: Python<'_>, file: &str) -> String {
        py.detach(|| isms_core::review_page(&self.0.review(), file))
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
    ///     {"ask": "check"}
    ///     {"ask": "review"}
    ///     {"ask": "record", "id": ID}                its label, and the record as it was written
    ///     {"ask": "explain", "code": CODE}
    ///     {"ask": "schema"}
    ///
    /// Refuses a request of no known form (`bad_request`), and what the question itself refuses.
    fn ask<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        let text = if request.is_instance_of::<PyString>() { request.extract()? } else { to_json(request)? };
        from_json(py, &self.ask_text(py, &text)?)
    }

    /// Answers a request of any question, both as JSON text.
    ///
    /// The same bytes in every language. For the requests see `ask`.
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

/// The core's sentence about an id that no record has, with the one that may be meant.
fn unknown(register: &isms_core::Register, id: &str) -> String {
    let request = serde_json::json!({"ask": "record", "id": id}).to_string();
    isms_core::ask(register, &request).err().map_or_else(String::new, |refusal| refusal.to_string())
}
