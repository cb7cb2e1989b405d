//! Triggers of plans that were reached.

use crate::document::RowId;
use crate::model::{Contingency, Kind};
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
    /// Whether the plan was set going for an incident.
    pub activated: bool,
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
                    activated: !plan.activated_for.is_empty(),
                },
            ));
        }
    }
    sort_by_key(&mut found, |(last, _)| Reverse(*last));
    found.into_iter().map(|(_, reached)| reached).collect()
}
