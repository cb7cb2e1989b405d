//! Opening files: read here, so that no Python object holds their bytes.

use crate::error::Refused;
use crate::register::Register;
use crate::watch::PyWatch;
use pyo3::exceptions::PyOSError;
use pyo3::prelude::*;
use pyo3::types::PyModule;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How much is read at once, and after how much we look for Ctrl-C.
const PIECE: usize = 1 << 16;
const LOOK: usize = 1 << 24;

/// Opens the document in a file.
///
/// As `Register.open`; a refusal names the file in a note. A file that can't be read is an
/// `OSError`. The bytes of the file are kept once and never copied.
#[pyfunction]
#[pyo3(signature = (path, *, watch=None))]
#[expect(clippy::needless_pass_by_value, reason = "arguments are taken from Python by value")]
pub(crate) fn load(py: Python<'_>, path: PathBuf, watch: Option<Py<PyAny>>) -> PyResult<Register> {
    let mut watch = PyWatch::new(py, watch)?;
    let bytes = read(py, &path)?;
    let opened = py.detach(|| isms_core::Register::open_watched(bytes, &mut watch));
    watch.finish(py, opened).map(Register::from).map_err(|error| {
        if error.is_instance_of::<Refused>(py) {
            let note = || -> PyResult<()> {
                let name = path.as_os_str().into_pyobject(py)?.repr()?;
                error.value(py).call_method1("add_note", (format!("in the file {name}"),)).map(drop)
            };
            return note().err().unwrap_or(error);
        }
        error
    })
}

/// All bytes of a file. Ctrl-C ends it.
fn read(py: Python<'_>, path: &Path) -> PyResult<Vec<u8>> {
    let opened = py.detach(|| {
        let file = File::open(path)?;
        let size = file.metadata()?.len();
        Ok((file, size))
    });
    let (mut file, size) = opened.map_err(|error| failed(py, path, &error))?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    loop {
        let goes_on = py.detach(|| some(&mut file, &mut bytes)).map_err(|error| failed(py, path, &error))?;
        py.check_signals()?;
        if !goes_on {
            return Ok(bytes);
        }
    }
}

/// Reads some more; whether there may be more still.
fn some(file: &mut File, bytes: &mut Vec<u8>) -> io::Result<bool> {
    let mut piece = [0; PIECE];
    let end = bytes.len() + LOOK;
    while bytes.len() < end {
        match file.read(&mut piece) {
            Ok(0) => return Ok(false),
            Ok(count) => bytes.extend_from_slice(piece.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(true),
            Err(error) => return Err(error),
        }
    }
    Ok(true)
}

/// The error that Python's own `open` would raise.
fn failed(py: Python<'_>, path: &Path, error: &io::Error) -> PyErr {
    let Some(number) = error.raw_os_error() else { return PyOSError::new_err(error.to_string()) };
    let words =
        || -> PyResult<Py<PyAny>> { Ok(PyModule::import(py, "os")?.call_method1("strerror", (number,))?.unbind()) };
    match words() {
        Ok(words) => PyOSError::new_err((number, words, path.as_os_str().to_owned())),
        Err(error) => error,
    }
}
