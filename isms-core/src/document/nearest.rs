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
        let wanted = Wanted::new(id);
        let mut best: Option<(f64, &str)> = None;
        for (symbol, name) in self.symbols.iter(&self.text) {
            let fits =
                || self.row_of(symbol).and_then(|row| self.rows.kind(row)).is_some_and(|kind| kinds.contains(&kind));
            let likeness = if fits() && wanted.may_be_like(name) { strsim::jaro_winkler(id, name) } else { 0.0 };
            if likeness >= ALIKE && best.is_none_or(|(found, _)| likeness > found) {
                best = Some((likeness, name));
            }
        }
        best.map(|(_, name)| name.to_owned())
    }
}

/// An id that is looked for, made ready to say of most others quickly that they are not like it.
struct Wanted<'i> {
    id: &'i [u8],
    /// A bit for each byte that it has; `None`: it has others than ASCII, and is compared in full.
    bytes: Option<u128>,
}

impl<'i> Wanted<'i> {
    fn new(id: &'i str) -> Self {
        let bytes = id.is_ascii().then(|| id.bytes().fold(0, |bytes, byte| bytes | 1 << (byte & 127)));
        Self { id: id.as_bytes(), bytes }
    }

    /// Whether another id may reach [`ALIKE`]: no more of its bytes can be matched than the other one has at all, which
    /// bounds the likeness from above.
    fn may_be_like(&self, other: &str) -> bool {
        let other = other.as_bytes();
        let Some(bytes) = self.bytes.filter(|_| other.is_ascii()) else { return true };
        let matched = other.iter().filter(|byte| bytes >> (**byte & 127) & 1 == 1).count().min(self.id.len());
        if matched == 0 {
            return self.id.is_empty() && other.is_empty();
        }
        let common = self.id.iter().zip(other).take(4).take_while(|(one, other)| one == other).count();
        #[expect(clippy::cast_precision_loss, reason = "ids are short")]
        let (matched, own, of_other, common) =
            (matched as f64, self.id.len() as f64, other.len() as f64, common as f64);
        let jaro = (matched / own + matched / of_other + 1.0) / 3.0;
        // A little more, for what rounding may take away.
        jaro + 0.1 * common * (1.0 - jaro).max(0.0) >= ALIKE - 1e-9
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_alike_may_be_alike(id in "[a-d1-3é-]{0,12}", other in "[a-d1-3é-]{0,12}", tail in "[a-d]{0,3}") {
            for other in [other.clone(), format!("{id}{tail}"), format!("{tail}{id}")] {
                if strsim::jaro_winkler(&id, &other) >= ALIKE {
                    prop_assert!(Wanted::new(&id).may_be_like(&other), "{} {}", id, other);
                }
            }
        }
    }

    #[test]
    fn most_others_are_told_apart_quickly() {
        let wanted = Wanted::new("upper-vally");
        assert!(wanted.may_be_like("upper-valley"));
        for other in ["", "f12", "market-arms", "escort"] {
            assert!(!wanted.may_be_like(other), "{other}");
        }
    }
}
