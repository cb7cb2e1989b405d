//! Coverage: which categories of people are covered by what. Empty cells are the finding.

use super::scope::Scope;
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Contingency, Exposure, Obligation, Relation};
use crate::value::Count;
use std::collections::{BTreeMap, BTreeSet};

/// Who is covered by what.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Coverage {
    /// The categories of people who are exposed, or of whom something is said, agency by agency.
    pub people: Vec<Exposed>,
    /// What they may be entitled to.
    pub entitlements: Vec<String>,
    /// Each category of each agency, and each entitlement.
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
    /// The agency whose people they are.
    pub agency: String,
    /// The category.
    pub category: String,
    /// How many at least, by the exposures that hold on the day.
    pub low: u64,
    /// How many at most; absent: unknown.
    pub high: Option<u64>,
    /// How many nights all of them together spend there.
    pub nights: Bounds,
    /// How many trips all of them together make.
    pub trips: Bounds,
}

/// A sum of which parts may be unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Bounds {
    /// At least.
    pub low: u64,
    /// At most; absent: unknown.
    pub high: Option<u64>,
}

impl Bounds {
    const NOTHING: Self = Self { low: 0, high: Some(0) };

    fn add(&mut self, count: Option<Count>) {
        self.low = self.low.saturating_add(count.map_or(0, |count| count.low));
        self.high = self.high.and_then(|high| Some(high.saturating_add(count?.high)));
    }
}

/// Whether people of a category are covered by something.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Covered {
    /// The agency whose people they are.
    pub agency: String,
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

/// People, by agency and category: how many, their nights, their trips.
type People = BTreeMap<(RowId, String), [Bounds; 3]>;

/// What is said, by agency, category and entitlement: the rank of the weakest answer, and who gives it.
type Said = BTreeMap<(RowId, String, String), (usize, BTreeSet<String>)>;

/// Linear in the exposures, obligations and contingencies; those that name no agency are of all that are looked at.
pub(super) fn coverage(scope: &Scope<'_>, catalogs: &Catalogs) -> Coverage {
    let mut people = people(scope);
    let said = said(scope, catalogs);
    for (agency, category, _) in said.keys() {
        people.entry((*agency, category.clone())).or_default();
    }
    cells(scope, catalogs, people, &said)
}

/// The agencies of a record.
fn agencies(scope: &Scope<'_>, row: RowId) -> Vec<RowId> {
    match scope.register.first_referred(row, Relation::OfAgency) {
        Some(agency) => vec![agency],
        None => scope.agencies.iter().copied().collect(),
    }
}

fn people(scope: &Scope<'_>) -> People {
    let mut people = People::new();
    for (row, exposure) in scope.records::<Exposure>() {
        if !scope.valid(exposure.since.as_ref(), exposure.until.as_ref()) {
            continue;
        }
        for agency in agencies(scope, row) {
            for found in &exposure.people {
                let sums = people.entry((agency, found.category.clone())).or_insert([Bounds::NOTHING; 3]);
                let counts = [found.count, found.nights, found.trips];
                sums.iter_mut().zip(counts).for_each(|(sum, count)| sum.add(count));
            }
        }
    }
    people
}

fn said(scope: &Scope<'_>, catalogs: &Catalogs) -> Said {
    let mut said = Said::new();
    let mut say = |row: RowId, category: &str, entitlement: &str, state: &str| {
        let rank = STATES.iter().position(|known| *known == state).unwrap_or(2);
        for agency in agencies(scope, row) {
            let key = (agency, category.to_owned(), entitlement.to_owned());
            let (known, records) = said.entry(key).or_insert((rank, BTreeSet::new()));
            *known = rank.min(*known);
            records.insert(scope.id(row));
        }
    };
    for (row, found) in scope.records::<Obligation>() {
        if let (Some(category), Some(entitlement), true) =
            (&found.category, &found.entitlement, scope.valid(found.since.as_ref(), found.until.as_ref()))
        {
            say(row, category, entitlement, found.state.as_deref().unwrap_or("not_known"));
        }
    }
    for (row, plan) in scope.records::<Contingency>() {
        let Some(kind) = plan.kind.filter(|_| scope.valid(plan.since.as_ref(), plan.until.as_ref())) else { continue };
        // A plan is an entitlement where it is one, or its broader term is: a medical evacuation is medical.
        let entitlement = |term: &&str| catalogs.has_term("obligations.entitlement", term);
        let Some(entitlement) = catalogs.broader("contingencies.kind", &kind).find(entitlement) else { continue };
        for (categories, state) in [(&plan.covers, "yes"), (&plan.not_covers, "no")] {
            categories.iter().for_each(|category| say(row, category, entitlement, state));
        }
    }
    said
}

fn cells(scope: &Scope<'_>, catalogs: &Catalogs, people: People, said: &Said) -> Coverage {
    let mut entitlements: Vec<String> = catalogs.terms("obligations.entitlement");
    let more: BTreeSet<&String> = said.keys().map(|(_, _, entitlement)| entitlement).collect();
    entitlements.extend(more.into_iter().filter(|found| !catalogs.has_term("obligations.entitlement", found)).cloned());
    let mut found = Coverage::default();
    for (agency, category) in people.keys() {
        for entitlement in &entitlements {
            let answer = said.get(&(*agency, category.clone(), entitlement.clone()));
            let state = answer.and_then(|(rank, _)| STATES.get(*rank)).copied().unwrap_or("empty");
            found.empty += u64::from(state == "empty");
            found.uncovered += u64::from(state == "no" || state == "partly");
            found.cells.push(Covered {
                agency: scope.id(*agency),
                category: category.clone(),
                entitlement: entitlement.clone(),
                state: state.to_owned(),
                records: answer.map(|(_, records)| records.iter().cloned().collect()).unwrap_or_default(),
            });
        }
    }
    let exposed = |((agency, category), [people, nights, trips]): ((RowId, String), [Bounds; 3])| Exposed {
        agency: scope.id(agency),
        category,
        low: people.low,
        high: people.high,
        nights,
        trips,
    };
    found.people = people.into_iter().map(exposed).collect();
    found.entitlements = entitlements;
    found
}
