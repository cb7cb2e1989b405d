//! What the kinds have in common: how a record is read, skimmed and written by the table of its fields.

use super::reference::{Named, Refers};
use super::vocabulary::skimming;
use super::{Guard, Kind, Met, Record, Relation, Skimmed, id};
use crate::json::{Fields, Name, Reader, Step, Syntax, compact};
use crate::value::{Cells, Date, Dates, Extra, FieldLabel, Holds, Label, Value, write_field, write_name};
use serde_json::{Map, Value as Json, json};

/// How many fields every record has.
pub(super) const COMMON: usize = 10;

/// A kind of records, as a table.
pub(crate) struct Table {
    pub(super) kind: Kind,
    /// The names of all fields, those that every record has first.
    pub(crate) fields: Fields,
    /// Its own fields.
    pub(super) own: &'static [Row],
    /// The field that makes a record observed: it happened.
    pub(crate) date: Option<&'static str>,
    /// Fields with dates of which none may come after the next, besides `since` and `until`.
    pub(crate) ordered: &'static [&'static str],
    /// Fields that may be red by default, or hold the record back.
    pub(crate) guarded: &'static [&'static str],
    /// What is red by default in a record that has these of the guarded fields, and what may not be told of it; where
    /// that rests on their values, the record is asked for.
    pub(crate) guard: fn(&Met, &mut dyn FnMut() -> Option<Record>) -> Guard,
    pub(super) doc: &'static [&'static str],
}

/// A field of one kind.
pub(super) struct Row {
    pub(super) skim: Skim,
    pub(super) relation: Option<Relation>,
    pub(super) holds: Holds,
    pub(super) schema: fn() -> Json,
    pub(super) doc: &'static [&'static str],
}

/// Reads a value for its faults, dates and references alone.
pub(super) enum Skim {
    /// It refers to nothing.
    Plain(fn(&mut Reader<'_>, &mut Dates) -> Result<(), Syntax>),
    /// It refers to records.
    Refers(Referring),
}

/// What is done with a field that refers to records.
pub(super) struct Referring {
    /// Given what it means, the place of its field, and the references found so far.
    skim: for<'a> fn(&mut Reader<'a>, Relation, usize, &mut Vec<Named<'a>>) -> Result<(), Syntax>,
    /// Which items of a list can be read.
    readable: fn(&str) -> Result<Vec<usize>, Syntax>,
}

/// A field of a record in memory.
pub(super) trait Slot {
    /// Reads its value.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), Syntax>;
    /// Writes it under its name, unless it is missing.
    fn write(&self, name: &str, out: &mut String);
    /// Adds it to its column.
    fn put(&self, cells: &mut Cells);
}

impl<T: Value + Default> Slot for T {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), Syntax> {
        *self = T::read(reader)?.unwrap_or_default();
        Ok(())
    }

    fn write(&self, name: &str, out: &mut String) {
        write_field(out, name, self);
    }

    fn put(&self, cells: &mut Cells) {
        if self.is_absent() { cells.none() } else { Value::put(self, cells) }
    }
}

/// A record in memory, field by field.
pub(super) struct Parts<'r> {
    pub(super) id: &'r mut String,
    pub(super) title: &'r mut String,
    pub(super) other: &'r mut Vec<Extra>,
    /// Its fields behind id and title.
    pub(super) slots: &'r mut [&'r mut dyn Slot],
}

impl Table {
    /// Reads the object that comes next.
    pub(super) fn read(&self, reader: &mut Reader<'_>, record: Parts<'_>) -> Result<(), Syntax> {
        let Parts { id, title, other, slots } = record;
        reader.each_field_at(self.fields, |reader, name, at| match name {
            Name::Known(field) => reader.within(Step::Field(field), |reader| {
                match at {
                    0 => *id = id::read(reader)?.unwrap_or_default().into_owned(),
                    1 => *title = Value::read(reader)?.unwrap_or_default(),
                    _ => {
                        let slot = slots.get_mut(at - 2);
                        slot.map_or(Ok(()), |slot| slot.read(reader))?;
                    }
                }
                Ok(())
            }),
            name => {
                let range = reader.skip_unknown(&name)?;
                let mut json = String::new();
                compact(&mut json, reader.cursor.raw(range));
                other.push(Extra { key: name.into_key(), json });
                Ok(())
            }
        })
    }

    /// Adds a record to the columns of its fields; `slots`: its fields behind id and title.
    pub(super) fn put(&self, id: &str, title: &str, slots: &[&dyn Slot], columns: &mut [Cells]) {
        let mut columns = columns.iter_mut();
        for (text, cells) in [id, title].into_iter().zip(columns.by_ref()) {
            cells.maybe(Some(text).filter(|text| !text.is_empty()));
        }
        for (slot, cells) in slots.iter().zip(columns) {
            slot.put(cells);
        }
    }

    /// What its fields hold and mean, in their order.
    pub(crate) fn holds(&self) -> impl Iterator<Item = (&'static str, Holds, String)> {
        const TEXT: Holds = Holds::Text;
        let common = [TEXT, TEXT, TEXT, TEXT, Holds::Texts, TEXT, TEXT, TEXT, Holds::Json, Holds::Json];
        let _: [Holds; COMMON] = common;
        let told = common_schema();
        let about = move |name: &&str| told.get(*name)?.get("description")?.as_str().map(str::to_owned);
        let own = self.own.iter().map(|row| (row.holds, Some(doc_text(row.doc))));
        let held = common.into_iter().map(|holds| (holds, None)).chain(own);
        self.fields
            .iter()
            .zip(held)
            .map(move |(name, (holds, doc))| (*name, holds, doc.or_else(|| about(name)).unwrap_or_default()))
    }

    /// Writes a record in its canonical form; `slots`: its fields behind id and title.
    pub(super) fn write(&self, id: &str, title: &str, slots: &[&dyn Slot], other: &[Extra], out: &mut String) {
        out.push('{');
        for (name, text) in [("id", id), ("title", title)] {
            if !text.is_empty() {
                write_name(out, name);
                crate::json::write_text(out, text);
            }
        }
        for (name, slot) in self.fields.iter().skip(2).zip(slots) {
            slot.write(name, out);
        }
        for extra in other {
            write_name(out, &extra.key);
            out.push_str(&extra.json);
        }
        out.push('}');
    }

    /// Reads the object that comes next for what the register keeps of it besides its text.
    pub(crate) fn skim<'a>(&self, reader: &mut Reader<'a>, found: &mut Skimmed<'a>) -> Result<(), Syntax> {
        reader.each_field_at(self.fields, |reader, name, at| match name {
            Name::Known(field) => {
                if self.guarded.contains(&field) {
                    found.met.push(field);
                }
                reader.within(Step::Field(field), |reader| self.skim_field(reader, at, found))
            }
            name => reader.skip_unknown(&name).map(drop),
        })
    }

    fn skim_field<'a>(&self, reader: &mut Reader<'a>, at: usize, found: &mut Skimmed<'a>) -> Result<(), Syntax> {
        match at {
            0 => found.id = id::read(reader)?,
            1 => {
                found.titled = reader.pass_text("text")?.is_some_and(|is_empty| !is_empty);
                if !found.titled {
                    // An empty title is left out.
                    reader.cursor.untidy();
                }
            }
            2 | 3 => String::skim(reader, &mut found.dates)?,
            4 => <Vec<String> as Value>::skim(reader, &mut found.dates)?,
            5..=7 => Date::skim(reader, &mut found.dates)?,
            8 => found.label = Label::skim_word(reader)?,
            9 => found.labels = Value::read(reader)?.unwrap_or_default(),
            at => {
                let Some(row) = self.own.get(at - COMMON) else { return Ok(()) };
                let words = skimming(self.kind).get(at - COMMON).and_then(Option::as_ref);
                // Blanks before it are passed over.
                reader.cursor.shape()?;
                let start = reader.cursor.at();
                match (&row.skim, row.relation) {
                    (Skim::Refers(field), Some(relation)) => (field.skim)(reader, relation, at, &mut found.references)?,
                    (Skim::Plain(skim), _) => skim(reader, &mut found.dates)?,
                    (Skim::Refers(_), None) => (),
                }
                if let Some(words) = words {
                    found.odd_word |= !words.knows(reader.cursor.raw(start..reader.cursor.at()));
                }
            }
        }
        Ok(())
    }

    /// Its own fields, in their order.
    pub(super) fn own_fields(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().skip(COMMON).copied()
    }

    /// Which items can be read of the list that stands in this field.
    pub(super) fn readable(&self, field: &str, list: &str) -> Result<Vec<usize>, Syntax> {
        let at = self.fields.iter().position(|name| *name == field).and_then(|at| at.checked_sub(COMMON));
        match at.and_then(|at| self.own.get(at)) {
            Some(Row { skim: Skim::Refers(found), .. }) => (found.readable)(list),
            _ => Ok(Vec::new()),
        }
    }

    /// The schema of its records.
    pub(crate) fn schema(&self) -> Json {
        let mut properties = common_schema();
        for (name, row) in self.fields.iter().skip(COMMON).zip(self.own) {
            properties.insert((*name).to_owned(), described((row.schema)(), row.doc));
        }
        described(json!({"type": "object", "properties": properties, "required": ["id"]}), self.doc)
    }
}

impl Skim {
    /// That of a field that refers to nothing.
    pub(super) const fn plain<T: Value>() -> Self {
        Self::Plain(T::skim)
    }

    /// That of a field that refers to records.
    pub(super) const fn refers<T: Refers>() -> Self {
        Self::Refers(Referring { skim: T::skim, readable: T::readable })
    }
}

/// The fields that every record has.
fn common_schema() -> Map<String, Json> {
    let text = |doc: &str| described(String::schema(), &[doc]);
    let date = |doc: &str| described(Date::schema(), &[doc]);
    let fields = [
        ("id", json!({"$ref": "#/$defs/id"})),
        ("title", json!({"type": "string", "minLength": 1, "description": "What people call it."})),
        ("note", text("What else there is to say.")),
        ("source", text("A class of sources, never a person.")),
        ("tags", described(Vec::<String>::schema(), &["Words of the user's own."])),
        ("since", date("Valid from this date on.")),
        ("until", date("Valid up to and with this date.")),
        ("known", date("When the office knew of it.")),
        ("label", described(Label::schema(), &["Who may see it; missing: the document's default."])),
        (
            "labels",
            described(
                Vec::<FieldLabel>::schema(),
                &["Who may see single fields, by their JSON pointers within the record."],
            ),
        ),
    ];
    fields.into_iter().map(|(name, schema)| (name.to_owned(), schema)).collect()
}

/// A schema with the doc comment of its field.
fn described(mut schema: Json, doc: &[&str]) -> Json {
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), Json::String(doc_text(doc)));
    }
    schema
}

fn doc_text(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}
