//! Changing records, row by row. What is found in a row is found again; the other rows stay as they are.

use super::read::{NO_SYMBOL, Records, Scratch, read_row};
use super::rows::{Row, RowId};
use super::symbols::Symbol;
use crate::json::{Reader, Shape, Syntax, SyntaxFault};
use crate::model::Kind;

/// How deep a record lies in a document.
const DEPTH: usize = 2;

/// A record as it is read before it is added.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: Kind,
    pub(crate) json: String,
    /// Its id; `None`: it has none that can be read.
    pub(crate) id: Option<String>,
}

impl Draft {
    /// Reads the text of one record, an object and nothing behind it.
    pub(crate) fn read(kind: Kind, json: String) -> Result<Self, Syntax> {
        let mut reader = Reader::new(&json);
        reader.cursor.lie_at(DEPTH);
        if reader.cursor.shape()? != Shape::Object {
            let fault = SyntaxFault::NotJson("expected an object".to_owned());
            return Err(Syntax { at: reader.cursor.at(), fault });
        }
        let mut scratch = Scratch::new(&json, 0);
        read_row(kind, &mut reader, &mut scratch)?;
        reader.cursor.finish()?;
        let id = scratch.take_id();
        Ok(Self { kind, json, id })
    }
}

impl Records {
    /// Adds records. `None`: there would be more than a register holds.
    pub(crate) fn add(&mut self, drafts: &[Draft]) -> Option<()> {
        for draft in drafts {
            let row = self.rows.numbers();
            self.write(draft, |records, new| records.rows.push(new))?;
            debug_assert!(self.rows.numbers() == row + 1, "one row a draft");
        }
        self.settle()
    }

    /// Puts another record in the place of one.
    pub(crate) fn put(&mut self, row: RowId, draft: &Draft) -> Option<()> {
        self.forget(row);
        self.write(draft, |records, new| {
            records.rows.put(row, new);
            Some(row)
        })?;
        self.settle()
    }

    /// Removes a record.
    pub(crate) fn remove(&mut self, row: RowId) {
        self.forget(row);
        self.rows.remove(row);
    }

    /// Whether there is room for so much more text, with all that may be found in it.
    pub(crate) fn has_room(&self, bytes: usize) -> bool {
        // Of text with escapes its ids are kept once more.
        bytes.saturating_mul(2) <= self.text.room() && self.rows.numbers().saturating_add(bytes) < RowId::MAX as usize
    }

    fn write(&mut self, draft: &Draft, place: impl FnOnce(&mut Self, Row) -> Option<RowId>) -> Option<()> {
        let piece = self.text.push(&draft.json)?;
        let mut reader = Reader::new(&draft.json);
        let mut scratch = Scratch::new(&draft.json, piece.start as usize);
        let (new, begin) = read_row(draft.kind, &mut reader, &mut scratch).ok()?;
        let row = place(self, new)?;
        self.note(row, begin, &mut scratch)
    }

    /// Forgets what was found in a row, and that its id means it.
    pub(super) fn forget(&mut self, row: RowId) {
        self.references.clear(row);
        self.labels.forget(row);
        if let Ok(at) = self.begins.binary_search_by_key(&row, |begin| begin.row) {
            self.begins.remove(at);
        }
        let Some(symbol) = self.symbol_of(row) else { return };
        if let Some(id) = self.id_of_row.get_mut(row as usize) {
            *id = NO_SYMBOL;
        }
        if self.row_of(symbol) != Some(row) {
            self.doubles -= 1;
            return;
        }
        let next = if self.doubles > 0 { self.first_of(symbol) } else { None };
        self.doubles -= usize::from(next.is_some());
        if let Some(owner) = self.row_of_id.get_mut(symbol as usize) {
            *owner = next.unwrap_or(RowId::MAX);
        }
    }

    /// The first row, as saved, that has an id.
    fn first_of(&self, symbol: Symbol) -> Option<RowId> {
        let rows = self.rows.kinds().filter(|(row, _)| self.symbol_of(*row) == Some(symbol));
        rows.filter_map(|(row, kind)| Some((kind?, row))).min().map(|(_, row)| row)
    }
}
