//! `isms export`: results for the programs of another house.

use crate::FINE;
use crate::assess::office;
use crate::catalogs::{Language, Own};
use crate::check::Day;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{STDIN, Source, read};
use crate::output::Draft;
use crate::text::{beside, inside_page, json as to_json, quoted, wrapped};
use isms_core::{
    Catalogs, ExportAnswer, ExportNote, Exported, Office, OscalExport, export_oscal_watched, oscal_export_notes,
};
use std::path::PathBuf;

/// Write results in the format of another house, and list what it can't carry
#[derive(clap::Args)]
#[command(
    override_usage = "isms export [OPTIONS] --office AGENCY@PLACE -o OUT oscal FILE\n       isms export [OPTIONS] --office AGENCY@PLACE -o OUT oscal --sample",
    after_help = "\
Examples:
  isms export oscal --sample --office ostrin@ossel-valley --standard isms -o r.json
  isms export oscal valley.json --office ours@valley --standard isms -o r.json
  isms export oscal valley.json --office ours@valley --catalog sp800-53.json
                    --as-of 2026-06-30 -o r.json --report lacks.csv

oscal writes how one standard is met at one office on a day, as assessment
results of OSCAL in JSON. The file is an INSIDE file: it shows gaps. What OSCAL
has no word for is counted by code; --report writes all of it, as a table of
subject, field, value, code and what was done.
OUT and LACKS.csv are left alone where they are there already, unless --force is
given. They appear whole or not at all, and on Unix only their owner may read
them."
)]
pub(crate) struct Export {
    /// What to write
    format: Format,

    #[command(flatten)]
    source: Source,

    /// Where to write the results
    #[arg(short, long, value_name = "OUT")]
    output: PathBuf,

    /// The office, AGENCY@PLACE
    #[arg(long, value_name = "AGENCY@PLACE", value_parser = office)]
    office: Office,

    /// The standard; that of --catalog unless given
    #[arg(long, value_name = "NAME")]
    standard: Option<String>,

    #[command(flatten)]
    day: Day,

    #[command(flatten)]
    own: Own,

    #[command(flatten)]
    language: Language,

    /// Where to write all that could not be carried, as a table
    #[arg(long, value_name = "LACKS.csv")]
    report: Option<PathBuf>,

    /// Replace OUT and LACKS.csv where they are there already
    #[arg(long)]
    force: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// Assessment results of OSCAL, JSON
    Oscal,
}

pub(crate) fn run(args: &Export, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let Format::Oscal = args.format;
    if [Some(&args.output), args.report.as_ref()].into_iter().flatten().any(|file| file.as_os_str() == STDIN) {
        return Err(Failure::misuse("expected files to write to, found -; the answer goes to standard output"));
    }
    let mut options = OscalExport::of(standard(args)?, args.office.clone(), args.day.day(&args.source)?);
    options.language.clone_from(&args.language.language);
    let catalogs = args.own.catalogs()?;
    let mut results = Draft::new(&args.output, args.force)?;
    let report = args.report.as_deref().map(|file| Draft::new(file, args.force)).transpose()?;
    let opened = args.source.open(console)?;
    let exported =
        console.watched("exporting", |watch| export_oscal_watched(&opened.register, &options, &catalogs, watch))?;
    let Exported { document, mut answer, notes } = exported;
    results.write(&document)?;
    if let Some(mut report) = report {
        report.write(&table(&notes)?)?;
        report.publish()?;
    }
    results.publish()?;
    answer.output = Some(args.output.to_string_lossy().into_owned());
    if json {
        console.json(&to_json(&answer)?)?;
    } else {
        tell(args, &answer, console)?;
    }
    Ok(FINE)
}

/// The standard that is named, or that of the one catalogue that is given.
fn standard(args: &Export) -> Result<String, Failure> {
    if let Some(name) = &args.standard {
        return Ok(name.clone());
    }
    let mut given = Catalogs::none();
    for file in &args.own.files {
        given.add(&read(file)?).map_err(|refusal| Failure::from(refusal).about(&file.to_string_lossy()))?;
    }
    let mut names: Vec<&str> = given.iter().map(isms_core::Catalog::id).collect();
    names.dedup();
    match names.as_slice() {
        [name] => Ok((*name).to_owned()),
        [] => Err(Failure::misuse("expected --standard NAME, found none; add it, or the catalogue with --catalog")),
        _ => Err(Failure::misuse("expected --standard NAME beside several catalogues, found none; add it")),
    }
}

fn table(notes: &[ExportNote]) -> Result<Vec<u8>, Failure> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let written = table.write_record(["subject", "field", "value", "code", "done"]).and_then(|()| {
        notes
            .iter()
            .try_for_each(|note| table.write_record([&note.subject, &note.field, &note.value, &note.code, &note.done]))
    });
    let failed = |error: String| Failure::misuse(format!("the table can't be written: {error}"));
    written.map_err(|error| failed(error.to_string()))?;
    table.into_inner().map_err(|error| failed(error.to_string()))
}

fn tell(args: &Export, answer: &ExportAnswer, console: &mut Console<'_>) -> Result<(), Failure> {
    let output = args.output.to_string_lossy();
    let office = format!("{}@{}", args.office.agency, args.office.place);
    console.line(&wrapped(&inside_page(&answer.label), 0, 2))?;
    let wrote = format!("Wrote the results of {office} as of {} to {output}. It is an INSIDE file.", answer.as_of);
    console.line(&format!("\n{}", wrapped(&wrote, 0, 2)))?;
    console.line("\nTOTALS")?;
    for total in &answer.totals {
        let count = total.count.map_or_else(|| "unknown".to_owned(), |count| count.to_string());
        console.line(&beside(&format!("  {}", total.name.replace('_', " ")), &count, 18))?;
    }
    let all: u64 = answer.not_carried.iter().map(|tallied| tallied.count).sum();
    console.line(&format!("\nNOT CARRIED {all}: what OSCAL has no word for"))?;
    let kinds = oscal_export_notes();
    for tallied in &answer.not_carried {
        let explanation = kinds.iter().find(|kind| kind.code == tallied.code).map_or("", |kind| &kind.explanation);
        let head = format!("  {:>6}  {}", tallied.count, tallied.code);
        console.line(&format!("{head}\n{}", wrapped(explanation, 10, 10)))?;
    }
    let report = match &args.report {
        Some(report) => format!("One by one: {}", quoted(&report.to_string_lossy())),
        None => "One by one: export again with --report LACKS.csv".to_owned(),
    };
    console.line(&format!("\n{report}"))
}
