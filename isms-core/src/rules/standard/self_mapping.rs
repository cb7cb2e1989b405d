//! The rule `self_mapping`.

use super::finding;
use crate::catalog::{Catalog, Catalogs};
use crate::finding::{Code, Fact, Finding, Log};
use crate::json::shortened;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::SelfMapping,
    looks_for: "A mapping whose two ends are in one catalogue.",
    why: "A standard that maps to itself would meet its own requirements by saying so.",
    example: "{\"from\": \"isms:field-training\", \"to\": \"isms:core-training\"}.",
    normal_when: "Never: a mapping leads from one standard to another.",
    what_to_do: "Map to another standard; what became of a requirement in a new edition stands under `replaces`.",
    claims: &[],
};

/// Linear in the mappings.
pub(super) fn find(catalog: &Catalog, _catalogs: &Catalogs, log: &mut Log<Finding>) {
    let standard = |name: &Option<String>| {
        name.as_deref().and_then(|name| Some(name.split_once(':')?.0.to_owned())).unwrap_or_default()
    };
    for found in &catalog.written.mappings {
        let (from, to) = (standard(&found.item.from), standard(&found.item.to));
        if from.is_empty() || from != to {
            continue;
        }
        log.push(RULE.code, || {
            let message = format!(
                "expected a mapping to another catalogue, found one within `{}`; take it out",
                shortened(&from)
            );
            let at = format!("/mappings/{}", found.at);
            finding(RULE.code, at, found.item.from.as_deref(), message).fact(Fact::text("catalog", shortened(&from)))
        });
    }
}
