//! The rule `lost_requirement`.

use super::finding;
use crate::catalog::{Catalog, Catalogs};
use crate::finding::{Code, Fact, Finding, Log};
use crate::json::shortened;
use crate::rules::registry::Rule;
use std::collections::HashSet;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::LostRequirement,
    looks_for: "A requirement of the edition that is replaced of which the new one does not say what became of it, or a change that names a requirement which its edition does not have.",
    why: "The answers of many offices hang on it: without a word they would be gone with the new edition.",
    example: "Edition 1 has `radio`; edition 2 has no requirement of that name, and no change that names it.",
    normal_when: "Never: what is dropped is said to be `withdrawn`.",
    what_to_do: "Say under `replaces` what became of it: moved, split, merged, reworded, or withdrawn. The older edition must be at hand to be compared.",
    claims: &[],
};

/// Linear in both editions.
pub(super) fn find(catalog: &Catalog, catalogs: &Catalogs, log: &mut Log<Finding>) {
    let Some(replaces) = catalog.replaces() else { return };
    if replaces.edition.as_deref() == Some(catalog.edition()) {
        let message = format!(
            "expected an older edition, found `{}`, which is its own; name the one before",
            shortened(catalog.edition())
        );
        log.push(Code::OutOfRange, || finding(Code::OutOfRange, "/replaces/edition".to_owned(), None, message));
        return;
    }
    let now: HashSet<&str> = catalog.requirements().filter_map(|found| found.id.as_deref()).collect();
    let older = catalogs.find(catalog.id(), replaces.edition.as_deref()).filter(|_| replaces.edition.is_some());
    if let Some(edition) = replaces.edition.as_deref().filter(|_| older.is_none()) {
        log.push(Code::UnknownStandard, || not_at_hand(catalog, edition));
    }
    let was: Option<HashSet<&str>> =
        older.map(|older| older.requirements().filter_map(|found| found.id.as_deref()).collect());
    let mut told: HashSet<&str> = HashSet::new();
    for (nth, change) in replaces.changes.iter().enumerate() {
        told.extend(change.was.iter().map(String::as_str));
        let gone = change.was.iter().filter(|id| was.as_ref().is_some_and(|was| !was.contains(id.as_str())));
        let new = change.now.iter().filter(|id| !now.contains(id.as_str()));
        for (id, key, edition) in gone.map(|id| (id, "was", "older")).chain(new.map(|id| (id, "now", "new"))) {
            log.push(RULE.code, || {
                let message = format!(
                    "expected requirements of the {edition} edition, found `{}`, which it does not have; write the name that it has",
                    shortened(id)
                );
                lost(format!("/replaces/changes/{nth}/{key}"), id, message)
            });
        }
    }
    let mut lost_ones: Vec<&str> =
        was.into_iter().flatten().filter(|id| !now.contains(id) && !told.contains(id)).collect();
    lost_ones.sort_unstable();
    for id in lost_ones {
        log.push(RULE.code, || {
            let message = format!(
                "expected a change that says what became of `{}` of the older edition, found none; add it to the changes",
                shortened(id)
            );
            lost("/replaces/changes".to_owned(), id, message)
        });
    }
}

/// Without the older edition nobody can see what was lost.
fn not_at_hand(catalog: &Catalog, edition: &str) -> Finding {
    let name = shortened(&format!("{} {edition}", catalog.id()));
    let message = format!(
        "expected the older edition at hand, found no `{name}`; give its catalogue too, so long nobody knows which of its requirements are lost"
    );
    finding(Code::UnknownStandard, "/replaces/edition".to_owned(), None, message).fact(Fact::text("found", name))
}

fn lost(at: String, id: &str, message: String) -> Finding {
    finding(RULE.code, at, Some(id), message).fact(Fact::text("requirement", shortened(id)))
}
