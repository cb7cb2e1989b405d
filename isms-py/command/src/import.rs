//! `isms import`: another house's table as a register, or its standard as a catalogue.

use crate::FINE;
use crate::console::Console;
use crate::failure::{Failure, reason};
use crate::import_oscal::{self, Oscal};
use crate::input::{STDIN, read};
use crate::output::Draft;
use crate::progress::Progress;
use crate::report::Report;
use crate::text::{beside, coloured, json as to_json, printable_path, quoted, wrapped};
use isms_core::{Code, ImportAnswer, ReadingNote, Refusal, Severity, awsd_notes, import_awsd, oscal_notes};
use std::fs::File;
use std::io::{BufReader, BufWriter, Cursor, Read, Seek};
use std::path::{Path, PathBuf};

/// Read another house's table into a register, or its standard into a catalogue
#[derive(clap::Args)]
#[command(after_help = "\
Examples:
  isms import awsd export.csv -o awsd.json
  isms import awsd export.csv -o awsd.json --report rows.csv
  isms review awsd.json
  isms import oscal catalog.json --name sp800-53 -o sp800-53.json
  isms import oscal profile.json --source catalog.json -o low.json

awsd is the CSV export of the Aid Worker Security Database; OUT is a register.
oscal is a catalogue of OSCAL in JSON, or a profile; OUT is a catalogue of ours,
for `isms assess --catalog OUT`. What was not taken as it stands is counted by
code; --report writes it row by row, as a table of row (in oscal the number of
the control), column (the place), value, code and what was done.
OUT and ROWS.csv are left alone where they are there already, unless --force is
given. They appear whole or not at all, and on Unix only their owner may read
them.")]
pub(crate) struct Import {
    /// What the file is
    format: Format,

    /// The file; - reads standard input
    pub(crate) file: PathBuf,

    /// Where to write the register, or the catalogue
    #[arg(short, long, value_name = "OUT")]
    pub(crate) output: PathBuf,

    /// Where to write all reading notes, as a table
    #[arg(long, value_name = "ROWS.csv")]
    pub(crate) report: Option<PathBuf>,

    /// Replace OUT and ROWS.csv where they are there already
    #[arg(long)]
    pub(crate) force: bool,

    #[command(flatten)]
    pub(crate) oscal: Oscal,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// Aid Worker Security Database, CSV export
    Awsd,
    /// OSCAL catalogue or profile, JSON
    Oscal,
}

pub(crate) fn run(args: &Import, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    are_different_files(args)?;
    let mut answer = if matches!(args.format, Format::Oscal) {
        import_oscal::import(args)?
    } else if let Some(option) = args.oscal.given() {
        return Err(Failure::misuse(format!(
            "expected {option} beside oscal alone, found it beside awsd; leave it out"
        )));
    } else if args.file.as_os_str() == STDIN {
        import(args, &mut Cursor::new(read(&args.file)?), console)?
    } else {
        import(args, &mut BufReader::new(open(&args.file)?), console)?
    };
    answer.output = Some(args.output.to_string_lossy().into_owned());
    if json {
        console.json(&to_json(&answer)?)?;
    } else {
        tell(args, &answer, console)?;
    }
    Ok(FINE)
}

/// What is read and what is written must not be one file, by whatever names.
fn are_different_files(args: &Import) -> Result<(), Failure> {
    if [Some(&args.output), args.report.as_ref()].into_iter().flatten().any(|file| file.as_os_str() == STDIN) {
        return Err(Failure::misuse("expected files to write to, found -; the answer goes to standard output"));
    }
    let mut files = vec![real(&args.file), real(&args.output)];
    files.extend(args.report.as_deref().map(real));
    files.extend(args.oscal.files().map(real));
    let count = files.len();
    files.sort();
    files.dedup();
    if files.len() == count {
        return Ok(());
    }
    Err(Failure::misuse("expected different files for all that is read and written, found one of them twice"))
}

/// The one name of a file, whether it is there or not.
fn real(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let beside = || Some(std::fs::canonicalize(folder).ok()?.join(file.file_name()?));
    std::fs::canonicalize(file).ok().or_else(beside).unwrap_or_else(|| file.to_owned())
}

fn open(file: &Path) -> Result<File, Failure> {
    if file.is_dir() {
        return Err(Failure::read(file, &std::io::ErrorKind::IsADirectory.into()));
    }
    File::open(file).map_err(|error| Failure::read(file, &error))
}

/// Imports into drafts, which take their places only when all went well.
fn import(args: &Import, source: &mut (impl Read + Seek), console: &mut Console<'_>) -> Result<ImportAnswer, Failure> {
    let mut register = Draft::new(&args.output, args.force)?;
    let mut report = args.report.as_deref().map(|file| Report::new(file, args.force)).transpose()?;
    let mut progress = Progress::new("importing", console.onlooker());
    let mut note = |note: &ReadingNote| {
        if let Some(report) = &mut report {
            report.add(note);
        }
    };
    let mut out = BufWriter::with_capacity(1 << 16, register.file());
    let answer = import_awsd(source, &mut out, &mut note, &mut progress);
    progress.clear();
    let answer = answer.map_err(|refusal| about(args, refusal))?;
    out.into_inner().map_err(|error| Failure::write(&args.output, &reason(error.error())))?;
    report.map_or(Ok(()), Report::publish)?;
    register.publish()?;
    Ok(answer)
}

/// A refusal is about what was read, unless writing gave way.
pub(crate) fn about(args: &Import, refusal: Refusal) -> Failure {
    let file = if refusal.code() == Code::WriteFailed.as_str() { &args.output } else { &args.file };
    Failure::from(refusal).about(&file.to_string_lossy())
}

fn tell(args: &Import, answer: &ImportAnswer, console: &mut Console<'_>) -> Result<(), Failure> {
    let (file, output) = (args.file.to_string_lossy(), args.output.to_string_lossy());
    let things = if matches!(args.format, Format::Oscal) { "controls" } else { "rows" };
    let read = format!(
        "Read {} of {} {things} of {} into {output} ({}); {} refused.",
        answer.read,
        answer.rows,
        printable_path(&file),
        answer.label,
        answer.refused
    );
    if let Some(words) = warning(answer, things) {
        let words = wrapped(&format!("WARNING: {words}"), 0, 2);
        console.line(&words.replacen("WARNING", &coloured("WARNING", Severity::Warning, console.terminal), 1))?;
    }
    console.line(&wrapped(&read, 0, 2))?;
    console.line("\nTOTALS")?;
    for total in &answer.totals {
        let count = match total.count {
            None => "unknown: the source does not say".to_owned(),
            Some(count) if answer.at_least.contains(&total.name) => format!("at least {count}"),
            Some(count) => count.to_string(),
        };
        console.line(&beside(&format!("  {}", total.name.replace('_', " ")), &count, 16))?;
    }
    tell_notes(args.format, answer, console)?;
    let report = match &args.report {
        Some(report) => format!("Row by row: {}", quoted(&report.to_string_lossy())),
        None => "Row by row: import again with --report ROWS.csv".to_owned(),
    };
    let next = match args.format {
        Format::Awsd => format!("One page about it: isms review {}", quoted(&output)),
        Format::Oscal => import_oscal::next(args)?,
    };
    console.line(&format!("\n{report}\n{next}"))
}

/// What people must know before they trust the totals.
fn warning(answer: &ImportAnswer, things: &str) -> Option<String> {
    const CUT_OFF: &str = "the file may be cut off: it ends within a row; compare it with its source";
    let refused = format!("{} of {} {things} refused", answer.refused, answer.rows);
    match (answer.refused > 0, answer.noted("cut_off") > 0) {
        (true, true) => Some(format!("{refused}; {CUT_OFF}")),
        (true, false) => Some(format!("{refused}; the totals lack them")),
        (false, true) => Some(CUT_OFF.to_owned()),
        (false, false) => None,
    }
}

fn tell_notes(format: Format, answer: &ImportAnswer, console: &mut Console<'_>) -> Result<(), Failure> {
    let all: u64 = answer.findings.iter().map(|tallied| tallied.count).sum();
    console.line(&format!("\nREADING NOTES {all}: not taken as it stands, or not there"))?;
    let kinds = match format {
        Format::Awsd => awsd_notes(),
        Format::Oscal => oscal_notes(),
    };
    for tallied in &answer.findings {
        let explanation = kinds.iter().find(|kind| kind.code == tallied.code).map_or("", |kind| &kind.explanation);
        let head = format!("  {:>6}  {}", tallied.count, tallied.code);
        console.line(&format!("{head}\n{}", wrapped(explanation, 10, 10)))?;
    }
    Ok(())
}
