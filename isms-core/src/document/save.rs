//! Saving: the canonical bytes of a document.

use super::header::Header;
use super::read::Records;
use super::rows::{Row, RowId};
use super::upgrade::VERSION;
use crate::json::{Reader, compact};
use crate::model::{Kind, Record};
use crate::value::{Meter, Stopped, Value, write_field};
use sha2::{Digest as _, Sha256};

/// Writes a document piece by piece: header, then tables in the order of the kinds, one record a
/// line. Whoever has records elsewhere writes them with this, in flat memory.
pub(crate) struct Document<'o> {
    out: &'o mut String,
    open: Option<Kind>,
}

impl<'o> Document<'o> {
    /// Begins a document.
    pub(crate) fn begin(out: &'o mut String, header: &Header) -> Self {
        out.push('{');
        write_field(out, "isms", &VERSION.to_owned());
        write_header(out, header, "id", &header.id);
        write_header(out, header, "title", &header.title);
        write_header(out, header, "period", &header.period);
        write_header(out, header, "label", &header.label);
        Self { out, open: None }
    }

    /// Adds a record. Records of one kind come together, kinds in their order.
    pub(crate) fn record(&mut self, kind: Kind, write: impl FnOnce(&mut String)) {
        if self.open == Some(kind) {
            self.out.push_str(",\n");
        } else {
            self.end_table();
            self.out.push_str(",\n\"");
            self.out.push_str(kind.plural());
            self.out.push_str("\":[\n");
            self.open = Some(kind);
        }
        write(self.out);
    }

    /// Ends the document.
    pub(crate) fn end(mut self, header: &Header) {
        self.end_table();
        for kept in &header.kept {
            self.out.push_str(",\n");
            self.out.push_str(&kept.key);
            self.out.push(':');
            self.out.push_str(&kept.json);
        }
        self.out.push_str("}\n");
    }

    fn end_table(&mut self) {
        if self.open.take().is_some() {
            self.out.push_str("\n]");
        }
    }
}

/// A field of the document itself, unless it is kept as it was written.
fn write_header(out: &mut String, header: &Header, name: &str, value: &impl Value) {
    if !header.kept.iter().any(|kept| kept.is(name)) {
        write_field(out, name, value);
    }
}

/// The canonical text of a register.
pub(crate) fn save(header: &Header, records: &Records, meter: &Meter<'_>) -> Result<String, Stopped> {
    // Mostly it is as long as the text that was opened.
    let mut out = String::with_capacity(records.text.len());
    write(header, records, &mut out, meter, |_| ())?;
    Ok(out)
}

/// The SHA-256 of the canonical text of a register, in hexadecimal digits. The text is never there as a whole.
pub(crate) fn digest(header: &Header, records: &Records, meter: &Meter<'_>) -> Result<String, Stopped> {
    const FULL: usize = 1 << 16;
    let mut hasher = Sha256::new();
    let mut out = String::new();
    write(header, records, &mut out, meter, |out| {
        if out.len() >= FULL {
            hasher.update(&*out);
            out.clear();
        }
    })?;
    hasher.update(out);
    Ok(hexadecimal(hasher))
}

impl Records {
    /// The SHA-256 of a row as it is saved, in hexadecimal digits.
    pub(crate) fn digest_of(&self, row: RowId) -> Option<String> {
        let mut out = String::new();
        write_row(&mut out, self.rows.get(row)?, self.json(row));
        Some(hexadecimal(Sha256::new().chain_update(out)))
    }
}

fn hexadecimal(hasher: Sha256) -> String {
    hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Writes a register; what is written so far may be taken away before each record.
fn write(
    header: &Header,
    records: &Records,
    out: &mut String,
    meter: &Meter<'_>,
    mut take: impl FnMut(&mut String),
) -> Result<(), Stopped> {
    let mut document = Document::begin(out, header);
    for kind in Kind::ALL.iter().filter(|kind| records.rows.has(**kind)) {
        for (_, row) in meter.over(records.rows.iter().filter(|(_, row)| row.kind == *kind)) {
            document.record(*kind, |out| {
                take(out);
                write_row(out, row, records.text.get(row.piece));
            });
        }
    }
    document.end(header);
    meter.pass()
}

/// A record whose every part has a place in our types is written from them; any other as it is.
fn write_row(out: &mut String, row: Row, json: &str) {
    if row.tidy {
        return out.push_str(json);
    }
    if !row.raw
        && let Ok(record) = Record::read(row.kind, &mut Reader::of_values(json))
    {
        return record.write(out);
    }
    compact(out, json);
}
