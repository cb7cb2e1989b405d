//! The `isms` command: the questions of `isms-core`, asked of files and answered on a terminal.
//!
//! It adds nothing to the answers: `--json` prints what [`isms_core::ask`] answers, and text is the
//! same data for people.

mod args;
mod assess;
mod catalog;
mod catalogs;
mod check;
mod clock;
mod console;
mod diff;
mod digest;
mod explain;
mod export;
mod failure;
mod findings;
mod fix;
mod import;
mod import_oscal;
mod input;
mod migrate;
mod misuse;
mod new;
mod output;
mod progress;
mod report;
mod review;
mod schema;
mod text;
mod trace;

pub use console::Terminal;

use args::{Cli, Command};
use clap::Parser as _;
use clap::error::ErrorKind;
use console::Console;
use failure::Failure;
use std::ffi::OsString;
use std::io::Write;

/// All is well.
const FINE: i32 = 0;
/// `check`, or `catalog check`, found errors.
const FOUND: i32 = 1;
/// Refused, or misused.
const REFUSED: i32 = 2;

/// Nothing was asked for: people get help.
const HELP: ErrorKind = ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;

/// Runs the command: `args` with the name of the program first, answers to `out`, refusals and
/// progress to `err`. Returns the exit code: 0 fine, 1 `check` or `catalog check` found errors, 2 refused or misused.
/// Reads standard input where FILE is `-`. A reader that went away is no failure.
///
/// ```
/// use isms_command::{Terminal, run};
/// let (mut out, mut err) = (Vec::new(), Vec::new());
/// let args = ["isms", "explain", "cycle"].map(Into::into);
/// assert_eq!(run(args, &mut out, &mut err, Terminal::default()), 0);
/// assert!(String::from_utf8(out)?.starts_with("cycle (error)"));
/// # Ok::<(), std::string::FromUtf8Error>(())
/// ```
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    terminal: Terminal,
) -> i32 {
    let args: Vec<OsString> = args.into_iter().collect();
    let json = args.iter().any(|arg| arg == "--json");
    let mut console = Console::new(out, err, terminal);
    let done = match Cli::try_parse_from(&args) {
        Ok(cli) => answer(&cli, &mut console),
        Err(usage) if usage.use_stderr() && (json || usage.kind() != HELP) => Err(misuse::refusal(&usage, &args)),
        Err(help) => args::tell(&help, &mut console),
    };
    let done = done.and_then(|code| console.flush().map(|()| code));
    done.unwrap_or_else(|failure| {
        // Where the refusal can't be told either, its code is all that is left.
        drop(failure.tell(&mut console, json));
        REFUSED
    })
}

fn answer(cli: &Cli, console: &mut Console<'_>) -> Result<i32, Failure> {
    let json = cli.json;
    match &cli.command {
        Command::Check(args) => check::run(args, json, console),
        Command::Assess(args) => assess::run(args, json, console),
        Command::Catalog(args) => catalog::run(args, json, console),
        Command::Diff(args) => diff::run(args, json, console),
        Command::Review(args) => review::run(args, json, console),
        Command::Trace(args) => trace::run(args, json, console),
        Command::Digest(args) => digest::run(args, json, console),
        Command::Fix(args) => fix::run(args, json, console),
        Command::Import(args) => import::run(args, json, console),
        Command::Export(args) => export::run(args, json, console),
        Command::Explain(args) => explain::run(args, json, console),
        Command::Schema => schema::run(json, console),
        Command::New(args) => new::run(args, json, console),
    }
}
