//! `isms catalog migrate`: answers brought to the next edition of a standard.

use crate::FINE;
use crate::catalogs::Own;
use crate::check::Day;
use crate::console::Console;
use crate::diff::standing;
use crate::failure::Failure;
use crate::input::{Opened, Source};
use crate::output::Draft;
use crate::text::{beside, counted, inside_page, json as to_json, quoted, wrapped};
use isms_core::{AssessOptions, Migration};
use std::path::PathBuf;

/// Bring the answers of a register to the next edition of a standard; without -o only tell what would become of them
#[derive(clap::Args)]
#[command(
    override_usage = "isms catalog migrate [OPTIONS] --standard NAME --to EDITION FILE",
    after_help = "\
Examples:
  isms catalog migrate valley.json --standard ours --to 2 \\
      --catalog ours-1.json --catalog ours-2.json
  isms catalog migrate valley.json --standard ours --to 2 \\
      --catalog ours-1.json --catalog ours-2.json -o migrated.json

Kept are answers to requirements that are the same, perhaps under another name.
To be reviewed are those whose requirement was split, merged or reworded; lost
those whose requirement is gone. Both stay in the register, as answers to the
older edition, and count for nothing in the new one."
)]
pub(crate) struct Migrate {
    #[command(flatten)]
    source: Source,

    /// The standard, by name
    #[arg(long, value_name = "NAME")]
    standard: String,

    /// The edition to bring them to
    #[arg(long, value_name = "EDITION")]
    to: String,

    /// Where to write the register with what is kept
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,

    /// Replace OUT where it is there already
    #[arg(long)]
    force: bool,

    #[command(flatten)]
    day: Day,

    #[command(flatten)]
    own: Own,
}

pub(crate) fn run(args: &Migrate, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let Opened { mut register, .. } = args.source.open(console)?;
    let draft = args.output.as_ref().map(|output| Draft::new(output, args.force)).transpose()?;
    let (options, catalogs) = (AssessOptions::on(args.day.day(&args.source)?), args.own.catalogs()?);
    let migration = console
        .watched("migrating", |watch| register.migrate_watched(&args.standard, &args.to, &options, &catalogs, watch))?;
    if let Some(mut draft) = draft {
        console.watched("changing", |watch| register.apply_watched(&migration.fixes, watch))?;
        draft.write(&console.watched("writing", |watch| register.save_watched(watch))?)?;
        draft.publish()?;
    }
    if json {
        console.json(&to_json(&migration)?)?;
    } else {
        tell(&migration, args.output.as_deref().map(|output| output.to_string_lossy()).as_deref(), console)?;
    }
    Ok(FINE)
}

/// What stays as it is, whatever the plan says.
fn unchangeable(migration: &Migration, console: &mut Console<'_>) -> Result<(), Failure> {
    if migration.adoptions_left > 0 {
        let left = counted(migration.adoptions_left, "adoption");
        let words = format!(
            "{left} can't be changed: an earlier record has the id, or there is none. The older edition goes on to be asked for there."
        );
        console.line(&wrapped(&words, 2, 4))?;
    }
    if migration.items.iter().any(|item| item.how == "unnamed") {
        let words = "unnamed: nothing can change it, for an earlier record has its id, or it has none. Without an edition it goes on to answer what has its name; give it an id of its own first.";
        console.line(&wrapped(words, 2, 4))?;
    }
    Ok(())
}

fn tell(migration: &Migration, output: Option<&str>, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&wrapped(&inside_page(&migration.label), 0, 2))?;
    let words = format!(
        "{}, from edition {} to {}: {} and {}.",
        migration.standard,
        migration.from,
        migration.to,
        counted(migration.answers, "answer"),
        counted(migration.adoptions, "adoption")
    );
    console.line("")?;
    console.line(&wrapped(&words, 0, 2))?;
    for (count, word) in [
        (migration.kept, "kept"),
        (migration.review, "to be reviewed"),
        (migration.lost, "lost: no requirement of the new edition takes them"),
    ] {
        console.line(&format!("{count:>6} {word}"))?;
    }
    unchangeable(migration, console)?;
    for (title, fate) in [("TO BE REVIEWED", "review"), ("LOST", "lost")] {
        let items: Vec<_> = migration.items.iter().filter(|item| item.fate == fate).collect();
        if !items.is_empty() {
            console.line(&format!("\n{title}\n"))?;
        }
        for item in items {
            let now = if item.now.is_empty() { String::new() } else { format!(" -> {}", item.now.join(", ")) };
            let words = format!("{}{now} ({})", item.requirement, item.how);
            console.line(&beside(&format!("  {}", item.verification), &words, 26))?;
        }
    }
    if migration.items_more > 0 {
        console.line(&format!("  and {} more", migration.items_more))?;
    }
    if !migration.tailoring.is_empty() {
        console.line("\nCHANGES OF ADOPTIONS THAT DO NOT COME ALONG  say them anew\n")?;
    }
    for found in &migration.tailoring {
        let now = if found.now.is_empty() { String::new() } else { format!(" -> {}", found.now.join(", ")) };
        let words = format!("{} of {}{now}", found.change, found.requirement);
        console.line(&beside(&format!("  {}", found.adoption), &words, 26))?;
    }
    if !migration.standings.is_empty() {
        console.line("\nHOW OFFICES STAND AFTERWARDS\n")?;
    }
    for change in &migration.standings {
        console.line(&wrapped(&standing(change), 2, 4))?;
    }
    match output {
        Some(output) => console.line(&format!("\n{}", wrapped(&format!("Written to {}.", quoted(output)), 0, 2))),
        None => console.line("\nNothing was written; -o OUT writes the register with what is kept."),
    }
}
