//! Preparedness: posts and training, which plans were exercised, what cores lack, who looks back.

use super::integration::Lacking;
use super::posts::{Answered, Posts, holders, posts};
use super::scope::Scope;
use super::training::{Topic, trainings};
use crate::catalog::{Catalogs, FUNCTIONS, SECTORS};
use crate::document::RowId;
use crate::model::{Body, Contingency, Drill, Evaluation, Post, Relation};
use crate::value::Date;
use std::collections::{BTreeMap, HashMap};

/// How prepared the offices are.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Preparedness {
    /// The posts, by how they are held.
    pub posts: Posts,
    /// The sectors and core functions, each with the posts that answer for it and are held.
    pub answered: Vec<Answered>,
    /// Posts that lack a training: `technique` for every post, `management` for those that answer for a sector or a core
    /// function; and the topics of these tracks that nobody taught them.
    pub untrained: Vec<Lacking>,
    /// How many more there are.
    pub untrained_more: u64,
    /// Every topic of the two tracks, with how many posts and people were taught it.
    pub topics: Vec<Topic>,
    /// Trainings whose curriculum no independent body has certified up to the day.
    pub uncertified: Vec<String>,
    /// How many more there are.
    pub uncertified_more: u64,
    /// The plans, with their last exercise.
    pub drills: Vec<Drilled>,
    /// The cores of agencies, with what they lack.
    pub cores: Vec<Lacking>,
    /// What was looked back at, by each agency: its sectors and core functions.
    pub evaluations: Vec<LookedBack>,
}

/// A plan and its last exercise.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Drilled {
    /// The plan.
    pub contingency: String,
    /// When it was exercised or tested last; absent: never, as far as anyone wrote.
    pub last: Option<String>,
    /// How many people took part in that exercise, at least; absent: that is not known.
    pub people: Option<u64>,
}

/// When an agency looked back at a sector or a core function.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct LookedBack {
    /// The agency.
    pub agency: String,
    /// The sector or core function.
    pub name: String,
    /// When last; absent: never.
    pub last: Option<String>,
    /// Whether one is overdue.
    pub overdue: bool,
}

/// A date as it sorts, and its text.
pub(super) type Last = Option<(i64, String)>;

pub(super) fn latest(known: &mut Last, date: Option<&Date>) {
    let date = date.map(|date| (date.span().last, date.to_string()));
    if date > *known {
        *known = date;
    }
}

/// Linear in the posts, bodies, trainings, contingencies, drills and evaluations.
pub(super) fn preparedness(scope: &Scope<'_>, catalogs: &Catalogs) -> Preparedness {
    let mut found = Preparedness::default();
    let posts = posts(scope, &mut found);
    trainings(scope, catalogs, &posts, &mut found);
    found.drills = drills(scope);
    found.cores = cores(scope);
    found.evaluations = evaluations(scope, catalogs);
    found
}

fn drills(scope: &Scope<'_>) -> Vec<Drilled> {
    let mut last: HashMap<RowId, (Option<Date>, Option<u64>)> = HashMap::new();
    let ends = |date: &Option<Date>| date.as_ref().map(|date| date.span().last);
    for (row, drill) in scope.records::<Drill>().filter(|(_, drill)| scope.past(drill.date.as_ref())) {
        for plan in scope.referred(row, Relation::Exercises) {
            let (known, people) = last.entry(plan).or_default();
            if ends(&drill.date) > ends(known) {
                known.clone_from(&drill.date);
                *people = at_least(&drill);
            }
        }
    }
    let plans =
        scope.records::<Contingency>().filter(|(_, plan)| scope.valid(plan.since.as_ref(), plan.until.as_ref()));
    let one = |(row, plan): (RowId, Contingency)| {
        let (mut known, mut people) = last.remove(&row).unwrap_or_default();
        // Of a month in which a drill lies `tested` says nothing more than the drill.
        let is_later = |tested: &Date| known.as_ref().is_none_or(|known| known.is_certainly_before(tested));
        if let Some(tested) = plan.tested.filter(|tested| scope.past(Some(tested)) && is_later(tested)) {
            (known, people) = (Some(tested), None);
        }
        Drilled { contingency: scope.id(row), last: known.map(|date| date.to_string()), people }
    };
    plans.map(one).collect()
}

/// How many took part, at least; none: nobody has counted.
fn at_least(drill: &Drill) -> Option<u64> {
    let counts = drill.people.iter().filter_map(|people| people.count);
    counts.map(|count| count.low).reduce(u64::saturating_add)
}

/// Each agency has one core, in which military or police, and humanitarian or development backgrounds come together.
fn cores(scope: &Scope<'_>) -> Vec<Lacking> {
    let mut cores: BTreeMap<RowId, Vec<RowId>> = BTreeMap::new();
    for (row, body) in scope.records::<Body>() {
        let holds = scope.valid(body.since.as_ref(), body.until.as_ref());
        if let Some(unit) = scope.unit(row).filter(|_| holds && body.kind.as_deref() == Some("core")) {
            cores.entry(unit.agency).or_default().push(row);
        }
    }
    let one = |agency: &RowId| {
        let own = cores.get(agency).map(Vec::as_slice).unwrap_or_default();
        let mut lacks = Vec::new();
        match own {
            [] => lacks.push("core".to_owned()),
            [core] => lacks.extend(backgrounds(scope, *core)),
            _ => lacks.push("one_core".to_owned()),
        }
        (!lacks.is_empty()).then(|| Lacking { id: scope.id(*agency), lacks })
    };
    scope.agencies.iter().filter_map(one).collect()
}

/// The backgrounds that a core lacks, or its members.
fn backgrounds(scope: &Scope<'_>, core: RowId) -> Vec<String> {
    let members: Vec<Post> =
        scope.referred(core, Relation::HasMember).filter_map(|post| scope.register.typed(post)).collect();
    if members.is_empty() {
        return vec!["members".to_owned()];
    }
    let has = |wanted: &[&str]| {
        let mut held = members.iter().flat_map(|post| holders(scope, post));
        held.any(|held| held.background.iter().any(|background| wanted.contains(&background.as_str())))
    };
    let groups: [(&[&str], &str); 2] = [
        (&["military", "police"], "military_or_police"),
        (&["humanitarian", "development"], "humanitarian_or_development"),
    ];
    groups.into_iter().filter(|(wanted, _)| !has(wanted)).map(|(_, word)| word.to_owned()).collect()
}

fn evaluations(scope: &Scope<'_>, catalogs: &Catalogs) -> Vec<LookedBack> {
    let mut last: BTreeMap<(RowId, &'static str), (Last, bool)> = BTreeMap::new();
    for (row, found) in scope.records::<Evaluation>() {
        let Some(unit) = scope.unit(row) else { continue };
        // A term of the agency's own stands for the one under which it stands.
        let terms = [("evaluations.sector", &found.sector), ("evaluations.function", &found.function)];
        let terms = terms.iter().filter_map(|(field, word)| Some((field, word.as_deref()?)));
        let of: Vec<&str> = terms.flat_map(|(field, word)| catalogs.broader(field, word)).collect();
        let names = SECTORS.iter().chain(&FUNCTIONS).filter(|name| of.contains(name));
        for name in names {
            let (known, overdue) = last.entry((unit.agency, name)).or_default();
            if scope.past(found.date.as_ref()) {
                latest(known, found.date.as_ref());
            } else {
                *overdue |= scope.over(found.due.as_ref());
            }
        }
    }
    let mut all = Vec::new();
    for agency in &scope.agencies {
        for name in SECTORS.iter().chain(&FUNCTIONS) {
            let (known, overdue) = last.remove(&(*agency, *name)).unwrap_or_default();
            let last = known.map(|(_, text)| text);
            all.push(LookedBack { agency: scope.id(*agency), name: (*name).to_owned(), last, overdue });
        }
    }
    all
}
