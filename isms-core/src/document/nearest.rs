//! Did you mean: the id nearest to one that leads nowhere.

use super::read::Records;
use crate::model::Kind;

/// How alike two ids must be (Jaro-Winkler, 0 to 1) for one to be offered for the other.
const ALIKE: f64 = 0.88;

/// Beyond so many ids none is offered: to look through all of them would cost more than it gives.
const MOST: usize = 50_000;

impl Records {
    /// The id of a record of one of these kinds that is most like `id`; of equals the first.
    /// Linear in the ids, of which it looks through at most fifty thousand.
    pub(crate) fn nearest(&self, id: &str, kinds: &[Kind]) -> Option<String> {
        if self.symbols.len() > MOST {
            return None;
        }
        let mut best: Option<(f64, &str)> = None;
        for (symbol, name) in self.symbols.iter() {
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
