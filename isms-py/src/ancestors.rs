//! The ancestors of every loss, as buffers that NumPy and others read without a copy.

use crate::convert;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyMemoryView};

/// The ancestors of every loss: all that led to it, as rows.
///
/// Those of loss number `n` are `rows[offsets[n]:offsets[n + 1]]`; `Register.id_of_row` gives the
/// id of a row. The views are read only; `numpy.frombuffer` reads them without a copy.
#[pyclass(frozen, module = "isms")]
pub(crate) struct Ancestors {
    label: Py<PyAny>,
    losses: Py<PyAny>,
    offsets: Py<PyAny>,
    rows: Py<PyAny>,
}

#[pymethods]
impl Ancestors {
    /// Who may see this answer.
    #[getter]
    fn label(&self, py: Python<'_>) -> Py<PyAny> {
        self.label.clone_ref(py)
    }

    /// The rows of the losses, in the order of the document.
    #[getter]
    fn losses(&self, py: Python<'_>) -> Py<PyAny> {
        self.losses.clone_ref(py)
    }

    /// Where the ancestors of each loss begin; one more than there are losses.
    #[getter]
    fn offsets(&self, py: Python<'_>) -> Py<PyAny> {
        self.offsets.clone_ref(py)
    }

    /// The rows of the ancestors, one loss after the other.
    #[getter]
    fn rows(&self, py: Python<'_>) -> Py<PyAny> {
        self.rows.clone_ref(py)
    }
}

impl Ancestors {
    pub(crate) fn new(py: Python<'_>, answer: &isms_core::Ancestors) -> PyResult<Self> {
        Ok(Self {
            label: convert::answer(py, &answer.label)?.unbind(),
            losses: view(py, "I", &answer.losses, u32::to_ne_bytes)?,
            offsets: view(py, "Q", &answer.offsets, u64::to_ne_bytes)?,
            rows: view(py, "I", &answer.rows, u32::to_ne_bytes)?,
        })
    }
}

/// Numbers as a read-only memoryview. They are copied once, into a `bytes` object, because to lend
/// our own memory would take unsafe code.
fn view<T: Copy, const N: usize>(
    py: Python<'_>,
    format: &str,
    numbers: &[T],
    bytes_of: fn(T) -> [u8; N],
) -> PyResult<Py<PyAny>> {
    let bytes = PyBytes::new_with(py, N * numbers.len(), |bytes| {
        for (slot, number) in bytes.chunks_exact_mut(N).zip(numbers) {
            slot.copy_from_slice(&bytes_of(*number));
        }
        Ok(())
    })?;
    Ok(PyMemoryView::from(&bytes)?.call_method1("cast", (format,))?.unbind())
}
