//! The references of all records, in compact arrays: they are found once, when a record is read.

use super::rows::RowId;
use super::symbols::Symbol;
use crate::model::Relation;

/// The references of all rows, one row after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct References {
    /// Where those of each row begin and end.
    of_row: Vec<(u32, u32)>,
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
    /// A row has these references; their targets follow. `None`: there are too many.
    pub(crate) fn add(&mut self, row: RowId, relations: impl Iterator<Item = Relation>) -> Option<()> {
        let start = u32::try_from(self.relations.len()).ok()?;
        self.relations.extend(relations);
        let bounds = (start, u32::try_from(self.relations.len()).ok()?);
        match self.of_row.get_mut(row as usize) {
            Some(known) => *known = bounds,
            None => self.of_row.push(bounds),
        }
        Some(())
    }

    /// The target of the first reference that has none yet.
    pub(crate) fn lead_to(&mut self, target: Symbol) {
        self.targets.push(target);
    }

    /// Adds the references of as many rows, behind those that are there; `numbers` has the number here of each id there.
    /// `None`: there are too many.
    pub(crate) fn adopt(&mut self, other: &Self, numbers: &[Symbol]) -> Option<()> {
        let base = u32::try_from(self.relations.len()).ok()?;
        u32::try_from(self.relations.len().checked_add(other.relations.len())?).ok()?;
        self.of_row.extend(other.of_row.iter().map(|(start, end)| (base + start, base + end)));
        self.relations.extend_from_slice(&other.relations);
        for symbol in &other.targets {
            self.targets.push(*numbers.get(*symbol as usize)?);
        }
        Some(())
    }

    /// The row has none any more.
    pub(crate) fn clear(&mut self, row: RowId) {
        if let Some(bounds) = self.of_row.get_mut(row as usize) {
            *bounds = (0, 0);
        }
    }

    /// The id that a reference of a row names.
    pub(crate) fn symbol(&self, row: RowId, nth: usize) -> Option<Symbol> {
        let (start, end) = self.bounds(row);
        self.targets.get(start..end)?.get(nth).copied()
    }

    fn bounds(&self, row: RowId) -> (usize, usize) {
        let (start, end) = self.of_row.get(row as usize).copied().unwrap_or_default();
        (start as usize, end as usize)
    }

    /// The references of a row, in the order of its fields.
    #[inline]
    pub(crate) fn of(&self, row: RowId) -> impl Iterator<Item = Target> {
        let (start, end) = self.bounds(row);
        let relations = self.relations.get(start..end).unwrap_or_default();
        let targets = self.targets.get(start..end).unwrap_or_default();
        relations.iter().zip(targets).enumerate().map(|(nth, (relation, symbol))| Target {
            nth,
            relation: *relation,
            symbol: *symbol,
        })
    }
}
