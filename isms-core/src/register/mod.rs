//! The register: all records of one agency, or of many together, in memory.

mod batch;
mod edit;
#[cfg(test)]
mod full;
mod header;
mod labels;
mod mend;
#[cfg(test)]
mod older;
mod refuse;
mod shared;
mod withheld;

pub use batch::Batch;
pub use shared::Shared;

use crate::document::{Header, Records, RowId, digest, open, save};
use crate::finding::{Code, Fact, Finding, Refusal};
use crate::graph::{Graph, Written};
use crate::model::{Kind, Record, RecordKind, Relation, reference_pointers};
use crate::value::{Meter, NoWatch, Stopped, Watch};
use std::borrow::Cow;
use std::sync::OnceLock;

/// All records of one agency, or of many together. It keeps them as they were written, row by
/// row, with the ids and references found once; a question reads of them what it needs.
///
/// ```
/// use isms_core::{Loss, Register};
/// let text = br#"{"isms": "1", "losses": [{"id": "driver", "title": "Driver injured", "harm": "injury"}]}"#;
/// let register = Register::open(text)?;
/// let driver: Loss = register.find("driver").unwrap();
/// assert_eq!(driver.harm.as_deref(), Some("injury"));
/// assert_eq!(Register::open(&register.save())?.save(), register.save());
/// # Ok::<(), isms_core::Refusal>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Register {
    pub(crate) header: Header,
    pub(crate) records: Records,
    graph: OnceLock<Graph>,
    /// How many bytes of text no record uses any more.
    spared: usize,
}

impl Register {
    /// Opens a document: UTF-8 JSON text. Its text is kept: bytes that are given away (a `Vec<u8>`) are not copied,
    /// lent ones (a slice) are.
    ///
    /// What is wrong within it is found by [`Register::check`]. Cost: linear in the bytes.
    ///
    /// # Errors
    /// Refuses what is no JSON, has no `isms` key, is of a newer format, or is over a limit.
    pub fn open<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> Result<Self, Refusal> {
        Self::open_watched(bytes, &mut NoWatch)
    }

    /// Opens a document and tells `watch` how far it is.
    ///
    /// # Errors
    /// As [`Register::open`]; also when `watch` stops it.
    pub fn open_watched<'b>(bytes: impl Into<Cow<'b, [u8]>>, watch: &mut dyn Watch) -> Result<Self, Refusal> {
        let (header, records) = open(bytes.into(), watch)?;
        Ok(Self { header, records, ..Self::default() })
    }

    /// The document in its canonical form: fields in the order of the schema, one record a line.
    /// Opening and saving loses nothing; saving twice gives the same bytes. Cost: linear.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        // Nobody stops it.
        self.save_watched(&mut NoWatch).unwrap_or_default()
    }

    /// As [`Register::save`], and tells `watch` how many records are written.
    ///
    /// # Errors
    /// Refuses when `watch` stops it.
    pub fn save_watched(&self, watch: &mut dyn Watch) -> Result<Vec<u8>, Refusal> {
        let meter = Meter::new(watch, 1, self.len());
        Ok(save(&self.header, &self.records, &meter)?.into_bytes())
    }

    /// The SHA-256 of [`Register::save`], in hexadecimal digits: equal records, equally written, have an equal digest.
    /// Cost: linear.
    #[must_use]
    pub fn digest(&self) -> String {
        // Nobody stops it.
        self.digest_watched(&mut NoWatch).unwrap_or_default()
    }

    /// As [`Register::digest`], and tells `watch` how many records are read.
    ///
    /// # Errors
    /// Refuses when `watch` stops it.
    pub fn digest_watched(&self, watch: &mut dyn Watch) -> Result<String, Refusal> {
        Ok(digest(&self.header, &self.records, &Meter::new(watch, 1, self.len()))?)
    }

    /// The SHA-256 of a record as [`Register::save`] writes it, in hexadecimal digits: what decisions rest on. `None`: no
    /// record has the id.
    ///
    /// ```
    /// use isms_core::Register;
    /// let register = Register::open(br#"{"isms": "1", "assessments": [{"title": "Valley", "id": "sra"}]}"#)?;
    /// let turned = Register::open(br#"{"isms": "1", "assessments": [{"id": "sra", "title": "Valley"}]}"#)?;
    /// assert_eq!(register.digest_of("sra"), turned.digest_of("sra"));
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    #[must_use]
    pub fn digest_of(&self, id: &str) -> Option<String> {
        self.digest_of_row(self.row(id)?)
    }

    /// The same of a row.
    pub(crate) fn digest_of_row(&self, row: RowId) -> Option<String> {
        self.records.digest_of(row)
    }

    /// How many records there are, of all known kinds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.rows.len()
    }

    /// There are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The record of an id; of equal ids the first. Cost: constant, and the reading of its text.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Record> {
        self.records.record(self.row(id)?)
    }

    /// The record of an id and a kind; of equal ids the first.
    #[must_use]
    pub fn find<K: RecordKind>(&self, id: &str) -> Option<K> {
        let row = self.row(id).filter(|row| self.records.rows.kind(*row) == Some(K::KIND))?;
        self.typed(row)
    }

    /// The text of a record as it was written, with all that we don't know of it.
    #[must_use]
    pub fn json(&self, id: &str) -> Option<&str> {
        Some(self.records.json(self.row(id)?))
    }

    /// All records of a kind, in the order of the document.
    pub fn iter<K: RecordKind>(&self) -> impl Iterator<Item = K> {
        self.rows_of(K::KIND).filter_map(|row| self.typed(row))
    }

    /// All records of a kind that is known only at run time, in the order of the document.
    pub fn records(&self, kind: Kind) -> impl Iterator<Item = Record> {
        self.rows_of(kind).filter_map(|row| self.records.record(row))
    }

    /// The ids of all records of a kind, in the order of the document.
    pub fn ids(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.rows_of(kind).filter_map(|row| self.records.id_of(row))
    }

    /// The id of a row of an answer that gives rows.
    #[must_use]
    pub fn id_of_row(&self, row: u32) -> Option<&str> {
        self.records.id_of(row)
    }

    /// The first row that has an id.
    pub(crate) fn row(&self, id: &str) -> Option<RowId> {
        self.records.row_of(self.records.symbol(id)?)
    }

    /// The record of a row, as its type.
    pub(crate) fn typed<K: RecordKind>(&self, row: RowId) -> Option<K> {
        self.records.typed(row)
    }

    /// The record of a row, if all of it could be read.
    pub(crate) fn whole<K: RecordKind>(&self, row: RowId) -> Option<K> {
        self.records.whole(row)
    }

    /// The refusal of an id that no record has; one of these kinds may be meant.
    pub(crate) fn unknown_id(&self, id: &str, kinds: &[Kind]) -> Refusal {
        let near = self.records.nearest(id, kinds);
        let hint = match &near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "is it spelled as in the register?".to_owned(),
        };
        let message = format!("expected the id of a record, found `{id}`, which no record has; {hint}");
        let finding = Finding::new(Code::UnknownId, "", message).fact(Fact::text("id", id));
        near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near))).into()
    }

    /// JSON pointers, within its record, of the references of a row.
    pub(crate) fn reference_pointers(&self, row: RowId) -> Vec<String> {
        let (Some(kind), Some(record)) = (self.records.rows.kind(row), self.records.record(row)) else {
            return Vec::new();
        };
        reference_pointers(kind, self.records.json(row), &record)
    }

    /// The row to which a reference of a row leads.
    pub(crate) fn referred(&self, row: RowId, nth: usize) -> Option<RowId> {
        self.records.row_of(self.records.references.symbol(row, nth)?)
    }

    /// The row to which the first reference of a relation leads, where it is of a fitting kind.
    pub(crate) fn first_referred(&self, row: RowId, relation: Relation) -> Option<RowId> {
        let target = self.records.references.of(row).find(|target| target.relation == relation)?;
        let found = self.records.row_of(target.symbol)?;
        relation.takes(self.records.rows.kind(row)?, self.records.rows.kind(found)?).then_some(found)
    }

    /// The observed records of the chain, with their kinds.
    pub(crate) fn observed(&self) -> impl Iterator<Item = (RowId, Kind)> {
        let observed = self.records.begins.iter().filter(|(_, begin)| begin.observed);
        let kinds = observed.filter_map(|(row, _)| Some((row, self.records.rows.kind(row)?)));
        kinds.filter(|(_, kind)| kind.stage().is_some())
    }

    /// The id that a reference of a row names.
    pub(crate) fn named(&self, row: RowId, nth: usize) -> Option<&str> {
        Some(self.records.name(self.records.references.symbol(row, nth)?))
    }

    /// The rows of a kind.
    pub(crate) fn rows_of(&self, kind: Kind) -> impl Iterator<Item = RowId> {
        let rows = self.records.rows.has(kind).then(|| self.records.rows.kinds());
        rows.into_iter().flatten().filter(move |(_, found)| *found == Some(kind)).map(|(row, _)| row)
    }

    /// The graph of the chain, built when first asked for.
    pub(crate) fn graph(&self) -> &Graph {
        self.graph.get_or_init(|| self.build(self.records.rows.kinds()))
    }

    /// As [`Register::graph`], in one pass of a call that can be stopped. Two threads that ask at once may both build it;
    /// to wait for each other they would have to wait for each other's watch.
    pub(crate) fn graph_within(&self, meter: &Meter<'_>) -> Result<&Graph, Stopped> {
        let built = match self.graph.get() {
            None => Some(self.build(meter.over(self.records.rows.kinds()))),
            Some(_) => None,
        };
        meter.pass()?;
        Ok(self.graph.get_or_init(|| built.unwrap_or_else(|| self.build(self.records.rows.kinds()))))
    }

    fn build(&self, rows: impl Iterator<Item = (RowId, Option<Kind>)>) -> Graph {
        let stages = self.records.rows.kinds().map(|(_, kind)| kind.and_then(Kind::stage));
        Graph::build(stages.collect(), rows.flat_map(|(row, _)| self.links_of(row)))
    }

    /// The links from its causes that a row has, as they are written.
    fn links_of(&self, row: RowId) -> impl Iterator<Item = Written> {
        let causes = self.records.references.of(row).filter(|target| target.relation == Relation::CausedBy);
        causes.map(move |target| Written { effect: row, nth: target.nth, cause: self.records.row_of(target.symbol) })
    }
}
