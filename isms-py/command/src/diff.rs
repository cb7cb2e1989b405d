//! `isms diff`: what changed between two days.

use crate::FINE;
use crate::assess::Asked;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::Source;
use crate::text::{beside, inside_page, json as to_json, wrapped};
use isms_core::{Changes, Date, DateFault, StandingChange};

/// Tell what changed in a register after one day and up to another
#[derive(clap::Args)]
#[command(
    override_usage = "isms diff [OPTIONS] --since DATE FILE\n       isms diff [OPTIONS] --since DATE --sample",
    after_help = "\
Examples:
  isms diff valley.json --since 2026-05-31
  isms diff valley.json --since 2025-12-31 --as-of 2026-06-30
  isms diff valley.json --since 2025 --json | jq .standings

Told are records that happened, began or ended in that time, posts that were
filled or fell vacant, and the sectors of offices, and core functions of
headquarters, of which the musts stand otherwise."
)]
pub(crate) struct Diff {
    #[command(flatten)]
    source: Source,

    /// After which day
    #[arg(long, value_name = "DATE", value_parser = since)]
    since: Date,

    #[command(flatten)]
    asked: Asked,
}

fn since(word: &str) -> Result<Date, String> {
    word.parse().map_err(|fault: DateFault| format!("{fault} behind --since"))
}

pub(crate) fn run(args: &Diff, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let opened = args.source.open(console)?;
    let (options, catalogs) = args.asked.options(&args.source)?;
    let register = &opened.register;
    let changes =
        console.watched("comparing", |watch| register.diff_watched(&args.since, &options, &catalogs, watch))?;
    if json {
        console.json(&to_json(&changes)?)?;
    } else {
        tell(&changes, console)?;
    }
    Ok(FINE)
}

fn tell(changes: &Changes, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&wrapped(&inside_page(&changes.label), 0, 2))?;
    console.line(&format!("\nAfter {}, up to {}:", changes.since, changes.as_of))?;
    if changes.kinds.is_empty() && changes.standings.is_empty() {
        return console.line("nothing that is dated.");
    }
    for kind in &changes.kinds {
        let parts = [(kind.happened, "happened"), (kind.began, "began"), (kind.ended, "ended")];
        let parts: Vec<String> =
            parts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
        console.line(&beside(&format!("  {}", kind.kind), &parts.join(", "), 22))?;
    }
    if !changes.standings.is_empty() {
        console.line("\nHOW OFFICES STAND\n")?;
    }
    for change in &changes.standings {
        console.line(&wrapped(&standing(change), 2, 4))?;
    }
    if !changes.records.is_empty() {
        console.line("\nRECORDS  the latest first\n")?;
    }
    for record in &changes.records {
        let words = format!("{} {} {}: {}", record.kind, record.what, record.id, record.title);
        console.line(&beside(&format!("  {}", record.date), &words, 14))?;
    }
    if changes.records_more > 0 {
        console.line(&format!("  and {} more", changes.records_more))?;
    }
    Ok(())
}

/// How a part stood and stands, in a line.
pub(crate) fn standing(change: &StandingChange) -> String {
    let place = change.place.as_deref().unwrap_or("headquarters");
    format!("{} at {}, {place}: {}", change.name, change.agency, change.in_words())
}
