//! What becomes of the requirements of an edition in the next.

use crate::catalog::Catalog;
use std::collections::{HashMap, HashSet};

/// What becomes of a requirement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is the same, under this name.
    Kept(String),
    /// It has to do with these; and why it is not the same.
    Review(Vec<String>, &'static str),
    /// It is gone; and how.
    Lost(&'static str),
}

/// The fates of the requirements of the older edition, by name.
pub(super) struct Fates(HashMap<String, Fate>);

impl Fates {
    /// Linear in both editions.
    pub(super) fn of(older: &Catalog, newer: &Catalog) -> Self {
        let now: HashSet<&str> = newer.requirements().filter_map(|found| found.id.as_deref()).collect();
        let mut fates: HashMap<String, Fate> = HashMap::new();
        for id in older.requirements().filter_map(|found| found.id.as_deref()) {
            let fate = if now.contains(id) { Fate::Kept(id.to_owned()) } else { Fate::Lost("untold") };
            fates.insert(id.to_owned(), fate);
        }
        let changes = newer.replaces().into_iter().flat_map(|replaces| &replaces.changes);
        for change in changes {
            let there: Vec<String> = change.now.iter().filter(|id| now.contains(id.as_str())).cloned().collect();
            for was in &change.was {
                let fate = fate(change.how.as_deref().unwrap_or_default(), &change.was, &there);
                fates.insert(was.clone(), fate);
            }
        }
        Self(fates)
    }

    /// What becomes of a requirement.
    pub(super) fn fate(&self, id: &str) -> Fate {
        self.0.get(id).cloned().unwrap_or(Fate::Lost("unknown"))
    }
}

/// A change that does not say how it came is told from its numbers: one to one may be other words.
fn fate(how: &str, was: &[String], now: &[String]) -> Fate {
    match (how, was, now) {
        ("withdrawn", ..) | (_, _, []) => Fate::Lost("withdrawn"),
        ("moved", [_], [one]) => Fate::Kept(one.clone()),
        ("split", ..) => Fate::Review(now.to_vec(), "split"),
        ("merged", ..) => Fate::Review(now.to_vec(), "merged"),
        ("reworded", ..) => Fate::Review(now.to_vec(), "reworded"),
        (_, [_], [_]) => Fate::Review(now.to_vec(), "reworded"),
        (_, [_], _) => Fate::Review(now.to_vec(), "split"),
        _ => Fate::Review(now.to_vec(), "merged"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_the_same_is_kept() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let (one, two) = (ids(&["a"]), ids(&["b", "c"]));
        assert_eq!(fate("moved", &one, &ids(&["b"])), Fate::Kept("b".into()));
        assert_eq!(fate("moved", &one, &two), Fate::Review(two.clone(), "split"));
        assert_eq!(fate("merged", &two, &one), Fate::Review(one.clone(), "merged"));
        assert_eq!(fate("reworded", &one, &one), Fate::Review(one.clone(), "reworded"));
        assert_eq!(fate("", &one, &one), Fate::Review(one.clone(), "reworded"));
        assert_eq!(fate("moved", &one, &[]), Fate::Lost("withdrawn"));
        assert_eq!(fate("withdrawn", &one, &one), Fate::Lost("withdrawn"));
    }
}
