//! The answer of an export.

use super::Total;
use super::answer::{findings, totals};
use crate::finding::Tallied;
use crate::value::Label;

/// What an export wrote, in counts.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ExportAnswer {
    /// Who may see the file, and this answer.
    pub label: Label,
    /// The format.
    pub format: String,
    /// The day.
    pub as_of: String,
    /// The totals of what was written; which there are depends on the format.
    #[serde(serialize_with = "totals")]
    pub totals: Vec<Total>,
    /// How much the format could not carry, exactly, by code.
    #[serde(serialize_with = "findings")]
    pub not_carried: Vec<Tallied>,
    /// Where the file was written; the caller says so.
    pub output: Option<String>,
}

/// Something that the format could not carry as it stands.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ExportNote {
    /// The record, or the requirement; empty: the whole.
    pub subject: String,
    /// The field; empty: all of it.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// What the format lacks; each exporter lists its codes with an explanation.
    pub code: String,
    /// What was done about it.
    pub done: String,
}

/// A file of another format, and what it could not carry.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Exported {
    /// The file.
    pub document: Vec<u8>,
    /// What was written, in counts.
    pub answer: ExportAnswer,
    /// What could not be carried.
    pub notes: Vec<ExportNote>,
}

impl ExportAnswer {
    /// The total of that name.
    #[must_use]
    pub fn total(&self, name: &str) -> Option<u64> {
        self.totals.iter().find(|total| total.name == name)?.count
    }

    /// How often the format lacked what a code says.
    #[must_use]
    pub fn lacked(&self, code: &str) -> u64 {
        self.not_carried.iter().find(|tallied| tallied.code == code).map_or(0, |tallied| tallied.count)
    }
}
