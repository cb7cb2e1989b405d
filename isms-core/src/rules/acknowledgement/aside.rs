//! Which findings are set aside on a day.

use crate::document::RowId;
use crate::finding::{Code, Severity};
use crate::model::{Acknowledgement, Kind};
use crate::register::Register;
use crate::value::{Date, Meter};
use std::collections::HashSet;

/// The findings that acknowledgements set aside: those of a code about a row, or about no single one.
pub(in crate::rules) struct Aside(HashSet<(Code, Option<RowId>)>);

impl Aside {
    /// Those of a register, as of a day. Without one, acknowledgements with a beginning or an end count for nothing:
    /// nobody said that they hold. Linear in the acknowledgements.
    pub(in crate::rules) fn of(register: &Register, as_of: Option<&Date>, meter: &Meter<'_>) -> Self {
        let rows = meter.over(register.rows_of(Kind::Acknowledgement));
        Self(rows.filter_map(|row| aside(register, row, as_of)).collect())
    }

    #[inline]
    pub(in crate::rules) fn has(&self, code: Code, row: Option<RowId>) -> bool {
        !self.0.is_empty() && self.0.contains(&(code, row))
    }
}

/// What an acknowledgement sets aside. One of which anything can't be read sets nothing aside: what it was to say is
/// not known.
fn aside(register: &Register, row: RowId, as_of: Option<&Date>) -> Option<(Code, Option<RowId>)> {
    let found: Acknowledgement = register.whole(row)?;
    let code = Code::parse(found.code.as_deref()?).filter(|code| code.severity() != Severity::Error)?;
    found.reason.as_deref().filter(|reason| !reason.trim().is_empty())?;
    if !holds(&found, as_of) {
        return None;
    }
    match &found.record {
        None => Some((code, None)),
        Some(id) => Some((code, Some(register.row(id)?))),
    }
}

/// Whether an acknowledgement holds on all of a day.
fn holds(found: &Acknowledgement, as_of: Option<&Date>) -> bool {
    match as_of {
        Some(day) => crate::value::holds(found.since.as_ref(), found.until.as_ref(), day),
        None => found.since.is_none() && found.until.is_none(),
    }
}
