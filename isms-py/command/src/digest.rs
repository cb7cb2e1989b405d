//! `isms digest`: what tells two registers apart.

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Source;
use crate::text::printable_path;
use isms_core::ask_watched;

/// Print the digest of a register: equal records have an equal one
#[derive(clap::Args)]
#[command(
    override_usage = "isms digest [OPTIONS] FILE\n       isms digest [OPTIONS] --sample",
    after_help = "\
Examples:
  isms digest valley.json
  isms digest - < valley.json

The digest is the SHA-256 of the register in its canonical form: blanks between
tokens, the order of fields and the order of tables don't change it, everything
that is said does. Of a file that isms wrote it is also that of its bytes."
)]
pub(crate) struct Digest {
    #[command(flatten)]
    source: Source,
}

pub(crate) fn run(args: &Digest, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let opened = args.source.open(console)?;
    if json {
        let answer =
            console.watched("reading", |watch| ask_watched(&opened.register, r#"{"ask": "digest"}"#, watch))?;
        console.json(&answer)?;
    } else {
        let digest = console.watched("reading", |watch| opened.register.digest_watched(watch))?;
        console.line(&format!("{digest}  {}", printable_path(&opened.name)))?;
    }
    Ok(FINE)
}
