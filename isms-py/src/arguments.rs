//! Arguments that are refused in our words where Python's own would not help.

use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::types::{PyAny, PyAnyMethods, PyString, PyTypeMethods};
use pyo3::{Borrowed, FromPyObject, PyErr, PyResult};

/// A whole number from 0 to 4294967295.
pub(crate) struct Whole(pub(crate) u32);

impl<'py> FromPyObject<'_, 'py> for Whole {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        object.extract().map(Self).map_err(|error: PyErr| {
            if !error.is_instance_of::<PyOverflowError>(object.py()) {
                return error;
            }
            PyValueError::new_err(format!("expected a whole number from 0 to {}, found {}", u32::MAX, &*object))
        })
    }
}

/// A list of ids.
pub(crate) struct Ids(pub(crate) Vec<String>);

impl<'py> FromPyObject<'_, 'py> for Ids {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if object.is_instance_of::<PyString>() {
            return Err(PyTypeError::new_err("expected a list of ids, found one str; pass [id, id, ...]"));
        }
        object.extract().map(Self).map_err(|_| {
            let found = object.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string());
            PyTypeError::new_err(format!("expected a list of ids, each a str, found {found}; pass [id, id, ...]"))
        })
    }
}

/// A day: text, or a `datetime.date`.
pub(crate) struct Day(pub(crate) String);

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = object.extract() {
            return Ok(Self(text));
        }
        let text = object.call_method0("isoformat").and_then(|text| text.extract());
        text.map(Self).map_err(|_| {
            let found = object.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string());
            PyTypeError::new_err(format!("expected a date as str or datetime.date, found {found}"))
        })
    }
}
