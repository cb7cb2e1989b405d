//! Kinds as arguments: the plural, as in a document.

use isms_core::Kind;
use pyo3::exceptions::PyValueError;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyAny;
use pyo3::{Borrowed, FromPyObject, PyErr, PyResult};

/// A kind, named by its plural.
pub(crate) struct Plural(pub(crate) Kind);

impl<'py> FromPyObject<'_, 'py> for Plural {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let name: PyBackedStr = object.extract()?;
        Kind::of_plural(&name).map(Self).ok_or_else(|| {
            let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.plural()).collect();
            PyValueError::new_err(format!("expected one of {}, found {name:?}", known.join(", ")))
        })
    }
}
