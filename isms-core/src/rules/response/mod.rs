//! Rules on the records of the response: standards, posts, decisions.

pub(super) mod covert_method;
pub(super) mod idle_record;
pub(super) mod post_held_twice;
pub(super) mod stale_digest;
pub(super) mod two_designated_officials;
pub(super) mod unknown_standard;
pub(super) mod verified_at;

mod overlap;

use super::registry::Rule;
use crate::document::RowId;
use crate::finding::Finding;
use crate::register::Register;

/// A finding at a field of a row.
fn finding(register: &Register, rule: &Rule, row: RowId, field: &str, message: String) -> Finding {
    Finding::new(rule.code, format!("{}/{field}", register.records.rows.pointer(row)), message)
        .of(register.id_of_row(row))
        .resting_on(rule.claims)
}
