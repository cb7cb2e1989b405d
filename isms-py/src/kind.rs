//! Kinds as arguments: the plural, as in a document.

use crate::error::refused;
use isms_core::Kind;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyAny;
use pyo3::{Borrowed, FromPyObject, PyErr, PyResult};

/// A kind, named by its plural.
pub(crate) struct Plural(pub(crate) Kind);

impl<'py> FromPyObject<'_, 'py> for Plural {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let name: PyBackedStr = object.extract()?;
        Kind::named(&name).map(Self).map_err(|refusal| refused(object.py(), &refusal))
    }
}
