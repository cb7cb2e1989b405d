//! Ids as small numbers: each id has one, whether a record has it or a reference names it. Its text stays where it
//! stands in the text of the register.

use super::text::{Piece, Text};
use hashbrown::{DefaultHashBuilder, HashTable};
use std::hash::BuildHasher as _;

/// The number of an id.
pub(crate) type Symbol = u32;

/// All ids of a register.
#[derive(Clone, Debug, Default)]
pub(crate) struct Symbols {
    pieces: Vec<Piece>,
    table: HashTable<Slot>,
    hasher: DefaultHashBuilder,
}

/// An id in the table. Its mark tells almost all ids apart, its head and length tell short ids that are equal: their
/// text lies far away, and to look at it costs more than all else.
#[derive(Clone, Copy, Debug)]
struct Slot {
    mark: u32,
    symbol: Symbol,
    length: u32,
    head: [u8; HEAD],
}

/// How many bytes of an id its slot has.
const HEAD: usize = 16;

/// The first bytes of an id, with zeros behind a shorter one.
fn head(id: &str) -> [u8; HEAD] {
    let mut head = [0; HEAD];
    let first = id.as_bytes().get(..HEAD).unwrap_or(id.as_bytes());
    if let Some(place) = head.get_mut(..first.len()) {
        place.copy_from_slice(first);
    }
    head
}

/// The table grows by the marks alone. It wants hashes that differ in their high and in their low bits.
fn spread(mark: u32) -> u64 {
    u64::from(mark).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

impl Symbols {
    /// How many more ids there is room for.
    pub(crate) fn room(&self) -> usize {
        self.table.capacity() - self.table.len()
    }

    /// Makes room for so many more ids.
    pub(crate) fn reserve(&mut self, ids: usize) {
        self.pieces.reserve(ids);
        self.table.reserve(ids, |slot| spread(slot.mark));
    }

    /// Shows the number of each id that stands there; a new one for an id not seen before. `None`: there are too many.
    pub(crate) fn intern(&mut self, text: &Text, pieces: &[Piece], mut show: impl FnMut(Symbol)) -> Option<()> {
        let marks: Vec<u32> = pieces.iter().map(|piece| self.mark(text.get(*piece))).collect();
        self.touch(&marks);
        for (piece, mark) in pieces.iter().zip(marks) {
            show(self.intern_marked(text, *piece, mark)?);
        }
        Some(())
    }

    /// Looks at the slots that will be needed, one after the other with nothing between: the processor then waits for
    /// many of them at once, not for each in its turn. It halves the time of the lookups of a large register.
    fn touch(&self, marks: &[u32]) {
        let mut seen = 0;
        for mark in marks {
            let look = |slot: &Slot| {
                seen ^= slot.symbol;
                false
            };
            self.table.find(spread(*mark), look);
        }
        std::hint::black_box(seen);
    }

    fn intern_marked(&mut self, text: &Text, piece: Piece, mark: u32) -> Option<Symbol> {
        let id = text.get(piece);
        let head = head(id);
        if let Some(symbol) = self.find_marked(text, id, mark, head) {
            return Some(symbol);
        }
        let symbol = Symbol::try_from(self.pieces.len()).ok().filter(|symbol| *symbol < Symbol::MAX)?;
        self.pieces.push(piece);
        let slot = Slot { mark, symbol, length: piece.length, head };
        self.table.insert_unique(spread(mark), slot, |slot| spread(slot.mark));
        Some(symbol)
    }

    /// The number of an id that was seen before.
    pub(crate) fn find(&self, text: &Text, id: &str) -> Option<Symbol> {
        self.find_marked(text, id, self.mark(id), head(id))
    }

    fn find_marked(&self, text: &Text, id: &str, mark: u32, head: [u8; HEAD]) -> Option<Symbol> {
        let is = |slot: &Slot| {
            slot.mark == mark
                && slot.length as usize == id.len()
                && slot.head == head
                && (id.len() <= HEAD || self.name(text, slot.symbol) == id)
        };
        self.table.find(spread(mark), is).map(|slot| slot.symbol)
    }

    fn mark(&self, id: &str) -> u32 {
        #[expect(clippy::cast_possible_truncation, reason = "half of the hash is enough of a mark")]
        let mark = self.hasher.hash_one(id) as u32;
        mark
    }

    /// The id of a number.
    pub(crate) fn name<'t>(&self, text: &'t Text, symbol: Symbol) -> &'t str {
        self.pieces.get(symbol as usize).map_or("", |piece| text.get(*piece))
    }

    /// Where they stand, in the order in which they were seen.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece> {
        self.pieces.iter().copied()
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.pieces.len()
    }

    /// All ids with their numbers, in no order. Short ones are found in the table, without a look at the text.
    pub(crate) fn each<'t>(&'t self, text: &'t Text) -> impl Iterator<Item = (Symbol, &'t str)> {
        self.table.iter().map(|slot| {
            let short = slot.head.get(..slot.length as usize).and_then(|head| std::str::from_utf8(head).ok());
            (slot.symbol, short.unwrap_or_else(|| self.name(text, slot.symbol)))
        })
    }
}
