//! Values of the core as values of Python, and back.

use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyAny, PyAnyMethods, PyDict, PyModule, PyString};
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

/// Python values as JSON text, as short as the core writes it. Python's own writer, for the same reasons. It writes `NaN`
/// too, which the core refuses.
pub(crate) fn to_json(value: &Bound<'_, PyAny>) -> PyResult<PyBackedStr> {
    let text = encoder(value.py(), false)?.call1((value,))?;
    match text.extract::<PyBackedStr>() {
        // Only escapes can say what UTF-8 can't.
        Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(value.py()) => {
            encoder(value.py(), true)?.call1((value,))?.extract()
        }
        text => Ok(text?),
    }
}

/// A record: a dict, or its JSON text.
pub(crate) fn record(value: &Bound<'_, PyAny>) -> PyResult<PyBackedStr> {
    if value.is_instance_of::<PyString>() { value.extract() } else { to_json(value) }
}

fn encoder(py: Python<'_>, ascii: bool) -> PyResult<&Bound<'_, PyAny>> {
    static PLAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    static ASCII: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let make = || -> PyResult<Py<PyAny>> {
        let options = PyDict::new(py);
        options.set_item("ensure_ascii", ascii)?;
        options.set_item("separators", (",", ":"))?;
        let encoder = PyModule::import(py, "json")?.getattr("JSONEncoder")?.call((), Some(&options))?;
        Ok(encoder.getattr("encode")?.unbind())
    };
    let encode = if ascii { &ASCII } else { &PLAIN };
    Ok(encode.get_or_try_init(py, make)?.bind(py))
}
