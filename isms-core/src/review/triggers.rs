//! Triggers of plans that were reached.

use crate::document::RowId;
use crate::model::{Contingency, Incident, Kind, Relation};
use crate::register::Register;
use crate::value::{Date, holds, sort_by_key};
use std::cmp::Reverse;

/// A trigger that was reached, and is not over.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Reached {
    /// The plan.
    pub contingency: String,
    /// Its title.
    pub title: String,
    /// What is watched.
    pub observable: String,
    /// When it was reached.
    pub reached: String,
    /// The post that decides; absent: nobody is named.
    pub decider: Option<String>,
    /// Whether the plan was set going since: for an incident that happened by the day and was not over before it was reached.
    pub activated: bool,
}

/// Whether the plan was set going since the trigger was reached: for an incident that happened by the day, and was not over
/// before. What set it going before does not answer this trigger.
fn is_set_going(register: &Register, plan: RowId, reached: &Date, as_of: &Date) -> bool {
    let targets = register.records.references.of(plan).filter(|target| target.relation == Relation::ActivatedFor);
    let rows = targets.filter_map(|target| register.records.row_of(target.symbol));
    let mut incidents = rows.filter_map(|row| register.typed::<Incident>(row));
    incidents.any(|incident| {
        let Some(date) = incident.date.as_ref().filter(|date| !as_of.is_certainly_before(date)) else { return false };
        let is_open = incident.open == Some(true);
        is_open || !incident.ended.as_ref().unwrap_or(date).is_certainly_before(reached)
    })
}

/// Those of plans that hold and are looked at, the latest first.
pub(super) fn triggers(register: &Register, as_of: &Date, is_looked_at: impl Fn(RowId) -> bool) -> Vec<Reached> {
    let mut found: Vec<(i64, Reached)> = Vec::new();
    for row in register.rows_of(Kind::Contingency).filter(|row| is_looked_at(*row)) {
        let Some(plan) = register.typed::<Contingency>(row) else { continue };
        if !holds(plan.since.as_ref(), plan.until.as_ref(), as_of) {
            continue;
        }
        for trigger in plan.triggers.iter().filter(|trigger| trigger.is_reached(as_of)) {
            let Some(reached) = trigger.reached.as_ref() else { continue };
            found.push((
                reached.span().last,
                Reached {
                    contingency: register.id_of_row(row).unwrap_or_default().to_owned(),
                    title: plan.title.clone(),
                    observable: trigger.observable.clone().unwrap_or_default(),
                    reached: reached.to_string(),
                    decider: trigger.decider.clone(),
                    activated: is_set_going(register, row, reached, as_of),
                },
            ));
        }
    }
    sort_by_key(&mut found, |(last, _)| Reverse(*last));
    found.into_iter().map(|(_, reached)| reached).collect()
}
