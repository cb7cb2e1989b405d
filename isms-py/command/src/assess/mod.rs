//! `isms assess`: where the gaps are, by the standards that offices adopted.

mod offices;
mod page;
mod people;
mod practice;
mod response;

use crate::FINE;
use crate::catalogs::{ENGLISH, Language, Own};
use crate::check::Day;
use crate::console::Console;
use crate::failure::Failure;
use crate::input::{Opened, Source};
use crate::text::json as to_json;
use isms_core::{AssessOptions, Catalogs, Commands, Office};

/// Tell where the gaps are: which requirements of their standards offices meet on a day
#[derive(clap::Args)]
#[command(
    override_usage = "isms assess [OPTIONS] FILE\n       isms assess [OPTIONS] --sample",
    after_help = "\
Examples:
  isms assess valley.json
  isms assess valley.json --office ostrin@ossel-valley --as-of 2026-06-30
  isms assess valley.json --catalog our-standard.json --language fr
  isms assess --sample                          the bundled sample, on its day
  isms assess valley.json --json | jq '.offices[] | {place, state, weakest}'

A standard holds where the register has an adoption of it, a record such as
  {\"id\": \"a\", \"title\": \"ISMS\", \"agency\": \"ours\", \"standard\": \"isms\"}
and a requirement is met where a verification says so:
  {\"id\": \"v\", \"title\": \"Talks held\", \"agency\": \"ours\", \"place\": \"valley\",
   \"requirement\": \"isms:field-contacts\", \"result\": \"met\", \"date\": \"2026-03-14\"}
`isms catalog list` shows the standards at hand, `isms catalog show isms` what
one asks for. A sector has a gap where a must that applies is known not to be
met (partly met and waived ones are not met), is not known where of one nobody
knows, and holds otherwise. The whole is as its weakest sector: there are no
averages. Lists are cut after seven, with --json after a hundred; counts are
whole. Each requirement of each office, one a row: assessed_table in Python."
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

    /// The commands that a page names, of the same question.
    pub(crate) fn commands(&self, opened: &Opened, options: &AssessOptions) -> Commands {
        Commands::of(&*opened.name)
            .asking(options.offices.clone(), options.standards.clone())
            .with_catalogs(self.own.names())
    }

    pub(crate) fn options(&self, source: &Source) -> Result<(AssessOptions, Catalogs), Failure> {
        let catalogs = self.own.catalogs()?;
        let mut options = AssessOptions::on(self.day.day(source)?);
        options.offices.clone_from(&self.offices);
        options.standards.clone_from(&self.standards);
        options.language.clone_from(&self.language.language);
        Ok((options, catalogs))
    }
}

pub(crate) fn office(word: &str) -> Result<Office, String> {
    let parts = word.rsplit_once('@').filter(|(agency, place)| !agency.is_empty() && !place.is_empty());
    let (agency, place) = parts.ok_or_else(|| {
        format!("expected AGENCY@PLACE behind --office, found `{word}`; such as --office ours@valley")
    })?;
    Ok(Office::new(agency, place))
}

pub(crate) fn run(args: &Assess, json: bool, console: &mut Console<'_>) -> Result<i32, Failure> {
    let opened = args.source.open(console)?;
    let (options, catalogs) = args.asked.options(&args.source)?;
    let assessed = console
        .watched("assessing", |watch| opened.register.assess_watched(&options, &catalogs, watch))
        .map_err(|failure| opened.refused(failure))?;
    if json {
        console.json(&to_json(&assessed)?)?;
    } else {
        let commands = args.asked.commands(&opened, &options);
        page::tell(&assessed, &options, &commands.assessing(&assessed.as_of), console)?;
    }
    Ok(FINE)
}
