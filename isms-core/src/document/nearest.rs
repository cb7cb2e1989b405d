//! Did you mean: the id nearest to one that leads nowhere.

use super::read::Records;
use crate::model::Kind;

/// How alike two ids must be (Jaro-Winkler, 0 to 1) for one to be offered for the other.
const ALIKE: f64 = 0.88;

/// How many ids are compared at most for one check, so that a million dangling references cost no
/// more than they give.
const COMPARED: usize = 2_000_000;

/// How many comparisons are left.
pub(crate) struct Hints(usize);

impl Default for Hints {
    fn default() -> Self {
        Self(COMPARED)
    }
}

impl Records {
    /// The id of a record of one of these kinds that is most like `id`; of equals the first.
    /// Linear in the ids.
    pub(crate) fn nearest(&self, id: &str, kinds: &[Kind]) -> Option<String> {
        self.nearest_within(&mut Hints::default(), id, kinds)
    }

    /// As [`Records::nearest`], as long as there are comparisons left.
    pub(crate) fn nearest_within(&self, hints: &mut Hints, id: &str, kinds: &[Kind]) -> Option<String> {
        hints.0 = hints.0.checked_sub(self.symbols.len())?;
        let mut best: Option<(f64, &str)> = None;
        for (symbol, name) in self.symbols.iter(&self.text) {
            let fits =
                self.row_of(symbol).and_then(|row| self.rows.kind(row)).is_some_and(|kind| kinds.contains(&kind));
            let likeness = if fits { strsim::jaro_winkler(id, name) } else { 0.0 };
            if likeness >= ALIKE && best.is_none_or(|(found, _)| likeness > found) {
                best = Some((likeness, name));
            }
        }
        best.map(|(_, name)| name.to_owned())
    }
}
