//! What many records have, told of once: with its first place and a count.

use crate::document::RowId;
use std::collections::HashMap;
use std::hash::Hash;

/// All that were found, in the order in which they were first met.
pub(super) struct Once<K> {
    pub(super) found: Vec<Told<K>>,
    /// Which of them it is.
    known: HashMap<K, usize>,
}

/// One of them.
pub(super) struct Told<K> {
    pub(super) what: K,
    /// The first record that has it, and where.
    pub(super) row: RowId,
    pub(super) at: String,
    /// How many places there are, and whether they are of several records.
    pub(super) places: usize,
    several: bool,
}

impl<K> Default for Once<K> {
    fn default() -> Self {
        Self { found: Vec::new(), known: HashMap::new() }
    }
}

impl<K: Clone + Eq + Hash> Once<K> {
    pub(super) fn add(&mut self, what: K, row: RowId, at: String) {
        if let Some(found) = self.known.get(&what).and_then(|at| self.found.get_mut(*at)) {
            found.places += 1;
            found.several |= found.row != row;
        } else {
            self.known.insert(what.clone(), self.found.len());
            self.found.push(Told { what, row, at, places: 1, several: false });
        }
    }
}

impl<K> Told<K> {
    /// The record, if all places are in one.
    pub(super) fn of(&self) -> Option<RowId> {
        Some(self.row).filter(|_| !self.several)
    }

    /// In how many more places it stands, behind what was found.
    pub(super) fn more(&self) -> String {
        match self.places - 1 {
            0 => String::new(),
            1 => ", here and in one more place".to_owned(),
            more => format!(", here and in {more} more places"),
        }
    }
}
