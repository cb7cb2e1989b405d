//! Opening a document: its version first, then its header and its tables.

use super::faults::Fault;
use super::header::{FIELDS, Header, Kept};
use super::read::{Records, Scratch};
use super::text::{MOST_BYTES, Text};
use super::upgrade::{Age, UPGRADES, Upgrade, VERSION, age};
use crate::finding::{Code, Fact, Finding, Refusal, text_of, unreadable};
use crate::json::{Fields, Name, Reader, Shape, Step, Syntax, SyntaxFault, shortened};
use crate::model::Kind;
use crate::value::Watch;
use std::borrow::Cow;
use std::sync::Arc;

/// After how many records the caller is told how far we are.
const STEP: usize = 1_024;

/// Reads a document. Its text is kept; bytes that are given away are not copied.
pub(crate) fn open(bytes: Cow<'_, [u8]>, watch: &mut dyn Watch) -> Result<(Header, Records), Refusal> {
    open_with(bytes, watch, UPGRADES, MOST_BYTES)
}

/// Reads a document of the present version, or of one that these upgrades bring to it, into so much room.
pub(crate) fn open_with(
    bytes: Cow<'_, [u8]>,
    watch: &mut dyn Watch,
    upgrades: &[Upgrade],
    most: usize,
) -> Result<(Header, Records), Refusal> {
    check_size(bytes.len(), most)?;
    let mut text = text_of(bytes)?;
    for upgrade in check_version(&text, upgrades)? {
        text = (upgrade.step)(&text).map_err(|syntax| unreadable(&text, &syntax))?;
        check_size(text.len(), most)?;
    }
    let text = Arc::new(text);
    let mut reader = Reader::new(&text);
    let mut opening = Opening {
        header: Header::default(),
        fields: Vec::new(),
        records: Records::for_document(Text::new(Arc::clone(&text), most)),
        scratch: Scratch::new(&text, 0),
        watch,
        total: text.len(),
    };
    opening.read(&mut reader).and_then(|()| opening.tell(text.len())).map_err(|syntax| unreadable(&text, &syntax))?;
    Ok((opening.header, opening.records))
}

fn check_size(bytes: usize, most: usize) -> Result<(), Refusal> {
    if bytes <= most {
        return Ok(());
    }
    let message = format!("expected at most {most} bytes (4 GiB), found {bytes}; split the register");
    Err(Refusal::new(Code::OverLimit, "", message))
}

/// Refuses what is no register, or one of a newer format, before anything else is read. The upgrades that an older
/// one needs.
fn check_version<'u>(text: &str, upgrades: &'u [Upgrade]) -> Result<&'u [Upgrade], Refusal> {
    let mut reader = Reader::new(text);
    let version = version(&mut reader).map_err(|syntax| unreadable(text, &syntax))?;
    match version {
        Some(Version::Text(text)) => match age(&text, upgrades) {
            Age::Known(steps) => Ok(steps),
            Age::Newer => Err(newer(&text)),
            Age::Unknown => {
                Err(no_register(&format!("expected \"isms\": \"{VERSION}\", found {:?}", shortened(&text))))
            }
        },
        Some(Version::Other(shape)) => Err(no_register(&format!(
            "expected \"isms\": \"{VERSION}\", which is text in quotes, found {}",
            shape.word()
        ))),
        None => Err(no_register(&format!("expected an object with the key \"isms\": \"{VERSION}\", found none"))),
    }
}

fn newer(found: &str) -> Refusal {
    let found = shortened(found);
    let message = format!(
        "the document is of format {found:?}, newer than {VERSION:?}, which this library reads; open it with a newer isms"
    );
    Finding::new(Code::NewerVersion, "/isms", message).fact(Fact::text("found", found)).into()
}

fn no_register(words: &str) -> Refusal {
    Refusal::new(Code::NotARegister, "/isms", format!("{words}; is this a register of isms?"))
}

/// What stands under `isms`.
enum Version {
    Text(String),
    Other(Shape),
}

/// The version, wherever it stands.
fn version(reader: &mut Reader<'_>) -> Result<Option<Version>, Syntax> {
    const FIELDS: Fields = &["isms"];
    if reader.cursor.shape()? != Shape::Object {
        reader.cursor.skip()?;
        reader.cursor.finish()?;
        return Ok(None);
    }
    let mut key = reader.cursor.enter_object(FIELDS)?;
    while let Some(found) = key {
        if found.is_known() {
            let shape = reader.cursor.shape()?;
            return match shape {
                Shape::Text => Ok(Some(Version::Text(reader.cursor.text()?.unwrap_or_default().into_owned()))),
                _ => Ok(Some(Version::Other(shape))),
            };
        }
        reader.cursor.skip()?;
        key = reader.cursor.next_key(FIELDS, 0)?;
    }
    reader.cursor.finish()?;
    Ok(None)
}

struct Opening<'w, 'a> {
    header: Header,
    /// Fields of the document itself, as they were written, and whether they could be read.
    fields: Vec<(&'static str, Kept, bool)>,
    records: Records,
    scratch: Scratch<'a>,
    watch: &'w mut dyn Watch,
    total: usize,
}

impl<'a> Opening<'_, 'a> {
    fn read(&mut self, reader: &mut Reader<'a>) -> Result<(), Syntax> {
        // Passes over blanks before the document.
        reader.cursor.shape()?;
        reader.each_field(FIELDS, |reader, name| match name {
            Name::Known(field) => reader.within(Step::Field(field), |reader| self.field(reader, field)),
            Name::Unknown(key) => match Kind::of_plural(&key) {
                Some(kind) => self.table(reader, kind),
                None => self.unknown(reader, &key),
            },
            Name::Odd(ref key) => {
                let range = reader.skip_unknown(&name)?;
                self.header.kept.push(Kept::as_written(format!("\"{key}\""), reader.cursor.raw(range)));
                Ok(())
            }
        })?;
        self.keep_fields();
        self.note_misreads(reader);
        reader.cursor.finish()?;
        self.records.settle().ok_or(Syntax { at: reader.cursor.at(), fault: SyntaxFault::TooMuch })
    }

    /// A field of the document itself.
    fn field(&mut self, reader: &mut Reader<'_>, field: &'static str) -> Result<(), Syntax> {
        reader.cursor.shape()?;
        let start = reader.cursor.at();
        let was_read = self.header.read(reader, field)?;
        self.fields.push((field, Kept::new(field, reader.cursor.raw(start..reader.cursor.at())), was_read));
        Ok(())
    }

    /// A field that can't be read, or stands there more than once, is kept as it was written. The
    /// first version is the one that we write.
    fn keep_fields(&mut self) {
        for field in FIELDS {
            let found = || self.fields.iter().filter(|(name, _, _)| name == field);
            if found().count() > 1 || found().any(|(_, _, was_read)| !was_read) {
                let written = usize::from(*field == "isms");
                self.header.kept.extend(found().skip(written).map(|(_, kept, _)| kept.clone()));
            }
        }
    }

    fn table(&mut self, reader: &mut Reader<'a>, kind: Kind) -> Result<(), Syntax> {
        if reader.cursor.shape()? != Shape::Array {
            return self.no_table(reader, kind.plural());
        }
        // Misreads of a record stand relative to it, those of the document wait for its end.
        self.note_misreads(reader);
        let mut more = reader.cursor.enter_array()?;
        while more {
            self.records.read(kind, reader, &mut self.scratch)?;
            if self.records.rows.len().is_multiple_of(STEP) {
                self.tell(reader.cursor.at())?;
            }
            more = reader.cursor.next_item()?;
        }
        reader.cursor.leave();
        Ok(())
    }

    /// A known key behind which there is no list: kept as it is.
    fn no_table(&mut self, reader: &mut Reader<'_>, key: &'static str) -> Result<(), Syntax> {
        let start = reader.cursor.at();
        reader.within(Step::Field(key), |reader| reader.wrong_type("a list of records"))?;
        self.header.kept.push(Kept::new(key, reader.cursor.raw(start..reader.cursor.at())));
        Ok(())
    }

    fn unknown(&mut self, reader: &mut Reader<'_>, key: &str) -> Result<(), Syntax> {
        let is_table = reader.cursor.shape()? == Shape::Array;
        let range = reader.skip_unknown(&Name::Unknown(Cow::Borrowed(key)))?;
        let kept = Kept::new(key, reader.cursor.raw(range));
        if is_table {
            let entries = serde_json::from_str::<Vec<serde::de::IgnoredAny>>(&kept.json).map_or(0, |list| list.len());
            self.header.faults.push(Code::UnknownKind, || Fault::UnknownTable(key.to_owned(), entries));
        }
        self.header.kept.push(kept);
        Ok(())
    }

    fn note_misreads(&mut self, reader: &mut Reader<'_>) {
        for misread in reader.take_misreads() {
            self.header.faults.push(misread.problem.code(), || Fault::Misread(misread));
        }
    }

    fn tell(&mut self, done: usize) -> Result<(), Syntax> {
        if self.watch.step(done as u64, self.total as u64) {
            return Ok(());
        }
        Err(Syntax { at: done, fault: SyntaxFault::Stopped })
    }
}
