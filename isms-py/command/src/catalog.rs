//! `isms catalog`: the standards and vocabularies at hand.

use crate::catalogs::{Language, Own};
use crate::console::Console;
use crate::failure::Failure;
use crate::findings::tell_findings;
use crate::input::read;
use crate::text::{beside, counted, json as to_json, printable_path, wrapped};
use crate::{FINE, FOUND};
use isms_core::{
    Catalog, CatalogSummary, Catalogs, Requirement, Translation, bundled_catalogs, catalog_schema, check_catalog,
};
use std::path::PathBuf;

/// List, show, check or migrate catalogues: standards with their requirements, and vocabularies
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  isms catalog list
  isms catalog show isms                       its requirements, by sector
  isms catalog show isms --language fr
  isms catalog show isms --json > ours.json    to change into your own
  isms catalog check ours.json                 what is wrong in it
  isms assess valley.json --catalog ours.json  a register by your own
  isms catalog schema                          the JSON Schema of a catalogue

A standard of your own needs an id and an edition of its own. What is bundled
is in our own words unless it says `official`. Requirements are named with
their catalogue: isms:field-contacts.")]
pub(crate) struct CatalogArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// List the catalogues at hand
    List {
        #[command(flatten)]
        own: Own,

        #[command(flatten)]
        language: Language,
    },
    /// Show the requirements and terms of a catalogue
    Show {
        /// Its name, as `isms catalog list` shows it
        name: String,

        /// Its edition; the one added last unless it is given
        #[arg(long)]
        edition: Option<String>,

        #[command(flatten)]
        own: Own,

        #[command(flatten)]
        language: Language,
    },
    /// Find what is wrong in a catalogue of your own (exit code 1: there are errors)
    Check {
        /// The catalogue; - reads standard input
        file: PathBuf,

        #[command(flatten)]
        own: Own,
    },
    Migrate(Box<crate::migrate::Migrate>),
    /// Print the JSON Schema of a catalogue
    Schema,
}

pub(crate) fn run(args: &CatalogArgs, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    match &args.what {
        What::List { own, language } => list(&own.catalogs()?.list(&language.language), json, console),
        What::Show { name, edition, own, language } => {
            show(name, edition.as_deref(), &own.catalogs()?, &language.language, json, console)
        }
        What::Check { file, own } => check(file, own, json, console),
        What::Migrate(args) => crate::migrate::run(args, json, console),
        What::Schema => {
            let schema = catalog_schema();
            console.line(&if json { format!("{schema}") } else { format!("{schema:#}") })?;
            Ok(FINE)
        }
    }
}

#[derive(serde::Serialize)]
struct Listed<'a> {
    catalogs: &'a [CatalogSummary],
}

fn list(catalogs: &[CatalogSummary], json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    if json {
        console.json(&to_json(&Listed { catalogs })?)?;
        return Ok(FINE);
    }
    for found in catalogs {
        let official = if found.official { "official" } else { "not official" };
        let holds: Vec<String> =
            [(found.requirements, "requirement"), (found.terms, "term"), (found.mappings, "mapping")]
                .into_iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, word)| counted(count, word))
                .collect();
        let words = format!(
            "{}. Edition {}, {official}; {}; {}.",
            found.title,
            found.edition,
            holds.join(", "),
            found.languages.join(", ")
        );
        console.line(&beside(&found.id, &words, INDENT))?;
    }
    console.line("\nOne of them: isms catalog show NAME")?;
    Ok(FINE)
}

const INDENT: usize = 20;

fn show(
    name: &str,
    edition: Option<&str>,
    catalogs: &Catalogs,
    language: &str,
    json: bool,
    console: &mut Console<'_>,
) -> Result<i32, Failure> {
    let text = catalogs.text(name, edition)?;
    if json {
        // A bundled one as it was written: to be changed by hand.
        let as_written = bundled_catalogs().into_iter().find(|(bundled, _)| *bundled == name && edition.is_none());
        let is_bundled = catalogs.iter().filter(|catalog| catalog.id() == name).count() == 1;
        let written = as_written.filter(|_| is_bundled).map_or(text.as_str(), |(_, written)| written);
        console.line(written.trim_end())?;
        return Ok(FINE);
    }
    if let Some(catalog) = catalogs.find(name, edition) {
        tell(catalog, language, console)?;
    }
    Ok(FINE)
}

fn tell(catalog: &Catalog, language: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&wrapped(&format!("{} (edition {})", say(catalog.title(), language), catalog.edition()), 0, 2))?;
    console.line(&wrapped(say(catalog.provenance(), language), 0, 0))?;
    for part in PARTS.iter().map(|part| Some(*part)).chain([None]) {
        let of_part = || catalog.requirements().filter(move |found| is_of(found, part));
        if of_part().next().is_none() {
            continue;
        }
        console.line(&format!("\n{} ({})", part.unwrap_or("unplaced").to_uppercase(), of_part().count()))?;
        for found in of_part() {
            let marks = marks(found);
            let marks = if marks.is_empty() { marks } else { format!(" [{marks}]") };
            let words = format!("{}{marks}", say(&found.text, language));
            console.line(&beside(&format!("  {}", found.id.as_deref().unwrap_or_default()), &words, 30))?;
        }
    }
    for taxonomy in catalog.taxonomies() {
        let fields = taxonomy.fields.join(", ");
        console.line("")?;
        console.line(&wrapped(&format!("{} ({fields})", taxonomy.id.as_deref().unwrap_or_default()), 0, 2))?;
        for term in &taxonomy.terms {
            console.line(&beside(
                &format!("  {}", term.id.as_deref().unwrap_or_default()),
                say(&term.title, language),
                30,
            ))?;
        }
    }
    Ok(())
}

const PARTS: [&str; 7] = ["policy", "training", "evaluation", "analysis", "community", "protection", "mitigation"];

fn is_of(found: &Requirement, part: Option<&str>) -> bool {
    let parts = [found.function.as_deref(), found.sector.as_deref()];
    match part {
        Some(_) => parts.contains(&part),
        None => parts.iter().flatten().all(|part| !PARTS.contains(part)),
    }
}

/// In a few words: must or should, where, in which time, and after which time it is looked at again.
fn marks(found: &Requirement) -> String {
    let words = [&found.force, &found.level, &found.field].into_iter().flatten().cloned();
    let within = found.within.as_deref().map(|time| format!("within {}", span(time)));
    let review = found.review.as_deref().map(|time| format!("again after {}", span(time)));
    words.chain(within).chain(review).collect::<Vec<_>>().join(", ")
}

/// A duration of one unit in words; another as it is written.
fn span(duration: &str) -> String {
    let units = [('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];
    let words = units.iter().find_map(|(unit, word)| {
        let count: u64 = duration.strip_prefix('P')?.strip_suffix(*unit)?.parse().ok()?;
        Some(counted(count, word))
    });
    words.unwrap_or_else(|| duration.to_owned())
}

fn say<'t>(texts: &'t [Translation], language: &str) -> &'t str {
    let of = |language: &str| texts.iter().find(|text| text.language == language);
    of(language).or_else(|| of("en")).or_else(|| texts.first()).map_or("", |text| &text.text)
}

fn check(file: &std::path::Path, own: &Own, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let name = file.display().to_string();
    let findings =
        check_catalog(&read(file)?, &own.catalogs()?).map_err(|refusal| Failure::from(refusal).about(&name))?;
    if json {
        console.json(&to_json(&findings)?)?;
    } else {
        tell_findings(&findings, console)?;
        let counts = &findings.counts;
        let words = format!(
            "{}: {}, {}, {}.",
            printable_path(&name),
            counted(counts.error, "error"),
            counted(counts.warning, "warning"),
            counted(counts.note, "note")
        );
        console.line(&wrapped(&words, 0, 2))?;
    }
    Ok(if findings.counts.error > 0 { FOUND } else { FINE })
}
