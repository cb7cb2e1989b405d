//! `isms check`: what is wrong or missing in a register.

use crate::catalogs::Own;
use crate::clock::today;
use crate::console::Console;
use crate::failure::Failure;
use crate::findings::tell_findings;
use crate::input::Source;
use crate::text::{counted, inside_page, json as to_json, printable_path, wrapped};
use crate::{FINE, FOUND};
use isms_core::{Commands, Date, DateFault, Findings, Kind, Refusal, SAMPLE_DAY, Tallied};

/// Find what is wrong or missing in a register
#[derive(clap::Args)]
#[command(
    override_usage = "isms check [OPTIONS] FILE\n       isms check [OPTIONS] --sample",
    after_help = "\
Examples:
  isms check valley.json
  isms check valley.json --json | jq .counts
  isms check - < valley.json
  isms check valley.json --as-of 2026-03-14
  isms check valley.json --catalog ours.json   with words of your own
  isms check --sample           the bundled sample has four planted faults; one
                                of them is acknowledged. --as-of 2026-11-30
                                shows a waiver that ran out

Errors are unreadable or contradict each other, warnings are gaps, notes are
doubts. Of one code at most 1000 are listed; the counts are always exact.
What acknowledgements of the register set aside on the day of the question is
counted apart; that day is today (in UTC) unless --as-of says another.
What is readable and counts for nothing by a standard (a waiver that nobody
approved, a change without a reason), `isms assess` says.
Exit code: 1 where there are errors; warnings and notes alone are fine (0)."
)]
pub(crate) struct Check {
    #[command(flatten)]
    source: Source,

    #[command(flatten)]
    day: Day,

    #[command(flatten)]
    own: Own,
}

/// The day of a question.
#[derive(clap::Args)]
pub(crate) struct Day {
    /// The day of the question, such as 2026-03-14; today unless it is given, with --sample 2026-10-15. 2026-03 and 2026 mean
    /// all of it: what begins or ends within does not hold then
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Date>,
}

impl Day {
    pub(crate) fn is_given(&self) -> bool {
        self.as_of.is_some()
    }

    /// That which was given; of the bundled sample the one for which it is written; else today.
    pub(crate) fn day(&self, source: &Source) -> Result<Date, Failure> {
        match &self.as_of {
            Some(day) => Ok(day.clone()),
            None if source.sample => Ok(SAMPLE_DAY.parse().map_err(Refusal::from)?),
            None => today(),
        }
    }
}

fn day(word: &str) -> Result<Date, String> {
    word.parse().map_err(|fault: DateFault| format!("{fault} behind --as-of"))
}

pub(crate) fn run(args: &Check, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let opened = args.source.open(console)?;
    let day = args.day.day(&args.source)?;
    let own = args.own.is_given().then(|| args.own.catalogs()).transpose()?;
    let findings = console.watched("checking", |watch| match &own {
        Some(catalogs) => opened.register.check_by_watched(Some(&day), catalogs, watch),
        None => opened.register.check_watched(Some(&day), watch),
    })?;
    if json {
        console.json(&to_json(&findings)?)?;
    } else {
        tell(&findings, &opened.name, console)?;
        if opened.register.ids(Kind::Adoption).next().is_some() {
            let asked = Commands::of(&*opened.name).with_catalogs(args.own.names()).checking(&day.to_string());
            console.line(&format!("What standards make of it: isms assess {asked}"))?;
        }
    }
    Ok(if findings.counts.error > 0 { FOUND } else { FINE })
}

fn tell(findings: &Findings, name: &str, console: &mut Console<'_>) -> Result<(), Failure> {
    let counts = &findings.counts;
    console.line(&wrapped(&inside_page(&findings.label), 0, 2))?;
    console.line("")?;
    tell_findings(findings, console)?;
    let words = format!(
        "{} as of {}: {}, {}, {}.",
        printable_path(name),
        findings.as_of.as_deref().unwrap_or("no day"),
        counted(counts.error, "error"),
        counted(counts.warning, "warning"),
        counted(counts.note, "note")
    );
    console.line(&wrapped(&words, 0, 2))?;
    tell_acknowledged(&counts.acknowledged, console)?;
    match findings.findings.first() {
        Some(finding) => console.line(&format!("What a code means: isms explain {}", finding.code)),
        None => Ok(()),
    }
}

fn tell_acknowledged(acknowledged: &[Tallied], console: &mut Console<'_>) -> Result<(), Failure> {
    if acknowledged.is_empty() {
        return Ok(());
    }
    let words: Vec<String> = acknowledged.iter().map(|tallied| format!("{} {}", tallied.code, tallied.count)).collect();
    console.line(&wrapped(&format!("Acknowledged, and set aside: {}.", words.join(", ")), 0, 2))
}
