//! Preparedness: posts and who holds them, who is trained in what, which plans were exercised, who looks back.

use super::flows::SECTORS;
use super::integration::Lacking;
use super::scope::{Scope, told};
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Body, Contingency, Drill, Evaluation, Post, Relation, Training};
use crate::value::{Date, Holding};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The core functions.
pub(super) const FUNCTIONS: [&str; 3] = ["policy", "training", "evaluation"];

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

/// How posts are held on the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Posts {
    /// All posts that hold on the day.
    pub posts: u64,
    /// Held.
    pub held: u64,
    /// Held ad interim alone.
    pub acting: u64,
    /// Vacant.
    pub vacant: u64,
    /// Nobody has said.
    pub not_known: u64,
    /// Without a deputy.
    pub without_deputy: u64,
    /// Posts that are held by national staff.
    pub national: u64,
}

/// Who answers for a sector or a core function.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Answered {
    /// The sector or core function.
    pub name: String,
    /// The posts; none: nobody answers for it.
    pub posts: Vec<String>,
}

/// A topic of training.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Topic {
    /// The track: `technique` or `management`.
    pub track: String,
    /// The topic.
    pub topic: String,
    /// How many posts were taught it, by trainings that hold on the day.
    pub posts: u64,
    /// How many other people, at least.
    pub people: u64,
}

/// A plan and its last exercise.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Drilled {
    /// The plan.
    pub contingency: String,
    /// When it was exercised or tested last; absent: never, as far as anyone wrote.
    pub last: Option<String>,
    /// How many people took part in that exercise, at least.
    pub people: u64,
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
type Last = Option<(i64, String)>;

fn latest(known: &mut Last, date: Option<&Date>) -> bool {
    let date = date.map(|date| (date.span().last, date.to_string()));
    let is_later = date > *known;
    if is_later {
        *known = date;
    }
    is_later
}

/// Linear in the posts, bodies, trainings, contingencies, drills and evaluations.
pub(super) fn preparedness(scope: &Scope<'_>, catalogs: &Catalogs) -> Preparedness {
    let mut found = Preparedness::default();
    let posts = posts(scope, &mut found);
    trainings(scope, catalogs, &posts, &mut found);
    found.drills = drills(scope);
    found.cores = cores(scope);
    found.evaluations = evaluations(scope);
    found
}

/// How a post is held on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    Held,
    Acting,
    Vacant,
    NotKnown,
}

/// Whether someone holds the post on the day.
pub(super) fn held(scope: &Scope<'_>, post: &Post) -> Held {
    let mut now = holders(scope, post).peekable();
    if post.held.is_empty() {
        Held::NotKnown
    } else if now.peek().is_none() {
        Held::Vacant
    } else if now.all(|held| held.acting == Some(true)) {
        Held::Acting
    } else {
        Held::Held
    }
}

/// Those who hold the post on the day.
pub(super) fn holders<'p>(scope: &'p Scope<'_>, post: &'p Post) -> impl Iterator<Item = &'p Holding> {
    post.held.iter().filter(|held| scope.valid(held.since.as_ref(), held.until.as_ref()))
}

fn posts(scope: &Scope<'_>, found: &mut Preparedness) -> Vec<(RowId, Post)> {
    let all: Vec<(RowId, Post)> =
        scope.records::<Post>().filter(|(_, post)| scope.valid(post.since.as_ref(), post.until.as_ref())).collect();
    let mut answered: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (row, post) in &all {
        let state = held(scope, post);
        let tally = &mut found.posts;
        tally.posts += 1;
        *match state {
            Held::Held => &mut tally.held,
            Held::Acting => &mut tally.acting,
            Held::Vacant => &mut tally.vacant,
            Held::NotKnown => &mut tally.not_known,
        } += 1;
        tally.without_deputy += u64::from(scope.referred(*row, Relation::DeputisedBy).next().is_none());
        tally.national += u64::from(holders(scope, post).any(|held| held.staff.as_deref() == Some("national")));
        if matches!(state, Held::Held | Held::Acting) {
            for sector in &post.sectors {
                answered.entry(sector).or_default().push(scope.id(*row));
            }
        }
    }
    let names = SECTORS.iter().chain(&FUNCTIONS);
    let posts = |name: &str| answered.get(name).cloned().unwrap_or_default();
    found.answered = names.map(|name| Answered { name: (*name).to_owned(), posts: posts(name) }).collect();
    all
}

fn trainings(scope: &Scope<'_>, catalogs: &Catalogs, posts: &[(RowId, Post)], found: &mut Preparedness) {
    const TRACKS: [&str; 2] = ["technique", "management"];
    let topics = TRACKS.map(|track| catalogs.narrower("trainings.topics", track));
    let mut taught: HashMap<RowId, BTreeSet<String>> = HashMap::new();
    let mut people: BTreeMap<String, u64> = BTreeMap::new();
    let mut uncertified = Vec::new();
    for (row, training) in scope.records::<Training>() {
        if !scope.past(training.date.as_ref()) || scope.over(training.until.as_ref()) {
            continue;
        }
        let independent = scope
            .referred(row, Relation::CertifiedBy)
            .any(|body| scope.register.typed::<Body>(body).is_some_and(|body| body.independent == Some(true)));
        if !independent || scope.over(training.certified_until.as_ref()) {
            uncertified.push(scope.id(row));
        }
        let words: Vec<String> = training.topics.iter().chain(training.track.as_ref()).cloned().collect();
        for post in scope.referred(row, Relation::Trains) {
            taught.entry(post).or_default().extend(words.iter().cloned());
        }
        let count: u64 = training.people.iter().filter_map(|people| people.count).map(|count| count.low).sum();
        for topic in &training.topics {
            *people.entry(topic.clone()).or_default() += count;
        }
    }
    for (track, topics) in TRACKS.iter().zip(&topics) {
        for topic in topics {
            let posts = taught.values().filter(|words| words.contains(topic)).count() as u64;
            let people = people.get(topic).copied().unwrap_or_default();
            found.topics.push(Topic { track: (*track).to_owned(), topic: topic.clone(), posts, people });
        }
    }
    let none = BTreeSet::new();
    let lacking = posts.iter().filter_map(|(row, post)| {
        let words = taught.get(row).unwrap_or(&none);
        let tracks = if post.sectors.is_empty() { 1 } else { 2 };
        let wanted = TRACKS.iter().zip(&topics).take(tracks).flat_map(|(track, topics)| {
            // Who was taught nothing of a track lacks the track; else what is missing of it.
            let none_of_it = !topics.iter().any(|topic| words.contains(topic));
            let whole = none_of_it && !words.contains(*track);
            let parts = topics.iter().filter(move |_| !none_of_it).filter(|topic| !words.contains(*topic)).cloned();
            whole.then(|| (*track).to_owned()).into_iter().chain(parts)
        });
        let lacks: Vec<String> = wanted.collect();
        (!lacks.is_empty()).then(|| Lacking { id: scope.id(*row), lacks })
    });
    (found.untrained, found.untrained_more) = told(lacking.collect());
    (found.uncertified, found.uncertified_more) = told(uncertified);
}

fn drills(scope: &Scope<'_>) -> Vec<Drilled> {
    let mut last: HashMap<RowId, (Last, u64)> = HashMap::new();
    for (row, drill) in scope.records::<Drill>().filter(|(_, drill)| scope.past(drill.date.as_ref())) {
        for plan in scope.referred(row, Relation::Exercises) {
            let (known, people) = last.entry(plan).or_default();
            if latest(known, drill.date.as_ref()) {
                *people = drill.people.iter().filter_map(|people| people.count).map(|count| count.low).sum();
            }
        }
    }
    let plans =
        scope.records::<Contingency>().filter(|(_, plan)| scope.valid(plan.since.as_ref(), plan.until.as_ref()));
    let one = |(row, plan): (RowId, Contingency)| {
        let (mut known, mut people) = last.remove(&row).unwrap_or_default();
        if scope.past(plan.tested.as_ref()) && latest(&mut known, plan.tested.as_ref()) {
            people = 0;
        }
        Drilled { contingency: scope.id(row), last: known.map(|(_, text)| text), people }
    };
    plans.map(one).collect()
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

fn evaluations(scope: &Scope<'_>) -> Vec<LookedBack> {
    let mut last: BTreeMap<(RowId, &'static str), (Last, bool)> = BTreeMap::new();
    for (row, found) in scope.records::<Evaluation>() {
        let Some(unit) = scope.unit(row) else { continue };
        let of = [found.sector.as_deref(), found.function.as_deref()];
        let names = SECTORS.iter().chain(&FUNCTIONS).filter(|name| of.contains(&Some(**name)));
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
