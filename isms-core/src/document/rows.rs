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
    /// It was removed.
    pub(crate) gone: bool,
}

/// All rows of a register, in the order of the document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rows {
    rows: Vec<Row>,
    gone: usize,
    /// The place of each row in its table, once someone asks.
    places: OnceLock<Vec<RowId>>,
}

impl Rows {
    /// Adds a row. `None`: there are too many.
    pub(crate) fn push(&mut self, row: Row) -> Option<RowId> {
        let id = RowId::try_from(self.rows.len()).ok().filter(|id| *id < RowId::MAX)?;
        self.rows.push(row);
        self.places.take();
        Some(id)
    }

    /// Puts another record in the place of one.
    pub(crate) fn put(&mut self, id: RowId, row: Row) {
        if let Some(known) = self.rows.get_mut(id as usize) {
            *known = row;
        }
    }

    /// Removes a row. The numbers of the others stay.
    pub(crate) fn remove(&mut self, id: RowId) {
        if let Some(row) = self.rows.get_mut(id as usize).filter(|row| !row.gone) {
            row.gone = true;
            self.gone += 1;
            self.places.take();
        }
    }

    /// How many records there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len() - self.gone
    }

    /// How many row numbers are taken, those of removed rows among them.
    pub(crate) fn numbers(&self) -> usize {
        self.rows.len()
    }

    #[inline]
    pub(crate) fn get(&self, id: RowId) -> Option<Row> {
        self.rows.get(id as usize).copied().filter(|row| !row.gone)
    }

    /// The kind of a row.
    #[inline]
    pub(crate) fn kind(&self, id: RowId) -> Option<Kind> {
        self.get(id).map(|row| row.kind)
    }

    /// All rows, in the order of the document.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (RowId, Row)> {
        self.all().filter(|(_, row)| !row.gone)
    }

    /// All rows, removed ones among them.
    pub(crate) fn all(&self) -> impl Iterator<Item = (RowId, Row)> {
        (0..).zip(self.rows.iter().copied())
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
        let mut place = |row: Row| {
            let count = counts.get_mut(row.kind as usize)?;
            let place = *count;
            *count += RowId::from(!row.gone);
            Some(place)
        };
        self.rows.iter().map(|row| place(*row).unwrap_or_default()).collect()
    }
}
