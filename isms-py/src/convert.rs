//! Values of the core as values of Python.

use pyo3::sync::PyOnceLock;
use pyo3::types::{PyAny, PyAnyMethods};
use pyo3::{Bound, Py, PyResult, Python};
use serde::Serialize;

/// An answer of the core as dicts, lists, texts and numbers.
pub(crate) fn answer<'py>(py: Python<'py>, value: &impl Serialize) -> PyResult<Bound<'py, PyAny>> {
    Ok(pythonize::pythonize(py, value)?)
}

/// JSON text as Python values. Python's own reader, because it reads floats with all their bits,
/// integers of any size and lone surrogates, and keeps the order of the fields.
pub(crate) fn from_json<'py>(py: Python<'py>, text: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((text,))
}

/// Python values as JSON text.
pub(crate) fn to_json(value: &Bound<'_, PyAny>) -> PyResult<String> {
    static DUMPS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    DUMPS.import(value.py(), "json", "dumps")?.call1((value,))?.extract()
}
