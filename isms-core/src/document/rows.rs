//! Rows: where each record stands in the text of the register.

use super::text::Piece;
use crate::model::Kind;
use std::sync::OnceLock;

/// The number of a row, from 0 in the order of the document.
pub(crate) type RowId = u32;

/// One record, or what stands in its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) piece: Piece,
    pub(crate) kind: Kind,
    /// It is saved as it is written: something in it has no place in our types.
    pub(crate) raw: bool,
    /// Its text is what saving would write.
    pub(crate) tidy: bool,
    /// Something in it is a finding already when it is read.
    pub(crate) faulty: bool,
    /// It may have a word that no bundled taxonomy has where it should.
    pub(crate) odd_word: bool,
    /// It was removed.
    pub(crate) gone: bool,
}

/// All rows of a register, in the order of the document. What every question asks for, the kind, lies close together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
    gone: usize,
    /// A bit for each kind of which there is, or was, a row: nobody looks through a million rows for a kind that is not there.
    met: u64,
    /// Whether there is, or was, a row with an odd word.
    odd_words: bool,
    /// The place of each row in its table, once someone asks.
    places: OnceLock<Vec<RowId>>,
}

/// A row without its piece.
#[derive(Clone, Copy, Debug)]
struct Mark {
    kind: Kind,
    flags: u8,
}

const RAW: u8 = 1;
const TIDY: u8 = 2;
const FAULTY: u8 = 4;
const GONE: u8 = 8;
const ODD_WORD: u8 = 16;

impl Mark {
    fn of(row: Row) -> Self {
        let flag = |is: bool, flag: u8| if is { flag } else { 0 };
        let flags = flag(row.raw, RAW) | flag(row.tidy, TIDY) | flag(row.faulty, FAULTY) | flag(row.gone, GONE);
        Self { kind: row.kind, flags: flags | flag(row.odd_word, ODD_WORD) }
    }

    fn is(self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

impl Rows {
    /// Adds a row. `None`: there are too many.
    pub(crate) fn push(&mut self, row: Row) -> Option<RowId> {
        let id = RowId::try_from(self.marks.len()).ok().filter(|id| *id < RowId::MAX)?;
        self.pieces.push(row.piece);
        self.marks.push(Mark::of(row));
        self.note(row);
        self.places.take();
        Some(id)
    }

    /// Puts another record in the place of one.
    pub(crate) fn put(&mut self, id: RowId, row: Row) {
        if let (Some(piece), Some(mark)) = (self.pieces.get_mut(id as usize), self.marks.get_mut(id as usize)) {
            *piece = row.piece;
            *mark = Mark::of(row);
            self.note(row);
        }
    }

    fn note(&mut self, row: Row) {
        self.met |= 1 << row.kind as u64;
        self.odd_words |= row.odd_word;
    }

    /// Removes a row. The numbers of the others stay.
    pub(crate) fn remove(&mut self, id: RowId) {
        if let Some(mark) = self.marks.get_mut(id as usize).filter(|mark| !mark.is(GONE)) {
            mark.flags |= GONE;
            self.gone += 1;
            self.places.take();
        }
    }

    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.marks.len() - self.gone
    }

    /// How many row numbers are taken, those of removed rows among them.
    pub(crate) fn numbers(&self) -> usize {
        self.marks.len()
    }

    pub(crate) fn get(&self, id: RowId) -> Option<Row> {
        let (piece, mark) = (self.pieces.get(id as usize)?, self.marks.get(id as usize)?);
        Some(row(*piece, *mark)).filter(|row| !row.gone)
    }

    /// Whether there may be rows of a kind.
    pub(crate) fn has(&self, kind: Kind) -> bool {
        self.met >> kind as u64 & 1 == 1
    }

    /// The kind of a row.
    #[inline]
    pub(crate) fn kind(&self, id: RowId) -> Option<Kind> {
        self.marks.get(id as usize).filter(|mark| !mark.is(GONE)).map(|mark| mark.kind)
    }

    /// All rows, in the order of the document.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (RowId, Row)> {
        let rows = self.pieces.iter().zip(&self.marks).map(|(piece, mark)| row(*piece, *mark));
        (0..).zip(rows).filter(|(_, row)| !row.gone)
    }

    /// The rows that may have a word that no bundled taxonomy has, in the order of the document.
    pub(crate) fn with_odd_words(&self) -> impl Iterator<Item = RowId> {
        let marks: &[Mark] = if self.odd_words { &self.marks } else { &[] };
        (0..).zip(marks).filter(|(_, mark)| mark.is(ODD_WORD) && !mark.is(GONE)).map(|(row, _)| row)
    }

    /// The kinds of all rows, in the order of the document; `None`: the row was removed.
    pub(crate) fn kinds(&self) -> impl Iterator<Item = (RowId, Option<Kind>)> {
        (0..).zip(self.marks.iter().map(|mark| Some(mark.kind).filter(|_| !mark.is(GONE))))
    }

    /// The rows of a kind from a number on.
    pub(crate) fn of_kind_from(&self, kind: Kind, from: usize) -> impl Iterator<Item = RowId> {
        let marks = self.marks.get(from..).filter(|_| self.has(kind)).unwrap_or_default();
        let found = marks.iter().enumerate().filter(move |(_, mark)| mark.kind == kind && !mark.is(GONE));
        found.filter_map(move |(at, _)| RowId::try_from(from + at).ok())
    }

    /// The JSON pointer of a row: its table and its place in it.
    pub(crate) fn pointer(&self, id: RowId) -> String {
        let place = self.places.get_or_init(|| self.places()).get(id as usize);
        match (self.kind(id), place) {
            (Some(kind), Some(place)) => format!("/{}/{place}", kind.plural()),
            _ => String::new(),
        }
    }

    fn places(&self) -> Vec<RowId> {
        let mut counts: [RowId; Kind::ALL.len()] = [0; Kind::ALL.len()];
        let mut place = |kind: Kind| {
            let count = counts.get_mut(kind as usize)?;
            *count += 1;
            Some(*count - 1)
        };
        self.kinds().map(|(_, kind)| kind.and_then(&mut place).unwrap_or_default()).collect()
    }
}

fn row(piece: Piece, mark: Mark) -> Row {
    Row {
        piece,
        kind: mark.kind,
        raw: mark.is(RAW),
        tidy: mark.is(TIDY),
        faulty: mark.is(FAULTY),
        odd_word: mark.is(ODD_WORD),
        gone: mark.is(GONE),
    }
}
