//! Reading one record: its text stays where it is, its references are found, what can't be read is noted.

use super::labels::Labels;
use super::references::References;
use super::rows::{Row, RowId, Rows};
use super::sparse::Sparse;
use super::symbols::{Symbol, Symbols};
use super::text::{Name, Piece, Text};
use crate::json::{Reader, Shape, Syntax, SyntaxFault, TextAt, Wanted};
use crate::model::{Kind, Record, RecordKind, Skimmed, table};
use crate::value::{Date, Span};
use std::borrow::Cow;
use std::collections::HashSet;

/// When a record begins, and whether it was observed. Only rows that have a date have one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Begin {
    pub(crate) span: Span,
    pub(crate) observed: bool,
}

/// All that is known of the records of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Records {
    pub(crate) text: Text,
    pub(crate) rows: Rows,
    pub(crate) symbols: Symbols,
    /// The id of each row; `NO_SYMBOL`: it has none.
    pub(super) id_of_row: Vec<Symbol>,
    /// The first row of each id; `RowId::MAX`: none has it.
    pub(super) row_of_id: Vec<RowId>,
    /// How many rows have an id that references don't mean, since another row has it too.
    pub(super) doubles: usize,
    pub(crate) references: References,
    pub(crate) begins: Sparse<Begin>,
    pub(crate) labels: Labels,
    pub(super) waiting: Waiting,
    /// Ids of records that are left out, and of which nothing may be told: not that something refers to them.
    pub(super) silent: HashSet<Symbol>,
}

/// For a row without an id.
pub(super) const NO_SYMBOL: Symbol = Symbol::MAX;

/// Ids that were read and have no number yet. They get theirs many at a time: the lookups of many lie far apart in
/// memory, and the processor waits for several of them at once.
#[derive(Clone, Debug, Default)]
pub(super) struct Waiting {
    /// Rows with ids.
    rows: Vec<RowId>,
    /// Their ids.
    ids: Vec<Name>,
    /// The ids that references name.
    targets: Vec<Name>,
}

/// From how many references on the ids that wait get their numbers.
pub(super) const MANY: usize = 512;

/// What the reading of records works with: the same for every record, so that none needs room of its own.
#[derive(Debug)]
pub(crate) struct Scratch<'a> {
    /// The text that is read, and where it begins within that of the register.
    text: &'a str,
    origin: usize,
    found: Skimmed<'a>,
}

impl<'a> Scratch<'a> {
    /// For text that begins there within that of the register.
    pub(crate) fn new(text: &'a str, origin: usize) -> Self {
        Self { text, origin, found: Skimmed::default() }
    }

    /// The id of the record read last.
    pub(super) fn take_id(&mut self) -> Option<String> {
        self.found.id.take().map(Cow::into_owned)
    }

    /// Where a part of the text stands within that of the register.
    fn name(&self, id: Cow<'a, str>) -> Option<Name> {
        match id {
            Cow::Owned(id) => Some(Name::Escaped(id)),
            Cow::Borrowed(id) => {
                let within = id.as_ptr().addr() - self.text.as_ptr().addr();
                Piece::new(self.origin + within, id.len()).map(Name::Piece)
            }
        }
    }
}

impl Records {
    /// For the text of a document.
    pub(crate) fn for_document(text: Text) -> Self {
        Self { text, ..Self::default() }
    }

    /// Reads the record, or what stands in its place, that comes next in a table.
    pub(crate) fn read<'a>(
        &mut self,
        kind: Kind,
        reader: &mut Reader<'a>,
        scratch: &mut Scratch<'a>,
    ) -> Result<RowId, Syntax> {
        let (row, begin) = read_row(kind, reader, scratch)?;
        let added = self.rows.push(row).filter(|id| self.note(*id, begin, scratch).is_some());
        added.ok_or(Syntax { at: reader.cursor.at(), fault: SyntaxFault::TooMuch })
    }

    /// Notes what was found in a row besides its text. `None`: there is too much of it.
    pub(super) fn note(&mut self, row: RowId, begin: Option<(Span, bool)>, scratch: &mut Scratch<'_>) -> Option<()> {
        if let Some((span, observed)) = begin {
            self.begins.set(row, Begin { span, observed });
        }
        self.labels.note(row, &mut scratch.found);
        if let Some(id) = scratch.found.id.take() {
            self.waiting.rows.push(row);
            self.waiting.ids.push(scratch.name(id)?);
        }
        scratch.found.sort();
        let mut references = std::mem::take(&mut scratch.found.references);
        self.references.add(row, references.iter().map(|(_, relation, _)| *relation))?;
        for (_, _, id) in references.drain(..) {
            self.waiting.targets.push(scratch.name(id)?);
        }
        scratch.found.references = references;
        if self.waiting.targets.len() >= MANY || self.waiting.ids.len() >= MANY { self.settle() } else { Some(()) }
    }

    /// Gives numbers to all ids that wait for them. `None`: there are too many.
    pub(crate) fn settle(&mut self) -> Option<()> {
        let mut waiting = std::mem::take(&mut self.waiting);
        let ids = waiting.ids.drain(..).map(|name| self.text.piece(name)).collect::<Option<Vec<_>>>()?;
        let targets = waiting.targets.drain(..).map(|name| self.text.piece(name)).collect::<Option<Vec<_>>>()?;
        self.make_room(&ids, targets.len());
        let mut symbols = Vec::with_capacity(ids.len());
        self.symbols.intern(&self.text, &ids, |symbol| symbols.push(symbol))?;
        self.symbols.intern(&self.text, &targets, |symbol| self.references.lead_to(symbol))?;
        self.id_of_row.resize(self.rows.numbers(), NO_SYMBOL);
        self.row_of_id.resize(self.symbols.len(), RowId::MAX);
        for (row, symbol) in waiting.rows.drain(..).zip(symbols) {
            self.claim(row, symbol);
        }
        self.waiting = waiting;
        Some(())
    }

    /// Makes room for ids. Where there is not enough, it is made for all that the text will have if it goes on as it
    /// began: a table that grows by and by is copied often, and one that is too large is slow to look into.
    fn make_room(&mut self, ids: &[Piece], targets: usize) {
        // Records are mostly longer.
        const BYTES_AN_ID: usize = 128;
        if self.symbols.room() >= ids.len() + targets {
            return;
        }
        let (known, all) = (self.symbols.len() + ids.len(), self.text.len());
        let read = ids.last().map_or(all, |last| last.end()).clamp(1, all.max(1));
        let likely = known as u64 * all as u64 / read as u64;
        // A little more, for ids that are named and not there.
        let likely = usize::try_from(likely + likely / 16).unwrap_or(usize::MAX);
        let most = known + targets + (all - read) / BYTES_AN_ID;
        self.symbols.reserve(likely.min(most).max(known + targets) - self.symbols.len());
    }

    /// Gives an id to a row. Of equal ids the first one as saved is meant: by the order of the
    /// kinds, then by that of the document, so that saving changes no meaning.
    pub(super) fn claim(&mut self, row: RowId, symbol: Symbol) {
        if let Some(id) = self.id_of_row.get_mut(row as usize) {
            *id = symbol;
        }
        let Some(owner) = self.row_of_id.get_mut(symbol as usize) else { return };
        let other = *owner;
        if other == RowId::MAX {
            *owner = row;
            return;
        }
        self.doubles += 1;
        if (self.rows.kind(row), row) < (self.rows.kind(other), other) {
            *owner = row;
        }
    }

    /// The number of an id.
    pub(crate) fn symbol(&self, id: &str) -> Option<Symbol> {
        self.symbols.find(&self.text, id)
    }

    /// The id of a number.
    pub(crate) fn name(&self, symbol: Symbol) -> &str {
        self.symbols.name(&self.text, symbol)
    }

    /// Whether nothing may be told of an id.
    pub(crate) fn is_silent(&self, symbol: Symbol) -> bool {
        self.silent.contains(&symbol)
    }

    /// The row that an id means.
    #[inline]
    pub(crate) fn row_of(&self, symbol: Symbol) -> Option<RowId> {
        self.row_of_id.get(symbol as usize).copied().filter(|row| *row != RowId::MAX)
    }

    /// The number of the id of a row.
    pub(crate) fn symbol_of(&self, row: RowId) -> Option<Symbol> {
        self.id_of_row.get(row as usize).copied().filter(|symbol| *symbol != NO_SYMBOL)
    }

    /// The id of a row.
    pub(crate) fn id_of(&self, row: RowId) -> Option<&str> {
        self.symbol_of(row).map(|symbol| self.name(symbol))
    }

    /// The JSON text of a row, as it was written.
    pub(crate) fn json(&self, row: RowId) -> &str {
        self.rows.get(row).map_or("", |row| self.text.get(row.piece))
    }

    /// When a row begins.
    pub(crate) fn begin_of(&self, row: RowId) -> Option<Begin> {
        self.begins.get(row)
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

    /// The record of a row, as its type; `None`: it is of another kind, or no object stands there.
    pub(crate) fn typed<K: RecordKind>(&self, row: RowId) -> Option<K> {
        let mut reader = Reader::of_values(self.json(row));
        if self.rows.kind(row)? != K::KIND || reader.cursor.shape().ok()? != Shape::Object {
            return None;
        }
        K::read(&mut reader).ok()
    }

    /// The record of a row, as its type, if all of it could be read.
    pub(crate) fn whole<K: RecordKind>(&self, row: RowId) -> Option<K> {
        let mut reader = Reader::of_values(self.json(row));
        if reader.cursor.shape().ok()? != Shape::Object {
            return None;
        }
        K::read(&mut reader).ok().filter(|_| !reader.lost())
    }

    /// The texts of a row that are asked for and could be read, each with its place.
    pub(crate) fn texts(&self, row: RowId, wanted: Wanted<'_>) -> Vec<TextAt> {
        let mut reader = Reader::of_texts(self.json(row), wanted);
        match (self.rows.kind(row), reader.cursor.shape()) {
            (Some(kind), Ok(Shape::Object)) if Record::read(kind, &mut reader).is_ok() => reader.take_texts(),
            _ => Vec::new(),
        }
    }

    /// The record of a row (`None`: no object stands there), and whether all of it could be read.
    pub(crate) fn record_and_whole(&self, row: RowId) -> (Option<Record>, bool) {
        let mut reader = Reader::of_values(self.json(row));
        let is_object = reader.cursor.shape().is_ok_and(|shape| shape == Shape::Object);
        let kind = self.rows.kind(row).filter(|_| is_object);
        let record = kind.and_then(|kind| Record::read(kind, &mut reader).ok());
        let whole = record.is_some() && !reader.lost();
        (record, whole)
    }

    /// The record of a row; `None`: no object stands there.
    pub(crate) fn record(&self, row: RowId) -> Option<Record> {
        let kind = self.rows.kind(row)?;
        let mut reader = Reader::of_values(self.json(row));
        if reader.cursor.shape().ok()? != Shape::Object {
            return None;
        }
        Record::read(kind, &mut reader).ok()
    }
}

/// Reads the record, or what stands in its place, that comes next, into `scratch`; its row and its begin.
pub(super) fn read_row<'a>(
    kind: Kind,
    reader: &mut Reader<'a>,
    scratch: &mut Scratch<'a>,
) -> Result<(Row, Option<(Span, bool)>), Syntax> {
    let shape = reader.cursor.shape()?;
    let start = reader.cursor.at();
    reader.cursor.watch_form();
    scratch.found.clear();
    let read = if shape == Shape::Object {
        read_record(kind, reader, scratch, start)?
    } else {
        reader.wrong_type("a record, which is an object")?;
        scratch.found.veiled = true;
        Read { faulty: true, begin: None }
    };
    let end = reader.cursor.at();
    let too_much = Syntax { at: end, fault: SyntaxFault::TooMuch };
    let piece = Piece::new(scratch.origin + start, end - start).ok_or(too_much)?;
    let misread = reader.noted() > 0;
    reader.take_misreads();
    let raw = reader.take_raw_kept() || misread;
    let (tidy, faulty) = (reader.cursor.is_tidy(), misread || read.faulty);
    let row = Row { piece, kind, raw, tidy, faulty, odd_word: scratch.found.odd_word, gone: false };
    Ok((row, read.begin))
}

struct Read {
    faulty: bool,
    begin: Option<(Span, bool)>,
}

/// Reads the record that comes next, which begins there.
fn read_record<'a>(
    kind: Kind,
    reader: &mut Reader<'a>,
    scratch: &mut Scratch<'a>,
    start: usize,
) -> Result<Read, Syntax> {
    let (table, found) = (table(kind), &mut scratch.found);
    table.skim(reader, found)?;
    let text = scratch.text.get(start..).unwrap_or_default();
    if reader.lost() {
        // What counts of a record that can't be read whole, the record itself says.
        found.take(&Record::read(kind, &mut Reader::of_values(text))?);
    }
    #[cfg(any(test, fuzzing))]
    super::agree::check(kind, text, reader, found);
    found.guard = (table.guard)(&found.met, &mut || Record::read(kind, &mut Reader::of_values(text)).ok());
    found.veiled = reader.noted() > 0 && ["/label", "/labels"].iter().any(|at| reader.misread_under(at));
    let faulty = found.id.is_none() || !found.titled || found.ordered(table).iter().any(in_doubt);
    Ok(Read { faulty, begin: found.begin(table) })
}

/// The second of two dates may come before the first.
fn in_doubt(dates: &[(&'static str, &Date); 2]) -> bool {
    let [(_, first), (_, second)] = dates;
    second.span().may_be_before(first.span()) || second.is_certainly_before(first)
}
