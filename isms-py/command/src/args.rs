//! The command line: what clap reads and what it prints.

use crate::console::Console;
use crate::failure::Failure;
use crate::{FINE, REFUSED, check, explain, import, new, review, trace};
use clap::{Parser, Subcommand};
use isms_core::printable;

/// Security records of aid agencies as one checkable graph: risk factor → threat → incident → loss
#[derive(Parser)]
#[command(name = "isms", version, term_width = 80, max_term_width = 80, after_help = AFTER)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Print the answer as one line of JSON; a refusal is JSON on standard error
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

const AFTER: &str = "\
Examples:
  isms review --sample             one page about the bundled sample
  isms check valley.json           what is wrong or missing in a register
  isms trace valley.json driver    what led to a loss, and where that breaks
  isms import awsd awsd.csv -o awsd.json

FILE is a register, a JSON document; - reads it from standard input.
Text shows control characters and those that turn the direction of writing
as escapes. It has colour only on a terminal, and none where NO_COLOR is set.

Exit codes:
  0  fine
  1  `check` alone: there are findings of severity error
  2  refused or misused; standard error says why, standard output is empty";

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(check::Check),
    Review(review::Review),
    Trace(trace::Trace),
    Import(import::Import),
    Explain(explain::Explain),
    /// Print the JSON Schema of a register
    #[command(after_help = "Examples:\n  isms schema > isms.schema.json\n  isms schema --json    the same on one line")]
    Schema,
    New(new::New),
}

/// The first paragraph of what clap has to say, on one line.
pub(crate) fn first_line(usage: &clap::Error) -> String {
    let text = usage.render().to_string();
    let first: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
    first.join(" ").trim_start_matches("error: ").to_owned()
}

/// Prints help, the version or how the command is used.
pub(crate) fn tell(usage: &clap::Error, console: &mut Console<'_>) -> Result<i32, Failure> {
    let text = usage.render().to_string();
    // A misuse repeats what was typed, which may hold escape codes.
    let lines: Vec<String> = text.lines().map(printable).collect();
    if usage.use_stderr() {
        console.err_line(&lines.join("\n"))?;
        return Ok(REFUSED);
    }
    console.line(&lines.join("\n"))?;
    Ok(FINE)
}
