//! Progress and cancelling: a Python function that is told how far a call is, and Ctrl-C.

use crate::error::refused;
use isms_core::{Refusal, Watch};
use pyo3::exceptions::PyTypeError;
use pyo3::types::{PyAny, PyAnyMethods, PyTypeMethods};
use pyo3::{Py, PyErr, PyResult, Python};
use std::time::{Duration, Instant};

/// Without a function to call we look for Ctrl-C only so often: taking the interpreter's lock back may mean to wait for
/// another thread.
const SIGNALS: Duration = Duration::from_millis(50);

/// A watch that asks Python whether to go on.
pub(crate) struct PyWatch {
    callback: Option<Py<PyAny>>,
    looked: Instant,
    error: Option<PyErr>,
}

impl PyWatch {
    /// Refuses at once what can't be called: a small document would never call it.
    pub(crate) fn new(py: Python<'_>, callback: Option<Py<PyAny>>) -> PyResult<Self> {
        if let Some(found) = callback.as_ref().map(|callback| callback.bind(py)).filter(|found| !found.is_callable()) {
            let found = found.get_type().name()?;
            return Err(PyTypeError::new_err(format!(
                "expected a function as watch, found {found}; pass one of (done, total)"
            )));
        }
        Ok(Self { callback, looked: Instant::now(), error: None })
    }

    /// The answer of a call that was watched. What Python raised meanwhile goes first: it is the
    /// cause of the refusal.
    pub(crate) fn finish<T>(self, py: Python<'_>, answer: Result<T, Refusal>) -> PyResult<T> {
        match self.error {
            Some(error) => Err(error),
            None => answer.map_err(|refusal| refused(py, &refusal)),
        }
    }

    fn ask(&self, done: u64, total: u64) -> PyResult<bool> {
        Python::attach(|py| {
            py.check_signals()?;
            let Some(callback) = &self.callback else { return Ok(true) };
            let goes_on = callback.bind(py).call1((done, total))?;
            if goes_on.is_none() { Ok(true) } else { goes_on.is_truthy() }
        })
    }
}

impl Watch for PyWatch {
    fn step(&mut self, done: u64, total: u64) -> bool {
        if self.callback.is_none() && self.looked.elapsed() < SIGNALS {
            return true;
        }
        let goes_on = self.ask(done, total).unwrap_or_else(|error| {
            self.error = Some(error);
            false
        });
        self.looked = Instant::now();
        goes_on
    }
}
