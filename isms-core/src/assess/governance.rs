//! Governance: in the UN security management system, who decides in an area, who advises, and who is missing.

use super::offices::Unit;
use super::places::outward;
use super::posts::{Holder, holder, holders};
use super::scope::Scope;
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Body, Decision, Kind, Post, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// A designated area.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Area {
    /// The place; absent: no designated official answers for these offices.
    pub place: Option<String>,
    /// The posts of designated official for it: one is right.
    pub officials: Vec<String>,
    /// How that post is held: `held`, `acting`, `vacant`, `not_known`. Ad interim is accepted.
    pub held: Option<String>,
    /// Whether the holder lives there; absent: nobody has said. Who lives elsewhere is accepted.
    pub resident: Option<bool>,
    /// The security management teams of the area: one is right.
    pub teams: Vec<String>,
    /// Agencies with an office in the area that are in none of these teams.
    pub missing: Vec<String>,
    /// What is not as it should be, each a word that the documentation of the question tells.
    pub faults: Vec<String>,
    /// Decisions on risk that an adviser took: advisers advise, and never accept.
    pub by_adviser: Vec<String>,
}

/// The roles of those who advise and never accept.
const ADVISER: &str = "security_adviser";

/// The areas of offices that adopted the UN standard. Linear in the posts, bodies and decisions.
pub(super) fn governance(scope: &Scope<'_>, catalogs: &Catalogs, offices: &[Unit]) -> Vec<Area> {
    if offices.is_empty() {
        return Vec::new();
    }
    let officials = officials(scope);
    let mut areas: BTreeMap<Option<RowId>, BTreeSet<RowId>> = BTreeMap::new();
    for unit in offices {
        let around = unit.place.map(|place| outward(scope.register, place)).unwrap_or_default();
        let area = around.into_iter().find(|place| officials.contains_key(place));
        areas.entry(area).or_default().insert(unit.agency);
    }
    let teams = teams(scope);
    let advised = by_advisers(scope, catalogs, &officials);
    let one = |(place, agencies): (Option<RowId>, BTreeSet<RowId>)| {
        let posts = place.and_then(|place| officials.get(&place)).map(Vec::as_slice).unwrap_or_default();
        let teams = place.and_then(|place| teams.get(&place)).map(Vec::as_slice).unwrap_or_default();
        area(scope, place, posts, teams, &agencies, advised.get(&place).cloned().unwrap_or_default())
    };
    areas.into_iter().map(one).collect()
}

/// The posts of designated officials that hold on the day, by area. They may be those of any agency.
fn officials(scope: &Scope<'_>) -> BTreeMap<RowId, Vec<(RowId, Post)>> {
    let mut found: BTreeMap<RowId, Vec<(RowId, Post)>> = BTreeMap::new();
    for row in scope.register.rows_of(Kind::Post) {
        let Some(post) = scope.register.typed::<Post>(row) else { continue };
        let holds = scope.valid(post.since.as_ref(), post.until.as_ref());
        if post.role.as_deref() == Some("designated_official")
            && holds
            && let Some(place) = scope.register.first_referred(row, Relation::AtPlace)
        {
            found.entry(place).or_default().push((row, post));
        }
    }
    found
}

/// The teams that hold on the day, by area.
fn teams(scope: &Scope<'_>) -> BTreeMap<RowId, Vec<RowId>> {
    let mut found: BTreeMap<RowId, Vec<RowId>> = BTreeMap::new();
    for row in scope.register.rows_of(Kind::Body) {
        let Some(body) = scope.register.typed::<Body>(row) else { continue };
        let holds = scope.valid(body.since.as_ref(), body.until.as_ref());
        if holds && body.kind.as_deref() == Some("security_management_team") {
            let place = scope.register.first_referred(row, Relation::AtPlace);
            place.into_iter().for_each(|place| found.entry(place).or_default().push(row));
        }
    }
    found
}

/// Decisions that hold on the day and that the post of an adviser took, by area.
fn by_advisers(
    scope: &Scope<'_>,
    catalogs: &Catalogs,
    officials: &BTreeMap<RowId, Vec<(RowId, Post)>>,
) -> BTreeMap<Option<RowId>, Vec<String>> {
    let is_adviser = |post: RowId| {
        let role = scope.register.typed::<Post>(post).and_then(|post| post.role);
        role.is_some_and(|role| catalogs.broader("posts.role", &role).any(|term| term == ADVISER))
    };
    let mut found: BTreeMap<Option<RowId>, Vec<String>> = BTreeMap::new();
    for (row, decision) in scope.records::<Decision>() {
        let holds = scope.valid(decision.since.as_ref(), decision.until.as_ref());
        if holds && scope.referred(row, Relation::ByPost).any(is_adviser) {
            let place = scope.register.first_referred(row, Relation::AtPlace);
            let around = place.map(|place| outward(scope.register, place)).unwrap_or_default();
            let area = around.into_iter().find(|place| officials.contains_key(place));
            found.entry(area).or_default().push(scope.id(row));
        }
    }
    found
}

fn area(
    scope: &Scope<'_>,
    place: Option<RowId>,
    posts: &[(RowId, Post)],
    own: &[RowId],
    agencies: &BTreeSet<RowId>,
    by_adviser: Vec<String>,
) -> Area {
    // The agencies in the team by themselves, by their posts in it, and by its chair.
    let mut members: BTreeSet<RowId> = BTreeSet::new();
    for row in own {
        members.extend(scope.referred(*row, Relation::OfAgency));
        let posts = scope.referred(*row, Relation::HasMember).chain(scope.referred(*row, Relation::ChairedBy));
        members.extend(posts.filter_map(|post| scope.register.first_referred(post, Relation::OfAgency)));
    }
    let missing: Vec<RowId> = agencies.iter().copied().filter(|agency| !members.contains(agency)).collect();
    let official = posts.first();
    let state = official.map(|(_, post)| holder(scope, post));
    let chairs = official.is_some_and(|(official, _)| {
        own.iter().any(|row| scope.referred(*row, Relation::ChairedBy).any(|chair| chair == *official))
    });
    let has_deputy = official.is_some_and(|(row, _)| scope.referred(*row, Relation::DeputisedBy).next().is_some());
    let faults = [
        (posts.is_empty(), "no_designated_official"),
        (posts.len() > 1, "several_designated_officials"),
        (state == Some(Holder::Vacant), "vacant"),
        (state == Some(Holder::NotKnown), "holder_not_known"),
        (official.is_some() && !has_deputy, "no_deputy"),
        (own.is_empty(), "no_team"),
        (own.len() > 1, "several_teams"),
        (!own.is_empty() && official.is_some() && !chairs, "official_does_not_chair"),
        (!own.is_empty() && !missing.is_empty(), "team_incomplete"),
    ];
    Area {
        place: place.map(|place| scope.id(place)),
        officials: posts.iter().map(|(row, _)| scope.id(*row)).collect(),
        held: state.map(|state| word(state).to_owned()),
        resident: official.and_then(|(_, post)| holders(scope, post).find_map(|held| held.resident)),
        teams: own.iter().map(|row| scope.id(*row)).collect(),
        missing: missing.into_iter().map(|agency| scope.id(agency)).collect(),
        faults: faults
            .into_iter()
            .chain([(!by_adviser.is_empty(), "adviser_decides")])
            .filter(|(is_so, _)| *is_so)
            .map(|(_, fault)| fault.to_owned())
            .collect(),
        by_adviser,
    }
}

fn word(holder: Holder) -> &'static str {
    match holder {
        Holder::Regular => "held",
        Holder::Acting => "acting",
        Holder::Vacant => "vacant",
        Holder::NotKnown => "not_known",
    }
}
