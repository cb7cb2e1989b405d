//! The records of a kind as a table.

use super::batch::TableBatch;
use super::table::{Column, Source, Table};
use crate::document::{Part, RowId};
use crate::finding::Refusal;
use crate::model::{Kind, Record, table};
use crate::register::Register;
use crate::value::{Extra, Holds, write_name};
use std::sync::Arc;

/// The records of a kind, of a register as it was.
#[derive(Clone, Debug)]
pub(super) struct Records {
    register: Arc<Register>,
    kind: Kind,
}

/// The column of fields that we don't know, and that of records of which something can't be read.
const BEHIND: [(&str, &str); 2] = [
    ("other", "Fields that this version does not know, as an object."),
    ("unread", "The whole text of a record of which something could not be read."),
];

impl Table {
    /// The records of a kind, in the order of the document: a row for each, a column for each of its fields in the order of the
    /// schema, and two more, of JSON text: `other`, an object of the fields that this version does not know, and `unread`, the
    /// whole text of a record of which something could not be read (what stands there in place of a record, and is none, has
    /// no other cell). A field that is missing, or could not be read, is a cell in which nothing is.
    ///
    /// Dates are text, as they are written. What has parts of its own, or several forms, is JSON text in its canonical form.
    /// The label is the strictest of the document and the records. Cost: to make it, linear in the rows, of which none is read.
    #[must_use]
    pub fn records(register: Arc<Register>, kind: Kind) -> Self {
        let fields = table(kind).holds().map(|(name, holds, about)| Column { name, holds, about });
        let behind = BEHIND.map(|(name, about)| Column { name, holds: Holds::Json, about: about.to_owned() });
        let columns = fields.chain(behind).collect();
        let of_kind = |row: RowId| register.records.rows.kind(row) == Some(kind);
        let label = Some(register.label_over_all(of_kind, Part::Whole));
        let len = register.rows_of(kind).count();
        Self { label, columns, len, more: 0, source: Source::Records(Records { register, kind }) }
    }
}

impl Records {
    /// The next rows from that number on; `None`: there are none.
    pub(super) fn batch(&self, columns: &[Column], next: &mut usize) -> Option<Result<TableBatch, Refusal>> {
        let mut batch = TableBatch::new(columns);
        for row in self.register.records.rows.of_kind_from(self.kind, *next) {
            *next = row as usize + 1;
            self.put(row, &mut batch);
            if let Err(refusal) = batch.end_row() {
                // Nothing comes behind it.
                *next = usize::MAX;
                return Some(Err(refusal));
            }
            if batch.is_full() {
                break;
            }
        }
        (batch.rows > 0).then_some(Ok(batch))
    }

    fn put(&self, row: RowId, batch: &mut TableBatch) {
        let (record, whole) = self.register.records.record_and_whole(row);
        let fields = batch.columns.len().saturating_sub(BEHIND.len());
        let (known, behind) = batch.columns.split_at_mut(fields);
        match &record {
            Some(record) => record.put(known),
            None => known.iter_mut().for_each(crate::value::Cells::none),
        }
        let [other, unread] = behind else { return };
        match record.as_ref().map(Record::other).filter(|other| !other.is_empty()) {
            Some(extras) => other.write(|out| object(extras, out)),
            None => other.none(),
        }
        unread.maybe(Some(self.register.records.json(row)).filter(|_| !whole));
    }
}

/// Writes fields as an object.
fn object(fields: &[Extra], out: &mut String) {
    out.push('{');
    for Extra { key, json } in fields {
        write_name(out, key);
        out.push_str(json);
    }
    out.push('}');
}
