//! `isms new`: a register to begin with.

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::STDIN;
use crate::output::Draft;
use crate::text::{json as to_json, quoted, wrapped};
use isms_core::{Register, SAMPLE};
use std::path::PathBuf;

/// Write the bundled sample, or an empty register, to a file
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  isms new -o tarsava.json                            the bundled sample
  isms new --empty --title 'Valley office' -o valley.json
  isms new -o - | isms check -                        to standard output

A file that is there already is left alone unless --force is given. The file
appears whole or not at all, and on Unix only its owner may read it.
--json prints {\"output\", \"title\", \"records\"}.")]
pub(crate) struct New {
    /// Where to write; - is standard output
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    /// A register without records instead of the sample
    #[arg(long)]
    empty: bool,

    /// The title of the empty register
    #[arg(long)]
    title: Option<String>,

    /// Replace OUT where it is there already
    #[arg(long)]
    force: bool,
}

/// What `new` answers.
#[derive(serde::Serialize)]
struct Made<'a> {
    output: &'a str,
    title: &'a str,
    records: usize,
}

pub(crate) fn run(args: &New, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    if args.title.is_some() && !args.empty {
        let words = "expected --empty beside --title, found --title alone: the sample has its own; add --empty";
        return Err(Failure::misuse(words));
    }
    let document = if args.empty { empty(args.title.as_deref())? } else { SAMPLE.as_bytes().to_vec() };
    if args.output.as_os_str() == STDIN {
        console.line(&String::from_utf8_lossy(&document))?;
        return Ok(FINE);
    }
    let mut draft = Draft::new(&args.output, args.force)?;
    draft.write(&document)?;
    draft.publish()?;
    tell(args, &Register::open(document)?, json, console)?;
    Ok(FINE)
}

fn empty(title: Option<&str>) -> Result<Vec<u8>, Failure> {
    let title = title.unwrap_or("Security register");
    let document = serde_json::json!({"isms": "1", "title": title}).to_string();
    Ok(Register::open(document.as_bytes())?.save())
}

fn tell(args: &New, register: &Register, json: bool, console: &mut Console<'_>) -> Result<(), Failure> {
    let output = args.output.to_string_lossy();
    let title = register.title().unwrap_or_default();
    let records = register.len();
    if json {
        return console.json(&to_json(&Made { output: &output, title, records })?);
    }
    let file = quoted(&output);
    console.line(&wrapped(&format!("Wrote {output}: {title}; {records} records."), 0, 2))?;
    if args.empty {
        console.line("Its form: isms schema\nRecords of every kind, to copy from: isms new -o sample.json")?;
        console.line(&format!("When it has records: isms check {file}"))
    } else {
        console.line(&format!("One page about it: isms review {file}\nIts four planted faults: isms check {file}"))
    }
}
