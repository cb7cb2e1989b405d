//! Editing: records come, change and go; the graph follows.

use super::Register;
use super::batch::Batch;
use super::refuse::{draft, full, other_kind};
use crate::document::{Draft, RowId};
use crate::finding::Refusal;
use crate::model::{Kind, Record};
use std::sync::OnceLock;

/// How many bytes of text that no record uses any more a register keeps at least.
const SLACK: usize = 1 << 20;

impl Register {
    /// A register without records.
    ///
    /// ```
    /// use isms_core::{Register, RiskFactor};
    /// let mut register = Register::new("valley-office", "Valley office");
    /// register.insert(RiskFactor::new("arms", "Small arms on the market"))?;
    /// assert_eq!(register.len(), 1);
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        let mut register = Self::default();
        register.header.id = Some(id.into());
        register.header.title = Some(title.into());
        register
    }

    /// Adds a record, at the end of its table. What is wrong within it is found by [`Register::check`].
    ///
    /// Cost: that of the record. The next question builds the graph anew, which is linear in the register.
    ///
    /// # Errors
    /// Refuses an id that a record has already (`duplicate_id`), and a register that is full (`over_limit`).
    pub fn insert(&mut self, record: impl Into<Record>) -> Result<(), Refusal> {
        let record = record.into();
        self.insert_json(record.kind(), &record.to_json())
    }

    /// Adds a record of this kind from its JSON text. All of it is kept, also what we don't know.
    ///
    /// # Errors
    /// As [`Register::insert`]; also what is no object of JSON text (`not_json`), or too deep (`over_limit`).
    pub fn insert_json(&mut self, kind: Kind, json: &str) -> Result<(), Refusal> {
        let mut batch = Batch::new();
        batch.read(kind, json)?;
        self.add_all(batch).map_err(|(_, refusal)| refusal)
    }

    /// Puts a record in the place of the one that has its id; of equal ids, of the first.
    ///
    /// Cost: as [`Register::insert`]. If the record gets its first date or its first label, eight to forty bytes are
    /// moved for each record behind it that has one.
    ///
    /// # Errors
    /// Refuses an id that no record has (`unknown_id`), and a record of another kind (`wrong_kind`).
    pub fn replace(&mut self, record: impl Into<Record>) -> Result<(), Refusal> {
        let record = record.into();
        self.put(&draft(record.kind(), record.to_json())?)
    }

    /// Puts a record, from its JSON text, in the place of the one that has its id; of equal ids, of the first.
    ///
    /// # Errors
    /// As [`Register::replace`] and [`Register::insert_json`].
    pub fn replace_json(&mut self, kind: Kind, json: &str) -> Result<(), Refusal> {
        self.put(&draft(kind, json.to_owned())?)
    }

    /// Removes the record of an id; of equal ids, the first.
    ///
    /// Cost: constant, or linear in the register where ids are double.
    ///
    /// # Errors
    /// Refuses an id that no record has (`unknown_id`).
    pub fn remove(&mut self, id: &str) -> Result<(), Refusal> {
        let row = self.known(id)?;
        self.spare(row);
        self.records.remove(row);
        self.changed();
        Ok(())
    }

    fn put(&mut self, draft: &Draft) -> Result<(), Refusal> {
        let row = self.known(draft.id.as_deref().unwrap_or_default())?;
        match self.records.rows.kind(row) {
            Some(kind) if kind == draft.kind => (),
            found => return Err(other_kind(draft, found)),
        }
        self.check_room(draft.json.len())?;
        self.spare(row);
        self.records.put(row, draft).ok_or_else(full)?;
        self.changed();
        Ok(())
    }

    pub(super) fn known(&self, id: &str) -> Result<RowId, Refusal> {
        self.row(id).ok_or_else(|| self.unknown_id(id, Kind::ALL))
    }

    pub(super) fn check_room(&self, bytes: usize) -> Result<(), Refusal> {
        if self.records.has_room(bytes) { Ok(()) } else { Err(full()) }
    }

    /// The text of a row will be used no more.
    pub(super) fn spare(&mut self, row: RowId) {
        self.spared += self.records.json(row).len();
    }

    /// The graph is built anew when it is asked for; text that no record uses any more is given back once it is the
    /// larger part, so that the cost of an edit stays that of its record.
    pub(super) fn changed(&mut self) {
        self.graph = OnceLock::new();
        if self.spared > SLACK && self.spared > self.records.text.len() / 2 {
            // What we write ourselves we open.
            if let Ok(register) = Self::open(self.save()) {
                *self = register;
            }
        }
    }
}
