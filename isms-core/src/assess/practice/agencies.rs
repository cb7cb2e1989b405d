//! Agencies: what they give and to whom, where they work, and who looks at them from outside.

use super::lacking;
use crate::assess::integration::Lacking;
use crate::assess::offices::Unit;
use crate::assess::scope::Scope;
use crate::document::RowId;
use crate::model::{Agency, Evaluation};
use std::collections::{BTreeSet, HashMap, HashSet};

pub(super) fn agencies(scope: &Scope<'_>, offices: &[Unit]) -> Vec<Lacking> {
    let at_work: HashSet<RowId> = offices.iter().map(|unit| unit.agency).collect();
    let trades = trades(scope);
    let one = |row: &RowId| {
        let agency = scope.register.typed::<Agency>(*row)?;
        let reviewers = trades.get(row).map_or(0, BTreeSet::len);
        let words = [
            (agency.kind.is_none(), "kind"),
            (agency.assistance.is_empty(), "assistance"),
            (agency.recipients.is_empty(), "recipients"),
            (!at_work.contains(row), "office"),
            (reviewers == 0, "outside_review"),
            (reviewers == 1, "several_trades"),
        ];
        lacking(scope, *row, &words)
    };
    scope.agencies.iter().filter_map(one).collect()
}

/// The trades of those from outside who took part in evaluations of an agency.
fn trades(scope: &Scope<'_>) -> HashMap<RowId, BTreeSet<String>> {
    let mut trades: HashMap<RowId, BTreeSet<String>> = HashMap::new();
    for (row, found) in scope.records::<Evaluation>().filter(|(_, found)| scope.past(found.date.as_ref())) {
        if let Some(unit) = scope.unit(row) {
            trades.entry(unit.agency).or_default().extend(found.reviewers);
        }
    }
    trades
}
