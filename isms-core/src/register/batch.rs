//! Records that are ready to be added, all of them or none.

use super::Register;
use super::refuse::{full, no_record, stopped, taken};
use crate::document::Records;
use crate::finding::Refusal;
use crate::model::{Kind, Record};
use crate::value::{NoWatch, Watch};
use fixedbitset::FixedBitSet;

/// After how many records the caller is told how far we are.
const STEP: usize = 1_024;

/// Records that were read and are ready to be added to a register. They are gathered outside it, as slowly as their source
/// gives them, and [`Register::add`] adds them all at once, or none.
///
/// ```
/// use isms_core::{Batch, Kind, Loss, Register};
/// let mut batch = Batch::new();
/// batch.push(Loss::new("driver", "Driver injured"))?;
/// batch.push_json(Kind::Incident, r#"{"id": "ambush", "title": "Relief convoy ambushed"}"#)?;
/// let mut register = Register::new("valley-office", "Valley office");
/// register.add(batch)?;
/// assert_eq!(register.len(), 2);
/// # Ok::<(), isms_core::Refusal>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Batch {
    records: Records,
}

impl Batch {
    /// No records yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a record.
    ///
    /// # Errors
    /// Refuses a record that is too large or too deep (`over_limit`); `path` has its number, from 0.
    pub fn push(&mut self, record: impl Into<Record>) -> Result<(), Refusal> {
        let record = record.into();
        self.push_json(record.kind(), &record.to_json())
    }

    /// Adds a record of this kind from its JSON text.
    ///
    /// # Errors
    /// As [`Batch::push`]; also what is no object of JSON text (`not_json`).
    pub fn push_json(&mut self, kind: Kind, json: &str) -> Result<(), Refusal> {
        self.read(kind, json).map_err(|refusal| refusal.within(&format!("/{}", self.len())))
    }

    /// As [`Batch::push_json`], for a record that has no number.
    pub(super) fn read(&mut self, kind: Kind, json: &str) -> Result<(), Refusal> {
        self.records.append(kind, json).map_err(|syntax| no_record(kind, &syntax))
    }

    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.rows.len()
    }

    /// There are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Register {
    /// Adds the records of a batch at the ends of their tables: all of them, or with an error none. What is wrong within
    /// them is found by [`Register::check`].
    ///
    /// Cost: linear in the batch, and less than reading it.
    ///
    /// # Errors
    /// Refuses an id that a record has already, or two of the batch (`duplicate_id`), and a register that is full
    /// (`over_limit`).
    pub fn add(&mut self, batch: Batch) -> Result<(), Refusal> {
        self.add_all(batch).map_err(|(number, refusal)| refusal.within(&format!("/{number}")))
    }

    /// Adds many records, or none of them: with an error the register is as it was.
    ///
    /// ```
    /// use isms_core::{Causes, Incident, Loss, Record, Register};
    /// let mut register = Register::new("valley-office", "Valley office");
    /// let ambush = Incident::new("ambush", "Relief convoy ambushed");
    /// let mut driver = Loss::new("driver", "Driver injured");
    /// driver.causes = Some(Causes::of(["ambush"]));
    /// register.extend([Record::from(ambush), Record::from(driver)])?;
    /// assert_eq!(register.trace("driver")?.causes.incidents, ["ambush"]);
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    ///
    /// Cost: linear in the records.
    ///
    /// # Errors
    /// As [`Batch::push`] and [`Register::add`].
    pub fn extend(&mut self, records: impl IntoIterator<Item = impl Into<Record>>) -> Result<(), Refusal> {
        self.extend_watched(records, &mut NoWatch)
    }

    /// As [`Register::extend`], and tells `watch` how many records it has read, of those that the records say they are.
    ///
    /// # Errors
    /// As [`Register::extend`]; also when `watch` stops it: then nothing was added.
    pub fn extend_watched(
        &mut self,
        records: impl IntoIterator<Item = impl Into<Record>>,
        watch: &mut dyn Watch,
    ) -> Result<(), Refusal> {
        let records = records.into_iter();
        let expected = records.size_hint().1.unwrap_or_default();
        let mut batch = Batch::new();
        for record in records {
            batch.push(record)?;
            let done = batch.len();
            if done.is_multiple_of(STEP) && !watch.step(done as u64, expected.max(done) as u64) {
                return Err(stopped());
            }
        }
        let done = batch.len() as u64;
        if watch.step(done, done) { self.add(batch) } else { Err(stopped()) }
    }

    /// The number of a record that can't be added, and why.
    pub(super) fn add_all(&mut self, mut batch: Batch) -> Result<(), (u32, Refusal)> {
        let new = &mut batch.records;
        new.settle().ok_or_else(|| (0, full()))?;
        if !self.records.has_room(new.text.len()) {
            return Err((0, full()));
        }
        let mut seen = FixedBitSet::with_capacity(new.symbols.len());
        for (row, _) in new.rows.iter() {
            let Some(symbol) = new.symbol_of(row) else { continue };
            let id = new.name(symbol);
            if seen.put(symbol as usize) || self.row(id).is_some() {
                return Err((row, taken(id)));
            }
        }
        self.records.adopt(new).ok_or_else(|| (0, full()))?;
        self.changed();
        Ok(())
    }
}
