//! The `isms` command as a program of its own. The wheel's command runs the same library.

use isms_command::{Terminal, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    let code = run(std::env::args_os(), &mut std::io::stdout(), &mut std::io::stderr(), Terminal::detect());
    ExitCode::from(u8::try_from(code).unwrap_or(2))
}
