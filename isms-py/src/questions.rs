//! Calls that need no register.

use crate::convert::answer;
use crate::error::refused;
use pyo3::prelude::*;

/// The page of a finding's code.
///
/// Keys: `code`, `severity`, `looks_for`, `why`, `example`, `normal_when`, `what_to_do` and `claims`.
/// Refuses a code that there is none of.
#[pyfunction]
pub(crate) fn explain<'py>(py: Python<'py>, code: &str) -> PyResult<Bound<'py, PyAny>> {
    answer(py, &isms_core::explain(code).map_err(|refusal| refused(py, &refusal))?)
}

/// The JSON Schema (2020-12) of a document.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    answer(py, &isms_core::schema())
}

/// The bundled sample, as the text of a document.
///
/// A fictional country, with a few faults such as people make.
#[pyfunction]
pub(crate) fn sample() -> &'static str {
    &isms_core::SAMPLE
}
