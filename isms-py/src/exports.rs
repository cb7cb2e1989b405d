//! Writing files for the programs of other houses.

use crate::arguments::{Day, Offices};
use crate::catalogs::Own;
use crate::convert::answer;
use crate::register::Register;
use isms_core::OscalExport;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

/// Writes how a standard is met at an office on a day as assessment results of OSCAL, JSON.
///
/// The file is an inside file: it shows gaps. Keys: `document`, the file, as bytes; `answer`, its
/// `label`, `totals`, and `not_carried`, what OSCAL has no word for, by code; `notes`, all of that, one by
/// one. `oscal_export_notes` explains the codes. What nobody knows has no finding; only what is met is
/// satisfied.
///
/// `as_of` is a text such as `2026-03-14` or a `datetime.date`; `office` is a pair of the ids of an agency
/// and a place; `catalogs` are catalogues beside those that are bundled, each a dict or its text.
/// `watch(done, total)` is called on the way. Refuses an office that is not there (`unknown_id`), a standard
/// that is not at hand or not adopted there, and one of which nothing is verified (`bad_request`).
#[pyfunction]
#[pyo3(signature = (register, standard, office, as_of, *, catalogs=None, language="en", watch=None))]
#[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
#[expect(clippy::too_many_arguments, reason = "they have names in Python")]
pub(crate) fn export_oscal<'py>(
    py: Python<'py>,
    register: PyRef<'py, Register>,
    standard: &str,
    office: Bound<'py, PyAny>,
    as_of: Day,
    catalogs: Option<Own>,
    language: &str,
    watch: Option<Py<PyAny>>,
) -> PyResult<Bound<'py, PyDict>> {
    let offices = pyo3::types::PyList::new(py, [office])?.extract::<Offices>();
    let office =
        offices.map_err(|_| PyTypeError::new_err("expected an office, a pair of the ids of an agency and a place"));
    let Some(office) = office?.0.into_iter().next() else {
        return Err(PyTypeError::new_err("expected an office, found none"));
    };
    let mut options = OscalExport::of(standard, office, as_of.date(py, "as_of")?);
    language.clone_into(&mut options.language);
    let own = catalogs.unwrap_or_default();
    let exported = register.watched(py, watch, |register, watch| {
        isms_core::export_oscal_watched(register, &options, &own.catalogs()?, watch)
    })?;
    let dict = PyDict::new(py);
    dict.set_item("document", PyBytes::new(py, &exported.document))?;
    dict.set_item("answer", answer(py, &exported.answer)?)?;
    dict.set_item("notes", answer(py, &exported.notes)?)?;
    Ok(dict)
}

/// The codes of what `export_oscal` can't carry, with what they mean.
///
/// A list of dicts of `code` and `explanation`.
#[pyfunction]
pub(crate) fn oscal_export_notes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    answer(py, &isms_core::oscal_export_notes())
}
