//! Rows of an answer in the making.

use super::batch::TableBatch;
use super::table::{Column, Source, Table};
use crate::finding::Refusal;
use crate::value::{Cells, Holds, Label};
use serde::Serialize;

/// What comes into a cell.
pub(super) enum Cell<'a> {
    Text(Option<&'a str>),
    /// JSON, or text that was made for it.
    Made(Option<String>),
    Flag(Option<bool>),
    List(&'a [String]),
}

impl Cell<'_> {
    pub(super) fn json(value: &impl Serialize) -> Self {
        Self::Made(serde_json::to_string(value).ok())
    }

    fn put(&self, cells: &mut Cells) {
        match self {
            Self::Text(text) => cells.maybe(*text),
            Self::Made(text) => cells.maybe(text.as_deref()),
            Self::Flag(Some(flag)) => cells.flag(*flag),
            Self::Flag(None) => cells.none(),
            Self::List(list) => cells.list(list),
        }
    }
}

/// Rows in the making.
pub(super) struct Rows {
    columns: Vec<Column>,
    full: Vec<TableBatch>,
    last: TableBatch,
}

impl Rows {
    pub(super) fn new(columns: &[(&'static str, Holds)]) -> Self {
        let columns: Vec<_> =
            columns.iter().map(|(name, holds)| Column { name, holds: *holds, about: String::new() }).collect();
        let last = TableBatch::new(&columns);
        Self { columns, full: Vec::new(), last }
    }

    pub(super) fn push(&mut self, row: &[Cell<'_>]) -> Result<(), Refusal> {
        for (cell, cells) in row.iter().zip(&mut self.last.columns) {
            cell.put(cells);
        }
        self.last.end_row()?;
        if self.last.is_full() {
            self.full.push(std::mem::replace(&mut self.last, TableBatch::new(&self.columns)));
        }
        Ok(())
    }

    pub(super) fn finish(self, label: Option<Label>, more: u64) -> Table {
        let Self { columns, mut full, last } = self;
        full.extend(Some(last).filter(|last| last.rows > 0));
        let len = full.iter().map(|batch| batch.rows).sum();
        Table { label, columns: columns.into(), len, more, source: Source::Ready(full.into()) }
    }
}
