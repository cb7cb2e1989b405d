//! Catalogues: those that are bundled, and those of the user's.

use crate::arguments::{Names, Offices, name_of};
use crate::convert::{answer, from_json, record};
use crate::data::Data;
use crate::error::refused;
use crate::table::Table;
use isms_core::{AssessOptions, Catalogs, Date, Refusal};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyDict;
use pyo3::{Borrowed, FromPyObject};

/// A catalogue that is given: a dict, or its text.
pub(crate) struct Given(Vec<u8>);

impl AsRef<[u8]> for Given {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl<'py> FromPyObject<'_, 'py> for Given {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyDict>() {
            return Ok(Self(record(&object)?.as_bytes().to_vec()));
        }
        object.extract::<Data>().map(|data| Self(data.into_vec())).map_err(|_| {
            let found = name_of(&object);
            PyTypeError::new_err(format!("expected a catalogue as dict, str or bytes, found {found}"))
        })
    }
}

/// The user's own catalogues: a list of them.
#[derive(Default)]
pub(crate) struct Own(Vec<Given>);

impl Own {
    /// Those that are bundled, and these.
    pub(crate) fn catalogs(&self) -> Result<Catalogs, Refusal> {
        Catalogs::with_own(&self.0)
    }
}

impl<'py> FromPyObject<'_, 'py> for Own {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let is_one = object.is_instance_of::<PyDict>() || object.extract::<Data>().is_ok();
        let items = object.try_iter().ok().filter(|_| !is_one).ok_or_else(|| {
            let found = name_of(&object);
            PyTypeError::new_err(format!("expected a list of catalogues, found one {found}; pass [catalog, ...]"))
        })?;
        items.map(|item| item?.extract()).collect::<PyResult<_>>().map(Self)
    }
}

/// What an assessment is asked for, and the catalogues beside those that are bundled.
pub(crate) struct Asked {
    pub(crate) options: AssessOptions,
    own: Own,
}

impl Asked {
    pub(crate) fn new(
        as_of: Date,
        offices: Option<Offices>,
        standards: Option<Names>,
        catalogs: Option<Own>,
        language: &str,
    ) -> Self {
        let mut options = AssessOptions::on(as_of);
        options.offices = offices.map_or_else(Vec::new, |offices| offices.0);
        options.standards = standards.map_or_else(Vec::new, |standards| standards.0);
        language.clone_into(&mut options.language);
        Self { options, own: catalogs.unwrap_or_default() }
    }

    pub(crate) fn catalogs(&self) -> Result<Catalogs, Refusal> {
        self.own.catalogs()
    }
}

/// The catalogues at hand: standards and vocabularies, those that are bundled and those of one's own.
///
/// Each with `id`, `edition`, `title`, `official` (its publisher's own text), `provenance`,
/// `languages`, and how many `requirements`, `terms` and `mappings` it has; titles and provenance in
/// `language`, else in English, else in any there is. `own` are catalogues beside those that are
/// bundled, each a dict or its text; of several editions of one name the last is meant where no
/// edition is named. Refuses what is no catalogue (`not_a_catalog`).
#[pyfunction]
#[pyo3(signature = (language="en", *, own=None))]
pub(crate) fn catalogs<'py>(py: Python<'py>, language: &str, own: Option<Own>) -> PyResult<Bound<'py, PyAny>> {
    let catalogs = own.unwrap_or_default().catalogs().map_err(|refusal| refused(py, &refusal))?;
    answer(py, &catalogs.list(language))
}

/// A catalogue: to be looked at, changed and given back.
///
/// All that it came with, in its order and in all its languages; without `edition` the one added last.
/// `own` as in `catalogs`. Refuses a name or an edition that is not at hand (`bad_request`).
#[pyfunction]
#[pyo3(signature = (name, edition=None, *, own=None))]
pub(crate) fn catalog<'py>(
    py: Python<'py>,
    name: &str,
    edition: Option<&str>,
    own: Option<Own>,
) -> PyResult<Bound<'py, PyAny>> {
    let text = own.unwrap_or_default().catalogs().and_then(|catalogs| catalogs.text(name, edition));
    from_json(py, &text.map_err(|refusal| refused(py, &refusal))?)
}

/// What is wrong in a catalogue of one's own: a dict, or its text.
///
/// What can't be read, requirements without a place in the system, names that repeat, words that
/// nobody knows, mappings that lead nowhere or back, requirements that its edition table loses, texts
/// that are missing in a language. Keys as those of `Register.check`; places are JSON pointers in the
/// catalogue. `own` are other ones at hand, as in `catalogs`: to them it may map, and its older
/// edition may be among them. Refuses what is no catalogue (`not_a_catalog`), or of a newer format.
#[pyfunction]
#[pyo3(signature = (catalog, *, own=None))]
#[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
pub(crate) fn check_catalog(py: Python<'_>, catalog: Given, own: Option<Own>) -> PyResult<Bound<'_, PyAny>> {
    let own = own.unwrap_or_default();
    let found = own.catalogs().and_then(|catalogs| isms_core::check_catalog(catalog.as_ref(), &catalogs));
    answer(py, &found.map_err(|refusal| refused(py, &refusal))?)
}

/// The JSON Schema (2020-12) of a catalogue.
#[pyfunction]
pub(crate) fn catalog_schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    answer(py, &isms_core::catalog_schema())
}

/// The requirements of a standard as a table: a row for each, in their order.
///
/// Columns: `standard`, `edition`, `requirement` (`catalogue:name`), `text`, `sector`, `function`, `field`, `level`,
/// `approach`, `force`, `applies` (JSON text), `evidence`, `review`, `within`, `claims` (a list), `source`; texts in
/// `language`, else in English, else in any there is. `own` as in `catalogs`. Refuses a name or an
/// edition that is not at hand (`bad_request`).
#[pyfunction]
#[pyo3(signature = (name, edition=None, *, language="en", own=None))]
pub(crate) fn requirements_table(
    py: Python<'_>,
    name: &str,
    edition: Option<&str>,
    language: &str,
    own: Option<Own>,
) -> PyResult<Table> {
    let catalogs = own.unwrap_or_default().catalogs();
    Table::made(py, catalogs.and_then(|catalogs| isms_core::Table::requirements(&catalogs, name, edition, language)))
}
