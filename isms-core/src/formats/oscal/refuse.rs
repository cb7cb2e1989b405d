//! The sentences of refusals.

use super::tree::Json;
use crate::finding::{Code, Fact, Finding, Refusal};
use crate::json::shortened;

const EXPECTED: &str = "an OSCAL catalogue or profile in JSON, an object with the key `catalog` or `profile`";

/// The other models of OSCAL, as they are called.
const MODELS: [(&str, &str); 7] = [
    ("component-definition", "an OSCAL component definition"),
    ("system-security-plan", "an OSCAL system security plan"),
    ("assessment-plan", "an OSCAL assessment plan"),
    ("assessment-results", "OSCAL assessment results"),
    ("plan-of-action-and-milestones", "an OSCAL plan of action"),
    ("mapping-collection", "an OSCAL mapping"),
    ("controls", "a part of an OSCAL catalogue"),
];

/// Refuses bytes that are plainly something else.
pub(super) fn sniff(bytes: &[u8]) -> Result<(), Refusal> {
    let text = bytes.trim_ascii_start();
    let found = match text {
        [] => ("an empty file", "download the file again"),
        [b'<', ..] => ("XML or HTML", "take the same document in JSON: publishers of OSCAL offer both"),
        [b'P', b'K', 3 | 5 | 7, ..] => ("a zip archive or an Office document", "unpack it, or take the JSON file"),
        [0x1F, 0x8B, ..] => ("a gzip archive", "unpack it first"),
        [b'%', b'P', b'D', b'F', ..] => ("a PDF document", "take the JSON file of the same paper"),
        _ if text.starts_with(b"---") || text.starts_with(b"catalog:") => {
            ("YAML", "take the same document in JSON: publishers of OSCAL offer both")
        }
        _ => return Ok(()),
    };
    Err(not_the_format(found.0, found.1))
}

/// The document is of another model, or of no OSCAL at all.
pub(super) fn other_model(json: &Json) -> Refusal {
    let of_isms = [("isms", "a register of isms"), ("isms_catalog", "a catalogue of isms, which needs no import")];
    let known = MODELS.iter().chain(&of_isms).find(|(key, _)| json.keys().any(|found| found == *key));
    let first = json.keys().next().map(|key| format!("an object that begins with the key `{}`", shortened(key)));
    let found = match (known, first) {
        (Some((_, words)), _) => (*words).to_owned(),
        (None, Some(first)) => first,
        (None, None) => json.word().to_owned(),
    };
    not_the_format(&found, "give the catalogue itself, with its controls")
}

/// A profile without the catalogue that it imports, or with something else in its place.
pub(super) fn no_source(found: &str) -> Refusal {
    let message = format!(
        "expected the OSCAL catalogue that the profile imports beside it, found {found}; give it as `source` (in the command --source FILE)"
    );
    Refusal::new(Code::BadRequest, "/source", message)
}

/// No control at all, or none that could be read.
pub(super) fn no_control(found: &str) -> Refusal {
    not_the_format(found, "is the file whole?")
}

/// The name of the standard.
pub(super) fn name(found: &str) -> Refusal {
    let message = format!(
        "expected a name of small letters, digits and hyphens, found `{}`; requirements are named by it: `sp800-53:ac-2`",
        shortened(found)
    );
    Refusal::new(Code::BadRequest, "/name", message)
}

/// A placement that can't be read.
pub(super) fn place(at: &str, found: &str) -> Refusal {
    let message = format!(
        "expected ids of groups and controls, each once, with texts for any of sector, function, field, level, approach, force, review, within, such as {{\"pe\": {{\"sector\": \"protection\"}}}}, {found}; mend the placement there"
    );
    Refusal::new(Code::BadRequest, format!("/place{at}"), message)
}

/// More imports or patterns than are compared with every control.
pub(super) fn patterns(limit: usize) -> Refusal {
    let message = format!(
        "expected at most {limit} imports and {limit} patterns in a profile, of which all can be compared with all controls in a hundred million steps, found more; name the controls"
    );
    Refusal::new(Code::OverLimit, "", message)
}

fn not_the_format(found: &str, fix: &str) -> Refusal {
    let message = format!("expected {EXPECTED}, found {found}; {fix}");
    Finding::new(Code::NotTheFormat, "", message)
        .fact(Fact::text("expected", EXPECTED))
        .fact(Fact::text("found", found))
        .fact(Fact::text("fix", fix))
        .into()
}
