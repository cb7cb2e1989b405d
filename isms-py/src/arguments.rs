//! Arguments that are refused in our words where Python's own would not help.

use crate::error::refused;
use isms_core::{Date, Office, Refusal};
use pyo3::exceptions::{PyOverflowError, PyTypeError, PyValueError};
use pyo3::types::{PyAny, PyAnyMethods, PyString, PyTypeMethods};
use pyo3::{Borrowed, Bound, FromPyObject, PyErr, PyResult, Python};

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
        listed(&object, "ids", "[id, id, ...]").map(Self)
    }
}

/// A list of texts. One text is none: it would be a list of letters.
fn listed(object: &Bound<'_, PyAny>, what: &str, pass: &str) -> PyResult<Vec<String>> {
    if object.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err(format!("expected a list of {what}, found one str; pass {pass}")));
    }
    object.extract().map_err(|_| {
        let found = name_of(object);
        PyTypeError::new_err(format!("expected a list of {what}, each a str, found {found}; pass {pass}"))
    })
}

/// The name of the type of a value.
pub(crate) fn name_of(value: &Bound<'_, PyAny>) -> String {
    value.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string())
}

/// A list of names.
pub(crate) struct Names(pub(crate) Vec<String>);

impl<'py> FromPyObject<'_, 'py> for Names {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        listed(&object, "names", "[name, name, ...]").map(Self)
    }
}

/// Offices: pairs of an agency and a place.
pub(crate) struct Offices(pub(crate) Vec<Office>);

impl<'py> FromPyObject<'_, 'py> for Offices {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let wrong = |found: &Bound<'_, PyAny>| {
            let words = format!(
                "expected a list of offices, each a pair of the ids of an agency and a place, found {}; pass [(agency, place), ...]",
                name_of(found)
            );
            PyTypeError::new_err(words)
        };
        let items = object.try_iter().map_err(|_| wrong(&object))?;
        let office = |item: PyResult<Bound<'py, PyAny>>| {
            let item = item?;
            match item.extract::<[String; 2]>() {
                // A text of two letters is a list of two texts, too.
                Ok([agency, place]) if !item.is_instance_of::<PyString>() => Ok(Office::new(agency, place)),
                _ => Err(wrong(&item)),
            }
        };
        items.map(office).collect::<PyResult<_>>().map(Self)
    }
}

/// A day: text, or a `datetime.date`.
pub(crate) struct Day(String);

impl Day {
    /// The day as the core reads it; `key` is the name of the argument.
    pub(crate) fn date(&self, py: Python<'_>, key: &str) -> PyResult<Date> {
        self.0.parse::<Date>().map_err(|fault| refused(py, &Refusal::of_day(key, &fault)))
    }
}

impl<'py> FromPyObject<'_, 'py> for Day {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(text) = object.extract() {
            return Ok(Self(text));
        }
        let text = object.call_method0("isoformat").and_then(|text| text.extract());
        text.map(Self).map_err(|_| {
            let found = name_of(&object);
            PyTypeError::new_err(format!("expected a date as str or datetime.date, found {found}"))
        })
    }
}
