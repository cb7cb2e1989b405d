//! Values of the core as values of Python, and back.

use pyo3::exceptions::{PyTypeError, PyUnicodeEncodeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyFloat, PyInt, PyList, PyModule, PyString, PyTuple};
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
    written(value, true)
}

/// A request: a dict, or its JSON text.
pub(crate) fn json_text(value: &Bound<'_, PyAny>) -> PyResult<PyBackedStr> {
    if value.is_instance_of::<PyString>() { value.extract() } else { to_json(value) }
}

/// A record: a dict, or its JSON text.
pub(crate) fn record(value: &Bound<'_, PyAny>) -> PyResult<PyBackedStr> {
    if value.is_instance_of::<PyString>() {
        return value.extract();
    }
    written(value, false).map_err(|error| no_json(value, "", 0).unwrap_or(error))
}

fn written(value: &Bound<'_, PyAny>, nan: bool) -> PyResult<PyBackedStr> {
    let text = encoder(value.py(), false, nan)?.call1((value,))?;
    match text.extract::<PyBackedStr>() {
        // Only escapes can say what UTF-8 can't.
        Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(value.py()) => {
            encoder(value.py(), true, nan)?.call1((value,))?.extract()
        }
        text => Ok(text?),
    }
}

/// The first value within that JSON has no word for, with its place: Python's own words name none.
fn no_json(value: &Bound<'_, PyAny>, at: &str, depth: usize) -> Option<PyErr> {
    const DEEPEST: usize = 100;
    if depth > DEEPEST {
        return None;
    }
    if let Ok(dict) = value.cast::<PyDict>() {
        return dict.iter().find_map(|(key, value)| {
            let key = key.str().map(|key| key.to_string_lossy().replace('~', "~0").replace('/', "~1"));
            no_json(&value, &format!("{at}/{}", key.unwrap_or_default()), depth + 1)
        });
    }
    if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
        let items = value.try_iter().ok()?.flatten().enumerate();
        return items.into_iter().find_map(|(index, item)| no_json(&item, &format!("{at}/{index}"), depth + 1));
    }
    let found = value.repr().map_or_else(|_| "something else".to_owned(), |found| found.to_string());
    let found: String = found.chars().take(80).collect();
    if let Ok(number) = value.cast::<PyFloat>() {
        let message = format!("expected a finite number at {at}, found {found}; leave out what is not known");
        return (!number.value().is_finite()).then(|| PyValueError::new_err(message));
    }
    let is_known = value.is_none() || value.is_instance_of::<PyString>() || value.is_instance_of::<PyInt>();
    let message = format!(
        "expected a value that JSON has at {at}, found {found}; pass a date as isoformat() gives it, a number of another library as int or float"
    );
    (!is_known).then(|| PyTypeError::new_err(message))
}

/// Python's writer of JSON: with escapes for all but ASCII, and for what is no number.
fn encoder(py: Python<'_>, ascii: bool, nan: bool) -> PyResult<&Bound<'_, PyAny>> {
    static ENCODERS: [PyOnceLock<Py<PyAny>>; 4] = [const { PyOnceLock::new() }; 4];
    let make = || -> PyResult<Py<PyAny>> {
        let options = PyDict::new(py);
        options.set_item("ensure_ascii", ascii)?;
        options.set_item("allow_nan", nan)?;
        options.set_item("separators", (",", ":"))?;
        let encoder = PyModule::import(py, "json")?.getattr("JSONEncoder")?.call((), Some(&options))?;
        Ok(encoder.getattr("encode")?.unbind())
    };
    let [plain, ascii_alone, plain_with_nan, ascii_with_nan] = &ENCODERS;
    let encode = match (ascii, nan) {
        (false, false) => plain,
        (true, false) => ascii_alone,
        (false, true) => plain_with_nan,
        (true, true) => ascii_with_nan,
    };
    Ok(encode.get_or_try_init(py, make)?.bind(py))
}
