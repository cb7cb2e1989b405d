//! The spellings of one name, of which one is chosen whatever the order of the rows.

use std::collections::BTreeMap;

/// Spellings with how often each stands in the file.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings(BTreeMap<String, u64>);

impl Spellings {
    pub(super) fn add(&mut self, text: &str) {
        match self.0.get_mut(text) {
            Some(count) => *count += 1,
            None => drop(self.0.insert(text.to_owned(), 1)),
        }
    }

    /// The most frequent one; of equally frequent ones the first by its bytes.
    pub(super) fn chosen(&self) -> Option<&str> {
        let best = self.0.iter().max_by(|(a, often_a), (b, often_b)| often_a.cmp(often_b).then_with(|| b.cmp(a)));
        best.map(|(spelling, _)| spelling.as_str())
    }
}
