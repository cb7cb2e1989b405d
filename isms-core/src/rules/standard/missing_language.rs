//! The rule `missing_language`.

use super::finding;
use crate::catalog::{Catalog, Catalogs, Translation};
use crate::finding::{Code, Fact, Finding, Log};
use crate::rules::registry::Rule;
use std::collections::BTreeSet;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::MissingLanguage,
    looks_for: "A text of a catalogue that is missing in English, or in a language in which the title of the catalogue is written; or that is not there at all.",
    why: "Where a text is missing in the language that was asked for, English stands, and without English whatever there is: people may not understand what they are asked.",
    example: "A catalogue whose texts are in Arabic alone.",
    normal_when: "In a catalogue for one country, that is read there alone.",
    what_to_do: "Add the text in the languages that the finding names.",
    claims: &[],
};

/// Linear in the texts.
pub(super) fn find(catalog: &Catalog, _catalogs: &Catalogs, log: &mut Log<Finding>) {
    let mut wanted: BTreeSet<&str> = catalog.title().iter().map(|text| text.language.as_str()).collect();
    wanted.insert("en");
    let mut look = |at: String, name: Option<&str>, texts: &[Translation]| {
        let missing: Vec<String> = wanted
            .iter()
            .filter(|language| !texts.iter().any(|text| text.language == **language && !text.text.trim().is_empty()))
            .map(|language| (*language).to_owned())
            .collect();
        if missing.is_empty() {
            return;
        }
        log.push(RULE.code, || {
            let there: Vec<&str> = texts.iter().map(|text| text.language.as_str()).collect();
            let there = if there.is_empty() { "none".to_owned() } else { there.join(", ") };
            let message = format!("expected a text in {}, found {there}; add it", missing.join(", "));
            finding(RULE.code, at, name, message).fact(Fact::list("missing", missing))
        });
    };
    look("/title".to_owned(), Some(catalog.id()), catalog.title());
    for found in &catalog.written.requirements {
        look(format!("/requirements/{}/text", found.at), found.item.id.as_deref(), &found.item.text);
    }
    for found in &catalog.written.taxonomies {
        for (nth, term) in found.item.terms.iter().enumerate() {
            look(format!("/taxonomies/{}/terms/{nth}/title", found.at), term.id.as_deref(), &term.title);
        }
    }
}
