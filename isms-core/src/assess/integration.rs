//! Integration: on what measures rest, and whether what was learnt from incidents changed anything.

use super::scope::{Scope, told, untold};
use crate::document::RowId;
use crate::model::{Evaluation, Incident, Kind, Measure, Recommendation, Relation};
use crate::value::Lapse;
use std::collections::{HashMap, HashSet};

/// How the parts of the response hang together.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Integration {
    /// How many measures are in place.
    pub measures: u64,
    /// How many of them rest on an assessment, or on a recommendation of one.
    pub on_assessment: u64,
    /// How many should rest on an exchange too: those of protection, and those that are visible or touch the community.
    pub for_exchange: u64,
    /// How many of these do.
    pub on_exchange: u64,
    /// How many use what was there already.
    pub existing: u64,
    /// Measures in place that lack something.
    pub unfounded: Vec<Lacking>,
    /// How many more there are.
    pub unfounded_more: u64,
    /// How many incidents are over.
    pub incidents: u64,
    /// Of how many of them an evaluation was made.
    pub evaluated: u64,
    /// For how many it closed the loop: every recommendation is answered, and where something did not work a measure came of it.
    pub closed: u64,
    /// Incidents of which the loop is open.
    pub open: Vec<Lacking>,
    /// How many more there are.
    pub open_more: u64,
    /// What evaluations found not to have worked, the first hundred.
    pub lapses: Vec<FoundLapse>,
    /// How many more there are.
    pub lapses_more: u64,
}

impl Integration {
    /// The same counts; of the lists what may be told.
    pub(super) fn told(self, told: Self) -> Self {
        let (unfounded, unfounded_more) = untold((&self.unfounded, self.unfounded_more), told.unfounded);
        let (open, open_more) = untold((&self.open, self.open_more), told.open);
        let (lapses, lapses_more) = untold((&self.lapses, self.lapses_more), told.lapses);
        Self { unfounded, unfounded_more, open, open_more, lapses, lapses_more, ..self }
    }
}

/// What an evaluation found not to have worked.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FoundLapse {
    /// The evaluation.
    pub evaluation: String,
    /// What did not work.
    pub text: Option<String>,
    /// In which sector, a term.
    pub sector: Option<String>,
    /// The requirement that was not kept, as `catalogue:name`.
    pub requirement: Option<String>,
    /// The measure in which it lies.
    pub measure: Option<String>,
    /// A measure came of the evaluation.
    pub mended: bool,
}

/// A record, and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Lacking {
    /// The record.
    pub id: String,
    /// What it lacks, each a word that the documentation of the question tells.
    pub lacks: Vec<String>,
}

/// Linear in the measures, incidents, evaluations and recommendations.
pub(super) fn integration(scope: &Scope<'_>) -> Integration {
    let mut found = Integration::default();
    let learnt = Learnt::read(scope);
    let mut unfounded = Vec::new();
    for (row, measure) in scope.records::<Measure>() {
        if is_in_place(scope, &measure) {
            unfounded.extend(one_measure(scope, row, &measure, &learnt, &mut found));
        }
    }
    (found.unfounded, found.unfounded_more) = told(unfounded);
    loops(scope, &learnt, &mut found);
    (found.lapses, found.lapses_more) = told(learnt.lapses);
    found
}

/// Whether a measure works on the day.
pub(super) fn is_in_place(scope: &Scope<'_>, measure: &Measure) -> bool {
    measure.status.as_deref() == Some("in_place") && scope.valid(measure.since.as_ref(), measure.until.as_ref())
}

fn one_measure(
    scope: &Scope<'_>,
    row: RowId,
    measure: &Measure,
    learnt: &Learnt,
    found: &mut Integration,
) -> Option<Lacking> {
    let basis: Vec<RowId> = scope.referred(row, Relation::RestsOn).collect();
    let is = |row: &RowId, kind: Kind| scope.kind(*row) == Some(kind);
    let assessed = basis.iter().any(|row| {
        let recommended = is(row, Kind::Recommendation)
            && scope.referred(*row, Relation::ArisesFrom).any(|from| is(&from, Kind::Assessment));
        is(row, Kind::Assessment) || recommended
    });
    let exchanged = basis.iter().any(|row| is(row, Kind::Exchange));
    let is_seen = measure.visible == Some(true) || measure.touches_community == Some(true);
    let for_exchange = is_seen || measure.sector.as_deref() == Some("protection");
    found.measures += 1;
    found.on_assessment += u64::from(assessed);
    found.for_exchange += u64::from(for_exchange);
    found.on_exchange += u64::from(for_exchange && exchanged);
    found.existing += u64::from(measure.existing == Some(true));
    let mut lacks = Vec::new();
    let mut lack = |is_lacking: bool, word: &str| {
        if is_lacking {
            lacks.push(word.to_owned());
        }
    };
    lack(!assessed, "assessment");
    lack(for_exchange && !exchanged, "exchange");
    lack(measure.against_norm.as_deref() == Some("beyond") && !exchanged, "explanation");
    lack(measure.against_norm.as_deref() == Some("equal") && !assessed, "own_need");
    let is_foreign = measure.provided_by.as_deref().is_some_and(|by| by != "own");
    let prices = [&measure.costs_neutrality, &measure.costs_control, &measure.costs_access];
    lack(is_foreign && prices.iter().any(|price| price.is_none()), "price");
    let by_headquarters = scope.referred(row, Relation::ByPost).any(|post| is_central(scope, post));
    lack(measure.implemented_by.is_none(), "implementer");
    lack(by_headquarters, "field_implementer");
    lack(measure.sector.is_none(), "sector");
    lack(learnt.lapsed.contains(&row), "mending");
    (!lacks.is_empty()).then(|| Lacking { id: scope.id(row), lacks })
}

fn is_central(scope: &Scope<'_>, post: RowId) -> bool {
    let post = scope.register.typed::<crate::model::Post>(post);
    post.is_some_and(|post| post.level.as_deref() == Some("headquarters"))
}

/// What evaluations and incidents led to.
#[derive(Default)]
struct Learnt {
    /// The evaluations of each incident, and whether they found a lapse.
    evaluations: HashMap<RowId, Vec<(RowId, bool)>>,
    /// From which a measure came.
    fruitful: HashSet<RowId>,
    /// From which a recommendation came that nobody answered.
    unanswered: HashSet<RowId>,
    /// From which a recommendation came that was accepted, and is overdue.
    overdue: HashSet<RowId>,
    /// Measures in which an evaluation found a lapse, and no measure came of it.
    lapsed: HashSet<RowId>,
    lapses: Vec<FoundLapse>,
}

impl Learnt {
    fn read(scope: &Scope<'_>) -> Self {
        let mut learnt = Self::default();
        for (row, _) in scope.records::<Measure>() {
            learnt.fruitful.extend(scope.referred(row, Relation::RestsOn));
        }
        learnt.read_recommendations(scope);
        for (row, evaluation) in scope.records::<Evaluation>().filter(|(_, found)| scope.past(found.date.as_ref())) {
            for incident in scope.referred(row, Relation::About) {
                learnt.evaluations.entry(incident).or_default().push((row, !evaluation.lapses.is_empty()));
            }
            let mended = learnt.fruitful.contains(&row);
            if !mended {
                learnt.lapsed.extend(scope.referred(row, Relation::LiesIn));
            }
            let one = |Lapse { text, sector, requirement, measure }| {
                let evaluation = scope.id(row);
                FoundLapse { evaluation, text, sector, requirement, measure, mended }
            };
            learnt.lapses.extend(evaluation.lapses.into_iter().map(one));
        }
        learnt
    }

    fn read_recommendations(&mut self, scope: &Scope<'_>) {
        for (row, recommendation) in scope.records::<Recommendation>() {
            let became = scope.referred(row, Relation::Became).next().is_some();
            let is_fruitful = became || self.fruitful.contains(&row);
            let is_answered =
                recommendation.accepted.is_some_and(|accepted| accepted || recommendation.reason.is_some());
            let is_overdue = recommendation.accepted == Some(true) && scope.over(recommendation.due.as_ref());
            for from in scope.referred(row, Relation::ArisesFrom) {
                if is_fruitful {
                    self.fruitful.insert(from);
                } else if !is_answered {
                    self.unanswered.insert(from);
                } else if is_overdue {
                    self.overdue.insert(from);
                }
            }
        }
    }
}

/// Which incidents were learnt from.
fn loops(scope: &Scope<'_>, learnt: &Learnt, found: &mut Integration) {
    let mut open = Vec::new();
    for (row, incident) in scope.records::<Incident>() {
        // Most incidents are over when they happen, and nobody writes an end of them; what goes on is `open`.
        let end = incident.ended.as_ref().or(incident.date.as_ref());
        let is_over = scope.past(end) || scope.past(incident.closed.as_ref());
        if !is_over || incident.open == Some(true) {
            continue;
        }
        found.incidents += 1;
        let made = learnt.evaluations.get(&row);
        found.evaluated += u64::from(made.is_some());
        let parts = || made.into_iter().flatten().map(|(evaluation, _)| *evaluation).chain([row]);
        let lapsed = made.into_iter().flatten().any(|(_, lapsed)| *lapsed);
        let mut lacks = Vec::new();
        if made.is_none() {
            lacks.push("evaluation".to_owned());
        }
        if parts().any(|part| learnt.unanswered.contains(&part)) {
            lacks.push("answer".to_owned());
        }
        let has_more = |part: RowId| learnt.fruitful.contains(&part) || learnt.unanswered.contains(&part);
        let is_fruitless = lapsed && !parts().any(has_more);
        if is_fruitless || parts().any(|part| learnt.overdue.contains(&part)) {
            lacks.push("measure".to_owned());
        }
        if lacks.is_empty() {
            found.closed += 1;
        } else {
            open.push(Lacking { id: scope.id(row), lacks });
        }
    }
    (found.open, found.open_more) = told(open);
}
