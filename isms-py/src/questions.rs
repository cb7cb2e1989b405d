//! Questions that need no register.

use crate::convert::answer;
use pyo3::prelude::*;

/// The JSON Schema of a document.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    answer(py, &isms_core::schema())
}
