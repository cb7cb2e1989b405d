//! The answer of an import.

use super::ReadingNote;
use crate::finding::Tallied;
use crate::value::Label;
use serde::ser::{SerializeMap, Serializer};

/// What an import read, in counts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ImportAnswer {
    /// Who may see this answer: the label of the document that was made.
    pub label: Label,
    /// The format.
    pub format: String,
    /// The rows of data in the source: all but headers and blank rows; of a standard its controls.
    pub rows: u64,
    /// The rows that were read.
    pub read: u64,
    /// The rows that were refused; each has a reading note.
    pub refused: u64,
    /// The totals of what was read; which there are depends on the format.
    #[serde(serialize_with = "totals")]
    pub totals: Vec<Total>,
    /// How many reading notes there are, exactly, by code.
    #[serde(serialize_with = "findings")]
    pub findings: Vec<Tallied>,
    /// Where the document was written; the caller says so.
    pub output: Option<String>,
    /// The totals that are lower bounds, since single cells of them are unknown.
    pub at_least: Vec<String>,
}

/// A total of what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Total {
    /// What is counted.
    pub name: String,
    /// How many; missing: the source does not say, which is not 0.
    pub count: Option<u64>,
}

/// A file read whole: the document, the answer, and the reading report.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Imported {
    /// The document that was made, in its canonical form.
    pub document: Vec<u8>,
    /// What was read, in counts.
    pub answer: ImportAnswer,
    /// The reading report.
    pub notes: Vec<ReadingNote>,
}

impl ImportAnswer {
    /// The total of that name; `None`: the source lacks it, or there is none of that name.
    #[must_use]
    pub fn total(&self, name: &str) -> Option<u64> {
        self.totals.iter().find(|total| total.name == name)?.count
    }

    /// How many reading notes of that code there are.
    #[must_use]
    pub fn noted(&self, code: &str) -> u64 {
        self.findings.iter().find(|tallied| tallied.code == code).map_or(0, |tallied| tallied.count)
    }
}

pub(super) fn totals<S: Serializer>(totals: &[Total], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(totals.len()))?;
    for Total { name, count } in totals {
        map.serialize_entry(name, count)?;
    }
    map.end()
}

pub(super) fn findings<S: Serializer>(findings: &[Tallied], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(findings.len()))?;
    for Tallied { code, count } in findings {
        map.serialize_entry(code, count)?;
    }
    map.end()
}
