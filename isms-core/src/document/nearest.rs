//! Did you mean: the id nearest to one that leads nowhere.

use super::read::Records;
use super::symbols::Symbol;
use crate::model::Kind;

/// How alike two ids must be (Jaro-Winkler, 0 to 1) for one to be offered for the other.
const ALIKE: f64 = 0.88;

/// How many ids are compared at most for one check, so that a million dangling references cost no
/// more than they give.
const COMPARED: usize = 2_000_000;

/// An id that leads nowhere, the kinds of record that may be meant by it, and the likest id found.
struct Search<'r> {
    id: &'r str,
    form: Form,
    kinds: &'r [Kind],
    best: Option<(f64, Symbol)>,
}

impl Records {
    /// The id of a record of one of these kinds that is most like `id`; of equals the first.
    /// Linear in the ids.
    pub(crate) fn nearest(&self, id: &str, kinds: &[Kind]) -> Option<String> {
        self.nearest_to_each(std::iter::once((id, kinds))).pop().flatten()
    }

    /// The same for several ids, as many of them as one check searches for: each id of the register is looked at once.
    pub(crate) fn nearest_to_each<'r>(
        &'r self,
        wanted: impl Iterator<Item = (&'r str, &'r [Kind])>,
    ) -> Vec<Option<String>> {
        let most = COMPARED / self.symbols.len().max(1);
        let mut searches: Vec<_> =
            wanted.take(most).map(|(id, kinds)| Search { id, form: Form::of(id), kinds, best: None }).collect();
        if !searches.is_empty() {
            for (symbol, name) in self.symbols.each(&self.text) {
                let Some(kind) = self.row_of(symbol).and_then(|row| self.rows.kind(row)) else { continue };
                let form = Form::of(name);
                for search in &mut searches {
                    if search.form.may_be_like(&form) && search.kinds.contains(&kind) {
                        search.compare(symbol, name);
                    }
                }
            }
        }
        searches.into_iter().map(|search| search.best.map(|(_, symbol)| self.name(symbol).to_owned())).collect()
    }
}

impl Search<'_> {
    fn compare(&mut self, symbol: Symbol, name: &str) {
        let likeness = strsim::jaro_winkler(self.id, name);
        let is_better = |(best, first)| likeness > best || (likeness >= best && symbol < first);
        if likeness >= ALIKE && self.best.is_none_or(is_better) {
            self.best = Some((likeness, symbol));
        }
    }
}

/// What of an id tells it apart from most others quickly.
#[derive(Clone, Copy)]
struct Form {
    /// How many characters it has.
    length: u32,
    /// A bit for each of its characters. Letters, digits and the usual marks of ids have one of their own.
    characters: u64,
    /// Its first characters.
    begin: [Option<char>; 4],
}

impl Form {
    fn of(id: &str) -> Self {
        let mut form = Self { length: 0, characters: 0, begin: [None; 4] };
        for character in id.chars() {
            let code = u32::from(character);
            form.characters |= 1 << ((code & 31) | (code >> 1 & 32));
            if let Some(place) = form.begin.get_mut(form.length as usize) {
                *place = Some(character);
            }
            form.length = form.length.saturating_add(1);
        }
        form
    }

    /// Whether two ids may be alike. A character that only one of them has can't be matched, nor can what one has more
    /// than the other: with a of m characters unmatched, and b of n, they are no more alike than
    /// 1 - (1 - 0.1 × c) × (a/m + b/n) / 3, where c of the first four are in common.
    fn may_be_like(&self, other: &Self) -> bool {
        // A little more, for what rounding may take away.
        const MOST: f64 = (1.0 - ALIKE) * 3.0 + 1e-9;
        let unmatched = self.characters ^ other.characters;
        // The same with c = 4 and the longer of both lengths, in whole numbers: it says no to most.
        if unmatched.count_ones() * 5 > self.length.max(other.length).saturating_mul(3) {
            return false;
        }
        let share = |form: &Self, other: &Self| {
            let longer_by = form.length.saturating_sub(other.length);
            f64::from((unmatched & form.characters).count_ones().max(longer_by)) / f64::from(form.length.max(1))
        };
        let common = self.begin.iter().zip(&other.begin).take_while(|(own, other)| own == other && own.is_some());
        let common: f64 = common.map(|_| 0.1).sum();
        (1.0 - common) * (share(self, other) + share(other, self)) <= MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn may_be_like(id: &str, other: &str) -> bool {
        Form::of(id).may_be_like(&Form::of(other))
    }

    proptest! {
        #[test]
        fn what_is_alike_may_be_alike(id in "[a-d1-3éЖ-]{0,12}", other in "[a-d1-3éЖ-]{0,12}", tail in "[a-dé]{0,3}") {
            for other in [other.clone(), format!("{id}{tail}"), format!("{tail}{id}")] {
                if strsim::jaro_winkler(&id, &other) >= ALIKE {
                    prop_assert!(may_be_like(&id, &other), "{} {}", id, other);
                }
            }
        }
    }

    #[test]
    fn most_others_are_told_apart_quickly() {
        assert!(may_be_like("upper-vally", "upper-valley"));
        assert!(may_be_like("Дорога-1", "Дорога-2"));
        let long = "upper-valley".repeat(1_000);
        for (id, other) in [
            (long.as_str(), "upper-valley"),
            ("upper-vally", ""),
            ("upper-vally", "f12"),
            ("upper-vally", "escort"),
            ("дорога", "мост"),
        ] {
            assert!(!may_be_like(id, other), "{id} {other}");
        }
    }
}
