//! Terms in a catalogue: those of which it makes use, and those that it brings.

use super::finding;
use crate::catalog::{Applies, Catalog, Catalogs, Taxonomy};
use crate::finding::{Code, Fact, Finding, Log};
use crate::json::{near, shortened};
use crate::model::{Kind, has_field};
use std::collections::HashSet;

/// Linear in the words by which requirements apply, and in the terms.
pub(super) fn find(catalog: &Catalog, catalogs: &Catalogs, log: &mut Log<Finding>) {
    for found in &catalog.written.requirements {
        let Some(applies) = &found.item.applies else { continue };
        let at = format!("/requirements/{}/applies", found.at);
        applying(catalog, catalogs, applies, &at, found.item.id.as_deref(), log);
    }
    for found in &catalog.written.taxonomies {
        taxonomy(&found.item, &format!("/taxonomies/{}", found.at), log);
    }
}

/// The words by which a requirement applies: one that nothing is called takes it away.
fn applying(
    catalog: &Catalog,
    catalogs: &Catalogs,
    applies: &Applies,
    at: &str,
    id: Option<&str>,
    log: &mut Log<Finding>,
) {
    let words = [
        ("agencies", "agencies.kind", &applies.agencies),
        ("places", "places.kind", &applies.places),
        ("assets", "assets.kind", &applies.assets),
    ];
    for (key, field, words) in words {
        for (nth, word) in words.iter().enumerate() {
            let own = || catalog.taxonomies().filter(|taxonomy| taxonomy.fields.iter().any(|found| found == field));
            let is_own = || own().flat_map(|found| &found.terms).any(|term| term.id.as_ref() == Some(word));
            if catalogs.has_term(field, word) || is_own() {
                continue;
            }
            log.push(Code::DanglingReference, || {
                let terms = catalogs.terms(field);
                let near = near(terms.iter().map(String::as_str), word);
                let hint = near.map_or("correct the word".to_owned(), |near| format!("did you mean `{near}`?"));
                let message = format!(
                    "expected a term of `{field}` that a taxonomy at hand has, found `{}`; so long the requirement applies where that very word stands, and nowhere else; {hint}",
                    shortened(word)
                );
                lost(format!("{at}/{key}/{nth}"), id, message, word)
            });
        }
    }
}

fn taxonomy(taxonomy: &Taxonomy, at: &str, log: &mut Log<Finding>) {
    let id = taxonomy.id.as_deref();
    for (nth, field) in taxonomy.fields.iter().enumerate().filter(|(_, field)| !is_field(field)) {
        log.push(Code::DanglingReference, || {
            let message = format!(
                "expected a field of records, such as `losses.harm`, found `{}`, which no record has; its words are looked up nowhere so long",
                shortened(field)
            );
            lost(format!("{at}/fields/{nth}"), id, message, field)
        });
    }
    let terms: HashSet<&str> = taxonomy.terms.iter().filter_map(|term| term.id.as_deref()).collect();
    for (nth, term) in taxonomy.terms.iter().enumerate() {
        let Some(within) = term.within.as_deref().filter(|within| !terms.contains(within)) else { continue };
        log.push(Code::DanglingReference, || {
            let message = format!(
                "expected a term of the same taxonomy, found `{}`, which it does not have; so long this one stands under nothing",
                shortened(within)
            );
            lost(format!("{at}/terms/{nth}/within"), term.id.as_deref(), message, within)
        });
    }
}

/// The key of a table, and a field of its records; of what lies within it we don't ask.
fn is_field(name: &str) -> bool {
    let mut parts = name.split('.');
    let kind = parts.next().and_then(Kind::of_plural);
    kind.zip(parts.next()).is_some_and(|(kind, field)| has_field(kind, field))
}

fn lost(at: String, id: Option<&str>, message: String, name: &str) -> Finding {
    finding(Code::DanglingReference, at, id, message).fact(Fact::text("id", shortened(name)))
}
