//! Reading one record: its text is kept, its references are found, what can't be read is noted.

use super::labels::{Labels, Saying};
use super::references::References;
use super::rows::{RowId, Rows};
use super::symbols::{Symbol, Symbols};
use crate::finding::{Code, Log};
use crate::json::{Misread, Problem, Reader, Shape, Syntax, SyntaxFault, compact};
use crate::model::{Kind, KindVisitor, Record, RecordKind, Stored, with_kind};
use crate::value::Span;

/// A fault found while reading. Its sentence is made when someone asks.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    /// The record; `None`: the document itself.
    pub(crate) row: Option<RowId>,
    pub(crate) what: What,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
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

/// When a record begins, and whether it was observed. Only rows that have a date have one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begin {
    pub(crate) row: RowId,
    pub(crate) span: Span,
    pub(crate) observed: bool,
}

/// All that is known of the records of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Records {
    pub(crate) rows: Rows,
    pub(crate) symbols: Symbols,
    /// The id of each row.
    pub(crate) id_of_row: Vec<Option<Symbol>>,
    /// The first row of each id; `RowId::MAX`: none has it.
    pub(crate) row_of_id: Vec<RowId>,
    pub(crate) references: References,
    pub(crate) begins: Vec<Begin>,
    pub(crate) labels: Labels,
    pub(crate) faults: Log<Fault>,
}

impl Records {
    /// For a document of so many bytes.
    pub(crate) fn for_document(bytes: usize) -> Self {
        Self { rows: Rows::for_document(bytes), ..Self::default() }
    }

    /// Reads the record, or what stands in its place, that comes next in a table.
    pub(crate) fn read(&mut self, kind: Kind, reader: &mut Reader<'_>) -> Result<(), Syntax> {
        let shape = reader.cursor.shape()?;
        let start = reader.cursor.at();
        let record = if shape == Shape::Object {
            Some(with_kind(kind, ReadRecord { records: self, reader })?)
        } else {
            reader.wrong_type("a record, which is an object")?;
            None
        };
        let json = reader.cursor.raw(start..reader.cursor.at());
        let misreads = reader.take_misreads();
        let raw = reader.take_raw_kept() || !misreads.is_empty();
        let row = self.keep(kind, json, raw).ok_or(Syntax { at: start, fault: SyntaxFault::TooMuch })?;
        for misread in misreads {
            self.fault(misread.problem.code(), Some(row), What::Misread(misread));
        }
        if let Some(traits) = record {
            self.note_traits(row, traits);
        } else {
            self.id_of_row.push(None);
            self.labels.note(row, Saying::unread());
        }
        Ok(())
    }

    fn keep(&mut self, kind: Kind, json: &str, raw: bool) -> Option<RowId> {
        self.references.end_row()?;
        if json.bytes().any(|byte| byte == b'\n' || byte == b'\r') {
            let mut line = String::with_capacity(json.len());
            compact(&mut line, json);
            return self.rows.push(kind, &line, raw);
        }
        self.rows.push(kind, json, raw)
    }

    /// Notes that something is wrong.
    pub(crate) fn fault(&mut self, code: Code, row: Option<RowId>, what: What) {
        self.faults.push(code, || Fault { row, what });
    }

    fn note_traits(&mut self, row: RowId, traits: Traits) {
        self.id_of_row.push(traits.symbol);
        match traits.symbol {
            None if traits.id_missing => self.fault(Code::MissingId, Some(row), What::NoId),
            None => (),
            Some(symbol) => self.claim(row, symbol),
        }
        if traits.title_missing {
            self.fault(Code::MissingTitle, Some(row), What::NoTitle);
        }
        for (code, what) in traits.order {
            self.fault(code, Some(row), what);
        }
        if let Some(span) = traits.begin {
            self.begins.push(Begin { row, span, observed: traits.observed });
        }
        if let Some(saying) = traits.saying {
            self.labels.note(row, saying);
        }
    }

    /// Gives an id to a row. Of equal ids the first one as saved is meant: by the order of the
    /// kinds, then by that of the document, so that saving changes no meaning.
    fn claim(&mut self, row: RowId, symbol: Symbol) {
        self.row_of_id.resize(self.symbols.len(), RowId::MAX);
        let Some(owner) = self.row_of_id.get_mut(symbol as usize) else { return };
        let other = *owner;
        if other == RowId::MAX {
            *owner = row;
            return;
        }
        let takes_over = self.rows.kind(row) < self.rows.kind(other);
        if takes_over {
            *owner = row;
        }
        self.fault(Code::DuplicateId, Some(if takes_over { other } else { row }), What::SameId);
    }

    /// The row that an id means.
    pub(crate) fn row_of(&self, symbol: Symbol) -> Option<RowId> {
        self.row_of_id.get(symbol as usize).copied().filter(|row| *row != RowId::MAX)
    }

    /// The id of a row.
    pub(crate) fn id_of(&self, row: RowId) -> Option<&str> {
        let symbol = self.id_of_row.get(row as usize).copied().flatten()?;
        Some(self.symbols.name(symbol))
    }

    /// When a row begins.
    pub(crate) fn begin_of(&self, row: RowId) -> Option<Begin> {
        let at = self.begins.binary_search_by_key(&row, |begin| begin.row).ok()?;
        self.begins.get(at).copied()
    }

    /// Where a record says that it comes from.
    pub(crate) fn source_of(&self, row: RowId) -> Option<String> {
        self.record(row)?.source().map(str::to_owned)
    }

    /// The field by which a record begins, and its date as it is written.
    pub(crate) fn begin_text(&self, row: RowId) -> (&'static str, String) {
        let found = self.record(row).and_then(|record| record.begin_text());
        found.unwrap_or(("date", String::new()))
    }

    /// The record of a row; `None`: no object stands there.
    pub(crate) fn record(&self, row: RowId) -> Option<Record> {
        let kind = self.rows.kind(row)?;
        let mut reader = Reader::new(self.rows.json(row));
        if reader.cursor.shape().ok()? != Shape::Object {
            return None;
        }
        Record::read(kind, &mut reader).ok()
    }
}

/// What the register keeps of a record besides its text.
struct Traits {
    symbol: Option<Symbol>,
    id_missing: bool,
    title_missing: bool,
    begin: Option<Span>,
    observed: bool,
    order: Vec<(Code, What)>,
    saying: Option<Saying>,
}

struct ReadRecord<'a, 'r, 't> {
    records: &'a mut Records,
    reader: &'r mut Reader<'t>,
}

impl KindVisitor for ReadRecord<'_, '_, '_> {
    type Answer = Result<Traits, Syntax>;

    fn visit<K: RecordKind>(self) -> Result<Traits, Syntax> {
        let at = self.reader.cursor.at();
        let record = K::read(self.reader)?;
        let records = self.records;
        let mut room = true;
        record.refer(&mut |reference| match records.symbols.intern(reference.id) {
            Some(symbol) => records.references.push(reference.relation, symbol),
            None => room = false,
        });
        let symbol = if record.id().is_empty() { None } else { records.symbols.intern(record.id()) };
        if !room || (symbol.is_none() && !record.id().is_empty()) {
            return Err(Syntax { at, fault: SyntaxFault::TooMuch });
        }
        let unread = |field: &str| self.reader.misread(field);
        Ok(Traits {
            symbol,
            id_missing: symbol.is_none() && !unread("/id"),
            title_missing: record.title().is_empty() && !unread("/title"),
            begin: record.begin(),
            observed: record.is_observed(),
            order: order(&record),
            saying: Saying::of(&record, |field| self.reader.misread_under(field)),
        })
    }
}

/// Dates of a record that are not in their order.
fn order(record: &impl Stored) -> Vec<(Code, What)> {
    let mut found = Vec::new();
    for (first, earlier, second, later) in record.ordered() {
        let code = if later.is_certainly_before(earlier) {
            Code::OrderInTime
        } else if later.span().may_be_before(earlier.span()) {
            Code::OrderInDoubt
        } else {
            continue;
        };
        let dates = [earlier.as_str().to_owned(), later.as_str().to_owned()];
        found.push((code, What::Order { fields: [first, second], dates }));
    }
    found
}

impl Problem {
    /// The code of its finding.
    pub(crate) fn code(&self) -> Code {
        match self {
            Self::Type { .. } => Code::WrongType,
            Self::Range { .. } => Code::OutOfRange,
            Self::RepeatedKey => Code::RepeatedKey,
            Self::NearKey { .. } => Code::UnknownField,
            Self::PersonalKey { .. } => Code::PersonalField,
        }
    }
}
