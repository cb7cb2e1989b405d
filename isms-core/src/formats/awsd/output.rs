//! The document, written piece by piece so that memory stays flat.

use super::refuse;
use crate::document::{Document, Header};
use crate::finding::Refusal;
use crate::model::RecordKind;
use std::io::Write;

/// How much text is gathered before it is handed on.
const FULL: usize = 1 << 16;

/// A document on its way out.
pub(super) struct Output<'o, 't, W> {
    out: &'o mut W,
    document: Document<'t>,
}

impl<'o, 't, W: Write> Output<'o, 't, W> {
    pub(super) fn begin(out: &'o mut W, text: &'t mut String, header: &Header) -> Self {
        Self { out, document: Document::begin(text, header) }
    }

    /// Adds a record. Records of one kind come together, kinds in their order.
    pub(super) fn add<K: RecordKind>(&mut self, record: &K) -> Result<(), Refusal> {
        let mut done = Ok(());
        self.document.record(K::KIND, |text| {
            if text.len() >= FULL {
                done = self.out.write_all(text.as_bytes());
                text.clear();
            }
            record.write(text);
        });
        done.map_err(|error| refuse::write(&error))
    }

    /// Ends the document; what is left of it is in the text.
    pub(super) fn end(self, header: &Header) -> &'o mut W {
        self.document.end(header);
        self.out
    }
}
