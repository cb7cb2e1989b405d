//! Reading the files of other houses.

use crate::catalogs::Given;
use crate::convert::answer;
use crate::data::Bytes;
use crate::error::refused;
use crate::watch::PyWatch;
use isms_core::{Imported, OscalImport};
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
    whole(py, &watch.finish(py, imported)?)
}

fn whole<'py>(py: Python<'py>, imported: &Imported) -> PyResult<Bound<'py, PyDict>> {
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

/// Reads a catalogue of OSCAL, or a profile with the catalogue that it imports: the bytes of the JSON file.
///
/// Keys: `document`, the standard as a catalogue of ours, as bytes, for `catalogs` of `assess` and for
/// `check_catalog`; `answer`, counts, with `totals` of groups, controls, enhancements, withdrawn ones,
/// requirements and more; `notes`, all that was not taken as it stands: `row` is the number of the
/// control, `column` the place, a JSON pointer. `oscal_notes` explains their codes.
///
/// `name` is the name of the standard, made from the title unless given. `place` says where
/// requirements belong, a dict of ids of groups and controls, or its text: `{"pe": {"sector":
/// "protection"}}`; without it they belong to no sector. `source` are the bytes of the catalogue that a
/// profile imports. `language` is that of the texts: OSCAL does not say; `en` unless given. Refuses what
/// is no catalogue or profile of OSCAL (`not_the_format`). Cost: linear in the bytes.
#[pyfunction]
#[pyo3(signature = (data, *, name=None, place=None, source=None, language=None))]
#[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
pub(crate) fn import_oscal(
    py: Python<'_>,
    data: Bytes,
    name: Option<String>,
    place: Option<Given>,
    source: Option<Bytes>,
    language: Option<String>,
) -> PyResult<Bound<'_, PyDict>> {
    let mut options = OscalImport::default();
    (options.name, options.language) = (name, language);
    options.place = place.map(|place| String::from_utf8_lossy(place.as_ref()).into_owned());
    options.source = source.map(|source| source.as_slice().to_vec());
    let imported = py.detach(|| isms_core::import_oscal(data.as_slice(), &options));
    whole(py, &imported.map_err(|refusal| refused(py, &refusal))?)
}

/// The codes of the reading notes of `import_oscal`, with what they mean.
///
/// A list of dicts of `code` and `explanation`.
#[pyfunction]
pub(crate) fn oscal_notes(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    answer(py, &isms_core::oscal_notes())
}
