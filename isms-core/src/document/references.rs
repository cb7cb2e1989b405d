//! The references of all records, in compact arrays: they are found once, when a record is read.

use super::rows::RowId;
use super::symbols::Symbol;
use crate::model::Relation;

/// The references of all rows, one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct References {
    /// Where the references of each row end.
    ends: Vec<u32>,
    relations: Vec<Relation>,
    targets: Vec<Symbol>,
}

/// A reference: its number within its row, what it means, and the id that it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) nth: usize,
    pub(crate) relation: Relation,
    pub(crate) symbol: Symbol,
}

impl References {
    /// Adds a reference of the row that is being read.
    pub(crate) fn push(&mut self, relation: Relation, symbol: Symbol) {
        self.relations.push(relation);
        self.targets.push(symbol);
    }

    /// The row has been read. `None`: there are too many references.
    pub(crate) fn end_row(&mut self) -> Option<()> {
        self.ends.push(u32::try_from(self.targets.len()).ok()?);
        Some(())
    }

    /// The id that a reference of a row names.
    pub(crate) fn symbol(&self, row: RowId, nth: usize) -> Option<Symbol> {
        let (start, end) = self.bounds(row);
        self.targets.get(start..end)?.get(nth).copied()
    }

    fn bounds(&self, row: RowId) -> (usize, usize) {
        let at = row as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        let end = self.ends.get(at).copied().unwrap_or_default();
        (start as usize, end as usize)
    }

    /// The references of a row, in the order of its fields.
    pub(crate) fn of(&self, row: RowId) -> impl Iterator<Item = Target> {
        let (start, end) = self.bounds(row);
        let range = start..end;
        let relations = self.relations.get(range.clone()).unwrap_or_default();
        let targets = self.targets.get(range).unwrap_or_default();
        relations.iter().zip(targets).enumerate().map(|(nth, (relation, symbol))| Target {
            nth,
            relation: *relation,
            symbol: *symbol,
        })
    }
}
