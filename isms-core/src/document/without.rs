//! A document without some of its records.

use super::read::Records;
use super::rows::RowId;
use std::cmp::Reverse;
use std::collections::HashSet;

impl Records {
    /// These records as if some of them had never been written. Linear, but for sorting those that go.
    pub(crate) fn without(&self, gone: &HashSet<RowId>) -> Self {
        let mut left = self.clone();
        left.begins.retain(|row| !gone.contains(&row));
        left.labels.retain(|row| !gone.contains(&row));
        // Of equal ids the last first, so that none has to be looked for that takes the place of another.
        let mut rows: Vec<RowId> = gone.iter().copied().collect();
        rows.sort_unstable_by_key(|row| Reverse((self.rows.kind(*row), *row)));
        for row in rows {
            left.silent.extend(self.symbol_of(row));
            left.forget(row);
            left.rows.remove(row);
        }
        left
    }
}
