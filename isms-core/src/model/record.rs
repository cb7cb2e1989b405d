//! How a kind is written once: `kinds!` makes struct, table and relations of one list.

use super::table::Table;
use super::{Kind, Record, Reference};
use crate::json::{Reader, Syntax};
use crate::value::{Cells, Date, FieldLabel, Label};

/// A type of record. Implemented by the kinds of this crate and by nothing else.
#[expect(private_bounds, reason = "only the kinds of this crate are records")]
pub trait RecordKind: Stored + Into<Record> + TryFrom<Record> {
    /// Its kind.
    const KIND: Kind;
}

/// What the document does with a record.
pub(crate) trait Stored: Sized {
    /// Its fields.
    const TABLE: &'static Table;
    /// Reads the object that comes next.
    fn read(reader: &mut Reader<'_>) -> Result<Self, Syntax>;
    /// The field by which it begins, and its date as it is written.
    fn begin_text(&self) -> Option<(&'static str, String)>;
    /// Shows its dates, each with its field.
    fn dates(&self, visit: &mut dyn FnMut(&'static str, &Date));
    /// Shows its references, in the order of its fields.
    fn refer<'r>(&'r self, visit: &mut dyn FnMut(Reference<'r>));
    /// Its own label, and those of its fields.
    fn labels(&self) -> (Option<&Label>, &[FieldLabel]);
    /// Writes it in its canonical form.
    fn write(&self, out: &mut String);
    /// Adds it to the columns of its fields.
    fn put(&self, columns: &mut [Cells]);
}

/// Writes a kind once. `=> Relation [Kinds]` behind a field: it refers to records of these kinds.
/// `date` and `ordered` name the field that makes a record observed, and dates that follow each
/// other; `guarded` the fields that may be red by default, and the function that says when.
macro_rules! kinds {
    ($(
        $(#[doc = $doc:literal])*
        $name:ident $(date $date:ident)? $(ordered [$($ordered:ident)+])? $(guarded [$($guarded:ident)+] by $guard:ident)? {
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

            /// Adds it to the columns of its fields.
            pub(crate) fn put(&self, columns: &mut [Cells]) {
                match self { $(Self::$name { record } => record.put(columns),)* }
            }

            /// Fields that this version does not know.
            pub(crate) fn other(&self) -> &[Extra] {
                match self { $(Self::$name { record } => &record.other,)* }
            }

            /// Shows its references, in the order of its fields.
            pub(crate) fn refer<'r>(&'r self, visit: &mut dyn FnMut(Reference<'r>)) {
                match self { $(Self::$name { record } => record.refer(visit),)* }
            }

            /// The field by which it begins, and its date as it is written.
            pub(crate) fn begin_text(&self) -> Option<(&'static str, String)> {
                match self { $(Self::$name { record } => record.begin_text(),)* }
            }

            /// Shows its dates, each with its field.
            pub(crate) fn dates(&self, visit: &mut dyn FnMut(&'static str, &Date)) {
                match self { $(Self::$name { record } => record.dates(visit),)* }
            }

            /// Its own label, and those of its fields.
            pub(crate) fn labels(&self) -> (Option<&Label>, &[FieldLabel]) {
                match self { $(Self::$name { record } => record.labels(),)* }
            }

            /// Where the record says that it comes from.
            pub(crate) fn source(&self) -> Option<&str> {
                match self { $(Self::$name { record } => record.source.as_deref(),)* }
            }
        }

        /// The table of a kind.
        pub(crate) fn table(kind: Kind) -> &'static Table {
            match kind { $(Kind::$name => $name::TABLE,)* }
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
        }

        impl Stored for $name {
            const TABLE: &'static Table = &Table {
                kind: Kind::$name,
                fields: &[
                    "id", "title", "note", "source", "tags", "since", "until", "known", "label", "labels",
                    $(stringify!($field)),*
                ],
                own: &[$(Row {
                    skim: kinds!(@skim $type [$($relation)?]),
                    relation: kinds!(@relation $($relation)?),
                    holds: <$type as Value>::HOLDS,
                    schema: <$type as Value>::schema,
                    doc: &[$($field_doc),*],
                }),*],
                date: kinds!(@option $($date)?),
                ordered: &[$(stringify!($ordered)),*],
                guarded: &[$($(stringify!($guarded)),+)?],
                guard: kinds!(@guard $($guard)?),
                doc: &[$($doc),*],
            };

            fn read(reader: &mut Reader<'_>) -> Result<Self, Syntax> {
                let mut record = Self::default();
                let Self { id, title, note, source, tags, since, until, known, label, labels, $($field,)* other } =
                    &mut record;
                let slots: &mut [&mut dyn Slot] =
                    &mut [note, source, tags, since, until, known, label, labels, $($field),*];
                Self::TABLE.read(reader, Parts { id, title, other, slots })?;
                Ok(record)
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

            fn write(&self, out: &mut String) {
                let Self { id, title, note, source, tags, since, until, known, label, labels, $($field,)* other } = self;
                let slots: &[&dyn Slot] = &[note, source, tags, since, until, known, label, labels, $($field),*];
                Self::TABLE.write(id, title, slots, other, out);
            }

            fn put(&self, columns: &mut [Cells]) {
                let Self { id, title, note, source, tags, since, until, known, label, labels, $($field,)* other: _ } = self;
                let slots: &[&dyn Slot] = &[note, source, tags, since, until, known, label, labels, $($field),*];
                Self::TABLE.put(id, title, slots, columns);
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

    (@guard) => { guard::nothing };
    (@guard $guard:ident) => { guard::$guard };
    (@option) => { None };
    (@option $date:ident) => { Some(stringify!($date)) };
    (@skim $type:ty []) => { Skim::plain::<$type>() };
    (@skim $type:ty [$relation:ident]) => { Skim::refers::<$type>() };
    (@relation) => { None };
    (@relation $relation:ident) => { Some(Relation::$relation) };
}
pub(super) use kinds;
