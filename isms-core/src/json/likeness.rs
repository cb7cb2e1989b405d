//! What unknown keys may be by mistake: a known one misspelled, or one that names a person.

use super::cursor::Fields;
use super::personal;
use hashbrown::HashMap;

/// What an unknown key may be.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Guess {
    /// The field that it is much like: a misspelled `causes` would lose a trace without a word.
    pub(super) near: Option<&'static str>,
    /// What it tells of a person.
    pub(super) tells: Option<&'static str>,
}

/// Likeness, remembered, since a million records may have the same key.
#[derive(Default)]
pub(crate) struct Likeness(HashMap<(usize, usize), HashMap<String, Guess>>);

impl Likeness {
    /// How alike a key and a field must be (Jaro-Winkler, 0 to 1).
    const ALIKE: f64 = 0.9;
    /// A longer key is like no field.
    const NEAR: usize = 32;
    /// A longer key is no name of anything.
    const LONGEST: usize = 100;
    /// How many keys are remembered for one list of fields.
    const MOST: usize = 1_000;

    pub(super) fn of(&mut self, fields: Fields, key: &str) -> Guess {
        if key.len() > Self::LONGEST {
            return Guess::default();
        }
        let known = self.0.entry((fields.as_ptr() as usize, fields.len())).or_default();
        if let Some(guess) = known.get(key) {
            return *guess;
        }
        let guess = Guess { near: near(fields.iter().copied(), key), tells: personal::tells(key) };
        if known.len() < Self::MOST {
            known.insert(key.to_owned(), guess);
        }
        guess
    }
}

/// The name most like a key, if one is much like it; of equally like ones the last.
pub(crate) fn near<'n>(names: impl Iterator<Item = &'n str>, key: &str) -> Option<&'n str> {
    if key.len() > Likeness::NEAR {
        return None;
    }
    let lower = key.to_lowercase();
    let alike = names.map(|name| (strsim::jaro_winkler(name, &lower), name));
    let near = alike.filter(|(likeness, _)| *likeness >= Likeness::ALIKE).max_by(|a, b| a.0.total_cmp(&b.0));
    near.map(|(_, name)| name)
}
