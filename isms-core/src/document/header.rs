//! What stands in a document besides its records.

use super::faults::Fault;
use crate::finding::Log;
use crate::json::{compact, write_text};
use crate::value::{Label, RED, UNSAID};

/// The fields of the document itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Header {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) period: Option<String>,
    pub(crate) label: Option<Label>,
    /// Kinds and fields that this version does not know, or could not read, in their order.
    pub(crate) kept: Vec<Kept>,
    /// What is wrong with it.
    pub(crate) faults: Log<Fault>,
}

impl Header {
    /// Forgets what was kept of a field that is set anew, and what was wrong with it.
    pub(crate) fn forget(&mut self, field: &str) {
        self.kept.retain(|kept| !kept.is(field));
        let is_of = |at: &str| at.strip_prefix('/').is_some_and(|at| at.split('/').next() == Some(field));
        self.faults.retain(|fault| !matches!(fault, Fault::Misread(misread) if is_of(&misread.at)));
    }
}

impl Header {
    /// The label of records that have none of their own: the document's; red where it can't be read.
    pub(crate) fn default_label(&self) -> Label {
        match &self.label {
            _ if self.kept.iter().any(|kept| kept.is("label")) => Label::new(RED),
            Some(label) => label.plain(),
            None => Label::new(UNSAID),
        }
    }
}

/// A key and a value as they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// JSON text, quotes and escapes included.
    pub(crate) key: String,
    /// JSON text without blanks between tokens.
    pub(crate) json: String,
}

impl Kept {
    /// A key of whole characters.
    pub(crate) fn new(name: &str, raw: &str) -> Self {
        let mut key = String::new();
        write_text(&mut key, name);
        Self::as_written(key, raw)
    }

    /// A key as it was written.
    pub(crate) fn as_written(key: String, raw: &str) -> Self {
        let mut json = String::with_capacity(raw.len());
        compact(&mut json, raw);
        Self { key, json }
    }

    /// Whether this is what stands under a name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) == Some(name)
    }
}
