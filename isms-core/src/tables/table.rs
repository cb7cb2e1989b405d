//! A table.

use super::batch::TableBatch;
use super::records::Records;
use crate::finding::Refusal;
use crate::value::{Holds, Label};
use std::sync::Arc;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub holds: Holds,
    /// What the field means, in English; empty: nobody has said.
    pub about: String,
}

/// Records, or an answer, as columns. A copy costs nothing.
///
/// ```
/// use isms_core::{Kind, Register, Table};
/// let register = Register::open(br#"{"isms": "1", "losses": [{"id": "driver", "title": "Driver injured", "count": 2}]}"#)?;
/// let table = Table::records(register.into(), Kind::Loss);
/// let count = table.columns().iter().position(|column| column.name == "count").unwrap();
/// let batch = table.batches().next().unwrap()?;
/// assert_eq!((table.len(), batch.columns[count].shown(0).as_deref()), (1, Some("2")));
/// # Ok::<(), isms_core::Refusal>(())
/// ```
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) label: Option<Label>,
    pub(super) columns: Arc<[Column]>,
    pub(super) len: usize,
    pub(super) more: u64,
    pub(super) source: Source,
}

/// Where the rows come from.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// They are read when they are asked for.
    Records(Records),
    /// They were made with the answer.
    Ready(Arc<[TableBatch]>),
}

impl Table {
    /// Who may see it; `None`: it rests on no record.
    #[must_use]
    pub fn label(&self) -> Option<&Label> {
        self.label.as_ref()
    }

    /// Its columns.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// How many rows it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// It has no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// How many rows more there would be: lists of findings are capped.
    #[must_use]
    pub fn more(&self) -> u64 {
        self.more
    }

    /// Its rows, from the first on, at most 65,536 at a time: only so many are held in memory. Linear.
    ///
    /// A batch is refused (`over_limit`) in which a single record has more than 2 GiB of text in one column.
    #[must_use]
    pub fn batches(&self) -> Batches {
        Batches { table: self.clone(), next: 0 }
    }
}

/// The rows of a table, many at a time.
#[derive(Clone, Debug)]
pub struct Batches {
    table: Table,
    /// The next row of the register, or the next batch.
    next: usize,
}

impl Iterator for Batches {
    type Item = Result<TableBatch, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        match &self.table.source {
            Source::Records(records) => records.batch(&self.table.columns, &mut self.next),
            Source::Ready(batches) => {
                let batch = batches.get(self.next)?.clone();
                self.next += 1;
                Some(Ok(batch))
            }
        }
    }
}
