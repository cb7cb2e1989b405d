//! What is wrong in a document: found when it is read, told when someone asks.

use super::read::Records;
use super::rows::{Row, RowId};
use crate::finding::Code;
use crate::json::{Likeness, Misread, Reader, Shape};
use crate::model::{Kind, Record, Skimmed, table};
use crate::value::Meter;

/// A fault of a record or of the document itself. Its sentence is made when someone asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Fault {
    /// Something could not be read.
    Misread(Misread),
    /// The record has no id.
    NoId,
    /// The record has no title.
    NoTitle,
    /// The id is that of another record, which references mean.
    SameId,
    /// Of two dates of the record, named by their fields, the second is before the first.
    Order { fields: [&'static str; 2], dates: [String; 2] },
    /// A table of no known kind, with so many entries.
    UnknownTable(String, usize),
}

impl Records {
    /// Shows every fault that records have in themselves, in the order of the document. Records without a fault are
    /// not read for it.
    pub(crate) fn each_fault(&self, meter: &Meter<'_>, mut visit: impl FnMut(RowId, Code, Fault)) {
        let mut likeness = Some(Likeness::default());
        for (id, row) in meter.over(self.rows.iter()) {
            if row.faulty {
                for (code, fault) in self.faults_in(row, &mut likeness) {
                    visit(id, code, fault);
                }
            }
            if self.doubles > 0 && self.symbol_of(id).is_some_and(|symbol| self.row_of(symbol) != Some(id)) {
                visit(id, Code::DuplicateId, Fault::SameId);
            }
        }
    }

    fn faults_in(&self, row: Row, likeness: &mut Option<Likeness>) -> Vec<(Code, Fault)> {
        let mut reader = Reader::with(self.text.get(row.piece), std::mem::take(likeness));
        // Text that was read once can be read again.
        let rest = match reader.cursor.shape() {
            Ok(Shape::Object) => own_faults(row.kind, &mut reader),
            _ => {
                let _ = reader.wrong_type("a record, which is an object");
                Vec::new()
            }
        };
        let misreads = reader.take_misreads().into_iter();
        *likeness = reader.into_likeness();
        misreads.map(|misread| (misread.problem.code(), Fault::Misread(misread))).chain(rest).collect()
    }
}

/// What is wrong with the record that comes next besides what can't be read.
fn own_faults(kind: Kind, reader: &mut Reader<'_>) -> Vec<(Code, Fault)> {
    let Ok(record) = Record::read(kind, reader) else { return Vec::new() };
    let mut faults = Vec::new();
    if record.id().is_empty() && !reader.misread("/id") {
        faults.push((Code::MissingId, Fault::NoId));
    }
    if record.title().is_empty() && !reader.misread("/title") {
        faults.push((Code::MissingTitle, Fault::NoTitle));
    }
    let mut found = Skimmed::default();
    found.take(&record);
    for [(first, earlier), (second, later)] in found.ordered(table(kind)) {
        let code = if later.is_certainly_before(earlier) {
            Code::OrderInTime
        } else if later.span().may_be_before(earlier.span()) {
            Code::OrderInDoubt
        } else {
            continue;
        };
        let dates = [earlier.as_str().to_owned(), later.as_str().to_owned()];
        faults.push((code, Fault::Order { fields: [first, second], dates }));
    }
    faults
}
