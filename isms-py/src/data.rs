//! The bytes of a document, in the forms in which Python holds them.

use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyTypeError;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyAny, PyAnyMethods, PyString, PyTypeMethods};
use pyo3::{Borrowed, FromPyObject, PyErr, PyResult};

/// Bytes that stay as they are while the core reads them, whatever other threads do.
pub(crate) enum Data {
    /// `bytes`: not copied.
    Bytes(PyBackedBytes),
    /// `str`: not copied.
    Text(PyBackedStr),
    /// Anything that could change under us: copied.
    Copy(Vec<u8>),
}

impl Data {
    fn as_slice(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
            Self::Copy(bytes) => bytes,
        }
    }

    /// A copy of our own, to be given away.
    pub(crate) fn into_vec(self) -> Vec<u8> {
        match self {
            Self::Copy(bytes) => bytes,
            lent => lent.as_slice().to_vec(),
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for Data {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(bytes) = object.extract::<PyBackedBytes>() {
            return Ok(Self::Bytes(bytes));
        }
        if object.is_instance_of::<PyString>() {
            return Ok(Self::Text(object.extract()?));
        }
        if let Ok(buffer) = object.extract::<PyBuffer<u8>>() {
            return Ok(Self::Copy(buffer.to_vec(object.py())?));
        }
        let found = object.get_type().name()?;
        Err(PyTypeError::new_err(format!("expected bytes, bytearray, memoryview or str, found {found}")))
    }
}

/// The bytes of a file. Text is none: what was decoded is not the file any more, and an encoding
/// that was guessed wrong would show nowhere.
pub(crate) struct Bytes(Data);

impl Bytes {
    pub(crate) fn as_slice(&self) -> &[u8] {
        self.0.as_slice()
    }
}

impl<'py> FromPyObject<'_, 'py> for Bytes {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match object.extract() {
            Ok(Data::Text(_)) => {
                let words = "expected the bytes of a file, found str; read it with open(path, \"rb\")";
                Err(PyTypeError::new_err(words))
            }
            Ok(data) => Ok(Self(data)),
            Err(_) => {
                let found = object.get_type().name()?;
                Err(PyTypeError::new_err(format!("expected bytes, bytearray or memoryview, found {found}")))
            }
        }
    }
}
