//! Changes that mend a finding.

use crate::document::RowId;
use crate::finding::{Finding, Fix};
use crate::register::Register;

impl Finding {
    /// With a change at a field of a row as its mend; `None`: the field goes. Only where the change can be named: the row
    /// has an id that means it, and the value is JSON for everyone (no lone surrogate, no number beyond a double).
    pub(super) fn mended_at(self, register: &Register, row: RowId, field: String, value: Option<String>) -> Self {
        let id = register.id_of_row(row).filter(|id| register.row(id) == Some(row));
        let plain = |value: &String| serde_json::from_str::<serde_json::Value>(value).is_ok();
        match id {
            Some(id) if value.as_ref().is_none_or(plain) => self.mended_by(Fix { id: id.to_owned(), field, value }),
            _ => self,
        }
    }
}
