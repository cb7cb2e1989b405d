//! What stands in a document besides its records.

use super::faults::Fault;
use crate::finding::Log;
use crate::json::{Fields, Reader, Step, Syntax, compact, write_text};
use crate::value::{Label, RED, UNSAID, Value, read_duration, sort_by_key};

/// The fields of the document itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Header {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) period: Option<String>,
    pub(crate) label: Option<Label>,
    /// Kinds and fields that this version does not know, or could not read, in their order.
    pub(crate) kept: Vec<Kept>,
    /// What is wrong with it.
    pub(crate) faults: Log<Fault>,
}

/// The fields of the document itself.
pub(crate) const FIELDS: Fields = &["isms", "id", "title", "period", "label"];

impl Header {
    /// Reads the value of a field, which comes next. Whether it could be read.
    pub(super) fn read(&mut self, reader: &mut Reader<'_>, field: &str) -> Result<bool, Syntax> {
        let noted = reader.noted();
        match field {
            "id" => self.id = Value::read(reader)?,
            "title" => self.title = Value::read(reader)?,
            "period" => self.period = read_duration(reader)?,
            "label" => self.label = Label::read(reader)?,
            // The version was read before all else.
            _ => reader.cursor.skip().map(drop)?,
        }
        let raw_kept = reader.take_raw_kept();
        Ok(reader.noted() == noted && !raw_kept)
    }

    /// Sets a field to the value of JSON text, as if it had been read with the document: what can't be read is kept, and
    /// is a finding. `None`: the field goes. With an error nothing is changed.
    pub(crate) fn set(&mut self, field: &'static str, json: Option<&str>) -> Result<(), Syntax> {
        let mut new = Self::default();
        if let Some(json) = json {
            let mut reader = Reader::new(json);
            reader.cursor.lie_at(1);
            let was_read = reader.within(Step::Field(field), |reader| new.read(reader, field))?;
            reader.cursor.finish()?;
            new.kept.extend((!was_read).then(|| Kept::new(field, json)));
            for misread in reader.take_misreads() {
                new.faults.push(misread.problem.code(), || Fault::Misread(misread));
            }
        }
        self.forget(field);
        match field {
            "id" => self.id = new.id,
            "title" => self.title = new.title,
            "period" => self.period = new.period,
            "label" => self.label = new.label,
            _ => (),
        }
        self.faults.append(new.faults);
        self.kept.extend(new.kept);
        // As they come when the document is opened: the fields last, in their order.
        sort_by_key(&mut self.kept, |kept| FIELDS.iter().position(|field| kept.is(field)).map_or(0, |at| at + 1));
        Ok(())
    }

    /// Forgets what was kept of a field that is set anew, and what was wrong with it.
    pub(crate) fn forget(&mut self, field: &str) {
        self.kept.retain(|kept| !kept.is(field));
        let is_of = |at: &str| at.strip_prefix('/').is_some_and(|at| at.split('/').next() == Some(field));
        self.faults.retain(|fault| !matches!(fault, Fault::Misread(misread) if is_of(&misread.at)));
    }
}

impl Header {
    /// The label of records that have none of their own: the document's; red where it can't be read.
    pub(crate) fn default_label(&self) -> Label {
        match &self.label {
            _ if self.kept.iter().any(|kept| kept.is("label")) => Label::new(RED),
            Some(label) => label.plain(),
            None => Label::new(UNSAID),
        }
    }
}

/// A key and a value as they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Kept {
    /// JSON text, quotes and escapes included.
    pub(crate) key: String,
    /// JSON text without blanks between tokens.
    pub(crate) json: String,
}

impl Kept {
    /// A key of whole characters.
    pub(crate) fn new(name: &str, raw: &str) -> Self {
        let mut key = String::new();
        write_text(&mut key, name);
        Self::as_written(key, raw)
    }

    /// A key as it was written.
    pub(crate) fn as_written(key: String, raw: &str) -> Self {
        let mut json = String::with_capacity(raw.len());
        compact(&mut json, raw);
        Self { key, json }
    }

    /// Whether this is what stands under a name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) == Some(name)
    }
}
