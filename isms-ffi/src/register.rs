//! The register.

use crate::error::IsmsError;
use crate::watcher::{Watcher, Watching};
use isms_core::{
    Ancestors, Batch, BrokenTraces, Catalogs, CommonCauses, Date, Findings, Fix, Kind, Label, Paths, Record, Review,
    Shared, Stopped, Trace, Watch as _,
};

pub(crate) type Answer<T> = Result<T, IsmsError>;
pub(crate) type Watches = Option<Box<dyn Watcher>>;

/// After how many records the watcher is asked.
const STEP: usize = 1_024;

/// All records of one agency, or of many together. It keeps them as they were written, with the
/// ids and references found once; a question reads of them what it needs. Threads may share it, ask
/// and edit at the same time: a question is answered on the register as it was when it was asked,
/// and nobody waits for another's question. Slow calls take a `watcher`.
#[derive(Debug, uniffi::Object)]
pub struct Register {
    pub(crate) core: Shared,
}

/// A record of a kind, named by the key of its table, as JSON text.
#[derive(Clone, Debug, uniffi::Record)]
pub struct RecordText {
    /// The key of its table: `losses`, `risk_factors` …
    pub kind: String,
    /// The object.
    pub json: String,
}

#[uniffi::export]
impl Register {
    /// A register without records.
    #[uniffi::constructor]
    pub fn new(id: String, title: String) -> Self {
        Self { core: isms_core::Register::new(id, title).into() }
    }

    /// Opens a document: UTF-8 JSON text. What is wrong within it is no refusal but a finding.
    /// Cost: linear in the bytes.
    ///
    /// # Errors
    /// Refuses what is no JSON, has no `isms` key, is of a newer format, or is over a limit; also
    /// when `watcher` stops it, here and in the other calls that take one.
    #[uniffi::constructor(default(watcher = None))]
    pub fn open(bytes: Vec<u8>, watcher: Watches) -> Answer<Self> {
        Ok(Self { core: isms_core::Register::open_watched(bytes, &mut Watching(watcher))?.into() })
    }

    /// The document in its canonical form, UTF-8 JSON text. Opening and saving loses nothing;
    /// saving twice gives the same bytes. Cost: linear.
    ///
    /// # Errors
    /// Refuses when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn save(&self, watcher: Watches) -> Answer<Vec<u8>> {
        Ok(self.core.now().save_watched(&mut Watching(watcher))?)
    }

    /// The SHA-256 of what `save` gives, in hexadecimal digits: equal records, equally written, have
    /// an equal digest. Cost: linear.
    ///
    /// # Errors
    /// Refuses when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn digest(&self, watcher: Watches) -> Answer<String> {
        Ok(self.core.now().digest_watched(&mut Watching(watcher))?)
    }

    /// The SHA-256 of the record of an id as `save` writes it: what decisions rest on. A decision that keeps it shows later
    /// whether its assessment is still the same.
    pub fn digest_of(&self, id: &str) -> Option<String> {
        self.core.now().digest_of(id)
    }

    /// How many records there are, of all known kinds.
    pub fn len(&self) -> u64 {
        self.core.now().len() as u64
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.core.now().is_empty()
    }

    /// The register's id.
    pub fn id(&self) -> Option<String> {
        self.core.now().id().map(str::to_owned)
    }

    /// The register's title.
    pub fn title(&self) -> Option<String> {
        self.core.now().title().map(str::to_owned)
    }

    /// The period to which likelihoods refer, an ISO 8601 duration; missing: one year.
    pub fn period(&self) -> Option<String> {
        self.core.now().period().map(str::to_owned)
    }

    /// The label of records that have none of their own.
    pub fn label(&self) -> Option<Label> {
        self.core.now().label().cloned()
    }

    /// Sets the register's id; none: it has none. What is wrong with it is found by `check`; so it is
    /// with the other fields of the register.
    pub fn set_id(&self, id: Option<String>) {
        self.core.edit(|register| register.set_id(id));
    }

    /// Sets the register's title.
    pub fn set_title(&self, title: Option<String>) {
        self.core.edit(|register| register.set_title(title));
    }

    /// Sets the period to which likelihoods refer, an ISO 8601 duration; none: one year.
    pub fn set_period(&self, period: Option<String>) {
        self.core.edit(|register| register.set_period(period));
    }

    /// Sets the label of records that have none of their own; none: they stay in the agency.
    pub fn set_label(&self, label: Option<Label>) {
        self.core.edit(|register| register.set_label(label));
    }

    /// Sets the label of records that have none of their own, from its JSON text.
    ///
    /// # Errors
    /// Refuses what is no JSON text.
    pub fn set_label_json(&self, json: &str) -> Answer<()> {
        Ok(self.core.edit(|register| register.set_label_json(json))?)
    }

    /// Adds a record, at the end of its table. What is wrong within it is found by `check`.
    ///
    /// # Errors
    /// Refuses an id that a record has already, and a register that is full.
    pub fn insert(&self, record: Record) -> Answer<()> {
        Ok(self.core.edit(|register| register.insert(record))?)
    }

    /// Adds a record from its JSON text. All of it is kept, also what we don't know. The kind is the
    /// key of its table: `losses`, `risk_factors` …
    ///
    /// # Errors
    /// As `insert`; also a kind that is not known, and what is no object of JSON text.
    pub fn insert_json(&self, kind: &str, json: &str) -> Answer<()> {
        let kind = Kind::named(kind)?;
        Ok(self.core.edit(|register| register.insert_json(kind, json))?)
    }

    /// Puts a record in the place of the one that has its id; of equal ids, of the first. All of the
    /// old record goes: what could not be read of it is in `json`, not in `get`.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record of another kind.
    pub fn replace(&self, record: Record) -> Answer<()> {
        Ok(self.core.edit(|register| register.replace(record))?)
    }

    /// Puts a record, from its JSON text, in the place of the one that has its id.
    ///
    /// # Errors
    /// As `replace` and `insertJson`.
    pub fn replace_json(&self, kind: &str, json: &str) -> Answer<()> {
        let kind = Kind::named(kind)?;
        Ok(self.core.edit(|register| register.replace_json(kind, json))?)
    }

    /// Removes the record of an id; of equal ids, the first.
    ///
    /// # Errors
    /// Refuses an id that no record has.
    pub fn remove(&self, id: &str) -> Answer<()> {
        Ok(self.core.edit(|register| register.remove(id))?)
    }

    /// Adds many records, or none of them. Cost: linear in them.
    ///
    /// # Errors
    /// As `insert`, also an id that two of them have: `path` begins with the number of the record,
    /// from 0. Also when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn extend(&self, records: Vec<Record>, watcher: Watches) -> Answer<()> {
        self.add(records, watcher, |batch, record| Ok(batch.push(record)?))
    }

    /// Adds many records from their JSON texts, or none of them.
    ///
    /// # Errors
    /// As `extend` and `insertJson`.
    #[uniffi::method(default(watcher = None))]
    pub fn extend_json(&self, records: Vec<RecordText>, watcher: Watches) -> Answer<()> {
        self.add(records, watcher, |batch, text| Ok(batch.push_json(Kind::named(&text.kind)?, &text.json)?))
    }

    /// Makes the changes that findings offer as their mend, all of them or none.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a field that is not there; also when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    #[expect(clippy::needless_pass_by_value, reason = "a list crosses by value")]
    pub fn apply(&self, fixes: Vec<Fix>, watcher: Watches) -> Answer<()> {
        Ok(self.core.apply_watched(&fixes, &mut Watching(watcher))?)
    }

    /// The record of an id; of equal ids the first. Cost: constant, and the reading of its text.
    pub fn get(&self, id: &str) -> Option<Record> {
        self.core.now().get(id)
    }

    /// The text of a record as it was written, with all that we don't know of it.
    pub fn json(&self, id: &str) -> Option<String> {
        self.core.now().json(id).map(str::to_owned)
    }

    /// The label of the record of an id, with all its fields: who may see it. The strictest of its own
    /// label (else the document's, else `amber+strict`), those of its fields, and what is red by
    /// default.
    pub fn label_of(&self, id: &str) -> Option<Label> {
        self.core.now().label_of(id)
    }

    /// The ids of all records of a kind, in the order of the document. The kind is the key of its
    /// table: `losses`, `risk_factors` …
    ///
    /// # Errors
    /// Refuses a kind that is not known.
    pub fn ids(&self, kind: &str) -> Answer<Vec<String>> {
        let kind = Kind::named(kind)?;
        Ok(self.core.now().ids(kind).map(str::to_owned).collect())
    }

    /// The id of a row of an answer that gives rows. Editing gives rows other numbers.
    pub fn id_of_row(&self, row: u32) -> Option<String> {
        self.core.now().id_of_row(row).map(str::to_owned)
    }

    /// What led to a record and what it can lead to. Linear in its causes and effects; the first
    /// question of the chain also builds the graph, linear in the register.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain; also when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn trace(&self, id: &str, watcher: Watches) -> Answer<Trace> {
        Ok(self.core.now().trace_watched(id, &mut Watching(watcher))?)
    }

    /// All paths back from a record, at most `budget` of them listed, all of them counted.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain; also when `watcher` stops it.
    #[uniffi::method(default(budget = 1000, watcher = None))]
    pub fn paths(&self, id: &str, budget: u32, watcher: Watches) -> Answer<Paths> {
        Ok(self.core.now().paths_watched(id, budget, &mut Watching(watcher))?)
    }

    /// The nearest common causes of two or more records.
    ///
    /// # Errors
    /// Refuses fewer than two ids, ids that no record has, and records outside the chain; also when
    /// `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    #[expect(clippy::needless_pass_by_value, reason = "a list crosses by value")]
    pub fn common_causes(&self, ids: Vec<String>, watcher: Watches) -> Answer<CommonCauses> {
        Ok(self.core.now().common_causes_watched(&ids, &mut Watching(watcher))?)
    }

    /// The ancestors of every loss, as offsets and rows. Linear in the links plus the answer.
    ///
    /// # Errors
    /// Refuses when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn ancestors(&self, watcher: Watches) -> Answer<Ancestors> {
        Ok(self.core.now().ancestors_watched(&mut Watching(watcher))?)
    }

    /// All broken traces, counted by kind. Linear.
    ///
    /// # Errors
    /// Refuses when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn broken_traces(&self, watcher: Watches) -> Answer<BrokenTraces> {
        Ok(self.core.now().broken_traces_watched(&mut Watching(watcher))?)
    }

    /// All findings: what can't be read, what contradicts itself, what is missing. Counts are
    /// exact; the list holds at most a thousand findings of one code. Linear.
    ///
    /// Those that acknowledgements set aside on the day `as_of` (2026-03-14) are counted apart; without a day, those that
    /// acknowledgements without a beginning or an end set aside. `catalogs` are the texts of catalogues beside those that
    /// are bundled: their words are known too.
    ///
    /// # Errors
    /// Refuses text that is no date, and what is no catalogue; refuses when `watcher` stops it.
    #[uniffi::method(default(as_of = None, catalogs = [], watcher = None))]
    #[expect(clippy::needless_pass_by_value, reason = "a list crosses by value")]
    pub fn check(&self, as_of: Option<String>, catalogs: Vec<String>, watcher: Watches) -> Answer<Findings> {
        let as_of = as_of.map(|day| day.parse::<Date>()).transpose().map_err(isms_core::Refusal::from)?;
        if !catalogs.is_empty() {
            let (register, catalogs) = (self.core.now(), Catalogs::with_own(&catalogs)?);
            return Ok(register.check_by_watched(as_of.as_ref(), &catalogs, &mut Watching(watcher))?);
        }
        Ok(self.core.now().check_watched(as_of.as_ref(), &mut Watching(watcher))?)
    }

    /// What is in the register, the worst that happened and why, warnings missed, and what needs
    /// fixing. An inside page: it shows gaps and barriers. Incidents that are open or without consent
    /// are in none of it.
    ///
    /// # Errors
    /// Refuses when `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn review(&self, watcher: Watches) -> Answer<Review> {
        Ok(self.core.now().review_watched(&mut Watching(watcher))?)
    }

    /// Answers a request: JSON text in, JSON text out, the same bytes in every language. Such as
    /// `{"ask": "trace", "id": "driver"}`.
    ///
    /// # Errors
    /// Refuses a request of no known form, and whatever the question itself refuses; also when
    /// `watcher` stops it.
    #[uniffi::method(default(watcher = None))]
    pub fn ask(&self, request: &str, watcher: Watches) -> Answer<String> {
        Ok(isms_core::ask_watched(&self.core.now(), request, &mut Watching(watcher))?)
    }
}

impl Register {
    /// Reads records into a batch, and adds it.
    fn add<R>(&self, records: Vec<R>, watcher: Watches, push: impl Fn(&mut Batch, R) -> Answer<()>) -> Answer<()> {
        let (mut watch, mut batch) = (Watching(watcher), Batch::new());
        let total = records.len() as u64;
        for record in records {
            push(&mut batch, record)?;
            let done = batch.len();
            if done.is_multiple_of(STEP) && !watch.step(done as u64, total) {
                return Err(isms_core::Refusal::from(Stopped).into());
            }
        }
        if !watch.step(total, total) {
            return Err(isms_core::Refusal::from(Stopped).into());
        }
        Ok(self.core.add(batch)?)
    }
}
