//! A document without some of its records.

use super::read::{Fault, Records};
use super::rows::RowId;
use crate::finding::Code;
use crate::json::{Reader, Syntax};

impl Records {
    /// These records as if those for which `is_left_out` is true had never been written: read again,
    /// so that nothing that is known of the others rests on them. Linear.
    ///
    /// # Errors
    /// None in fact: what is read again was read before.
    pub(crate) fn without(&self, is_left_out: impl Fn(RowId) -> bool) -> Result<Self, Syntax> {
        let mut kept = Self::default();
        // Faults of the document itself stand among those of its records as they were found.
        let mut of_document = self.faults_of_document().into_iter().peekable();
        for (id, row) in self.rows.iter() {
            while let Some((code, _, fault)) = of_document.next_if(|(_, before, _)| *before <= id) {
                kept.fault(code, None, fault.what);
            }
            if !is_left_out(id) {
                kept.read(row.kind, &mut Reader::new(self.rows.text_of(row)))?;
            }
        }
        for (code, _, fault) in of_document {
            kept.fault(code, None, fault.what);
        }
        kept.row_of_id.resize(kept.symbols.len(), RowId::MAX);
        Ok(kept)
    }

    /// The faults of the document itself, each with the row before which it was found.
    fn faults_of_document(&self) -> Vec<(Code, RowId, Fault)> {
        let mut next = 0;
        let mut found = Vec::new();
        for (code, fault) in self.faults.kept() {
            match fault.row {
                Some(row) => next = next.max(row + 1),
                None => found.push((*code, next, fault.clone())),
            }
        }
        found
    }
}
