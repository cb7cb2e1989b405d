//! The one place where the `isms` command is hooked in.

use pyo3::prelude::*;
use std::ffi::OsString;
use std::io::Write as _;

/// Runs the `isms` command with these arguments, the program's name first.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, args: Vec<OsString>) -> i32 {
    py.detach(move || {
        drop(args);
        // There is nowhere to complain to when the error stream is closed.
        let _ = writeln!(std::io::stderr(), "isms: this build has no command");
        2
    })
}
