//! The rule `unplaced_requirement`.

use super::finding;
use crate::catalog::{Catalog, Catalogs, FUNCTIONS, SECTORS};
use crate::finding::{Code, Finding, Log};
use crate::json::shortened;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnplacedRequirement,
    looks_for: "A requirement of a standard that belongs to no sector and to no core function, to both, or to one that there is not.",
    why: "The state of the system is that of its weakest sector. What stands in none of them would be met or unmet without anyone seeing it.",
    example: "{\"id\": \"radio\", \"text\": {\"en\": \"Every vehicle has a radio.\"}} without \"sector\": \"protection\".",
    normal_when: "In a standard that was taken over from elsewhere and is not placed yet: it is counted for its level and approach, in no sector.",
    what_to_do: "Give it one of the sectors `analysis`, `community`, `protection`, `mitigation`, or one of the core functions `policy`, `training`, `evaluation`.",
    claims: &["SECTOR-01", "CORE-02", "ISMS-03"],
};

/// Linear in the requirements.
pub(super) fn find(catalog: &Catalog, _catalogs: &Catalogs, log: &mut Log<Finding>) {
    for found in &catalog.written.requirements {
        let requirement = &found.item;
        let said = match (&requirement.sector, &requirement.function) {
            (None, None) => "none of the two".to_owned(),
            (Some(_), Some(_)) => "both".to_owned(),
            (Some(sector), None) if !SECTORS.contains(&sector.as_str()) => {
                format!("the sector `{}`", shortened(sector))
            }
            (None, Some(function)) if !FUNCTIONS.contains(&function.as_str()) => {
                format!("the core function `{}`", shortened(function))
            }
            _ => continue,
        };
        log.push(RULE.code, || {
            let message = format!(
                "expected a sector (analysis, community, protection, mitigation) or a core function (policy, training, evaluation), found {said}; say to which the requirement belongs"
            );
            finding(RULE.code, format!("/requirements/{}", found.at), requirement.id.as_deref(), message)
                .resting_on(RULE.claims)
        });
    }
}
