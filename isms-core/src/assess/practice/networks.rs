//! Networks: both levels in them, and all who belong there.

use super::agreements::adopters;
use super::lacking;
use crate::assess::integration::Lacking;
use crate::assess::scope::Scope;
use crate::assess::whole::UN_STANDARD;
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Body, Post, Relation};
use std::collections::HashSet;

/// The network of those who answer for the security of the organisations of the UN.
const OF_THE_UN: &str = "security_management_network";

pub(super) fn networks(scope: &Scope<'_>, catalogs: &Catalogs) -> Vec<Lacking> {
    let un_agencies: HashSet<RowId> =
        adopters(scope).into_iter().filter(|(_, standard)| standard == UN_STANDARD).map(|(agency, _)| agency).collect();
    let one = |(row, body): (RowId, Body)| {
        let holds = scope.valid(body.since.as_ref(), body.until.as_ref());
        let kind = body.kind.as_deref().filter(|_| holds)?;
        let is = |wanted: &str| catalogs.broader("bodies.kind", kind).any(|term| term == wanted);
        match (is(OF_THE_UN), is("network")) {
            (true, _) => of_the_un(scope, row, &un_agencies),
            (false, true) => network(scope, row),
            (false, false) => None,
        }
    };
    scope.records::<Body>().filter_map(one).collect()
}

fn members(scope: &Scope<'_>, row: RowId) -> Vec<(RowId, Post)> {
    let posts = scope.referred(row, Relation::HasMember).chain(scope.referred(row, Relation::ChairedBy));
    posts.filter_map(|post| Some((post, scope.register.typed(post)?))).collect()
}

/// Those who plan and manage come together in it, of headquarters and of the field.
fn network(scope: &Scope<'_>, row: RowId) -> Option<Lacking> {
    let members = members(scope, row);
    let at = |levels: &[&str]| {
        members.iter().any(|(_, post)| post.level.as_deref().is_some_and(|level| levels.contains(&level)))
    };
    lacking(scope, row, &[(!at(&["headquarters"]), "headquarters"), (!at(&["regional", "local"]), "field")])
}

/// All organisations of the system are in it, by those who answer for security at their headquarters.
fn of_the_un(scope: &Scope<'_>, row: RowId, organisations: &HashSet<RowId>) -> Option<Lacking> {
    let members = members(scope, row);
    let mut agencies: HashSet<RowId> = scope.referred(row, Relation::OfAgency).collect();
    agencies.extend(members.iter().filter_map(|(post, _)| scope.register.first_referred(*post, Relation::OfAgency)));
    let is_senior = |post: &Post| post.level.as_deref() == Some("headquarters") && !post.sectors.is_empty();
    let has = |relation: Relation| scope.referred(row, relation).next().is_some();
    let words = [
        (!has(Relation::ChairedBy), "chair"),
        (!has(Relation::AnswersTo), "parent"),
        (members.is_empty() || !members.iter().all(|(_, post)| is_senior(post)), "senior_members"),
        (!organisations.is_subset(&agencies), "agencies"),
    ];
    lacking(scope, row, &words)
}
