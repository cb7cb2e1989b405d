//! `isms review`: one page for a meeting.

use crate::FINE;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Source;
use crate::text::json as to_json;
use isms_core::review_page;

/// Print one page that a security adviser can take to a meeting
#[derive(clap::Args)]
#[command(
    override_usage = "isms review [OPTIONS] FILE\n       isms review [OPTIONS] --sample",
    after_help = "\
Examples:
  isms review valley.json
  isms review --sample          the bundled sample of a fictional country

The page tells what is in the register, the worst that happened and what it
traces to, the measures on its path, signals not acted on, and what to fix in
the record. It is an inside page: it shows gaps and barriers."
)]
pub(crate) struct Review {
    #[command(flatten)]
    source: Source,
}

pub(crate) fn run(args: &Review, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let opened = args.source.open(console)?;
    let review = console.watched("reading", |watch| opened.register.review_watched(watch))?;
    if json {
        console.json(&to_json(&review)?)?;
        return Ok(FINE);
    }
    // Every line of the page went through `printable` in the core.
    console.line(&review_page(&review, &opened.name))?;
    if args.source.sample {
        console.line(SAMPLE_NOTE)?;
    }
    Ok(FINE)
}

const SAMPLE_NOTE: &str = "
This is the bundled sample: a fictional country with planted faults.
Your own register:       isms review FILE
A copy of the sample:    isms new -o tarsava.json
An empty register:       isms new --empty -o mine.json";
