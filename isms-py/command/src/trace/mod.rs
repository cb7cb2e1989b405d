//! `isms trace`: what led to a record, and where that breaks.

mod broken;
mod common;
mod one;
mod paths;
mod recent;

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{Opened, Source};
use crate::text::{beside, json as to_json, wrapped};
use isms_core::{Register, printable};
use unicode_width::UnicodeWidthStr as _;

/// Tell what led to a record, what it can lead to, and where the trace breaks
#[derive(clap::Args)]
#[command(
    override_usage = "isms trace [OPTIONS] FILE ID [--paths N]\n       \
        isms trace [OPTIONS] FILE ID ID...\n       \
        isms trace [OPTIONS] FILE --broken\n       \
        isms trace [OPTIONS] FILE\n       \
        with --sample in place of FILE: the bundled sample",
    after_help = "\
Examples:
  isms trace valley.json                      the last incidents and losses
  isms trace valley.json driver               causes, effects, breaks
  isms trace valley.json driver --paths 10    ten paths back
  isms trace valley.json driver truck         nearest common causes of both
  isms trace valley.json --broken             all broken traces, by kind
  isms trace --sample kirit-water-truck-shots

An id that begins with a hyphen stands behind --. Text lists at most 20 records
of a stage. --json prints the whole answer to the question that was asked:
trace, paths, common causes or broken traces."
)]
pub(crate) struct Trace {
    #[command(flatten)]
    source: Source,

    /// The record; of two or more, the nearest common causes are told
    #[arg(value_name = "ID")]
    ids: Vec<String>,

    /// List paths back from the record, at most N of them
    #[arg(long, value_name = "N", conflicts_with = "broken", allow_negative_numbers = true, value_parser = most)]
    paths: Option<u32>,

    /// List all broken traces of the register
    #[arg(long)]
    broken: bool,
}

/// Records of one stage that text lists.
const LISTED: usize = 20;

pub(crate) fn run(args: &Trace, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let (opened, ids) = args.source.open_beside(&args.ids, console)?;
    let about = |failure: Failure| opened.refused(failure);
    match (ids.as_slice(), args.paths) {
        ([], None) if args.broken => broken::answer(&opened, json, console),
        (_, None) if args.broken => Err(Failure::misuse("expected ids or --broken, found both; leave out one of them")),
        ([id], None) => one::answer(&opened, id, json, console).map_err(about),
        ([id], Some(most)) => paths::answer(&opened, id, most, json, console).map_err(about),
        ([], None) if !json => recent::tell(&opened, console),
        ([], _) => Err(Failure::misuse("expected the id of a record, found none; name one, or ask for --broken")),
        (_, Some(_)) => {
            Err(Failure::misuse("expected one id beside --paths, found several; ask for one after the other"))
        }
        (ids, None) => common::answer(&opened, ids, json, console).map_err(about),
    }?;
    Ok(FINE)
}

/// How many paths are asked for.
fn most(word: &str) -> Result<u32, String> {
    let number = word.parse().ok().filter(|number| *number > 0);
    number.ok_or_else(|| {
        format!("expected a whole number from 1 to {} behind --paths, found `{word}`; such as --paths 10", u32::MAX)
    })
}

/// The answer as JSON, or else as text.
fn give<A: serde::Serialize>(
    answer: &A,
    json: bool,
    console: &mut Console<'_>,
    tell: impl FnOnce(&A, &mut Console<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    if json { console.json(&to_json(answer)?) } else { tell(answer, console) }
}

/// Records of one stage, with their titles.
fn list(opened: &Opened, stage: &str, ids: &[String], console: &mut Console<'_>) -> Result<(), Failure> {
    if ids.is_empty() {
        return Ok(());
    }
    console.line(&format!("  {} {}", stage, ids.len()))?;
    for id in ids.iter().take(LISTED) {
        console.line(&named(&opened.register, id, 4))?;
    }
    tell_more(ids.len(), 4, console)
}

/// Of how many more only JSON tells.
fn tell_more(all: usize, indent: usize, console: &mut Console<'_>) -> Result<(), Failure> {
    let more = all.saturating_sub(LISTED);
    if more == 0 { Ok(()) } else { console.line(&format!("{}and {more} more: --json", " ".repeat(indent))) }
}

/// An id with its title.
fn named(register: &Register, id: &str, indent: usize) -> String {
    let title = register.get(id).map(|record| record.title().to_owned()).unwrap_or_default();
    let title = if title.is_empty() { "(no title)".to_owned() } else { title };
    let word = format!("{}{id}", " ".repeat(indent));
    if printable(id).width() > 24 {
        return format!("{}\n{}", wrapped(id, indent, indent), wrapped(&title, indent + 4, indent + 4));
    }
    beside(&word, &title, indent + 26)
}
