//! Assessments: made by those who answer for security and those who answer for the work, on named factors, for a use.

use super::{Guidelines, lacking};
use crate::assess::integration::Lacking;
use crate::assess::scope::Scope;
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Assessment, Post, Recommendation, Relation};
use std::collections::HashSet;

/// The roles that answer for security, and those that answer for the work, each with the roles under it.
const SECURITY: [&str; 4] = ["security_manager", "security_adviser", "security_expert", "focal_point"];
const OPERATIONAL: [&str; 4] = ["operational_manager", "operational_planner", "head_of_office", "head_of_agency"];

pub(super) fn assessments(scope: &Scope<'_>, catalogs: &Catalogs, guidelines: &Guidelines) -> Vec<Lacking> {
    let useful = recommended(scope);
    let in_force = scope
        .records::<Assessment>()
        .filter(|(_, found)| scope.past(found.concluded.as_ref()) && !scope.over(found.until.as_ref()));
    let one = |(row, found): (RowId, Assessment)| {
        let led_by = |roles: &[&str]| scope.referred(row, Relation::LedBy).any(|post| is(scope, catalogs, post, roles));
        let words = [
            (!led_by(&SECURITY), "security_manager"),
            (!led_by(&OPERATIONAL), "operational_manager"),
            (found.risk_factors.is_empty(), "risk_factors"),
            (!useful.contains(&row), "recommendation"),
            (found.within_programme != Some(true), "programme"),
            (!guidelines.has(found.follows.as_deref()), "guideline"),
        ];
        lacking(scope, row, &words)
    };
    in_force.filter_map(one).collect()
}

/// Whether the role of a post is one of these, or stands under it.
pub(super) fn is(scope: &Scope<'_>, catalogs: &Catalogs, post: RowId, roles: &[&str]) -> bool {
    let role = scope.register.typed::<Post>(post).and_then(|post| post.role);
    role.is_some_and(|role| catalogs.broader("posts.role", &role).any(|term| roles.contains(&term)))
}

/// The records from which a recommendation arises that says to a post of the field by which way it works.
fn recommended(scope: &Scope<'_>) -> HashSet<RowId> {
    let mut useful = HashSet::new();
    for (row, found) in scope.records::<Recommendation>() {
        let is_for_the_field = matches!(found.level.as_deref(), Some("local" | "regional"));
        if is_for_the_field && found.route.is_some() && scope.referred(row, Relation::ByPost).next().is_some() {
            useful.extend(scope.referred(row, Relation::ArisesFrom));
        }
    }
    useful
}
