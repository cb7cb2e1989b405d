//! Reading the tables of other houses.

use crate::convert::answer;
use crate::data::Bytes;
use crate::watch::PyWatch;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

/// Reads a CSV export of the Aid Worker Security Database: the bytes of the file.
///
/// Keys: `document`, the register that was made, as bytes for `Register.open`; `answer`, counts of
/// `rows`, `read` and `refused` rows, `totals`, which of them are lower bounds (`at_least`), and
/// `findings`, the reading notes by code; `notes`, all reading notes, row by row. Nothing is
/// repaired, left out or guessed without a note; `awsd_notes` explains their codes. A blank count is
/// unknown, never 0.
///
/// `watch(done, total)` is called on the way with the bytes that are read, of those of all passes. If
/// it returns `False` the call refuses with the code `stopped`; what it raises comes out of the call.
/// Refuses what is no such export (`not_the_format`).
#[pyfunction]
#[pyo3(signature = (data, *, watch=None))]
#[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
pub(crate) fn import_awsd(py: Python<'_>, data: Bytes, watch: Option<Py<PyAny>>) -> PyResult<Bound<'_, PyDict>> {
    let mut watch = PyWatch::new(py, watch)?;
    let imported = py.detach(|| isms_core::import_awsd_bytes_watched(data.as_slice(), &mut watch));
    let imported = watch.finish(py, imported)?;
    let dict = PyDict::new(py);
    dict.set_item("document", PyBytes::new(py, &imported.document))?;
    dict.set_item("answer", answer(py, &imported.answer)?)?;
    dict.set_item("notes", answer(py, &imported.notes)?)?;
    Ok(dict)
}

/// The codes of the reading notes of `import_awsd`, with what they mean.
///
/// A list of dicts of `code` and `explanation`.
#[pyfunction]
pub(crate) fn awsd_notes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    answer(py, &isms_core::awsd_notes())
}
