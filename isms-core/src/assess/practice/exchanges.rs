//! Exchanges: what was answered, and what that is worth.

use super::lacking;
use crate::assess::integration::Lacking;
use crate::assess::scope::Scope;
use crate::document::RowId;
use crate::model::Exchange;

pub(super) fn exchanges(scope: &Scope<'_>) -> Vec<Lacking> {
    let one = |(row, found): (RowId, Exchange)| {
        let accepts = found.acceptance.is_some();
        let words = [
            (found.level.is_none(), "level"),
            (found.answer.is_none(), "answer"),
            (!accepts, "acceptance"),
            (accepts && found.said_by.is_none(), "said_by"),
            (accepts && found.able_to_harm.is_none(), "able_to_harm"),
            // A yes of those who cannot say no is none.
            (accepts && found.free_to_refuse != Some(true), "free_to_refuse"),
            (accepts && matches!(found.evidence.as_deref(), None | Some("none")), "evidence"),
        ];
        lacking(scope, row, &words)
    };
    made(scope).filter_map(one).collect()
}

/// The exchanges up to the day whose content is written down.
pub(super) fn made(scope: &Scope<'_>) -> impl Iterator<Item = (RowId, Exchange)> {
    let is_told = |found: &Exchange| found.held_off_system != Some(true) && scope.past(found.date.as_ref());
    scope.records::<Exchange>().filter(move |(_, found)| is_told(found))
}
