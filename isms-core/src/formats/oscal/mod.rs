//! OSCAL, the Open Security Controls Assessment Language: catalogues and profiles come in as a standard, results of a standard go out.
//!
//! A document is read into a tree in which every value knows its place, that into the few things of
//! OSCAL that a catalogue of ours has words for, and those into requirements. What is met on the way
//! and is not taken as it stands is noted with its place.

mod codes;
mod export;
mod make;
mod metadata;
mod model;
mod options;
mod output;
mod params;
mod place;
mod profile;
mod refuse;
mod text;
mod tree;
mod withdrawn;

pub use codes::oscal_notes;
pub use export::{OscalExport, export_oscal, export_oscal_watched, oscal_export_notes};
pub use options::OscalImport;

use super::{ImportAnswer, Imported, Total};
use crate::catalog::{Edition, Translation};
use crate::finding::Refusal;
use crate::value::{Label, UNSAID};
use codes::{Code, Notes};
use make::{Counts, Maker};
use metadata::Metadata;
use model::Group;
use output::Head;
use params::Parameters;
use place::Places;
use profile::Profile;
use tree::Json;

/// Reads an OSCAL catalogue, or a profile with the catalogue that it imports, and writes it as a catalogue of ours: a
/// requirement for each control that is not withdrawn.
///
/// The id of a requirement is that of its control. Parameters are replaced by their values, by what is to be chosen, or by what
/// they stand for, in square brackets. Withdrawn controls become changes under `replaces`. OSCAL knows no sectors:
/// requirements belong to none unless the caller places them. In the reading notes `row` is the number of the control (0: none) and
/// `column` the place, a JSON pointer; nothing is repaired, left out or guessed without one, and [`oscal_notes`] explains their
/// codes. Cost: linear in the bytes, at most 32 MiB and 600,000 values.
///
/// ```
/// use isms_core::{Catalogs, OscalImport, import_oscal};
/// let text = br#"{"catalog": {"uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
///     "metadata": {"title": "Radio rules", "version": "2", "oscal-version": "1.1.2"},
///     "controls": [{"id": "r-1", "title": "Check", "params": [{"id": "r-1_prm_1", "label": "a period"}],
///         "parts": [{"name": "statement", "prose": "Radios are checked every {{ insert: param, r-1_prm_1 }}."}]}]}}"#;
/// let imported = import_oscal(text, &OscalImport::default())?;
/// assert_eq!((imported.answer.read, imported.answer.total("requirements")), (1, Some(1)));
/// let mut catalogs = Catalogs::none();
/// catalogs.add(&imported.document)?;
/// let rules = catalogs.find("radio-rules", Some("2")).unwrap();
/// assert_eq!(rules.requirements().next().unwrap().text[0].text, "Check: Radios are checked every [a period].");
/// # Ok::<(), isms_core::Refusal>(())
/// ```
///
/// # Errors
/// Refuses what is no JSON or no such document, one of which no control can be read, a profile without its catalogue, a
/// placement or a name that can't be read, and what is over a limit.
pub fn import_oscal(bytes: &[u8], options: &OscalImport) -> Result<Imported, Refusal> {
    let places = Places::read(options.place.as_deref())?;
    if let Some(name) = options.name.as_deref().filter(|name| !output::is_name(name)) {
        return Err(refuse::name(name));
    }
    let mut notes = Notes::default();
    let json = parse(bytes, &mut notes)?;
    if let Some(root) = json.root("catalog").filter(tree::Node::is_object) {
        top(&json, &["catalog"], &mut notes);
        let metadata = metadata::read(&root, bytes, &mut notes);
        return finish(&root, None, metadata, places, options, notes);
    }
    let Some(root) = json.root("profile").filter(tree::Node::is_object) else {
        return Err(refuse::other_model(&json));
    };
    let Some(source) = &options.source else { return Err(refuse::no_source("none")) };
    top(&json, &["profile"], &mut notes);
    let profile = Profile::read(&root, &mut notes)?;
    let mut metadata = metadata::read(&root, bytes, &mut notes);
    metadata::leave_resources(&root, &mut notes);
    let source_json = parse(source, &mut notes).map_err(|refusal| refusal.within("/source"))?;
    let Some(source_root) = source_json.root("catalog").filter(tree::Node::is_object) else {
        let found = if source_json.root("profile").is_some() { "another profile" } else { "no catalogue" };
        return Err(refuse::no_source(found));
    };
    let imported = metadata::read(&source_root, source, &mut notes);
    metadata.origin = format!("{}; selected from {}", metadata.origin, imported.origin);
    metadata.publisher = metadata.publisher.or(imported.publisher);
    finish(&source_root, Some(profile), metadata, places, options, notes)
}

fn parse(bytes: &[u8], notes: &mut Notes) -> Result<Json, Refusal> {
    refuse::sniff(bytes)?;
    tree::read(bytes, notes)
}

/// Notes what stands beside the model.
fn top(json: &Json, taken: &[&str], notes: &mut Notes) {
    for key in json.keys().filter(|key| !taken.contains(key) && *key != "$schema") {
        notes.add(Code::UnknownKey, "", key, "left out");
    }
}

fn finish(
    root: &tree::Node<'_>,
    profile: Option<Profile>,
    metadata: Metadata,
    places: Places,
    options: &OscalImport,
    mut notes: Notes,
) -> Result<Imported, Refusal> {
    let mut all = 0;
    let catalog = Group::whole(root, &mut notes, &mut all);
    let resources = metadata::leave_resources(root, &mut notes);
    let mut params = Parameters::of(&catalog, &mut notes);
    let taken = profile.as_ref().map(|profile| profile.select(&catalog, &mut notes)).transpose()?;
    params.set(profile.map(|profile| profile.settings).unwrap_or_default(), &mut notes);
    let language = options.language.as_deref().unwrap_or("en");
    if options.language.is_none() {
        notes.add(Code::LanguageAssumed, &format!("{}/metadata", root.at), "", "taken as English");
    }
    let mut maker = Maker::new(params, places, language, taken);
    maker.catalog(&catalog, &mut notes);
    let Maker { requirements, withdrawn, counts, taken, .. } = maker;
    let changes = withdrawn.changes(&mut notes);
    notes.control = 0;
    let rows = counts.controls + counts.enhancements;
    if rows == counts.refused {
        let found = if all == 0 { "no control in it" } else { "none that could be read, or none that is selected" };
        return Err(refuse::no_control(found));
    }
    let head = Head::of(metadata, options, &root.at, &mut notes);
    let mut totals = totals(&counts, requirements.len() as u64, resources);
    if let Some(taken) = &taken {
        notes.keep(|control| taken.contains(&control));
        totals.push(Total { name: "not_selected".to_owned(), count: Some(all - rows) });
    }
    let title = Translation { language: language.to_owned(), text: head.title.clone() };
    let replaces = (!changes.is_empty()).then_some(Edition { edition: None, changes });
    let document = head.write(title, &requirements, replaces);
    let answer = ImportAnswer {
        label: Label::new(UNSAID),
        format: "oscal".to_owned(),
        rows,
        read: rows - counts.refused,
        refused: counts.refused,
        totals,
        findings: notes.tallied(),
        output: None,
        at_least: Vec::new(),
    };
    Ok(Imported { document, answer, notes: notes.list })
}

fn totals(counts: &Counts, requirements: u64, resources: u64) -> Vec<Total> {
    let totals = [
        ("groups", counts.groups),
        ("controls", counts.controls),
        ("enhancements", counts.enhancements),
        ("withdrawn", counts.withdrawn),
        ("requirements", requirements),
        ("parameters", counts.parameters),
        ("parts", counts.parts),
        ("links", counts.links),
        ("resources", resources),
    ];
    totals.into_iter().map(|(name, count)| Total { name: name.to_owned(), count: Some(count) }).collect()
}
