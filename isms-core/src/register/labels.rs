//! Who may see it: the labels of records, and of answers that rest on them.

use super::Register;
use crate::document::{Part, RowId};
use crate::value::{Label, RED};

impl Register {
    /// The label of the record of an id, with all its fields; of equal ids the first. `None`: no
    /// record has it. What holds is told in `docs/labels.md`. Cost: logarithmic in the records that
    /// have labels.
    ///
    /// ```
    /// use isms_core::{Label, Register};
    /// let register = Register::open(br#"{"isms": "1", "label": "green", "places": [
    ///     {"id": "valley", "title": "The valley"},
    ///     {"id": "base", "title": "Our base", "labels": {"/point": "red"}}]}"#)?;
    /// assert_eq!(register.label_of("valley"), Some(Label::new("green")));
    /// assert_eq!(register.label_of("base"), Some(Label::new("red")));
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    #[must_use]
    pub fn label_of(&self, id: &str) -> Option<Label> {
        let row = self.row(id)?;
        Some(self.label_over([row], Part::Whole))
    }

    /// The label of an answer that rests on a part of these rows. Of no rows at all: the document's.
    pub(crate) fn label_over(&self, rows: impl IntoIterator<Item = RowId>, part: Part) -> Label {
        let default = self.header.default_label();
        if self.records.labels.are_silent() {
            return default;
        }
        self.records.labels.of_rows(rows, part, &default)
    }

    /// The label of an answer that rests on the document and on a part of all records that `is_used` tells. Linear in
    /// the records that have labels.
    pub(crate) fn label_over_all(&self, is_used: impl Fn(RowId) -> bool, part: Part) -> Label {
        self.records.labels.of_all(is_used, part, &self.header.default_label())
    }

    /// The label of an answer that shows gaps or the state of barriers in the whole register: red,
    /// for the audience of all records.
    pub(crate) fn label_of_gaps(&self) -> Label {
        self.label_over_all(|_| true, Part::Whole).strictest(&Label::new(RED))
    }
}
