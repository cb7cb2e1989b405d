//! Governance: in the UN security management system, who decides in an area, who advises, and who is missing.

use super::offices::Unit;
use super::places::outward;
use super::preparedness::{Held, held, holders};
use super::scope::Scope;
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Body, Decision, Post, Relation};
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
    let advised = by_advisers(scope, catalogs);
    let one = |(place, agencies): (Option<RowId>, BTreeSet<RowId>)| {
        let posts = place.and_then(|place| officials.get(&place)).map(Vec::as_slice).unwrap_or_default();
        area(scope, place, posts, &teams, &agencies, &advised)
    };
    areas.into_iter().map(one).collect()
}

/// The posts of designated officials that hold on the day, by area. They may be those of any agency.
fn officials(scope: &Scope<'_>) -> BTreeMap<RowId, Vec<(RowId, Post)>> {
    let mut found: BTreeMap<RowId, Vec<(RowId, Post)>> = BTreeMap::new();
    for row in scope.register.rows_of(crate::model::Kind::Post) {
        let Some(post) = scope.register.typed::<Post>(row) else { continue };
        let holds = scope.valid(post.since.as_ref(), post.until.as_ref());
        if post.role.as_deref() == Some("designated_official") && holds {
            if let Some(place) = scope.register.first_referred(row, Relation::AtPlace) {
                found.entry(place).or_default().push((row, post));
            }
        }
    }
    found
}

fn teams(scope: &Scope<'_>) -> Vec<(RowId, Body)> {
    let rows = scope.register.rows_of(crate::model::Kind::Body);
    let bodies = rows.filter_map(|row| Some((row, scope.register.typed::<Body>(row)?)));
    let is_team = |body: &Body| {
        body.kind.as_deref() == Some("security_management_team")
            && scope.valid(body.since.as_ref(), body.until.as_ref())
    };
    bodies.filter(|(_, body)| is_team(body)).collect()
}

/// Decisions that hold on the day and that the post of an adviser took, with their places.
fn by_advisers(scope: &Scope<'_>, catalogs: &Catalogs) -> Vec<(RowId, Option<RowId>)> {
    let is_adviser = |post: RowId| {
        let role = scope.register.typed::<Post>(post).and_then(|post| post.role);
        role.is_some_and(|role| catalogs.broader("posts.role", &role).any(|term| term == ADVISER))
    };
    let decisions = scope.records::<Decision>();
    let taken = decisions.filter(|(row, decision)| {
        scope.valid(decision.since.as_ref(), decision.until.as_ref())
            && scope.referred(*row, Relation::ByPost).any(is_adviser)
    });
    taken.map(|(row, _)| (row, scope.register.first_referred(row, Relation::AtPlace))).collect()
}

fn area(
    scope: &Scope<'_>,
    place: Option<RowId>,
    posts: &[(RowId, Post)],
    teams: &[(RowId, Body)],
    agencies: &BTreeSet<RowId>,
    advised: &[(RowId, Option<RowId>)],
) -> Area {
    let here = |at: Option<RowId>| match (place, at) {
        (Some(place), Some(at)) => outward(scope.register, at).contains(&place),
        _ => false,
    };
    let own: Vec<&(RowId, Body)> = teams
        .iter()
        .filter(|(row, _)| scope.register.first_referred(*row, Relation::AtPlace) == place && place.is_some())
        .collect();
    // The agencies in the team by themselves, by their posts in it, and by its chair.
    let mut members: BTreeSet<RowId> = BTreeSet::new();
    for (row, _) in &own {
        members.extend(scope.referred(*row, Relation::OfAgency));
        let posts = scope.referred(*row, Relation::HasMember).chain(scope.referred(*row, Relation::ChairedBy));
        members.extend(posts.filter_map(|post| scope.register.first_referred(post, Relation::OfAgency)));
    }
    let missing: Vec<RowId> = agencies.iter().copied().filter(|agency| !members.contains(agency)).collect();
    let official = posts.first();
    let state = official.map(|(_, post)| held(scope, post));
    let chairs = official.is_some_and(|(official, _)| {
        own.iter().any(|(row, _)| scope.referred(*row, Relation::ChairedBy).any(|chair| chair == *official))
    });
    let has_deputy = official.is_some_and(|(row, _)| scope.referred(*row, Relation::DeputisedBy).next().is_some());
    let faults = [
        (posts.is_empty(), "no_designated_official"),
        (posts.len() > 1, "several_designated_officials"),
        (state == Some(Held::Vacant), "vacant"),
        (state == Some(Held::NotKnown), "holder_not_known"),
        (official.is_some() && !has_deputy, "no_deputy"),
        (own.is_empty(), "no_team"),
        (own.len() > 1, "several_teams"),
        (!own.is_empty() && official.is_some() && !chairs, "official_does_not_chair"),
        (!own.is_empty() && !missing.is_empty(), "team_incomplete"),
    ];
    let by_adviser: Vec<String> = advised.iter().filter(|(_, at)| here(*at)).map(|(row, _)| scope.id(*row)).collect();
    Area {
        place: place.map(|place| scope.id(place)),
        officials: posts.iter().map(|(row, _)| scope.id(*row)).collect(),
        held: state.map(|state| word(state).to_owned()),
        resident: official.and_then(|(_, post)| holders(scope, post).find_map(|held| held.resident)),
        teams: own.iter().map(|(row, _)| scope.id(*row)).collect(),
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

fn word(held: Held) -> &'static str {
    match held {
        Held::Held => "held",
        Held::Acting => "acting",
        Held::Vacant => "vacant",
        Held::NotKnown => "not_known",
    }
}
