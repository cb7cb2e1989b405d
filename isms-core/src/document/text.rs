//! The text of a register: one string that was opened, one that was written since.

use std::sync::Arc;

/// How many bytes of text a register holds at most. A place in it is a number of 32 bits, on every platform.
pub(crate) const MOST_BYTES: usize = u32::MAX as usize;

/// A piece of the text of a register.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: u32,
    pub(crate) length: u32,
}

impl Piece {
    /// `None`: it lies beyond what a register holds.
    pub(crate) fn new(start: usize, length: usize) -> Option<Self> {
        start.checked_add(length).filter(|end| *end <= MOST_BYTES)?;
        Some(Self { start: u32::try_from(start).ok()?, length: u32::try_from(length).ok()? })
    }

    /// Where it ends.
    pub(crate) fn end(self) -> usize {
        self.start as usize + self.length as usize
    }

    /// The piece, so many bytes further on.
    pub(crate) fn moved(self, bytes: usize) -> Option<Self> {
        Self::new((self.start as usize).checked_add(bytes)?, self.length as usize)
    }
}

/// An id as it was read: where it stands, or, if it is written with escapes, what it is.
#[derive(Clone, Debug)]
pub(crate) enum Name {
    Piece(Piece),
    Escaped(String),
}

/// The text of a register. Pieces of what was written since it was opened are counted on from its end.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    opened: Arc<String>,
    written: String,
    /// How many bytes it holds at most.
    most: usize,
}

impl Default for Text {
    fn default() -> Self {
        Self::new(Arc::default(), MOST_BYTES)
    }
}

impl Text {
    /// The text of a document. It is kept as it is: no record is copied. Fewer than [`MOST_BYTES`] are for tests, which
    /// can't write 4 GiB.
    pub(crate) fn new(opened: Arc<String>, most: usize) -> Self {
        Self { opened, written: String::new(), most }
    }

    /// Adds text. `None`: there would be more of it than a register holds; nothing was added.
    pub(crate) fn push(&mut self, text: &str) -> Option<Piece> {
        let piece = Piece::new(self.len(), text.len()).filter(|_| text.len() <= self.room())?;
        self.written.push_str(text);
        Some(piece)
    }

    /// How many more bytes it can hold.
    pub(crate) fn room(&self) -> usize {
        self.most.saturating_sub(self.len())
    }

    /// Adds all text of another register. `None`: there would be more of it than a register holds; nothing was added.
    pub(crate) fn append(&mut self, other: &Self) -> Option<()> {
        (other.len() <= self.room()).then_some(())?;
        self.written.push_str(&other.opened);
        self.written.push_str(&other.written);
        Some(())
    }

    /// Where a name stands; one that was written with escapes is added without them. `None`: there is no room for it.
    pub(crate) fn piece(&mut self, name: Name) -> Option<Piece> {
        match name {
            Name::Piece(piece) => Some(piece),
            Name::Escaped(id) => self.push(&id),
        }
    }

    /// The text of a piece.
    #[inline]
    pub(crate) fn get(&self, piece: Piece) -> &str {
        let (start, length) = (piece.start as usize, piece.length as usize);
        let found = match start.checked_sub(self.opened.len()) {
            None => self.opened.get(start..start + length),
            Some(start) => self.written.get(start..start + length),
        };
        found.unwrap_or_default()
    }

    /// How many bytes there are.
    pub(crate) fn len(&self) -> usize {
        self.opened.len() + self.written.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_ends_where_32_bits_end() {
        assert_eq!(Piece::new(MOST_BYTES - 3, 3), Some(Piece { start: u32::MAX - 3, length: 3 }));
        assert_eq!(Piece::new(MOST_BYTES - 3, 4), None);
        assert_eq!(Piece::new(MOST_BYTES, 1), None);
        assert_eq!(Piece::new(usize::MAX, 1), None, "no overflow");
    }

    #[test]
    fn pieces_of_both_texts_are_found() {
        let mut text = Text::new(Arc::new("opened".to_owned()), 13);
        let written = text.push("written").unwrap();
        assert_eq!(text.get(written), "written");
        assert_eq!(text.get(Piece::new(2, 3).unwrap()), "ene");
        assert_eq!(text.len(), 13);
        assert_eq!(text.push("!"), None, "it is full");
        assert_eq!(text.len(), 13, "nothing was added");
    }
}
