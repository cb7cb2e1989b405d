//! Ids as small numbers: each id is stored once, whether a record has it or a reference names it.

use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// The number of an id.
pub(crate) type Symbol = u32;

/// All ids of a register.
#[derive(Clone, Debug, Default)]
pub(crate) struct Symbols {
    text: String,
    ends: Vec<usize>,
    table: HashTable<Symbol>,
    hasher: DefaultHashBuilder,
}

impl Symbols {
    /// The number of an id; a new one for an id not seen before. `None`: there are too many.
    pub(crate) fn intern(&mut self, id: &str) -> Option<Symbol> {
        let hash = self.hasher.hash_one(id);
        let (text, ends, hasher) = (&self.text, &self.ends, &self.hasher);
        if let Some(symbol) = self.table.find(hash, |symbol| name(text, ends, *symbol) == id) {
            return Some(*symbol);
        }
        let symbol = Symbol::try_from(ends.len()).ok().filter(|symbol| *symbol < Symbol::MAX)?;
        self.table.reserve(1, |symbol| hasher.hash_one(name(text, ends, *symbol)));
        self.text.push_str(id);
        self.ends.push(self.text.len());
        let (text, ends) = (&self.text, &self.ends);
        self.table.insert_unique(hash, symbol, |symbol| self.hasher.hash_one(name(text, ends, *symbol)));
        Some(symbol)
    }

    /// The number of an id that was seen before.
    pub(crate) fn find(&self, id: &str) -> Option<Symbol> {
        let hash = self.hasher.hash_one(id);
        self.table.find(hash, |symbol| self.name(*symbol) == id).copied()
    }

    /// The id of a number.
    pub(crate) fn name(&self, symbol: Symbol) -> &str {
        name(&self.text, &self.ends, symbol)
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// All ids with their numbers, in the order in which they were seen.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Symbol, &str)> {
        (0..).zip(&self.ends).map(|(symbol, _)| (symbol, self.name(symbol)))
    }
}

fn name<'t>(text: &'t str, ends: &[usize], symbol: Symbol) -> &'t str {
    let at = symbol as usize;
    let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or_default();
    let end = ends.get(at).copied().unwrap_or_default();
    text.get(start..end).unwrap_or_default()
}
