//! Posts: whether someone holds them, and for what they answer.

use super::preparedness::Preparedness;
use super::scope::Scope;
use crate::catalog::{FUNCTIONS, SECTORS};
use crate::document::RowId;
use crate::model::{Post, Relation};
use crate::value::Holding;
use std::collections::BTreeMap;

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
    /// Posts that are not at headquarters, and of which nobody has said to which post or body they answer.
    pub without_superior: u64,
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

/// How a post is held on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// Someone holds it in their own right.
    Regular,
    Acting,
    Vacant,
    NotKnown,
}

/// Whether someone holds the post on the day.
pub(super) fn holder(scope: &Scope<'_>, post: &Post) -> Holder {
    let mut now = holders(scope, post).peekable();
    if post.held.is_empty() {
        Holder::NotKnown
    } else if now.peek().is_none() {
        Holder::Vacant
    } else if now.all(|held| held.acting == Some(true)) {
        Holder::Acting
    } else {
        Holder::Regular
    }
}

/// Those who hold the post on the day.
pub(super) fn holders<'p>(scope: &'p Scope<'_>, post: &'p Post) -> impl Iterator<Item = &'p Holding> {
    post.held.iter().filter(|held| scope.valid(held.since.as_ref(), held.until.as_ref()))
}

/// The posts that hold on the day; how they are held, and who answers for what.
pub(super) fn posts(scope: &Scope<'_>, found: &mut Preparedness) -> Vec<(RowId, Post)> {
    let all: Vec<(RowId, Post)> =
        scope.records::<Post>().filter(|(_, post)| scope.valid(post.since.as_ref(), post.until.as_ref())).collect();
    let mut answered: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (row, post) in &all {
        let state = holder(scope, post);
        let tally = &mut found.posts;
        tally.posts += 1;
        *match state {
            Holder::Regular => &mut tally.held,
            Holder::Acting => &mut tally.acting,
            Holder::Vacant => &mut tally.vacant,
            Holder::NotKnown => &mut tally.not_known,
        } += 1;
        tally.without_deputy += u64::from(scope.referred(*row, Relation::DeputisedBy).next().is_none());
        let is_central = post.level.as_deref() == Some("headquarters");
        tally.without_superior += u64::from(!is_central && scope.referred(*row, Relation::AnswersTo).next().is_none());
        tally.national +=
            u64::from(holders(scope, post).any(|held| matches!(held.staff.as_deref(), Some("national" | "local"))));
        if matches!(state, Holder::Regular | Holder::Acting) {
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
