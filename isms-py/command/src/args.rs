//! The command line: what clap reads and what it prints.

use crate::console::Console;
use crate::failure::Failure;
use crate::{FINE, REFUSED, assess, catalog, check, diff, digest, explain, export, fix, import, new, review, trace};
use clap::{Parser, Subcommand};

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
  isms assess valley.json          where the gaps are, by adopted standards
  isms trace valley.json driver    what led to a loss, and where that breaks
  isms import awsd awsd.csv -o awsd.json

FILE is a register, a JSON document; - reads it from standard input.
Text shows control characters and those that turn the direction of writing
as escapes. It has colour only on a terminal, and none where NO_COLOR is set.

Exit codes:
  0  fine
  1  `check` and `catalog check` alone: there are findings of severity error
  2  refused or misused; standard error says why, standard output is empty";

#[derive(Subcommand)]
pub(crate) enum Command {
    Check(check::Check),
    Review(review::Review),
    Assess(assess::Assess),
    Diff(diff::Diff),
    Trace(trace::Trace),
    Fix(fix::FixArgs),
    Catalog(catalog::CatalogArgs),
    Import(import::Import),
    Export(export::Export),
    Explain(explain::Explain),
    /// Print the JSON Schema of a register
    #[command(after_help = "Examples:\n  isms schema > isms.schema.json\n  isms schema --json    the same on one line")]
    Schema,
    New(new::New),
    Digest(digest::Digest),
}

/// Prints help or the version; where nothing at all was asked for, help is a refusal.
pub(crate) fn tell(help: &clap::Error, console: &mut Console<'_>) -> Result<i32, Failure> {
    let text = help.render().to_string();
    if help.use_stderr() {
        console.err_line(&text)?;
        return Ok(REFUSED);
    }
    console.line(&text)?;
    Ok(FINE)
}
