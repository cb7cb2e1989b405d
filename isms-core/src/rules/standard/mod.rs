//! Rules on catalogues: what is wrong in a file of the user's is said with its place, all at once.

pub(super) mod lost_requirement;
pub(super) mod missing_language;
pub(super) mod self_mapping;
pub(super) mod unplaced_requirement;

mod names;
mod terms;
mod words;

use crate::catalog::{Catalog, Catalogs, read};
use crate::finding::{Code, Finding, Findings, Log, Refusal};
use crate::value::{Label, UNSAID};

/// What is wrong with a catalogue: what can't be read, requirements without a place in the system, names that repeat,
/// words that nobody knows, mappings that lead nowhere or back, requirements that its edition table loses, texts that are
/// in other languages alone. Linear in it and in those at hand.
///
/// `catalogs` are those at hand, to which it may map, and in which its older edition may be.
///
/// ```
/// use isms_core::{Catalogs, check_catalog};
/// let text = br#"{"isms_catalog": "1", "id": "ours", "edition": "1", "title": {"en": "Ours"},
///     "requirements": [{"id": "radio", "text": {"en": "Every vehicle has a radio."}}]}"#;
/// let found = check_catalog(text, &Catalogs::bundled())?.findings;
/// assert_eq!((found[0].code.as_str(), found[0].path.as_str()), ("unplaced_requirement", "/requirements/0"));
/// # Ok::<(), isms_core::Refusal>(())
/// ```
///
/// # Errors
/// Refuses what is no JSON, or no catalogue, or of a newer format.
pub fn check_catalog(bytes: &[u8], catalogs: &Catalogs) -> Result<Findings, Refusal> {
    let (catalog, misreads) = read(bytes)?;
    let mut log = Log::default();
    for (code, finding) in misreads {
        log.push(code, || finding);
    }
    for find in RULES {
        find(&catalog, catalogs, &mut log);
    }
    Ok(log.finish(Label::new(UNSAID), None, Vec::new()))
}

/// Finds what a rule looks for in a catalogue.
type Find = fn(&Catalog, &Catalogs, &mut Log<Finding>);

const RULES: [Find; 7] = [
    names::find,
    unplaced_requirement::find,
    words::find,
    terms::find,
    self_mapping::find,
    lost_requirement::find,
    missing_language::find,
];

/// A finding in a catalogue, about one of its names.
fn finding(code: Code, at: String, name: Option<&str>, message: String) -> Finding {
    Finding::new(code, at, message).of(name)
}
