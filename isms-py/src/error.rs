//! The exceptions, and the one way from a refusal of the core to them.

use crate::convert::answer;
use isms_core::Refusal;
use pyo3::exceptions::PyValueError;
use pyo3::{PyErr, PyResult, Python, create_exception, types::PyAnyMethods};

create_exception!(
    isms,
    Refused,
    PyValueError,
    "A call that could not be done; `finding` says why.\n\
\n\
`finding` is a dict: `code` names the reason, and `isms.explain(code)` tells about it; `path` is\n\
the place in the document or request, as a JSON pointer; `message` says what was expected and\n\
found; `facts` holds the parts of the message. The text of the exception is the message."
);

/// A refusal as an exception that carries its finding.
pub(crate) fn refused(py: Python<'_>, refusal: &Refusal) -> PyErr {
    let error = Refused::new_err(refusal.to_string());
    let carry = || -> PyResult<()> { error.value(py).setattr("finding", answer(py, refusal.finding())?) };
    carry().err().unwrap_or(error)
}
