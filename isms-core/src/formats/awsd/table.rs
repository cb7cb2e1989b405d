//! The table, read row by row as often as it takes.

use super::codes::{Code, Notes};
use super::columns::Column;
use super::layout::Layout;
use super::refuse;
use super::scan::{Scan, scan};
use crate::finding::Refusal;
use crate::value::Watch;
use csv::{ByteRecord, Reader, ReaderBuilder, StringRecord};
use std::io::{Read, Seek, SeekFrom};

/// After how many rows the caller is told how far we are.
const STEP: u64 = 1_024;

/// How often the table is read.
const PASSES: u64 = 4;

const WITHIN_QUOTES: &str = "the end of the file within a quoted cell";

/// A table with its columns known.
pub(super) struct Table<'s, S> {
    source: &'s mut S,
    start: u64,
    scan: Scan,
    pub(super) layout: Layout,
}

/// One row of data.
pub(super) struct Row<'r> {
    /// Its number as a spreadsheet shows it.
    pub(super) number: u64,
    pub(super) record: &'r StringRecord,
    pub(super) layout: &'r Layout,
}

/// Why a row could not be read.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) code: Code,
    pub(super) row: u64,
    pub(super) column: String,
    pub(super) expected: String,
    pub(super) found: String,
}

/// How many rows of data there are, and how many of them could not be read.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    pub(super) rows: u64,
    pub(super) refused: u64,
    /// Why the first of those could not.
    pub(super) first: Option<Fault>,
    /// The last row.
    last: u64,
    /// What was found instead of the whole of the last row.
    cut: Option<String>,
}

impl<'s, S: Read + Seek> Table<'s, S> {
    /// Looks at all bytes and reads the header. Refuses what is not of this format.
    pub(super) fn open(source: &'s mut S) -> Result<Self, Refusal> {
        let mut start = source.stream_position().map_err(|error| refuse::read(&error))?;
        let scan = scan(source)?;
        start += if scan.marked { 3 } else { 0 };
        let mut reader = rewind(source, start)?;
        let mut record = ByteRecord::new();
        if !next(&mut reader, &mut record)? {
            return Err(refuse::no_table("no line of text", refuse::EXPORT));
        }
        let blank = scan.blank_lines.first().filter(|(start, _)| *start == 0).map_or(0, |(_, count)| *count);
        let header = text(record, 1 + blank, None)?;
        let mut layout = Layout::of(&header, 1 + blank)?;
        let mut below = ByteRecord::new();
        layout.tagged = next(&mut reader, &mut below)? && is_tags(&below);
        drop(reader);
        Ok(Self { source, start, scan, layout })
    }

    /// Reads all rows of data. What `each` says it can't read counts as refused; rows that are
    /// none are noted and refused here.
    pub(super) fn each(
        &mut self,
        pass: u64,
        notes: &mut Notes<'_>,
        watch: &mut dyn Watch,
        mut each: impl FnMut(&Row<'_>, &mut Notes<'_>) -> Result<bool, Refusal>,
    ) -> Result<Tally, Refusal> {
        let mut reader = rewind(self.source, self.start)?;
        let mut tally = Tally::default();
        let mut bytes = ByteRecord::new();
        let mut blank = self.scan.blank_lines.iter().peekable();
        let (mut number, mut records) = (0, 0);
        while next(&mut reader, &mut bytes)? {
            let end = reader.position().byte();
            while let Some((_, count)) = blank.next_if(|(start, _)| *start < end) {
                pass_over(number + 1, *count, notes);
                number += count;
            }
            (number, records) = (number + 1, records + 1);
            if number % STEP == 0 && !watch.step(pass * self.scan.size + end, PASSES * self.scan.size) {
                return Err(refuse::stopped(number));
            }
            if records <= 1 + u64::from(self.layout.tagged) {
                continue;
            }
            let lines = reader.position().line() - bytes.position().map_or(0, csv::Position::line);
            let fault = fault(&self.scan, &self.layout, &bytes, number, end, lines);
            if is_blank(&bytes) && fault.as_ref().is_none_or(|fault| fault.code == Code::RowLength) {
                pass_over(number, 1, notes);
                continue;
            }
            (tally.rows, tally.last, tally.cut) = (tally.rows + 1, number, None);
            if let Some(fault) = fault {
                let done = "the row was refused; the others were read";
                notes.add(fault.code, number, "", &fault.found, || done.to_owned());
                tally.cut = fault.is_cut(bytes.len() < self.layout.width()).then(|| fault.found.clone());
                tally.refuse(fault);
                continue;
            }
            let record = text(bytes, number, Some(&self.layout))?;
            let row = Row { number, record: &record, layout: &self.layout };
            if !each(&row, notes)? {
                tally.refuse(row.undated());
            }
            bytes = record.into_byte_record();
        }
        blank.for_each(|(_, count)| pass_over(number + 1, *count, notes));
        if !watch.step((pass + 1) * self.scan.size, PASSES * self.scan.size) {
            return Err(refuse::stopped(number));
        }
        Ok(tally)
    }

    /// Notes what the bytes of the file as a whole show.
    pub(super) fn note(&self, notes: &mut Notes<'_>, tally: &Tally) {
        let last = tally.last.max(self.layout.row);
        if self.scan.marked {
            notes.add(Code::ByteOrderMark, 1, "", "", || "passed over".to_owned());
        }
        self.layout.note(notes);
        // Without any row it is the header that has no end.
        let in_header = (tally.rows == 0 && self.scan.ends_in_quotes).then_some(WITHIN_QUOTES);
        if let Some(found) = tally.cut.as_deref().or(in_header) {
            let done = "what may have stood behind it is unknown: fetch the file again";
            notes.add(Code::CutOff, last, "", found, || done.to_owned());
        }
        if !self.scan.ends_in_newline && !self.scan.ends_in_quotes {
            let done = "read as it stands; compare it with the source";
            notes.add(Code::NoFinalNewline, last, "", "", || done.to_owned());
        }
    }
}

impl Tally {
    fn refuse(&mut self, fault: Fault) {
        self.refused += 1;
        self.first.get_or_insert(fault);
    }
}

impl Fault {
    /// The row, if it is the last, shows that the file is not whole.
    fn is_cut(&self, short: bool) -> bool {
        self.code == Code::UnclosedQuote || (self.code == Code::RowLength && short)
    }
}

impl Row<'_> {
    /// The fault of a row that has no date.
    fn undated(&self) -> Fault {
        let cell = self.cell(Column::Year).unwrap_or_default().trim();
        let start: String = cell.chars().take(40).collect();
        Fault {
            code: Code::YearUnreadable,
            row: self.number,
            column: Column::Year.header().to_owned(),
            expected: "a year such as 2025".to_owned(),
            found: if cell.is_empty() { "a blank cell".to_owned() } else { format!("{start:?}") },
        }
    }

    /// The cell of a column as it is written; `None`: there is no such column.
    pub(super) fn cell(&self, column: Column) -> Option<&str> {
        self.record.get(self.layout.index(column)?)
    }

    /// Notes something about the cell of a column.
    pub(super) fn note(&self, notes: &mut Notes<'_>, code: Code, column: Column, done: impl FnOnce() -> String) {
        let header = self.layout.index(column).map_or(column.header(), |index| self.layout.header(index));
        notes.add(code, self.number, header, self.cell(column).unwrap_or_default(), done);
    }

    /// The text of a cell, without blanks at its ends, which is noted; `None`: blank, or no column.
    pub(super) fn trimmed(&self, column: Column, notes: &mut Notes<'_>) -> Option<&str> {
        let cell = self.cell(column)?;
        let text = cell.trim();
        if text.len() != cell.len() && !text.is_empty() {
            self.note(notes, Code::Trimmed, column, || format!("read as {text:?}"));
        }
        Some(text).filter(|text| !text.is_empty())
    }
}

/// Why a row is none.
fn fault(scan: &Scan, layout: &Layout, bytes: &ByteRecord, row: u64, end: u64, lines: u64) -> Option<Fault> {
    let fault = |code, column: &str, expected: String, found: String| {
        Some(Fault { code, row, column: column.to_owned(), expected, found })
    };
    let is_last = end >= scan.size;
    if is_last && scan.ends_in_quotes {
        return fault(Code::UnclosedQuote, "", "a closing quote".to_owned(), WITHIN_QUOTES.to_owned());
    }
    let width = layout.width();
    if bytes.len() != width {
        let mut found = format!("{} cells instead of {width}", bytes.len());
        if lines > 1 {
            found.push_str(&format!(", on {lines} lines"));
        }
        return fault(Code::RowLength, "", format!("{width} cells"), found);
    }
    let nul = layout.header(bytes.iter().position(|cell| cell.contains(&0))?);
    fault(Code::NulByte, nul, "text".to_owned(), format!("a NUL byte in the column {nul:?}"))
}

fn rewind<S: Read + Seek>(source: &mut S, start: u64) -> Result<Reader<&mut S>, Refusal> {
    source.seek(SeekFrom::Start(start)).map_err(|error| refuse::read(&error))?;
    Ok(ReaderBuilder::new().has_headers(false).flexible(true).buffer_capacity(1 << 16).from_reader(source))
}

fn next<S: Read>(reader: &mut Reader<S>, record: &mut ByteRecord) -> Result<bool, Refusal> {
    reader.read_byte_record(record).map_err(|error| refuse::read(&error.into()))
}

/// The row as text. Refuses what is not UTF-8: a guessed encoding would change names unseen.
fn text(bytes: ByteRecord, row: u64, layout: Option<&Layout>) -> Result<StringRecord, Refusal> {
    StringRecord::from_byte_record(bytes).map_err(|error| {
        let (field, at) = (error.utf8_error().field(), error.utf8_error().valid_up_to());
        let column = layout.map_or("", |layout| layout.header(field));
        let byte = error.into_byte_record().get(field).and_then(|cell| cell.get(at).copied()).unwrap_or_default();
        let found = format!("byte 0x{byte:02X}, which is none (Latin-1?)");
        refuse::not_the_format(row, column, "UTF-8 text", &found, refuse::UTF8)
    })
}

fn is_blank(record: &ByteRecord) -> bool {
    record.iter().all(|cell| cell.trim_ascii().is_empty())
}

/// A line of HXL tags: every cell that is not blank begins with `#`.
fn is_tags(record: &ByteRecord) -> bool {
    !is_blank(record) && record.iter().map(<[u8]>::trim_ascii).all(|cell| cell.is_empty() || cell.starts_with(b"#"))
}

fn pass_over(row: u64, count: u64, notes: &mut Notes<'_>) {
    notes.add(Code::BlankRow, row, "", "", || format!("{count} passed over"));
}
