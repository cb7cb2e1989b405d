//! Coverage: which categories of people are covered by what. Empty cells are the finding.

use super::scope::Scope;
use crate::catalog::Catalogs;
use crate::model::{Contingency, Exposure, Obligation};
use std::collections::{BTreeMap, BTreeSet};

/// Who is covered by what.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Coverage {
    /// The categories of people who are exposed, or of whom something is said.
    pub people: Vec<Exposed>,
    /// What they may be entitled to.
    pub entitlements: Vec<String>,
    /// Each category and each entitlement.
    pub cells: Vec<Covered>,
    /// How many cells are empty: nobody has said.
    pub empty: u64,
    /// How many say no, or partly.
    pub uncovered: u64,
}

/// People of a category.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Exposed {
    /// The category.
    pub category: String,
    /// How many at least, by the exposures that hold on the day.
    pub low: u64,
    /// How many at most; absent: unknown.
    pub high: Option<u64>,
}

/// Whether people of a category are covered by something.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Covered {
    /// The category.
    pub category: String,
    /// What they may be entitled to.
    pub entitlement: String,
    /// `yes`, `partly`, `no`, `not_known` (someone said that nobody knows), or `empty`. Of several answers the weakest.
    pub state: String,
    /// The obligations and plans that say so.
    pub records: Vec<String>,
}

/// The answers, from the weakest on. A word that nobody knows is taken as `not_known`.
const STATES: [&str; 4] = ["no", "partly", "not_known", "yes"];

/// Linear in the exposures, obligations and contingencies.
pub(super) fn coverage(scope: &Scope<'_>, catalogs: &Catalogs) -> Coverage {
    let mut people: BTreeMap<String, (u64, Option<u64>)> = BTreeMap::new();
    let mut said: BTreeMap<(String, String), (usize, BTreeSet<String>)> = BTreeMap::new();
    for (_, exposure) in scope.records::<Exposure>() {
        if scope.valid(exposure.since.as_ref(), exposure.until.as_ref()) {
            for found in exposure.people {
                let (low, high) = people.entry(found.category).or_insert((0, Some(0)));
                *low = low.saturating_add(found.count.map_or(0, |count| count.low));
                *high = high.and_then(|high| Some(high.saturating_add(found.count?.high)));
            }
        }
    }
    let mut say = |category: &str, entitlement: &str, state: &str, id: String| {
        let rank = STATES.iter().position(|known| *known == state).unwrap_or(2);
        let (known, records) =
            said.entry((category.to_owned(), entitlement.to_owned())).or_insert((rank, BTreeSet::new()));
        *known = rank.min(*known);
        records.insert(id);
    };
    for (row, found) in scope.records::<Obligation>() {
        if let (Some(category), Some(entitlement), true) =
            (&found.category, &found.entitlement, scope.valid(found.since.as_ref(), found.until.as_ref()))
        {
            say(category, entitlement, found.state.as_deref().unwrap_or("not_known"), scope.id(row));
        }
    }
    for (row, plan) in scope.records::<Contingency>() {
        let Some(kind) = plan.kind.filter(|_| scope.valid(plan.since.as_ref(), plan.until.as_ref())) else { continue };
        // A plan is an entitlement where it is one, or its broader term is: a medical evacuation is medical.
        let entitlement = |term: &&str| catalogs.has_term("obligations.entitlement", term);
        let Some(entitlement) = catalogs.broader("contingencies.kind", &kind).find(entitlement) else { continue };
        for (categories, state) in [(&plan.covers, "yes"), (&plan.not_covers, "no")] {
            categories.iter().for_each(|category| say(category, entitlement, state, scope.id(row)));
        }
    }
    for (category, _) in said.keys() {
        people.entry(category.clone()).or_insert((0, None));
    }
    cells(catalogs, people, &said)
}

fn cells(
    catalogs: &Catalogs,
    people: BTreeMap<String, (u64, Option<u64>)>,
    said: &BTreeMap<(String, String), (usize, BTreeSet<String>)>,
) -> Coverage {
    let mut entitlements: Vec<String> = catalogs.terms("obligations.entitlement");
    let more: BTreeSet<&String> = said.keys().map(|(_, entitlement)| entitlement).collect();
    entitlements.extend(more.into_iter().filter(|found| !catalogs.has_term("obligations.entitlement", found)).cloned());
    let mut found = Coverage::default();
    for category in people.keys() {
        for entitlement in &entitlements {
            let answer = said.get(&(category.clone(), entitlement.clone()));
            let state = answer.and_then(|(rank, _)| STATES.get(*rank)).copied().unwrap_or("empty");
            found.empty += u64::from(state == "empty");
            found.uncovered += u64::from(state == "no" || state == "partly");
            found.cells.push(Covered {
                category: category.clone(),
                entitlement: entitlement.clone(),
                state: state.to_owned(),
                records: answer.map(|(_, records)| records.iter().cloned().collect()).unwrap_or_default(),
            });
        }
    }
    found.people = people.into_iter().map(|(category, (low, high))| Exposed { category, low, high }).collect();
    found.entitlements = entitlements;
    found
}
