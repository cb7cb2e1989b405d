//! Posture: on which school an office's security rests, by its strategy and by what is done.

use super::integration::is_in_place;
use super::near::Near;
use super::offices::Unit;
use super::places::outward;
use super::scope::Scope;
use crate::document::RowId;
use crate::model::{Evaluation, Measure, Post, Relation, Strategy};
use std::collections::{HashMap, HashSet};

/// On which school an office's security rests.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Posture {
    /// The agency.
    pub agency: String,
    /// The place.
    pub place: String,
    /// `integrated`, `mix` (both schools, without a strategy that joins them), `system_based`, `community_based`, or `none`
    /// (no measure in place says which school it comes from).
    pub posture: String,
    /// The strategy that holds there; absent: none is written.
    pub strategy: Option<String>,
    /// What that strategy says security rests on: acceptance, protection, deterrence.
    pub rests_on: Vec<String>,
    /// How many measures in place come from the system-based school.
    pub system: u64,
    /// How many from the community-based one.
    pub community: u64,
    /// Why it is not integrated, or what the strategy lacks, each a word that the documentation of the question tells.
    pub reasons: Vec<String>,
}

/// What stands in the way of an integrated strategy; other reasons are gaps of it.
const BLOCKING: [&str; 8] = [
    "no_strategy",
    "no_system_element",
    "no_community_element",
    "system_not_done",
    "community_not_done",
    "no_owner",
    "no_review",
    "review_overdue",
];

/// How many measures in place come from the system-based school, and how many from the community-based one.
type Schools = (u64, u64);

/// What is done, by agency and place.
fn done(scope: &Scope<'_>) -> Near<Schools> {
    let mut done: Near<Schools> = Near::default();
    for (row, measure) in scope.records::<Measure>().filter(|(_, measure)| is_in_place(scope, measure)) {
        let approach = measure.approach.as_deref();
        let system = u64::from(matches!(approach, Some("system" | "both")));
        let community = u64::from(matches!(approach, Some("community" | "both")));
        done.add(scope.register, row, |schools| *schools = (schools.0 + system, schools.1 + community));
    }
    done
}

/// Linear in the strategies, measures and the depth of their places, and offices times the strategies of their agency.
pub(super) fn postures(scope: &Scope<'_>, offices: &[Unit]) -> Vec<Posture> {
    let done = done(scope);
    let mut strategies: HashMap<Unit, Vec<(RowId, Strategy)>> = HashMap::new();
    let mut revised = HashSet::new();
    for (row, strategy) in scope.records::<Strategy>() {
        if scope.valid(strategy.since.as_ref(), strategy.until.as_ref()) {
            revised.extend(scope.referred(row, Relation::Revises));
            if let Some(unit) = scope.unit(row) {
                strategies.entry(unit).or_default().push((row, strategy));
            }
        }
    }
    let evaluated: HashSet<RowId> = scope
        .records::<Evaluation>()
        .filter(|(_, found)| scope.past(found.date.as_ref()))
        .flat_map(|(row, _)| scope.referred(row, Relation::Evaluates).collect::<Vec<_>>())
        .collect();
    strategies.values_mut().for_each(|own| own.retain(|(row, _)| !revised.contains(row)));
    offices.iter().filter_map(|unit| posture(scope, *unit, &strategies, &evaluated, &done)).collect()
}

fn posture(
    scope: &Scope<'_>,
    unit: Unit,
    strategies: &HashMap<Unit, Vec<(RowId, Strategy)>>,
    evaluated: &HashSet<RowId>,
    done: &Near<Schools>,
) -> Option<Posture> {
    let place = unit.place?;
    let around = outward(scope.register, place);
    // From the office outward, and then what holds for the agency everywhere.
    let units: Vec<Unit> =
        around.iter().map(|place| Some(*place)).chain([None]).map(|place| Unit { place, ..unit }).collect();
    let nearest = units.iter().find_map(|unit| strategies.get(unit)?.first());
    let near = done.near(scope.register, unit);
    let (system, community) = near.fold((0, 0), |sum, schools| (sum.0 + schools.0, sum.1 + schools.1));
    let reasons = match nearest {
        Some((row, strategy)) => reasons(scope, *row, strategy, (system, community), evaluated),
        None => vec!["no_strategy".to_owned()],
    };
    let is_blocked = reasons.iter().any(|reason| BLOCKING.contains(&reason.as_str()));
    let posture = match (system > 0, community > 0) {
        (true, true) if !is_blocked => "integrated",
        (true, true) => "mix",
        (true, false) => "system_based",
        (false, true) => "community_based",
        (false, false) => "none",
    };
    Some(Posture {
        agency: scope.id(unit.agency),
        place: scope.id(place),
        posture: posture.to_owned(),
        strategy: nearest.map(|(row, _)| scope.id(*row)),
        rests_on: nearest.map(|(_, strategy)| strategy.rests_on.clone()).unwrap_or_default(),
        system,
        community,
        reasons,
    })
}

fn reasons(
    scope: &Scope<'_>,
    row: RowId,
    strategy: &Strategy,
    (system, community): (u64, u64),
    evaluated: &HashSet<RowId>,
) -> Vec<String> {
    let owner = scope.referred(row, Relation::OwnedBy).find_map(|post| scope.register.typed::<Post>(post));
    let is_senior = owner.as_ref().is_some_and(|post| post.level.as_deref() == Some("headquarters"));
    let says = |level: &str| strategy.messages.iter().any(|message| message.level == level);
    let at = |step: &str| strategy.thresholds.iter().any(|threshold| threshold.step == step);
    let lacks = [
        (strategy.system.is_empty(), "no_system_element"),
        (strategy.community.is_empty(), "no_community_element"),
        (!strategy.system.is_empty() && system == 0, "system_not_done"),
        (!strategy.community.is_empty() && community == 0, "community_not_done"),
        (owner.is_none(), "no_owner"),
        (owner.is_some() && !is_senior, "owner_not_senior"),
        (strategy.review_due.is_none(), "no_review"),
        (scope.over(strategy.review_due.as_ref()), "review_overdue"),
        (!says("capital"), "no_message_capital"),
        (!says("field"), "no_message_field"),
        (!at("reduce"), "no_threshold_reduce"),
        (!at("leave"), "no_threshold_leave"),
        (!at("return"), "no_threshold_return"),
        (strategy.acceptable_risk.is_none(), "no_acceptable_risk"),
        (!evaluated.contains(&row), "not_evaluated"),
    ];
    lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, word)| word.to_owned()).collect()
}
