//! `isms trace`: what led to a record, and where that breaks.

mod broken;
mod common;
mod one;
mod paths;

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{Opened, Source, open_file, open_sample};
use crate::text::{beside, json as to_json, wrapped};
use isms_core::Register;
use std::path::PathBuf;

/// Tell what led to a record, what it can lead to, and where the trace breaks
#[derive(clap::Args)]
#[command(
    override_usage = "isms trace [OPTIONS] FILE ID [--paths N]\n       \
        isms trace [OPTIONS] FILE ID ID...\n       \
        isms trace [OPTIONS] FILE --broken",
    after_help = "\
Examples:
  isms trace valley.json driver               causes, effects, breaks
  isms trace valley.json driver --paths 10    ten paths back
  isms trace valley.json driver truck         nearest common causes of both
  isms trace valley.json --broken             all broken traces, by kind
  isms trace --sample kirit-water-truck-shots

An id that begins with a hyphen stands behind --.
--json prints the answer to the question that was asked: trace, paths, common
causes or broken traces."
)]
pub(crate) struct Trace {
    #[command(flatten)]
    source: Source,

    /// The record; of two or more, the nearest common causes are told
    #[arg(value_name = "ID")]
    ids: Vec<String>,

    /// List paths back from the record, at most N of them
    #[arg(long, value_name = "N", conflicts_with = "broken")]
    paths: Option<u32>,

    /// List all broken traces of the register
    #[arg(long)]
    broken: bool,
}

pub(crate) fn run(args: &Trace, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let (file, ids) = words(args);
    let opened = match &file {
        Some(file) => open_file(file, console)?,
        None => open_sample(console)?,
    };
    let about = |failure: Failure| failure.about(&opened.name);
    match (ids.as_slice(), args.paths) {
        ([], None) if args.broken => broken::answer(&opened, json, console),
        (_, None) if args.broken => Err(Failure::misuse("expected ids or --broken, found both; leave out one of them")),
        ([id], None) => one::answer(&opened, id, json, console).map_err(about),
        ([id], Some(most)) => paths::answer(&opened, id, most, json, console).map_err(about),
        ([], _) => Err(Failure::misuse("expected the id of a record, found none; name one, or ask for --broken")),
        (_, Some(_)) => {
            Err(Failure::misuse("expected one id beside --paths, found several; ask for one after the other"))
        }
        (ids, None) => common::answer(&opened, ids, json, console).map_err(about),
    }?;
    Ok(FINE)
}

/// The file and the ids. With --sample there is no file: the first word is an id too.
fn words(args: &Trace) -> (Option<PathBuf>, Vec<String>) {
    if !args.source.sample {
        return (args.source.file.clone(), args.ids.clone());
    }
    let first = args.source.file.iter().map(|word| word.to_string_lossy().into_owned());
    (None, first.chain(args.ids.iter().cloned()).collect())
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
    for id in ids {
        console.line(&named(&opened.register, id, 4))?;
    }
    Ok(())
}

/// An id with its title.
fn named(register: &Register, id: &str, indent: usize) -> String {
    let title = register.get(id).map(|record| record.title().to_owned()).unwrap_or_default();
    let title = if title.is_empty() { "(no title)".to_owned() } else { title };
    let word = format!("{}{id}", " ".repeat(indent));
    if id.chars().count() > 24 {
        return format!("{}\n{}", wrapped(id, indent, indent), wrapped(&title, indent + 4, indent + 4));
    }
    beside(&word, &title, indent + 26)
}
