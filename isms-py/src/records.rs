//! Records as dicts, through their JSON text.

use crate::convert::from_json;
use isms_core::{Kind, Register};
use pyo3::prelude::*;
use pyo3::types::PyList;

/// How many records are read at once, and after how many we look for Ctrl-C.
const PIECE: usize = 4_096;

/// The records of a kind as a list of dicts.
pub(crate) fn list<'py>(py: Python<'py>, register: &Register, kind: Kind) -> PyResult<Bound<'py, PyList>> {
    let all = PyList::empty(py);
    let mut records = register.records(kind).peekable();
    while records.peek().is_some() {
        let mut out = String::from("[");
        for record in records.by_ref().take(PIECE) {
            if out.len() > 1 {
                out.push(',');
            }
            out.push_str(&record.to_json());
        }
        out.push(']');
        all.call_method1("extend", (from_json(py, &out)?,))?;
        py.check_signals()?;
    }
    Ok(all)
}
