//! How a register shows itself in a notebook.

use isms_core::{Kind, Register};
use pyo3::types::{PyAnyMethods, PyModule};
use pyo3::{PyResult, Python};
use std::fmt::Write as _;

/// A table of how many records there are of each kind.
pub(crate) fn html(py: Python<'_>, register: &Register) -> PyResult<String> {
    let escape = PyModule::import(py, "html")?.getattr("escape")?;
    let name = register.title().or(register.id()).unwrap_or("Register");
    let name: String = escape.call1((name,))?.extract()?;
    let mut out = format!("<table><caption>{name}</caption>");
    for (kind, count) in counts(register) {
        // Writing to a `String` cannot fail.
        let _ = write!(out, "<tr><th>{kind}</th><td>{count}</td></tr>");
    }
    out.push_str("</table>");
    Ok(out)
}

/// Counts by kind; last those that no kind counts, because they have no id.
fn counts(register: &Register) -> Vec<(&'static str, usize)> {
    let mut counts: Vec<_> = Kind::ALL.iter().map(|kind| (kind.plural(), register.ids(*kind).count())).collect();
    let with_id: usize = counts.iter().map(|(_, count)| count).sum();
    counts.push(("records without an id", register.len() - with_id));
    counts.retain(|(_, count)| *count > 0);
    counts
}
