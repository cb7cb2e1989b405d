//! Names in a catalogue: each there, each once, and each end of a mapping at hand.

use super::finding;
use crate::catalog::{Catalog, Catalogs};
use crate::finding::{Code, Fact, Finding, Log};
use crate::json::shortened;
use crate::value::RiskLevel;
use std::collections::HashMap;

/// Linear in the names.
pub(super) fn find(catalog: &Catalog, catalogs: &Catalogs, log: &mut Log<Finding>) {
    if catalog.id().is_empty() {
        log.push(Code::MissingId, || missing("/id".to_owned()));
    }
    apart(log, "/id".to_owned(), catalog.id(), ':');
    for found in &catalog.written.requirements {
        let least = found.item.applies.as_ref().and_then(|applies| applies.level_at_least.as_ref());
        if let Some(least) = least.filter(|least| !has_level(catalog, catalogs, least)) {
            log.push(Code::DanglingReference, || no_level(found.at, found.item.id.as_deref(), least));
        }
    }
    let requirements = catalog.written.requirements.iter();
    unique(log, requirements.map(|found| (format!("/requirements/{}", found.at), found.item.id.as_deref())));
    let taxonomies = catalog.written.taxonomies.iter();
    unique(log, taxonomies.clone().map(|found| (format!("/taxonomies/{}", found.at), found.item.id.as_deref())));
    for found in taxonomies {
        apart(log, format!("/taxonomies/{}/id", found.at), found.item.id.as_deref().unwrap_or_default(), '.');
        let terms = found.item.terms.iter().enumerate();
        unique(log, terms.map(|(nth, term)| (format!("/taxonomies/{}/terms/{nth}", found.at), term.id.as_deref())));
    }
    for found in &catalog.written.mappings {
        for (key, end) in [("from", &found.item.from), ("to", &found.item.to)] {
            let name = end.as_deref().unwrap_or_default();
            if is_at_hand(catalog, catalogs, name) {
                continue;
            }
            log.push(Code::DanglingReference, || {
                let message = format!(
                    "expected a requirement (catalogue:name) or a term (catalogue:taxonomy.term) that is at hand, found `{}`; nothing carries over so long",
                    shortened(name)
                );
                let at = format!("/mappings/{}/{key}", found.at);
                finding(Code::DanglingReference, at, None, message).fact(Fact::text("id", shortened(name)))
            });
        }
    }
}

/// A name that holds the sign behind which, in a full name, another name begins: it could not be told from it.
fn apart(log: &mut Log<Finding>, at: String, name: &str, sign: char) {
    if name.contains(sign) {
        log.push(Code::OutOfRange, || {
            let message = format!(
                "expected a name without `{sign}`, behind which the name of what is in it begins, found `{}`; write it with hyphens",
                shortened(name)
            );
            finding(Code::OutOfRange, at, Some(name), message)
        });
    }
}

/// Whether the scale is in the catalogue itself, or in one at hand, and has the level.
fn has_level(own: &Catalog, catalogs: &Catalogs, least: &RiskLevel) -> bool {
    let (standard, id) = least.scale.split_once(':').unwrap_or((own.id(), &least.scale));
    let has = |catalog: &Catalog| {
        let scale = catalog.scales().find(|scale| scale.id.as_deref() == Some(id));
        scale.is_some_and(|scale| scale.levels.iter().any(|level| level.id.as_deref() == Some(least.level.as_str())))
    };
    if own.id() == standard { has(own) } else { catalogs.find(standard, None).is_some_and(has) }
}

fn no_level(at: usize, id: Option<&str>, least: &RiskLevel) -> Finding {
    let name = format!("{} {}", least.scale, least.level);
    let message = format!(
        "expected a level of a scale that is at hand, found `{}`; so long it stands in no way, and the requirement applies",
        shortened(&name)
    );
    finding(Code::DanglingReference, format!("/requirements/{at}/applies/level_at_least"), id, message)
        .fact(Fact::text("id", shortened(&name)))
}

fn unique<'n>(log: &mut Log<Finding>, names: impl Iterator<Item = (String, Option<&'n str>)>) {
    let mut first: HashMap<&str, String> = HashMap::new();
    for (at, name) in names {
        match name.filter(|name| !name.is_empty()) {
            None => log.push(Code::MissingId, || missing(format!("{at}/id"))),
            Some(name) => match first.get(name) {
                None => drop(first.insert(name, at)),
                Some(other) => log.push(Code::DuplicateId, || {
                    let message = format!(
                        "expected a name of its own, found `{}`, which {other} has; the first one is meant; give this one another",
                        shortened(name)
                    );
                    finding(Code::DuplicateId, format!("{at}/id"), Some(name), message)
                        .fact(Fact::text("first", other.clone()))
                }),
            },
        }
    }
}

fn missing(at: String) -> Finding {
    finding(Code::MissingId, at, None, "expected a name, found none; without it nothing can refer to it".to_owned())
}

/// Whether the catalogue itself, or one at hand, has the requirement or the term.
fn is_at_hand(own: &Catalog, catalogs: &Catalogs, name: &str) -> bool {
    let Some((standard, id)) = name.split_once(':') else { return false };
    let has = |catalog: &Catalog| {
        let is_term = |(taxonomy, term): (&str, &str)| {
            let mut of_name = catalog.taxonomies().filter(|found| found.id.as_deref() == Some(taxonomy));
            of_name.any(|found| found.terms.iter().any(|found| found.id.as_deref() == Some(term)))
        };
        catalog.requirements().any(|found| found.id.as_deref() == Some(id)) || id.split_once('.').is_some_and(is_term)
    };
    if own.id() == standard { has(own) } else { catalogs.find(standard, None).is_some_and(has) }
}
