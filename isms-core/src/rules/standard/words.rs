//! Words in a catalogue on which the assessment rests.

use super::finding;
use crate::catalog::{APPROACHES, Catalog, Catalogs, FIELDS, FORCES, FUNCTIONS, LEVELS, Requirement, SECTORS};
use crate::finding::{Code, Fact, Finding, Log};
use crate::json::shortened;
use crate::value::is_duration;

const DEGREES: &[&str] = &["equal", "covers", "part", "related"];
const HOW: &[&str] = &["moved", "split", "merged", "reworded", "withdrawn"];

/// Linear in the catalogue.
pub(super) fn find(catalog: &Catalog, _catalogs: &Catalogs, log: &mut Log<Finding>) {
    for found in &catalog.written.requirements {
        requirement(log, &format!("/requirements/{}", found.at), &found.item);
    }
    for found in &catalog.written.mappings {
        look(log, format!("/mappings/{}/degree", found.at), None, found.item.degree.as_deref(), DEGREES, true);
    }
    for (nth, change) in catalog.replaces().into_iter().flat_map(|replaces| &replaces.changes).enumerate() {
        look(log, format!("/replaces/changes/{nth}/how"), None, change.how.as_deref(), HOW, true);
        let is_withdrawn = change.how.as_deref() == Some("withdrawn");
        if is_withdrawn != change.now.is_empty() && change.how.as_deref().is_some_and(|how| HOW.contains(&how)) {
            log.push(Code::OutOfRange, || {
                let expected = if is_withdrawn {
                    "nothing in `now` of what is withdrawn, found names; say `moved`, or leave them out"
                } else {
                    "in `now` what took its place, found nothing; name it, or say `withdrawn`"
                };
                finding(Code::OutOfRange, format!("/replaces/changes/{nth}/now"), None, format!("expected {expected}"))
            });
        }
    }
}

fn requirement(log: &mut Log<Finding>, at: &str, found: &Requirement) {
    let id = found.id.as_deref();
    let words = [
        ("sector", &found.sector, &SECTORS[..], false),
        ("function", &found.function, &FUNCTIONS[..], false),
        ("field", &found.field, &FIELDS[..], false),
        ("level", &found.level, &LEVELS[..], true),
        ("approach", &found.approach, &APPROACHES[..], true),
        ("force", &found.force, &FORCES[..], true),
    ];
    for (key, word, known, must) in words {
        look(log, format!("{at}/{key}"), id, word.as_deref(), known, must);
    }
    for (key, duration) in [("review", &found.review), ("within", &found.within)] {
        if let Some(duration) = duration.as_deref().filter(|text| !is_duration(text)) {
            log.push(Code::OutOfRange, || {
                let message = format!("expected a duration such as P1Y or P14D, found `{}`", shortened(duration));
                finding(Code::OutOfRange, format!("{at}/{key}"), id, message)
            });
        }
    }
}

fn look(log: &mut Log<Finding>, at: String, id: Option<&str>, word: Option<&str>, known: &[&str], must: bool) {
    if word.map_or(!must, |word| known.contains(&word)) {
        return;
    }
    log.push(Code::UnknownTerm, || {
        let found = word.map_or_else(|| "none".to_owned(), |word| format!("`{}`", shortened(word)));
        let message = format!("expected one of {}, found {found}; write the one that is meant", known.join(", "));
        finding(Code::UnknownTerm, at, id, message).fact(Fact::text("found", shortened(word.unwrap_or("none"))))
    });
}
