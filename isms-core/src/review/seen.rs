//! What had happened by a day.

use crate::document::RowId;
use crate::model::Kind;
use crate::register::Register;
use crate::value::Date;

/// A register as it is read on a day: what happened, and was heard, later is none of it. Without a day all is.
#[derive(Clone, Copy)]
pub(super) struct Seen<'r> {
    pub(super) register: &'r Register,
    as_of: Option<&'r Date>,
}

impl<'r> Seen<'r> {
    pub(super) fn new(register: &'r Register, as_of: Option<&'r Date>) -> Self {
        Self { register, as_of }
    }

    /// Whether a record has a date that is not after the day.
    pub(super) fn happened(self, row: RowId) -> bool {
        let begin = self.register.records.begin_of(row).filter(|begin| begin.observed);
        begin.is_some_and(|begin| self.as_of.is_none_or(|day| !day.span().is_certainly_before(begin.span)))
    }

    /// The records of the chain that happened, with their kinds.
    pub(super) fn observed(self) -> impl Iterator<Item = (RowId, Kind)> {
        self.register.observed().filter(move |(row, _)| self.happened(*row))
    }

    /// Whether a date is there and not after the day.
    pub(super) fn past(self, date: Option<&Date>) -> bool {
        date.is_some_and(|date| self.as_of.is_none_or(|day| !day.is_certainly_before(date)))
    }
}
