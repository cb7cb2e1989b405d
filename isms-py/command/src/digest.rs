//! `isms digest`: what tells two registers, or two states of a record, apart.

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{Opened, Source};
use crate::text::printable_path;
use isms_core::{ask_watched, printable};
use serde_json::{Value as Json, json};

/// Print the digest of a register or of one record: equal ones have an equal digest
#[derive(clap::Args)]
#[command(
    override_usage = "isms digest [OPTIONS] FILE [ID]\n       isms digest [OPTIONS] --sample [ID]",
    after_help = "\
Examples:
  isms digest valley.json
  isms digest valley.json winter-assessment    what a decision on it names
  isms digest - < valley.json

The digest is the SHA-256 of the register in its canonical form: blanks between
tokens, the order of fields and the order of tables don't change it, everything
that is said does. Of a file that isms wrote it is also that of its bytes. That
of a record is the SHA-256 of its line there: a decision that keeps it under
`digest` shows later whether the assessment it rests on is still the same."
)]
pub(crate) struct Digest {
    #[command(flatten)]
    source: Source,

    /// The record; the whole register unless one is named
    #[arg(value_name = "ID")]
    id: Option<String>,
}

pub(crate) fn run(args: &Digest, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let (opened, ids) = args.source.open_beside(args.id.as_slice(), console)?;
    let answer = match ids.as_slice() {
        [] => ask(&opened, &json!({"ask": "digest"}), console),
        [id] => ask(&opened, &json!({"ask": "digest", "id": id}), console).map_err(|failure| opened.refused(failure)),
        [_, second, ..] => Err(Failure::misuse(format!("expected one id, found `{second}` beside it; leave one out"))),
    }?;
    if json {
        console.json(&answer)?;
    } else {
        let name = ids.first().map_or_else(|| printable_path(&opened.name), |id| printable(id));
        console.line(&format!("{}  {name}", digest(&answer)))?;
    }
    Ok(FINE)
}

fn ask(opened: &Opened, request: &Json, console: &mut Console<'_>) -> Result<String, Failure> {
    let request = request.to_string();
    console.watched("reading", |watch| ask_watched(&opened.register, &request, watch))
}

/// The digest of an answer.
fn digest(answer: &str) -> String {
    let answer: Json = serde_json::from_str(answer).unwrap_or_default();
    answer.get("digest").and_then(Json::as_str).unwrap_or_default().to_owned()
}
