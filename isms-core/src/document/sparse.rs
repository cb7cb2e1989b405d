//! What only some rows have, in the order of the rows.

use super::rows::RowId;

/// A value for each of some rows. One that is forgotten leaves its place, so that changing a record again and again
/// moves nothing.
#[derive(Clone, Debug)]
pub(crate) struct Sparse<T>(Vec<(RowId, Option<T>)>);

impl<T> Default for Sparse<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy> Sparse<T> {
    /// Gives a row its value. Constant behind the rows that have one, logarithmic for one of them; for a row between
    /// them all behind it move.
    pub(crate) fn set(&mut self, row: RowId, value: T) {
        if self.0.last().is_none_or(|(last, _)| *last < row) {
            self.0.push((row, Some(value)));
            return;
        }
        match self.place(row) {
            Ok(at) => {
                if let Some((_, held)) = self.0.get_mut(at) {
                    *held = Some(value);
                }
            }
            Err(at) => self.0.insert(at, (row, Some(value))),
        }
    }

    /// Takes its value from a row. Logarithmic.
    pub(crate) fn forget(&mut self, row: RowId) {
        if let Some((_, held)) = self.place(row).ok().and_then(|at| self.0.get_mut(at)) {
            *held = None;
        }
    }

    /// Takes their values from rows, but those that stay. Linear.
    pub(crate) fn retain(&mut self, stays: impl Fn(RowId) -> bool) {
        self.0.retain(|(row, _)| stays(*row));
    }

    /// The value of a row. Logarithmic.
    pub(crate) fn get(&self, row: RowId) -> Option<T> {
        let at = self.place(row).ok()?;
        self.0.get(at).and_then(|(_, held)| *held)
    }

    /// The rows that have a value, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (RowId, T)> {
        self.0.iter().filter_map(|(row, held)| held.map(|value| (*row, value)))
    }

    /// The value that was set last behind all others, if it is still there.
    pub(crate) fn last(&self) -> Option<T> {
        self.0.last().and_then(|(_, held)| *held)
    }

    fn place(&self, row: RowId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&row, |(row, _)| *row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn it_is_a_map_in_order(steps in proptest::collection::vec((0..20_u32, any::<bool>(), any::<u8>()), 0..60)) {
            let (mut sparse, mut map) = (Sparse::default(), BTreeMap::new());
            for (row, is_set, value) in steps {
                if is_set {
                    sparse.set(row, value);
                    map.insert(row, value);
                } else {
                    sparse.forget(row);
                    map.remove(&row);
                }
                prop_assert_eq!(sparse.get(row), map.get(&row).copied());
            }
            prop_assert_eq!(sparse.iter().collect::<Vec<_>>(), map.clone().into_iter().collect::<Vec<_>>());
            sparse.retain(|row| row % 2 == 0);
            map.retain(|row, _| row % 2 == 0);
            prop_assert_eq!(sparse.iter().collect::<Vec<_>>(), map.into_iter().collect::<Vec<_>>());
        }
    }
}
