//! Some rows of a table, column by column.

use super::table::Column;
use crate::finding::{Code, Refusal};
use crate::value::Cells;

/// How many rows a batch has at most.
const ROWS: usize = 65_536;

/// From how many bytes in one column on a batch gets no more rows.
const BYTES: usize = 64 << 20;

/// Some rows of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableBatch {
    /// How many rows there are.
    pub rows: usize,
    /// Their cells, column by column.
    pub columns: Vec<Cells>,
}

impl TableBatch {
    /// One without rows.
    pub(super) fn new(columns: &[Column]) -> Self {
        Self { rows: 0, columns: columns.iter().map(|column| Cells::new(column.holds)).collect() }
    }

    /// It should get no more rows.
    pub(super) fn is_full(&self) -> bool {
        self.rows >= ROWS || self.columns.iter().any(|cells| cells.bytes() >= BYTES)
    }

    /// Ends a row, of which every column got a cell.
    pub(super) fn end_row(&mut self) -> Result<(), Refusal> {
        self.rows += 1;
        if self.columns.iter().any(Cells::is_over) {
            let message = "expected less than 2 GiB of text in a column of a table, found a record with more; read it with `json`";
            return Err(Refusal::new(Code::OverLimit, "", message));
        }
        Ok(())
    }
}
