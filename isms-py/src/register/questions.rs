//! What is asked of the chain and of the whole document.

use super::Register;
use crate::ancestors::Ancestors;
use crate::arguments::{Day, Ids, Whole};
use crate::catalogs::Own;
use crate::convert::{answer, from_json, json_text};
use isms_core::{Findings, MAX_PATHS};
use pyo3::prelude::*;

/// The default of `budget` stands in the signature as people read it: as a number.
const _: () = assert!(MAX_PATHS == 1_000);

impl Register {
    pub(super) fn checked(
        &self,
        py: Python<'_>,
        as_of: Option<Day>,
        catalogs: Option<&Own>,
        watch: Option<Py<PyAny>>,
    ) -> PyResult<Findings> {
        let as_of = as_of.map(|day| day.date(py, "as_of")).transpose()?;
        self.watched(py, watch, |register, watch| match catalogs {
            Some(own) => register.check_by_watched(as_of.as_ref(), &own.catalogs()?, watch),
            None => register.check_watched(as_of.as_ref(), watch),
        })
    }
}

#[pymethods]
impl Register {
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
        answer(py, &self.checked(py, as_of, catalogs.as_ref(), watch)?)
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
}
