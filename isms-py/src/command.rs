//! The one place where the `isms` command is hooked in.

use isms_command::Terminal;
use pyo3::prelude::*;
use std::ffi::OsString;
use std::io::{stderr, stdout};

/// Runs the `isms` command with these arguments, the program's name first.
///
/// The exit code comes back: 0 fine, 1 `check` found errors, 2 refused or misused.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, args: Vec<OsString>) -> PyResult<i32> {
    let_ctrl_c_end_it(py)?;
    Ok(py.detach(|| isms_command::run(args, &mut stdout(), &mut stderr(), Terminal::detect())))
}

/// Ctrl-C ends the command at once, as it ends every other. Python would only note it and wait
/// until the call is over. Its module `signal` loads others and takes longer than a small question;
/// this is the compiled half of it, which is always there.
fn let_ctrl_c_end_it(py: Python<'_>) -> PyResult<()> {
    let signal = py.import("_signal")?;
    signal.call_method1("signal", (signal.getattr("SIGINT")?, signal.getattr("SIG_DFL")?))?;
    Ok(())
}
