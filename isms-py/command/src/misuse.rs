//! What clap has to say about a command line, in the words of every other refusal.

use crate::args::Cli;
use crate::failure::Failure;
use clap::CommandFactory as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error as _;
use std::ffi::OsString;

/// The refusal of a command line.
pub(crate) fn refusal(usage: &clap::Error, args: &[OsString]) -> Failure {
    let [wrong, before, value, allowed] =
        [ContextKind::InvalidArg, ContextKind::PriorArg, ContextKind::InvalidValue, ContextKind::ValidValue]
            .map(|kind| said(usage, kind));
    let words = match usage.kind() {
        ErrorKind::MissingRequiredArgument => format!("expected {wrong}, found none; add it"),
        ErrorKind::UnknownArgument => unknown(usage, &wrong),
        ErrorKind::InvalidSubcommand => no_command(usage),
        ErrorKind::MissingSubcommand => format!("expected one of the commands {}, found none; name one", commands()),
        ErrorKind::InvalidValue if value.is_empty() => format!("expected a value behind {wrong}, found none; add it"),
        ErrorKind::InvalidValue => format!("expected {wrong} to be {allowed}, found `{value}`"),
        ErrorKind::TooManyValues => format!("expected no value behind {wrong}, found `{value}`; leave it out"),
        ErrorKind::ValueValidation => usage.source().map_or_else(|| first_line(usage), ToString::to_string),
        ErrorKind::ArgumentConflict if wrong == before => {
            format!("expected {wrong} once, found it several times; leave out all but one")
        }
        ErrorKind::ArgumentConflict => format!("expected {wrong} or {before}, found both; leave out one of them"),
        _ => first_line(usage),
    };
    Failure::misuse(words).used(help(args))
}

/// The command that tells how what was typed is used.
pub(crate) fn help(args: &[OsString]) -> String {
    let cli = Cli::command();
    let named = args.iter().skip(1).find_map(|arg| cli.find_subcommand(arg));
    named.map_or_else(|| "isms --help".to_owned(), |command| format!("isms {} --help", command.get_name()))
}

fn unknown(usage: &clap::Error, wrong: &str) -> String {
    if !wrong.starts_with('-') {
        return format!("expected nothing more, found `{wrong}`; leave it out, or put a name with blanks in quotes");
    }
    match said(usage, ContextKind::SuggestedArg) {
        near if near.is_empty() => format!(
            "expected an option that there is, found `{wrong}`; leave it out. A name that begins with a hyphen stands behind --"
        ),
        near => format!("expected an option that there is, found `{wrong}`; did you mean `{near}`?"),
    }
}

fn no_command(usage: &clap::Error) -> String {
    let found = said(usage, ContextKind::InvalidSubcommand);
    // The best one comes last.
    let near = match usage.get(ContextKind::SuggestedSubcommand) {
        Some(ContextValue::Strings(near)) => near.last().cloned(),
        _ => None,
    };
    let hint = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    format!("expected one of the commands {}, found `{found}`{hint}", commands())
}

fn commands() -> String {
    let cli = Cli::command();
    let names: Vec<&str> = cli.get_subcommands().map(clap::Command::get_name).collect();
    names.join(", ")
}

/// What clap says of one kind; without the brackets of its own form.
fn said(usage: &clap::Error, kind: ContextKind) -> String {
    let words = match usage.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    };
    // What was typed stays as it was typed.
    if matches!(kind, ContextKind::InvalidValue | ContextKind::InvalidSubcommand) {
        return words;
    }
    words.replace(['<', '>', '[', ']'], "")
}

/// The first paragraph of what clap has to say, on one line.
fn first_line(usage: &clap::Error) -> String {
    let text = usage.render().to_string();
    let first: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
    first.join(" ").trim_start_matches("error: ").to_owned()
}
