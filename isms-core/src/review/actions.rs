//! What to do first.

use crate::assess::{Assessed, Gap};
use crate::model::{Action, Evaluation, Kind, Recommendation};
use crate::register::Register;
use crate::value::Date;

/// How many are told.
const TOLD: usize = 3;

/// Something to do, with who owes it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Todo {
    /// What to do: `act` (an action is overdue), `decide` (a concluded assessment has no decision), `answer` (a
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

/// What is overdue, the longest overdue first: care and other actions, decisions that are missing, recommendations,
/// evaluations; then musts that are known not to be met. The first three, and how many more there are.
pub(super) fn actions(register: &Register, as_of: &Date, assessed: &Assessed) -> (Vec<Todo>, u64) {
    let mut found: Vec<(u8, i64, Todo)> = Vec::new();
    let overdue = |due: Option<&Date>| due.filter(|due| due.is_certainly_before(as_of)).cloned();
    for row in register.rows_of(Kind::Action) {
        let Some(action) = register.typed::<Action>(row) else { continue };
        let is_open = action.done.as_ref().is_none_or(|done| as_of.is_certainly_before(done));
        if let Some(due) = overdue(action.due.as_ref()).filter(|_| is_open) {
            found.push((0, due.span().last, todo("act", action.id, action.title, action.by, Some(due))));
        }
    }
    for undecided in &assessed.duties.undecided {
        let title = register.find::<crate::model::Assessment>(&undecided.assessment);
        let owner = title.as_ref().and_then(|found| found.led_by.first().cloned());
        let concluded = undecided.concluded.parse::<Date>().ok();
        let at = concluded.map_or(i64::MAX, |date| date.span().last);
        let title = title.map(|found| found.title).unwrap_or_default();
        found.push((1, at, todo("decide", undecided.assessment.clone(), title, owner, None)));
    }
    for row in register.rows_of(Kind::Recommendation) {
        let Some(asked) = register.typed::<Recommendation>(row) else { continue };
        let is_open = asked.became.is_none() && asked.accepted != Some(false);
        if let Some(due) = overdue(asked.due.as_ref()).filter(|_| is_open) {
            found.push((2, due.span().last, todo("answer", asked.id, asked.title, asked.to, Some(due))));
        }
    }
    for row in register.rows_of(Kind::Evaluation) {
        let Some(asked) = register.typed::<Evaluation>(row) else { continue };
        let is_open = asked.date.as_ref().is_none_or(|date| as_of.is_certainly_before(date));
        if let Some(due) = overdue(asked.due.as_ref()).filter(|_| is_open) {
            found.push((3, due.span().last, todo("evaluate", asked.id, asked.title, asked.by, Some(due))));
        }
    }
    let offices = assessed.offices.iter().chain(&assessed.headquarters);
    let gaps = offices.clone().flat_map(|office| &office.gaps);
    found.extend(gaps.map(|gap| (4, 0, mend(gap, assessed))));
    let more_gaps: u64 = offices.map(|office| office.gaps_more).sum();
    // Stable: what is equally urgent stays as it was met.
    found.sort_by_key(|(rank, at, _)| (*rank, *at));
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
