//! `isms assess`: where the gaps are, by the standards that offices adopted.

use crate::FINE;
use crate::catalogs::{ENGLISH, Language, Own};
use crate::check::Day;
use crate::console::Console;
use crate::failure::Failure;
use crate::findings::tell_findings;
use crate::input::Source;
use crate::text::{beside, counted, inside_page, json as to_json, wrapped};
use isms_core::{AssessOptions, Assessed, AssessedOffice, Catalogs, Office, Standing, State, printable};
use unicode_width::UnicodeWidthStr as _;

/// Tell where the gaps are: which requirements of their standards offices meet on a day
#[derive(clap::Args)]
#[command(
    override_usage = "isms assess [OPTIONS] FILE\n       isms assess [OPTIONS] --sample",
    after_help = "\
Examples:
  isms assess valley.json
  isms assess valley.json --office ostrin@ossel-valley --as-of 2026-06-30
  isms assess valley.json --catalog our-standard.json --language fr
  isms assess --sample --as-of 2026-10-15       the day of the bundled sample
  isms assess valley.json --json | jq '.offices[] | {place, state, weakest}'

A sector has a gap where a must that applies is known not to be met (partly met
and waived ones are not met), is not known where nobody has looked, and holds
otherwise. The whole is as its weakest sector: there are no averages. Standards
hold where the register has an adoption; `isms catalog list` shows what is at
hand."
)]
pub(crate) struct Assess {
    #[command(flatten)]
    source: Source,

    #[command(flatten)]
    asked: Asked,
}

/// What an assessment is asked for.
#[derive(clap::Args)]
pub(crate) struct Asked {
    #[command(flatten)]
    day: Day,

    /// An office, AGENCY@PLACE; all unless one is given; may be given more than once
    #[arg(long = "office", value_name = "AGENCY@PLACE", value_parser = office)]
    offices: Vec<Office>,

    /// A standard; all that are adopted unless one is given; may be given more than once
    #[arg(long = "standard", value_name = "NAME")]
    standards: Vec<String>,

    #[command(flatten)]
    own: Own,

    #[command(flatten)]
    language: Language,
}

impl Asked {
    /// The options that were given.
    pub(crate) fn given(&self) -> Vec<&'static str> {
        let options = [
            ("--as-of", self.day.is_given()),
            ("--office", !self.offices.is_empty()),
            ("--standard", !self.standards.is_empty()),
            ("--catalog", self.own.is_given()),
            ("--language", self.language.language != ENGLISH),
        ];
        options.into_iter().filter(|(_, is_given)| *is_given).map(|(option, _)| option).collect()
    }

    pub(crate) fn options(&self) -> Result<(AssessOptions, Catalogs), Failure> {
        let catalogs = self.own.catalogs()?;
        let mut options = AssessOptions::on(self.day.day()?);
        options.offices.clone_from(&self.offices);
        options.standards.clone_from(&self.standards);
        options.language.clone_from(&self.language.language);
        Ok((options, catalogs))
    }
}

fn office(word: &str) -> Result<Office, String> {
    let parts = word.rsplit_once('@').filter(|(agency, place)| !agency.is_empty() && !place.is_empty());
    let (agency, place) = parts.ok_or_else(|| format!("expected AGENCY@PLACE behind --office, found `{word}`"))?;
    Ok(Office::new(agency, place))
}

pub(crate) fn run(args: &Assess, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let opened = args.source.open(console)?;
    let (options, catalogs) = args.asked.options()?;
    let assessed = console.watched("assessing", |watch| opened.register.assess_watched(&options, &catalogs, watch))?;
    if json {
        console.json(&to_json(&assessed)?)?;
    } else {
        tell(&assessed, console)?;
    }
    Ok(FINE)
}

fn tell(assessed: &Assessed, console: &mut Console<'_>) -> Result<(), Failure> {
    console.line(&wrapped(&inside_page(&assessed.label), 0, 2))?;
    console.line(&format!("\nAs of {}: {}.", assessed.as_of, words(assessed.state)))?;
    if assessed.standards.is_empty() {
        console.line(&wrapped(NO_STANDARD, 0, 0))?;
    }
    for standard in &assessed.standards {
        let official = if standard.official { "official" } else { "not official" };
        let words = format!(
            "{}, edition {}, {official}: {} at {}.",
            standard.title,
            standard.edition,
            counted(standard.requirements, "requirement"),
            counted(standard.offices, "office")
        );
        console.line(&beside(&standard.id, &words, 16))?;
    }
    table("OFFICES", "sector", &SECTORS, &assessed.offices, console)?;
    table("HEADQUARTERS", "function", &FUNCTIONS, &assessed.headquarters, console)?;
    for office in assessed.offices.iter().chain(&assessed.headquarters) {
        gaps(office, console)?;
    }
    if assessed.findings.counts.by_code.is_empty() {
        return Ok(());
    }
    console.line("\nWHAT STOOD IN THE WAY\n")?;
    tell_findings(&assessed.findings, console)
}

const NO_STANDARD: &str = "No standard is adopted: nothing is asked for, so nothing is known. \
                           `isms catalog list` shows what is at hand; an adoption is a record of the register.";

const SECTORS: [&str; 4] = ["analysis", "community", "protection", "mitigation"];
const FUNCTIONS: [&str; 3] = ["policy", "training", "evaluation"];

/// The width of the first column, and of the others.
const FIRST: usize = 30;
const OTHER: usize = 12;

fn table(
    title: &str,
    by: &str,
    names: &[&str],
    offices: &[AssessedOffice],
    console: &mut Console<'_>,
) -> Result<(), Failure> {
    if offices.is_empty() {
        return Ok(());
    }
    let cells = names.iter().map(|name| format!("{name:<OTHER$}")).collect::<String>();
    console.line(&format!("\n{title:<FIRST$}{}", cells.trim_end()))?;
    for office in offices {
        let standing = |name: &str| office.standings.iter().find(|found| found.by == by && found.name == name);
        let cells: String =
            names.iter().map(|name| format!("{:<OTHER$}", standing(name).map_or_else(String::new, cell))).collect();
        let name = name(office);
        let pad = FIRST.saturating_sub(name.width());
        if pad == 0 {
            console.line(&name)?;
            console.line(&format!("{:FIRST$}{}", "", cells.trim_end()))?;
        } else {
            console.line(&format!("{name}{}{}", " ".repeat(pad), cells.trim_end()))?;
        }
    }
    Ok(())
}

/// The state, and how many musts make it.
fn cell(standing: &Standing) -> String {
    let must = standing.must;
    match standing.state {
        State::Gap => format!("GAP {}", must.partly + must.unmet + must.waived),
        State::NotKnown => format!("? {}", must.not_known),
        State::Holds => format!("holds {}", must.met),
    }
}

fn name(office: &AssessedOffice) -> String {
    printable(&match &office.place {
        Some(place) => format!("{}@{place}", office.agency),
        None => office.agency.clone(),
    })
}

fn words(state: State) -> &'static str {
    match state {
        State::Gap => "there are gaps",
        State::NotKnown => "not known: nobody has looked at all that must be met",
        State::Holds => "every must that applies was found met",
    }
}

fn gaps(office: &AssessedOffice, console: &mut Console<'_>) -> Result<(), Failure> {
    const TOLD: usize = 7;
    let all = office.gaps.len() as u64 + office.gaps_more;
    let mut said = Vec::new();
    if all > 0 {
        said.push(format!("{} known not to be met", counted(all, "must")));
    }
    if office.overdue > 0 {
        said.push(format!("{} overdue", office.overdue));
    }
    if office.without_evidence > 0 {
        said.push(format!("{} met without evidence", office.without_evidence));
    }
    match office.others {
        Some(State::Gap) => said.push("another agency in this place has a gap".to_owned()),
        Some(State::NotKnown) => said.push("of another agency in this place not all is known".to_owned()),
        _ => (),
    }
    if said.is_empty() {
        return Ok(());
    }
    console.line(&format!("\n{}: {}", name(office), said.join("; ")))?;
    for gap in office.gaps.iter().take(TOLD) {
        let when = gap.date.as_deref().map(|date| format!(" ({date})")).unwrap_or_default();
        console.line(&beside(&format!("  {} {}", gap.result, gap.requirement), &format!("{}{when}", gap.text), 36))?;
    }
    if all > TOLD as u64 {
        console.line(&format!("  and {} more: --json lists them", all - TOLD as u64))?;
    }
    Ok(())
}
