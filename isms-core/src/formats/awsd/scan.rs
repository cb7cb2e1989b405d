//! A first look at the bytes: is this a table at all, how long is it, does it end where it should.

use super::refuse;
use crate::finding::Refusal;
use std::io::Read;

/// The longest row that is read, in bytes. A longer one is a quote left open.
const LONGEST_ROW: u64 = 16 << 20;

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// What the bytes say about the table.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// Its bytes, a byte order mark not among them.
    pub(super) size: u64,
    /// It begins with a byte order mark.
    pub(super) marked: bool,
    /// It ends within a quoted cell.
    pub(super) ends_in_quotes: bool,
    /// Its last row ends with a line break.
    pub(super) ends_in_newline: bool,
    /// Runs of lines without a byte: where each begins, and how many there are.
    pub(super) blank_lines: Vec<(u64, u64)>,
}

/// Where in a row a byte stands. The same steps as those of the reader of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Row,
    Cell,
    Plain,
    Quoted,
    QuoteInQuoted,
}

/// Reads all bytes once. Refuses what is no table of commas.
pub(super) fn scan(source: &mut impl Read) -> Result<Scan, Refusal> {
    let mut buffer = vec![0; 1 << 16];
    let mut held = fill(source, &mut buffer)?;
    let head = buffer.get(..held).unwrap_or_default();
    let mut scan = Scan { marked: head.starts_with(BOM), ends_in_newline: true, ..Scan::default() };
    sniff(head)?;
    let mut chunk = if scan.marked { head.get(BOM.len()..).unwrap_or_default() } else { head };
    let mut steps = Steps { state: State::Row, row_start: 0, last: 0, after_blank: false };
    while held > 0 {
        steps.feed(chunk, &mut scan)?;
        held = fill(source, &mut buffer)?;
        chunk = buffer.get(..held).unwrap_or_default();
    }
    scan.ends_in_quotes = steps.state == State::Quoted;
    scan.ends_in_newline = steps.state == State::Row;
    Ok(scan)
}

/// Fills the buffer as far as the source goes.
fn fill(source: &mut impl Read, buffer: &mut [u8]) -> Result<usize, Refusal> {
    let mut held = 0;
    while let Some(room) = buffer.get_mut(held..).filter(|room| !room.is_empty()) {
        match source.read(room) {
            Ok(0) => break,
            Ok(more) => held += more,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => (),
            Err(error) => return Err(refuse::read(&error)),
        }
    }
    Ok(held)
}

struct Steps {
    state: State,
    row_start: u64,
    last: u8,
    /// The line before is blank.
    after_blank: bool,
}

impl Steps {
    fn feed(&mut self, chunk: &[u8], scan: &mut Scan) -> Result<(), Refusal> {
        for byte in chunk {
            self.step(*byte, scan);
            self.last = *byte;
            scan.size += 1;
        }
        if scan.size - self.row_start > LONGEST_ROW {
            return Err(refuse::row_too_long(self.row_start, LONGEST_ROW));
        }
        Ok(())
    }

    fn step(&mut self, byte: u8, scan: &mut Scan) {
        let ends_row = byte == b'\n' || byte == b'\r';
        self.state = match (self.state, byte) {
            (State::Quoted, b'"') => State::QuoteInQuoted,
            (State::Quoted, _) | (State::QuoteInQuoted, b'"') => State::Quoted,
            (State::Row, _) if ends_row => {
                if !(byte == b'\n' && self.last == b'\r') {
                    scan.blank_line(self.after_blank);
                    self.after_blank = true;
                }
                self.row_start = scan.size + 1;
                State::Row
            }
            (_, _) if ends_row => {
                self.row_start = scan.size + 1;
                self.after_blank = false;
                State::Row
            }
            (_, b',') => State::Cell,
            (State::Row | State::Cell, b'"') => State::Quoted,
            _ => State::Plain,
        };
    }
}

impl Scan {
    fn blank_line(&mut self, after_another: bool) {
        match self.blank_lines.last_mut() {
            Some((_, count)) if after_another => *count += 1,
            _ => self.blank_lines.push((self.size, 1)),
        }
    }
}

/// Refuses what the first bytes show to be something else.
fn sniff(head: &[u8]) -> Result<(), Refusal> {
    let found = match head {
        [b'P', b'K', 3 | 5 | 7, ..] => Some(("a zip archive or an Excel workbook (.xlsx)", refuse::EXPORT)),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some(("an old Excel workbook (.xls)", refuse::EXPORT)),
        [0x1F, 0x8B, ..] => Some(("a gzip archive", "unpack it first")),
        [b'%', b'P', b'D', b'F', ..] => Some(("a PDF document", refuse::EXPORT)),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some(("UTF-16 text", refuse::UTF8)),
        _ => None,
    };
    let text = head.strip_prefix(BOM).unwrap_or(head).trim_ascii_start();
    let found = found.or_else(|| match text.first() {
        None => Some(("an empty file", refuse::EXPORT)),
        Some(b'<') => Some(("HTML or XML", refuse::EXPORT)),
        Some(b'{' | b'[') => Some(("JSON", refuse::EXPORT)),
        Some(0) => Some(("binary data", refuse::EXPORT)),
        Some(_) => None,
    });
    found.map_or(Ok(()), |(found, fix)| Err(refuse::no_table(found, fix)))
}
