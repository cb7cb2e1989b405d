//! Plans: what sets them going, who watches and who decides, for whom.

use super::{agreements, lacking};
use crate::assess::integration::Lacking;
use crate::assess::scope::Scope;
use crate::document::RowId;
use crate::model::{Contingency, Relation};
use crate::value::Trigger;
use std::collections::HashSet;

/// The plans in which people wait where they are, and live on what is there.
const WAITING: [&str; 2] = ["hibernation", "supply_cut"];

pub(super) fn plans(scope: &Scope<'_>) -> Vec<Lacking> {
    let agreed = agreements::between(scope);
    let one = |(row, plan): (RowId, Contingency)| {
        let any = |lacks: fn(&Trigger) -> bool| plan.triggers.iter().any(lacks);
        let is_waiting = plan.kind.as_deref().is_some_and(|kind| WAITING.contains(&kind));
        let words = [
            (plan.kind.is_none(), "kind"),
            (plan.triggers.is_empty(), "triggers"),
            (any(|found| found.observable.is_none()), "observable"),
            (any(|found| found.threshold.is_none()), "threshold"),
            (any(|found| found.watcher.is_none()), "watcher"),
            (any(|found| found.decider.is_none()), "decider"),
            (plan.covers.is_empty(), "covers"),
            (is_waiting && plan.stock_days.is_none(), "stock_days"),
            (!is_agreed(scope, row, &agreed), "agreement"),
        ];
        lacking(scope, row, &words)
    };
    in_force(scope).filter_map(one).collect()
}

/// Whether the agency provides for it itself, or has an agreement with who does.
fn is_agreed(scope: &Scope<'_>, row: RowId, agreed: &HashSet<(RowId, RowId)>) -> bool {
    let agency = scope.register.first_referred(row, Relation::OfAgency);
    let is_so =
        |provider: RowId| agency.is_some_and(|agency| agency == provider || agreed.contains(&(agency, provider)));
    scope.register.first_referred(row, Relation::ProvidedBy).is_none_or(is_so)
}

/// The plans that hold on the day.
pub(super) fn in_force(scope: &Scope<'_>) -> impl Iterator<Item = (RowId, Contingency)> {
    scope.records::<Contingency>().filter(|(_, plan)| scope.valid(plan.since.as_ref(), plan.until.as_ref()))
}
