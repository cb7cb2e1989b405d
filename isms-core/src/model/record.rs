//! How a kind is written once: `kinds!` makes struct, reader, writer, schema and relations of one
//! table.

use super::{Guard, Kind, Met, Record, Reference, Skimmed};
use crate::json::{Reader, Syntax};
use crate::value::{Date, FieldLabel, Label};

/// A type of record. Implemented by the kinds of this crate and by nothing else.
#[expect(private_bounds, reason = "only the kinds of this crate are records")]
pub trait RecordKind: Stored + Into<Record> + TryFrom<Record> {
    /// Its kind.
    const KIND: Kind;
}

/// What the document does with a record.
pub(crate) trait Stored: Sized {
    /// The field that makes it observed: it happened.
    const DATE: Option<&'static str>;
    /// Fields with dates of which none may come after the next, besides `since` and `until`.
    const ORDERED: &'static [&'static str];
    /// Fields that may be red by default, or hold the record back.
    const GUARDED: &'static [&'static str];
    /// Reads the object that comes next for what the register keeps of it besides its text.
    fn skim<'a>(reader: &mut Reader<'a>, found: &mut Skimmed<'a>) -> Result<(), Syntax>;
    /// Reads the object that comes next.
    fn read(reader: &mut Reader<'_>) -> Result<Self, Syntax>;
    /// Its id; empty: it has none.
    fn id(&self) -> &str;
    /// Its title; empty: it has none.
    fn title(&self) -> &str;
    /// The field by which it begins, and its date as it is written.
    fn begin_text(&self) -> Option<(&'static str, String)>;
    /// Shows its dates, each with its field.
    fn dates(&self, visit: &mut dyn FnMut(&'static str, &Date));
    /// Shows its references, in the order of its fields.
    fn refer<'r>(&'r self, visit: &mut dyn FnMut(Reference<'r>));
    /// Its own label, and those of its fields.
    fn labels(&self) -> (Option<&Label>, &[FieldLabel]);
    /// What is red by default in a record that has these of the guarded fields, and what may not be told of it;
    /// `record` reads it where that rests on their values.
    fn guard(met: &Met, record: impl FnOnce() -> Option<Self>) -> Guard;
    /// Writes it in its canonical form.
    fn write(&self, out: &mut String);
}

/// Writes a kind once. `=> Relation [Kinds]` behind a field: it refers to records of these kinds.
/// `date` and `ordered` name the field that makes a record observed, and dates that follow each
/// other; `guarded` the fields that may be red by default, and the function that says when.
macro_rules! kinds {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $(date $date:ident)? $(ordered $($ordered:ident)+)? $(guarded [$($guarded:ident)+] by $guard:ident)? {
            $($(#[doc = $field_doc:literal])* $field:ident: $type:ty $(=> $relation:ident [$($to:ident),+])?,)*
        }
    )*) => {
        /// The relation table: which field of which kind refers to what.
        pub const RELATIONS: &[RelationRow] = &[$($($(
            RelationRow {
                relation: Relation::$relation,
                from: Kind::$name,
                field: stringify!($field),
                to: &[$(Kind::$to),+],
            },
        )?)*)*];

        $(kinds!(@kind $(#[doc = $doc])* $name [$($date)?] [$($($ordered)+)?] [$($guard [$($guarded)+])?]
            { $($(#[doc = $field_doc])* $field: $type [$($relation)?],)* });)*

        /// A record of any kind.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #[expect(clippy::large_enum_variant, reason = "records are met one at a time; boxes would not cross languages")]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
        pub enum Record {
            // The docs of the kind itself: the derive reads literals alone, no `concat!`.
            $($(#[doc = $doc])*
            $name {
                /// The record.
                record: $name,
            },)*
        }

        impl Record {
            /// Its kind.
            #[must_use]
            pub fn kind(&self) -> Kind {
                match self { $(Self::$name { .. } => Kind::$name,)* }
            }

            /// Its id; empty: it has none.
            #[must_use]
            pub fn id(&self) -> &str {
                match self { $(Self::$name { record } => &record.id,)* }
            }

            /// Its title; empty: it has none.
            #[must_use]
            pub fn title(&self) -> &str {
                match self { $(Self::$name { record } => &record.title,)* }
            }

            /// Its JSON text, in the canonical form.
            #[must_use]
            pub fn to_json(&self) -> String {
                let mut out = String::new();
                self.write(&mut out);
                out
            }

            /// Reads a record of a kind that is known only now.
            pub(crate) fn read(kind: Kind, reader: &mut Reader<'_>) -> Result<Self, Syntax> {
                match kind { $(Kind::$name => Ok($name::read(reader)?.into()),)* }
            }

            /// Writes it in its canonical form.
            pub(crate) fn write(&self, out: &mut String) {
                match self { $(Self::$name { record } => record.write(out),)* }
            }

            /// Shows its references, in the order of its fields.
            pub(crate) fn refer<'r>(&'r self, visit: &mut dyn FnMut(Reference<'r>)) {
                match self { $(Self::$name { record } => record.refer(visit),)* }
            }

            /// The field by which it begins, and its date as it is written.
            pub(crate) fn begin_text(&self) -> Option<(&'static str, String)> {
                match self { $(Self::$name { record } => record.begin_text(),)* }
            }

            /// Where the record says that it comes from.
            pub(crate) fn source(&self) -> Option<&str> {
                match self { $(Self::$name { record } => record.source.as_deref(),)* }
            }
        }

        /// Calls a generic visitor with the type of a kind that is known only at run time.
        pub(crate) fn with_kind<V: KindVisitor>(kind: Kind, visitor: V) -> V::Answer {
            match kind { $(Kind::$name => visitor.visit::<$name>(),)* }
        }

        /// The fields of the records of a kind, in the order in which they are written.
        pub(super) fn fields(kind: Kind) -> Fields {
            match kind { $(Kind::$name => $name::FIELDS,)* }
        }

        /// The schema of the records of a kind.
        pub(crate) fn schema(kind: Kind) -> Json {
            match kind { $(Kind::$name => $name::schema(),)* }
        }
    };

    (@kind $(#[doc = $doc:literal])* $name:ident [$($date:ident)?] [$($ordered:ident)*] [$($guard:ident [$($guarded:ident)+])?]
        { $($(#[doc = $field_doc:literal])* $field:ident: $type:ty [$($relation:ident)?],)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        #[non_exhaustive]
        #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
        pub struct $name {
            /// Its id: one id space for all kinds.
            pub id: String,
            /// What people call it.
            pub title: String,
            /// What else there is to say.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub note: Option<String>,
            /// Where the record comes from: a class of sources, never a person.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub source: Option<String>,
            /// Words of the user's own.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub tags: Vec<String>,
            /// It is valid from this date on.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub since: Option<Date>,
            /// It is valid up to and with this date.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub until: Option<Date>,
            /// When the office knew of it.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub known: Option<Date>,
            /// Who may see it; missing: the document's default.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub label: Option<Label>,
            /// Who may see single fields.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub labels: Vec<FieldLabel>,
            $($(#[doc = $field_doc])*
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub $field: $type,)*
            /// Fields that this version does not know, as they were written.
            #[cfg_attr(feature = "uniffi", uniffi(default))]
            pub other: Vec<Extra>,
        }

        impl $name {
            /// A record of this id and title; everything else is missing.
            #[must_use]
            pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
                Self { id: id.into(), title: title.into(), ..Self::default() }
            }

            /// Its JSON text, in the canonical form.
            #[must_use]
            pub fn to_json(&self) -> String {
                let mut out = String::new();
                self.write(&mut out);
                out
            }

            const FIELDS: Fields = &[
                "id", "title", "note", "source", "tags", "since", "until", "known", "label", "labels",
                $(stringify!($field)),*
            ];

            fn read_field(&mut self, reader: &mut Reader<'_>, field: &str) -> Result<(), Syntax> {
                match field {
                    "id" => self.id = id::read(reader)?.unwrap_or_default().into_owned(),
                    "title" => self.title = Value::read(reader)?.unwrap_or_default(),
                    "note" => self.note = Value::read(reader)?.unwrap_or_default(),
                    "source" => self.source = Value::read(reader)?.unwrap_or_default(),
                    "tags" => self.tags = Value::read(reader)?.unwrap_or_default(),
                    "since" => self.since = Value::read(reader)?.unwrap_or_default(),
                    "until" => self.until = Value::read(reader)?.unwrap_or_default(),
                    "known" => self.known = Value::read(reader)?.unwrap_or_default(),
                    "label" => self.label = Value::read(reader)?.unwrap_or_default(),
                    "labels" => self.labels = Value::read(reader)?.unwrap_or_default(),
                    $(stringify!($field) => self.$field = <$type>::read(reader)?.unwrap_or_default(),)*
                    _ => (),
                }
                Ok(())
            }

            fn schema() -> Json {
                let mut properties = common_schema();
                $(properties.insert(
                    stringify!($field).to_owned(),
                    described(<$type>::schema(), &[$($field_doc),*]),
                );)*
                object_schema(&properties, &[$($doc),*])
            }
        }

        impl $name {
            /// The fields that refer to other records, in their order.
            const REFERRING: Fields = &[$($(kinds!(@first $field $relation),)?)*];

            fn skim_field<'a>(
                reader: &mut Reader<'a>,
                field: &'static str,
                found: &mut Skimmed<'a>,
            ) -> Result<(), Syntax> {
                match field {
                    "id" => found.id = id::read(reader)?,
                    "title" => {
                        found.titled = reader.pass_text("text")?.is_some_and(|is_empty| !is_empty);
                        if !found.titled {
                            // An empty title is left out.
                            reader.cursor.untidy();
                        }
                    }
                    "note" | "source" => String::skim(reader, &mut found.dates)?,
                    "tags" => <Vec<String> as Value>::skim(reader, &mut found.dates)?,
                    "since" | "until" | "known" => Date::skim(reader, &mut found.dates)?,
                    "label" => found.label = Label::skim_word(reader)?,
                    "labels" => found.labels = Value::read(reader)?.unwrap_or_default(),
                    $(stringify!($field) => kinds!(@skim reader found $field $type [$($relation)?]),)*
                    _ => (),
                }
                Ok(())
            }
        }

        impl Stored for $name {
            const DATE: Option<&'static str> = kinds!(@option $($date)?);
            const ORDERED: &'static [&'static str] = &[$(stringify!($ordered)),*];
            const GUARDED: &'static [&'static str] = &[$($(stringify!($guarded)),+)?];

            fn skim<'a>(reader: &mut Reader<'a>, found: &mut Skimmed<'a>) -> Result<(), Syntax> {
                reader.each_field(Self::FIELDS, |reader, name| match name {
                    Name::Known(field) => {
                        found.meet::<Self>(field);
                        reader.within(Step::Field(field), |reader| Self::skim_field(reader, field, found))
                    }
                    name => reader.skip_unknown(&name).map(drop),
                })
            }

            fn read(reader: &mut Reader<'_>) -> Result<Self, Syntax> {
                let mut record = Self::default();
                reader.each_field(Self::FIELDS, |reader, name| match name {
                    Name::Known(field) => {
                        reader.within(Step::Field(field), |reader| record.read_field(reader, field))
                    }
                    name => {
                        let range = reader.skip_unknown(&name)?;
                        let mut json = String::new();
                        compact(&mut json, reader.cursor.raw(range));
                        record.other.push(Extra { key: name.into_key(), json });
                        Ok(())
                    }
                })?;
                Ok(record)
            }

            fn id(&self) -> &str {
                &self.id
            }

            fn title(&self) -> &str {
                &self.title
            }

            fn begin_text(&self) -> Option<(&'static str, String)> {
                $(if let Some(date) = &self.$date {
                    return Some((stringify!($date), date.to_string()));
                })?
                self.since.as_ref().map(|since| ("since", since.to_string()))
            }

            fn dates(&self, visit: &mut dyn FnMut(&'static str, &Date)) {
                let dates = [
                    ("since", &self.since), ("until", &self.until), ("known", &self.known),
                    $((stringify!($date), &self.$date),)? $((stringify!($ordered), &self.$ordered),)*
                ];
                for (field, date) in dates {
                    date.iter().for_each(|date| visit(field, date));
                }
            }

            fn refer<'r>(&'r self, _visit: &mut dyn FnMut(Reference<'r>)) {
                $($(self.$field.refer(Relation::$relation, stringify!($field), _visit);)?)*
            }

            fn labels(&self) -> (Option<&Label>, &[FieldLabel]) {
                (self.label.as_ref(), &self.labels)
            }

            fn guard(_met: &Met, _record: impl FnOnce() -> Option<Self>) -> Guard {
                kinds!(@guard _met _record $($guard)?)
            }

            fn write(&self, out: &mut String) {
                out.push('{');
                if !self.id.is_empty() {
                    write_field(out, "id", &self.id);
                }
                if !self.title.is_empty() {
                    write_field(out, "title", &self.title);
                }
                write_field(out, "note", &self.note);
                write_field(out, "source", &self.source);
                write_field(out, "tags", &self.tags);
                write_field(out, "since", &self.since);
                write_field(out, "until", &self.until);
                write_field(out, "known", &self.known);
                write_field(out, "label", &self.label);
                write_field(out, "labels", &self.labels);
                $(write_field(out, stringify!($field), &self.$field);)*
                for extra in &self.other {
                    write_name(out, &extra.key);
                    out.push_str(&extra.json);
                }
                out.push('}');
            }
        }

        impl RecordKind for $name {
            const KIND: Kind = Kind::$name;
        }

        impl From<$name> for Record {
            fn from(record: $name) -> Self {
                Self::$name { record }
            }
        }

        impl TryFrom<Record> for $name {
            type Error = Record;

            fn try_from(record: Record) -> Result<Self, Record> {
                match record {
                    Record::$name { record } => Ok(record),
                    other => Err(other),
                }
            }
        }
    };

    (@first $field:ident $relation:ident) => { stringify!($field) };
    (@guard $met:ident $record:ident) => { Guard::default() };
    (@guard $met:ident $record:ident $guard:ident) => { guard::$guard($met, $record) };
    (@option) => { None };
    (@option $date:ident) => { Some(stringify!($date)) };
    (@skim $reader:ident $found:ident $field:ident $type:ty []) => {
        <$type as Value>::skim($reader, &mut $found.dates)?
    };
    (@skim $reader:ident $found:ident $field:ident $type:ty [$relation:ident]) => {{
        let place = Self::REFERRING.iter().position(|field| *field == stringify!($field)).unwrap_or_default();
        <$type as Refers>::skim($reader, Relation::$relation, place, &mut $found.references)?
    }};
}
pub(super) use kinds;
