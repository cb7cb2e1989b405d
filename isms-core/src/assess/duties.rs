//! Duties: what is owed to whom, risks that were determined and on which nobody has decided, and the care for those whom
//! incidents befell.

use super::integration::Lacking;
use super::scope::{Scope, told, untold};
use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::model::{Action, Assessment, Decision, Incident, Kind, Loss, Obligation, Party, Relation};
use crate::value::sort_by_key;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is owed, and whether it is given.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Duties {
    /// Obligations of the agencies, by those to whom they are owed.
    pub towards: Vec<Owed>,
    /// What parties owe to the agencies, by who owes it.
    pub owed_by: Vec<Owed>,
    /// Concluded assessments on which no decision holds. The duty to decide grows with how far the risk is determined.
    pub undecided: Vec<Undecided>,
    /// How many more there are.
    pub undecided_more: u64,
    /// Losses of people for which no care is recorded as given: first aid, medical care or evacuation, psychosocial
    /// care, the family informed or supported.
    pub without_care: Vec<String>,
    /// How many more there are.
    pub without_care_more: u64,
    /// Actions that are not done though they were due.
    pub overdue: Vec<String>,
    /// How many more there are.
    pub overdue_more: u64,
    /// Claims that rest on no evaluation.
    pub claims: Vec<String>,
    /// How many more there are.
    pub claims_more: u64,
    /// Incidents that are over and not closed, or were reported late: `closing`, `report`.
    pub incidents: Vec<Lacking>,
    /// How many more there are.
    pub incidents_more: u64,
}

impl Duties {
    /// The same counts; of the lists what may be told.
    pub(super) fn told(self, told: Self) -> Self {
        let (undecided, undecided_more) = untold((&self.undecided, self.undecided_more), told.undecided);
        let (without_care, without_care_more) = untold((&self.without_care, self.without_care_more), told.without_care);
        let (overdue, overdue_more) = untold((&self.overdue, self.overdue_more), told.overdue);
        let (claims, claims_more) = untold((&self.claims, self.claims_more), told.claims);
        let (incidents, incidents_more) = untold((&self.incidents, self.incidents_more), told.incidents);
        Self {
            towards: self.towards,
            owed_by: self.owed_by,
            undecided,
            undecided_more,
            without_care,
            without_care_more,
            overdue,
            overdue_more,
            claims,
            claims_more,
            incidents,
            incidents_more,
        }
    }
}

/// Obligations towards parties of one sort or the staff, or of such parties.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Owed {
    /// To whom, or by whom: `host`, `armed_and_civil`, `staff` or `other`.
    pub party: String,
    /// Given.
    pub yes: u64,
    /// Given in part.
    pub partly: u64,
    /// Not given.
    pub no: u64,
    /// Nobody knows.
    pub not_known: u64,
}

/// A concluded assessment without a decision.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Undecided {
    /// The assessment.
    pub assessment: String,
    /// When it came to its result.
    pub concluded: String,
    /// `definite` where it determined a level of risk, else `open`.
    pub duty: String,
}

/// Linear in the obligations, assessments, decisions, incidents, losses and actions.
pub(super) fn duties(scope: &Scope<'_>, catalogs: &Catalogs) -> Duties {
    let (towards, owed_by) = owed(scope, catalogs);
    let mut found = Duties { towards, owed_by, ..Duties::default() };
    (found.undecided, found.undecided_more) = told(undecided(scope));
    care(scope, &mut found);
    found
}

/// What the agencies owe, and what is owed to them.
fn owed(scope: &Scope<'_>, catalogs: &Catalogs) -> (Vec<Owed>, Vec<Owed>) {
    let (mut towards, mut owed_by) = (Counts::new(), Counts::new());
    for (row, obligation) in scope.records::<Obligation>() {
        if !scope.valid(obligation.since.as_ref(), obligation.until.as_ref()) {
            continue;
        }
        let party = |relation: Relation| scope.referred(row, relation).next();
        let debtor = party(Relation::OwedBy).filter(|debtor| scope.kind(*debtor) == Some(Kind::Party));
        let (counts, sort) = match (debtor, party(Relation::Towards)) {
            (Some(debtor), _) => (&mut owed_by, sort(scope, catalogs, debtor)),
            (None, Some(party)) => (&mut towards, sort(scope, catalogs, party)),
            (None, None) => (&mut towards, "staff"),
        };
        let owed = counts.entry(sort).or_default();
        *match obligation.state.as_deref() {
            Some("yes") => &mut owed.yes,
            Some("partly") => &mut owed.partly,
            Some("no") => &mut owed.no,
            _ => &mut owed.not_known,
        } += 1;
    }
    let list = |mut counts: Counts, sorts: &[&'static str]| {
        let one = |sort: &&'static str| Owed { party: (*sort).to_owned(), ..counts.remove(sort).unwrap_or_default() };
        sorts.iter().map(one).collect()
    };
    (
        list(towards, &["host", "armed_and_civil", "staff", "other"]),
        list(owed_by, &["host", "armed_and_civil", "other"]),
    )
}

type Counts = BTreeMap<&'static str, Owed>;

/// Of which sort a party is. A local authority is of the host, the residents of a camp are of the community.
fn sort(scope: &Scope<'_>, catalogs: &Catalogs, party: RowId) -> &'static str {
    let kind = scope.register.typed::<Party>(party).and_then(|party| party.kind);
    let is = |wanted: &[&str]| {
        kind.as_deref().is_some_and(|kind| catalogs.broader("parties.kind", kind).any(|term| wanted.contains(&term)))
    };
    if is(&["host_government"]) {
        "host"
    } else if is(&["community", "civil_society", "armed_group", "criminal_group"]) {
        "armed_and_civil"
    } else {
        "other"
    }
}

fn undecided(scope: &Scope<'_>) -> Vec<Undecided> {
    let mut decided: HashSet<RowId> = HashSet::new();
    for (row, decision) in scope.records::<Decision>() {
        if scope.past(decision.date.as_ref()) && !scope.over(decision.until.as_ref()) {
            decided.extend(scope.referred(row, Relation::RestsOn));
        }
    }
    let open = scope.records::<Assessment>().filter(|(row, found)| {
        scope.past(found.concluded.as_ref()) && !scope.over(found.until.as_ref()) && !decided.contains(row)
    });
    open.map(|(row, found)| Undecided {
        assessment: scope.id(row),
        concluded: found.concluded.map(|date| date.to_string()).unwrap_or_default(),
        duty: if found.level.is_some() { "definite" } else { "open" }.to_owned(),
    })
    .collect()
}

/// What counts as care for people.
pub(crate) const CARE: [&str; 6] = [
    "first_aid",
    "medical_care",
    "medical_evacuation",
    "psychosocial_care_offered",
    "family_informed",
    "family_support",
];

fn care(scope: &Scope<'_>, found: &mut Duties) {
    let mut cared: HashSet<RowId> = HashSet::new();
    let (mut overdue, mut claims) = (Vec::new(), Vec::new());
    for (row, action) in scope.records::<Action>() {
        let is_done = scope.past(action.done.as_ref());
        if is_done && action.kind.as_deref().is_some_and(|kind| CARE.contains(&kind)) {
            cared.extend(scope.referred(row, Relation::About));
            cared.extend(scope.referred(row, Relation::ForLoss));
        }
        if !is_done && scope.over(action.due.as_ref()) {
            overdue.push(scope.id(row));
        }
        let is_claim = matches!(action.kind.as_deref(), Some("claim" | "compensation"));
        if is_claim && scope.referred(row, Relation::RestsOn).next().is_none() {
            claims.push(scope.id(row));
        }
    }
    let mut without = Vec::new();
    for (row, loss) in scope.records::<Loss>() {
        // What happened to people, not to goods; those who died are past care, their families are not.
        let is_of_people = loss.amount.is_none() && loss.who.is_some() && scope.past(loss.date.as_ref());
        let behind = || scope.referred(row, Relation::CausedBy);
        if is_of_people && !cared.contains(&row) && !behind().any(|incident| cared.contains(&incident)) {
            without.push(scope.id(row));
        }
    }
    let mut late: HashMap<RowId, Vec<String>> = HashMap::new();
    for (row, incident) in scope.records::<Incident>() {
        if scope.past(incident.ended.as_ref()) && !scope.past(incident.closed.as_ref()) {
            late.entry(row).or_default().push("closing".to_owned());
        }
        let over_a_day = |date: &crate::value::Date, reported: &crate::value::Date| {
            reported.span().first.saturating_sub(date.span().last) > REPORT
        };
        let (date, reported) = (incident.date.as_ref(), incident.reported.as_ref());
        if date.zip(reported).is_some_and(|(date, reported)| over_a_day(date, reported)) {
            late.entry(row).or_default().push("report".to_owned());
        }
    }
    let mut late: Vec<(RowId, Vec<String>)> = late.into_iter().collect();
    sort_by_key(&mut late, |(row, _)| *row);
    let late = late.into_iter().map(|(row, lacks)| Lacking { id: scope.id(row), lacks }).collect();
    (found.without_care, found.without_care_more) = told(without);
    (found.overdue, found.overdue_more) = told(overdue);
    (found.claims, found.claims_more) = told(claims);
    (found.incidents, found.incidents_more) = told(late);
}

/// How many seconds after it a report of an incident is late: two days.
const REPORT: i64 = 2 * 86_400;
