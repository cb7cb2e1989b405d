//! Labels: who may see a record or a field of it.

use super::Value;
use super::field::{any, each_key, object, write_name};
use crate::json::{Reader, Shape, Syntax, write_text};
use serde_json::{Value as Json, json};
use std::borrow::Cow;

const EXPECTED: &str = "a label: text such as \"amber\", or {\"tlp\", \"audience\", \"personal\"}";

/// Who may see it. JSON: `"amber"`, or `{"tlp": "amber", "audience": ["agency-a"], "personal": true}`.
/// A word of TLP 2.0 or of the agency's own classification; missing = the document's default.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Label {
    /// `clear`, `green`, `amber`, `amber+strict`, `red`, or a word of the agency's own.
    pub tlp: String,
    /// Ids of those who may see it, of all whom `tlp` allows; missing: all of these; an empty list:
    /// nobody.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub audience: Option<Vec<String>>,
    /// It speaks of a person; missing: not said.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub personal: Option<bool>,
}

impl Label {
    /// A label of one word.
    #[must_use]
    pub fn new(tlp: impl Into<String>) -> Self {
        Self { tlp: tlp.into(), audience: None, personal: None }
    }

    /// It says no more than its word.
    pub(super) fn is_word(&self) -> bool {
        self.audience.is_none() && self.personal.is_none()
    }

    /// As [`Label::read`], without a copy of its word where it is one.
    pub(crate) fn skim_word<'a>(reader: &mut Reader<'a>) -> Result<Option<Worded<'a>>, Syntax> {
        if reader.cursor.shape()? == Shape::Text {
            return Ok(reader.text(EXPECTED)?.map(Worded::Word));
        }
        Ok(Self::read(reader)?.map(Worded::Long))
    }
}

/// Red: what nobody has spoken of is for nobody else.
impl Default for Label {
    fn default() -> Self {
        Self::new(super::RED)
    }
}

/// A label as it is read in passing.
#[derive(Clone, Debug)]
pub(crate) enum Worded<'a> {
    /// No more than its word.
    Word(Cow<'a, str>),
    /// All of it.
    Long(Label),
}

impl Worded<'_> {
    pub(crate) fn into_label(self) -> Label {
        match self {
            Self::Word(word) => Label::new(word),
            Self::Long(label) => label,
        }
    }
}

object! {
    /// The long form of a label.
    #[derive(Clone, Debug)]
    Long as "{\"tlp\": text, \"audience\": list of ids, \"personal\": true or false}" if any {
        /// The word.
        tlp: String,
        /// Who.
        audience: Option<Vec<String>>,
        /// Whether it speaks of a person.
        personal: Option<bool>,
    }
}

impl Value for bool {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        if reader.cursor.shape()? == Shape::Bool {
            return reader.cursor.boolean().map(Some);
        }
        reader.wrong_type("true or false")?;
        Ok(None)
    }

    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }

    fn schema() -> Json {
        json!({"type": "boolean"})
    }
}

impl Value for Label {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        match reader.cursor.shape()? {
            Shape::Text => Ok(reader.text(EXPECTED)?.map(Self::new)),
            Shape::Object => {
                let label = Long::read(reader)?.map(|long| Self {
                    tlp: long.tlp,
                    audience: long.audience,
                    personal: long.personal,
                });
                if label.as_ref().is_some_and(Self::is_word) {
                    // It is written as its word alone.
                    reader.cursor.untidy();
                }
                Ok(label)
            }
            _ => {
                reader.wrong_type(EXPECTED)?;
                Ok(None)
            }
        }
    }

    fn write(&self, out: &mut String) {
        if self.is_word() {
            return write_text(out, &self.tlp);
        }
        Long { tlp: self.tlp.clone(), audience: self.audience.clone(), personal: self.personal }.write(out);
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "string"}, Long::schema()]})
    }
}

/// The label of one field of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct FieldLabel {
    /// JSON pointer of the field within the record, such as `/details`; empty: the record itself.
    pub field: String,
    /// Its label.
    pub label: Label,
}

/// JSON: an object, `{"/details": "red"}`.
impl Value for Vec<FieldLabel> {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        each_key(reader, "an object of field pointers and labels", |reader, field| {
            if !is_pointer(&field) {
                reader.out_of_range("a pointer to a field, such as /details", &field);
            }
            Ok(Label::read(reader)?.map(|label| FieldLabel { field, label }))
        })
    }

    fn write(&self, out: &mut String) {
        out.push('{');
        for item in self {
            write_name(out, &item.field);
            item.label.write(out);
        }
        out.push('}');
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn schema() -> Json {
        let pointer = json!({"anyOf": [{"pattern": "^/"}, {"maxLength": 0}]});
        json!({"type": "object", "additionalProperties": Label::schema(), "propertyNames": pointer})
    }
}

/// A pointer that begins otherwise points to nothing, and would guard nothing.
fn is_pointer(field: &str) -> bool {
    field.is_empty() || field.starts_with('/')
}
