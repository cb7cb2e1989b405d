//! Training: which posts lack which, and which topics were taught.

use super::integration::Lacking;
use super::preparedness::Preparedness;
use super::scope::{Scope, told};
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Body, Kind, Post, Relation, Training};
use std::collections::{BTreeMap, BTreeSet, HashMap};

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

/// Which posts were taught what.
pub(super) fn trainings(scope: &Scope<'_>, catalogs: &Catalogs, posts: &[(RowId, Post)], found: &mut Preparedness) {
    const TRACKS: [&str; 2] = ["technique", "management"];
    let topics = TRACKS.map(|track| catalogs.narrower("trainings.topics", track));
    let mut taught: HashMap<RowId, BTreeSet<String>> = HashMap::new();
    let mut people: BTreeMap<String, u64> = BTreeMap::new();
    let mut uncertified = Vec::new();
    for row in scope.register.rows_of(Kind::Training) {
        let Some(training) = scope.register.typed::<Training>(row) else { continue };
        // What a post was taught it knows, wherever that was, and whoever gave it.
        let taught_here: Vec<RowId> = scope.referred(row, Relation::Trains).filter(|post| scope.has(*post)).collect();
        let is_near = scope.has(row);
        let counts = is_near || !taught_here.is_empty();
        if !counts || !scope.past(training.date.as_ref()) || scope.over(training.until.as_ref()) {
            continue;
        }
        let independent = scope
            .referred(row, Relation::CertifiedBy)
            .any(|body| scope.register.typed::<Body>(body).is_some_and(|body| body.independent == Some(true)));
        let is_own = is_near || scope.is_of_these(row);
        if is_own && (!independent || scope.over(training.certified_until.as_ref())) {
            uncertified.push(scope.id(row));
        }
        let words: Vec<String> = training.topics.iter().chain(training.track.as_ref()).cloned().collect();
        for post in taught_here {
            taught.entry(post).or_default().extend(words.iter().cloned());
        }
        let count: u64 = training
            .people
            .iter()
            .filter_map(|people| people.count)
            .map(|count| count.low)
            .fold(0, u64::saturating_add);
        for topic in training.topics.iter().filter(|_| is_near) {
            let people = people.entry(topic.clone()).or_default();
            *people = people.saturating_add(count);
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
