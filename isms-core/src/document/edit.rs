//! Changing records, row by row. What is found in a row is found again; the other rows stay as they are.

use super::read::{MANY, NO_SYMBOL, Records, Scratch, read_row};
use super::rows::{Row, RowId};
use super::symbols::Symbol;
use crate::json::{Reader, Shape, Syntax, SyntaxFault};
use crate::model::Kind;
use crate::value::Span;

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
        let mut scratch = Scratch::new(&json, 0);
        read_alone(kind, &json, &mut scratch)?;
        let id = scratch.take_id();
        Ok(Self { kind, json, id })
    }
}

/// Reads text that is one record and nothing else.
fn read_alone<'a>(kind: Kind, json: &'a str, scratch: &mut Scratch<'a>) -> Result<(Row, Option<(Span, bool)>), Syntax> {
    let mut reader = Reader::new(json);
    reader.cursor.lie_at(DEPTH);
    if reader.cursor.shape()? != Shape::Object {
        let fault = SyntaxFault::NotJson("expected an object".to_owned());
        return Err(Syntax { at: reader.cursor.at(), fault });
    }
    let read = read_row(kind, &mut reader, scratch)?;
    reader.cursor.finish()?;
    Ok(read)
}

impl Records {
    /// Reads the text of one record and adds it. With an error nothing is added.
    pub(crate) fn append(&mut self, kind: Kind, json: &str) -> Result<(), Syntax> {
        let mut scratch = Scratch::new(json, self.text.len());
        let (row, begin) = read_alone(kind, json, &mut scratch)?;
        let too_much = || Syntax { at: 0, fault: SyntaxFault::TooMuch };
        if !self.has_room(json.len()) {
            return Err(too_much());
        }
        let added = self.text.push(json).and_then(|_| self.rows.push(row));
        added.and_then(|row| self.note(row, begin, &mut scratch)).ok_or_else(too_much)
    }

    /// Adds all records of another register, none of whose ids a record has here. They are not read again. `None`: there
    /// would be more than a register holds.
    pub(crate) fn adopt(&mut self, other: &Self) -> Option<()> {
        let base = self.text.len();
        let first = RowId::try_from(self.rows.numbers()).ok()?;
        self.text.append(&other.text)?;
        let mut numbers = Vec::with_capacity(other.symbols.len());
        let pieces = other.symbols.pieces().map(|piece| piece.moved(base)).collect::<Option<Vec<_>>>()?;
        for some in pieces.chunks(MANY) {
            self.symbols.intern(&self.text, some, |symbol| numbers.push(symbol))?;
        }
        self.row_of_id.resize(self.symbols.len(), RowId::MAX);
        self.references.adopt(&other.references, &numbers)?;
        for (row, mut new) in other.rows.iter() {
            new.piece = new.piece.moved(base)?;
            let number = self.rows.push(new)?;
            self.id_of_row.resize(self.rows.numbers(), NO_SYMBOL);
            if let Some(symbol) = other.symbol_of(row).and_then(|symbol| numbers.get(symbol as usize)) {
                self.claim(number, *symbol);
            }
        }
        self.labels.adopt(&other.labels, first);
        for (row, begin) in other.begins.iter() {
            self.begins.set(first + row, begin);
        }
        Some(())
    }

    /// Puts another record in the place of one.
    pub(crate) fn put(&mut self, row: RowId, draft: &Draft) -> Option<()> {
        self.forget(row);
        let piece = self.text.push(&draft.json)?;
        let mut scratch = Scratch::new(&draft.json, piece.start as usize);
        let (new, begin) = read_alone(draft.kind, &draft.json, &mut scratch).ok()?;
        self.rows.put(row, new);
        self.note(row, begin, &mut scratch)?;
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

    /// Forgets what was found in a row, and that its id means it.
    pub(super) fn forget(&mut self, row: RowId) {
        self.references.clear(row);
        self.labels.forget(row);
        self.begins.forget(row);
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
