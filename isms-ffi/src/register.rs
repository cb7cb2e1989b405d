//! The register.

use crate::error::IsmsError;
use crate::watcher::{Watcher, Watching};
use isms_core::{Ancestors, BrokenTraces, CommonCauses, Findings, Kind, Label, Paths, Record, Review, Trace};

type Answer<T> = Result<T, IsmsError>;

/// All records of one agency, or of many together. It keeps them as they were written, with the
/// ids and references found once; a question reads of them what it needs. It can be used from
/// several threads.
#[derive(Debug, uniffi::Object)]
pub struct Register {
    core: isms_core::Register,
}

#[uniffi::export]
impl Register {
    /// Opens a document: UTF-8 JSON text. What is wrong within it is no refusal but a finding.
    /// Cost: linear in the bytes.
    ///
    /// # Errors
    /// Refuses what is no JSON, has no `isms` key, is of a newer format, or is over a limit.
    #[uniffi::constructor]
    pub fn open(bytes: Vec<u8>) -> Answer<Self> {
        Ok(Self { core: isms_core::Register::open(bytes)? })
    }

    /// Opens a document and tells `watcher` how far it is.
    ///
    /// # Errors
    /// As `open`; also when `watcher` stops it.
    #[uniffi::constructor]
    pub fn open_watched(bytes: Vec<u8>, watcher: Box<dyn Watcher>) -> Answer<Self> {
        Ok(Self { core: isms_core::Register::open_watched(bytes, &mut Watching(watcher))? })
    }

    /// The document in its canonical form, UTF-8 JSON text. Opening and saving loses nothing;
    /// saving twice gives the same bytes. Cost: linear.
    pub fn save(&self) -> Vec<u8> {
        self.core.save()
    }

    /// How many records there are, of all known kinds.
    pub fn len(&self) -> u64 {
        self.core.len() as u64
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.core.is_empty()
    }

    /// The register's id.
    pub fn id(&self) -> Option<String> {
        self.core.id().map(str::to_owned)
    }

    /// The register's title.
    pub fn title(&self) -> Option<String> {
        self.core.title().map(str::to_owned)
    }

    /// The period to which likelihoods refer, an ISO 8601 duration; missing: one year.
    pub fn period(&self) -> Option<String> {
        self.core.period().map(str::to_owned)
    }

    /// The label of records that have none of their own.
    pub fn label(&self) -> Option<Label> {
        self.core.label().cloned()
    }

    /// The record of an id; of equal ids the first. Cost: constant, and the reading of its text.
    pub fn get(&self, id: &str) -> Option<Record> {
        self.core.get(id)
    }

    /// The text of a record as it was written, with all that we don't know of it.
    pub fn json(&self, id: &str) -> Option<String> {
        self.core.json(id).map(str::to_owned)
    }

    /// The label of the record of an id, with all its fields: who may see it. The strictest of its own
    /// label (else the document's, else `amber+strict`), those of its fields, and what is red by
    /// default.
    pub fn label_of(&self, id: &str) -> Option<Label> {
        self.core.label_of(id)
    }

    /// The ids of all records of a kind, in the order of the document. The kind is the key of its
    /// table: `losses`, `risk_factors` …
    ///
    /// # Errors
    /// Refuses a kind that is not known.
    pub fn ids(&self, kind: &str) -> Answer<Vec<String>> {
        let kind = Kind::named(kind)?;
        Ok(self.core.ids(kind).map(str::to_owned).collect())
    }

    /// The id of a row of an answer that gives rows.
    pub fn id_of_row(&self, row: u32) -> Option<String> {
        self.core.id_of_row(row).map(str::to_owned)
    }

    /// What led to a record and what it can lead to. Linear in its causes and effects; the first
    /// question of the chain also builds the graph, linear in the register.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain.
    pub fn trace(&self, id: &str) -> Answer<Trace> {
        Ok(self.core.trace(id)?)
    }

    /// All paths back from a record, at most `budget` of them listed, all of them counted.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain.
    #[uniffi::method(default(budget = 1000))]
    pub fn paths(&self, id: &str, budget: u32) -> Answer<Paths> {
        Ok(self.core.paths(id, budget)?)
    }

    /// The nearest common causes of two or more records.
    ///
    /// # Errors
    /// Refuses fewer than two ids, ids that no record has, and records outside the chain.
    #[expect(clippy::needless_pass_by_value, reason = "a list crosses by value")]
    pub fn common_causes(&self, ids: Vec<String>) -> Answer<CommonCauses> {
        Ok(self.core.common_causes(&ids)?)
    }

    /// The ancestors of every loss, as offsets and rows. Linear in the links plus the answer.
    pub fn ancestors(&self) -> Ancestors {
        self.core.ancestors()
    }

    /// All broken traces, counted by kind. Linear.
    pub fn broken_traces(&self) -> BrokenTraces {
        self.core.broken_traces()
    }

    /// All findings: what can't be read, what contradicts itself, what is missing. Counts are
    /// exact; the list holds at most a thousand findings of one code. Linear.
    pub fn check(&self) -> Findings {
        self.core.check()
    }

    /// What is in the register, the worst that happened and why, warnings missed, and what needs
    /// fixing. An inside page: it shows gaps and barriers. Incidents that are open or without consent
    /// are in none of it.
    pub fn review(&self) -> Review {
        self.core.review()
    }

    /// Answers a request: JSON text in, JSON text out, the same bytes in every language. Such as
    /// `{"ask": "trace", "id": "driver"}`.
    ///
    /// # Errors
    /// Refuses a request of no known form, and whatever the question itself refuses.
    pub fn ask(&self, request: &str) -> Answer<String> {
        Ok(isms_core::ask(&self.core, request)?)
    }
}
