//! `isms import oscal`: a standard of OSCAL as a catalogue.

use crate::failure::Failure;
use crate::import::{Import, about};
use crate::input::read;
use crate::output::Draft;
use crate::report::Report;
use crate::text::quoted;
use isms_core::{Catalogs, ImportAnswer, Imported, OscalImport};
use std::path::{Path, PathBuf};

/// What is added to a file of OSCAL.
#[derive(clap::Args)]
#[command(next_help_heading = "Options of oscal")]
pub(crate) struct Oscal {
    /// The name of the standard: small letters, digits, hyphens; made from the title unless given
    #[arg(long, value_name = "NAME")]
    name: Option<String>,

    /// Where requirements belong: ids of groups or controls, each with its sector or function …
    #[arg(long, value_name = "PLACES.json")]
    place: Option<PathBuf>,

    /// The catalogue that a profile imports
    #[arg(long, value_name = "FILE")]
    source: Option<PathBuf>,

    /// The language of the texts, such as en or fr; en unless given
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
}

impl Oscal {
    /// One of these options that was given.
    pub(crate) fn given(&self) -> Option<&'static str> {
        let given = [
            (self.name.is_some(), "--name"),
            (self.place.is_some(), "--place"),
            (self.source.is_some(), "--source"),
            (self.language.is_some(), "--language"),
        ];
        given.into_iter().find(|(is_given, _)| *is_given).map(|(_, option)| option)
    }

    /// The files that are read beside FILE.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        [&self.place, &self.source].into_iter().flatten().map(PathBuf::as_path)
    }

    fn options(&self) -> Result<OscalImport, Failure> {
        let mut options = OscalImport::default();
        options.name.clone_from(&self.name);
        options.language.clone_from(&self.language);
        options.source = self.source.as_deref().map(read).transpose()?;
        options.place = self.place.as_deref().map(text).transpose()?;
        Ok(options)
    }
}

fn text(file: &Path) -> Result<String, Failure> {
    let no_text = |_| Failure::misuse("expected JSON in UTF-8, found other bytes").about(&file.to_string_lossy());
    String::from_utf8(read(file)?).map_err(no_text)
}

/// Imports into drafts, which take their places only when all went well.
pub(crate) fn import(args: &Import) -> Result<ImportAnswer, Failure> {
    let mut catalog = Draft::new(&args.output, args.force)?;
    let mut report = args.report.as_deref().map(|file| Report::new(file, args.force)).transpose()?;
    let options = args.oscal.options()?;
    let imported = isms_core::import_oscal(&read(&args.file)?, &options);
    let Imported { document, answer, notes } = imported.map_err(|refusal| match &refusal.finding().path {
        path if path.starts_with("/name") => Failure::from(refusal),
        path if path.starts_with("/place") => of_file(args.oscal.place.as_deref(), refusal),
        path if path.starts_with("/source") && args.oscal.source.is_some() => {
            of_file(args.oscal.source.as_deref(), refusal)
        }
        _ => about(args, refusal),
    })?;
    if let Some(report) = &mut report {
        notes.iter().for_each(|note| report.add(note));
    }
    catalog.write(&document)?;
    report.map_or(Ok(()), Report::publish)?;
    catalog.publish()?;
    Ok(answer)
}

fn of_file(file: Option<&Path>, refusal: isms_core::Refusal) -> Failure {
    let name = file.map(Path::to_string_lossy).unwrap_or_default();
    Failure::from(refusal).about(&name)
}

/// What people do next with the catalogue.
pub(crate) fn next(args: &Import) -> Result<String, Failure> {
    let mut catalogs = Catalogs::none();
    catalogs.add(&read(&args.output)?)?;
    let output = quoted(&args.output.to_string_lossy());
    let Some(catalog) = catalogs.iter().next() else { return Ok(String::new()) };
    let (id, edition) = (catalog.id(), catalog.edition());
    let edition = if edition.is_empty() { String::new() } else { format!(", \"edition\": {edition:?}") };
    Ok(format!(
        "The standard: isms catalog show {id} --catalog {output}\n\
         Adopt it in a register:\n  \
         {{\"id\": \"adopt-{id}\", \"title\": …, \"agency\": …, \"standard\": \"{id}\"{edition}}}\n\
         in \"adoptions\", then: isms assess REGISTER --catalog {output}"
    ))
}
