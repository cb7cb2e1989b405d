//! What to do first.

use super::triggers::Reached;
use crate::assess::{Assessed, CARE, Gap};
use crate::document::RowId;
use crate::model::{Action, Assessment, Evaluation, Kind, Recommendation, Relation};
use crate::register::Register;
use crate::value::{Date, sort_by_key};

/// How many are told.
const TOLD: usize = 20;

/// The first post that may decide on the risk of an assessment.
fn may_decide(register: &Register, row: RowId, as_of: &Date, assessed: &Assessed) -> Option<String> {
    let of = |relation| register.first_referred(row, relation);
    let (agency, place) = (of(Relation::OfAgency), of(Relation::AtPlace)?);
    let id = agency.and_then(|agency| register.id_of_row(agency));
    let mut offices = assessed.offices.iter().filter(|office| id == Some(office.agency.as_str()));
    let is_un = offices.any(super::go_no_go::is_of_the_un);
    super::go_no_go::deciders(register, agency, place, as_of, is_un).into_iter().next()
}

/// Something to do, with who owes it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Todo {
    /// What to do: `act` (an action is overdue), `decide` (a trigger was reached, or a concluded assessment has no decision), `answer` (a
    /// recommendation is overdue), `evaluate` (an evaluation is overdue), `mend` (a must is known not to be met).
    pub what: String,
    /// The record that says so; of a must the verification.
    pub record: Option<String>,
    /// In words: its title, or the text of the requirement.
    pub title: String,
    /// The post that owes it; absent: nobody is named, which is the first thing to mend.
    pub owner: Option<String>,
    /// Until when it was, or is, due.
    pub due: Option<String>,
}

/// How urgent something is, from the most urgent on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Trigger,
    Undecided,
    Care,
    Recommendation,
    Action,
    Evaluation,
    Gap,
}

/// What to do first: triggers that were reached while their plan is not set going, assessments without a decision, care for
/// people that is overdue, recommendations, other actions and evaluations that are, and musts that are known not to be met;
/// of each the oldest first. The first twenty, and how many more there are.
pub(super) fn actions(
    register: &Register,
    as_of: &Date,
    assessed: &Assessed,
    triggers: &[Reached],
) -> (Vec<Todo>, u64) {
    let mut found: Vec<(Rank, i64, Todo)> = Vec::new();
    let overdue = |due: Option<&Date>| due.filter(|due| due.is_certainly_before(as_of)).cloned();
    for reached in triggers.iter().filter(|reached| !reached.activated) {
        let at = reached.reached.parse::<Date>().map_or(i64::MAX, |date| date.span().last);
        let title = format!("{}: {}", reached.title, reached.observable);
        found.push((
            Rank::Trigger,
            at,
            todo("decide", reached.contingency.clone(), title, reached.decider.clone(), None),
        ));
    }
    for row in register.rows_of(Kind::Action) {
        let Some(action) = register.typed::<Action>(row) else { continue };
        let is_open = action.done.as_ref().is_none_or(|done| as_of.is_certainly_before(done));
        let is_care = action.kind.as_deref().is_some_and(|kind| CARE.contains(&kind));
        if let Some(due) = overdue(action.due.as_ref()).filter(|_| is_open) {
            let rank = if is_care { Rank::Care } else { Rank::Action };
            found.push((rank, due.span().last, todo("act", action.id, action.title, action.by, Some(due))));
        }
    }
    for undecided in &assessed.duties.undecided {
        let title = register.find::<Assessment>(&undecided.assessment).map(|found| found.title).unwrap_or_default();
        let at = undecided.concluded.parse::<Date>().map_or(i64::MAX, |date| date.span().last);
        // Who assessed it advises: who decides is for those who may.
        let owner = register.row(&undecided.assessment).and_then(|row| may_decide(register, row, as_of, assessed));
        found.push((Rank::Undecided, at, todo("decide", undecided.assessment.clone(), title, owner, None)));
    }
    for row in register.rows_of(Kind::Recommendation) {
        let Some(asked) = register.typed::<Recommendation>(row) else { continue };
        let is_open = asked.became.is_none() && asked.accepted != Some(false);
        if let Some(due) = overdue(asked.due.as_ref()).filter(|_| is_open) {
            found.push((
                Rank::Recommendation,
                due.span().last,
                todo("answer", asked.id, asked.title, asked.to, Some(due)),
            ));
        }
    }
    for row in register.rows_of(Kind::Evaluation) {
        let Some(asked) = register.typed::<Evaluation>(row) else { continue };
        let is_open = asked.date.as_ref().is_none_or(|date| as_of.is_certainly_before(date));
        if let Some(due) = overdue(asked.due.as_ref()).filter(|_| is_open) {
            found.push((
                Rank::Evaluation,
                due.span().last,
                todo("evaluate", asked.id, asked.title, asked.by, Some(due)),
            ));
        }
    }
    let offices = assessed.offices.iter().chain(&assessed.headquarters);
    let gaps = offices.clone().flat_map(|office| &office.gaps);
    found.extend(gaps.map(|gap| (Rank::Gap, 0, mend(gap, assessed))));
    let more_gaps: u64 = offices.map(|office| office.gaps_more).sum();
    // Stable: what is equally urgent stays as it was met.
    sort_by_key(&mut found, |(rank, at, _)| (*rank, *at));
    let more = found.len().saturating_sub(TOLD) as u64 + more_gaps;
    (found.into_iter().take(TOLD).map(|(_, _, todo)| todo).collect(), more)
}

fn todo(what: &str, record: String, title: String, owner: Option<String>, due: Option<Date>) -> Todo {
    let due = due.map(|due| due.to_string());
    Todo { what: what.to_owned(), record: Some(record), title, owner, due }
}

/// The post that answers for its sector or core function owes it.
fn mend(gap: &Gap, assessed: &Assessed) -> Todo {
    let answers = assessed.preparedness.answered.iter().find(|answered| gap.part.as_ref() == Some(&answered.name));
    Todo {
        what: "mend".to_owned(),
        record: gap.verification.clone(),
        title: gap.text.clone(),
        owner: answers.and_then(|answered| answered.posts.first().cloned()),
        due: None,
    }
}
