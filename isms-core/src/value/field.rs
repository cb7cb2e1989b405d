//! What every value can do, and the plain ones: text and lists of text.

use super::cells::{Cells, Holds};
use super::date::Date;
use crate::json::{Fields, Name, Reader, Shape, Step, Syntax, write_text};
use serde_json::{Value as Json, json};
use std::borrow::Cow;

/// The dates of a record, each with its field.
pub(crate) type Dates = Vec<(&'static str, Date)>;

/// A value of a field. Reader, writer and schema stand together so that they agree; a test feeds
/// what the schema accepts to the reader.
pub(crate) trait Value: Sized {
    /// Reads the next value. `None`: it is not of this type, which the reader noted.
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax>;

    /// Reads the next value for its faults and dates alone: what [`Value::read`] notes, this notes.
    fn skim(reader: &mut Reader<'_>, _dates: &mut Dates) -> Result<(), Syntax> {
        Self::read(reader).map(drop)
    }

    /// Writes the value in its canonical form.
    fn write(&self, out: &mut String);

    /// Nothing to write: the field is left out.
    fn is_absent(&self) -> bool {
        false
    }

    /// What stands for a field that is not there; `None`: the field is required.
    fn absent() -> Option<Self> {
        None
    }

    /// JSON Schema of the value.
    fn schema() -> Json;

    /// What a column of such values holds, and one of lists of them.
    const HOLDS: Holds = Holds::Json;
    /// See [`Value::HOLDS`].
    const LISTED: Holds = Holds::Json;

    /// Adds it to the column of its field.
    fn put(&self, cells: &mut Cells) {
        cells.write(|out| self.write(out));
    }

    /// Adds a list of them to the column of its field.
    fn put_list(list: &[Self], cells: &mut Cells) {
        cells.write(|out| write_list(out, list, Self::write));
    }
}

/// Writes an object type once: struct, reader, writer and schema of the same fields, in the order
/// in which they are written. Fields of type `Option` and `Vec` may be missing, others may not.
/// `if` names a function that says what a value must be, where it is not so; `as` one that narrows
/// the schema of a field to that, as far as JSON Schema can say it. `named`: other schemas refer to its own by that name.
macro_rules! object {
    ($(#[$attr:meta])* $vis:vis $name:ident $(named $key:literal)? as $expected:literal if $beyond:path {
        $($(#[$field_attr:meta])* $field:ident: $type:ty $(as $schema:expr)?,)*
    }) => {
        $(#[$attr])*
        $vis struct $name {
            $($(#[$field_attr])* $vis $field: $type,)*
        }

        impl $crate::value::Value for $name {
            fn read(
                reader: &mut $crate::json::Reader<'_>,
            ) -> Result<Option<Self>, $crate::json::Syntax> {
                use $crate::json::{Name, Problem, Shape};
                const FIELDS: $crate::json::Fields = &[$(stringify!($field)),*];
                if reader.cursor.shape()? != Shape::Object {
                    reader.wrong_type($expected)?;
                    return Ok(None);
                }
                $(let mut $field = None;)*
                let (unread, texts) = (reader.unread(), reader.texts_kept());
                reader.each_field(FIELDS, |reader, name| {
                    let step = name.step();
                    reader.within(step, |reader| {
                        match name {
                            $(Name::Known(stringify!($field)) => $field = <$type>::read(reader)?,)*
                            _ => reader.keep_raw()?,
                        }
                        Ok(())
                    })
                })?;
                if let ($(Some($field),)*) = ($($field.or_else(<$type>::absent),)*) {
                    let value = Self { $($field,)* };
                    let Some(expected) = $beyond(&value) else { return Ok(Some(value)) };
                    let mut found = String::new();
                    value.write(&mut found);
                    reader.out_of_range(expected, found);
                    reader.forget_texts(texts);
                    return Ok(None);
                }
                reader.forget_texts(texts);
                if reader.unread() == unread {
                    let found = "an object without them".to_owned();
                    reader.note(Problem::Type { expected: $expected, found });
                }
                Ok(None)
            }

            fn write(&self, out: &mut String) {
                out.push('{');
                $($crate::value::write_field(out, stringify!($field), &self.$field);)*
                out.push('}');
            }

            fn schema() -> serde_json::Value {
                $crate::value::object!(@schema $($key)?)
            }
        }

        impl $name {
            /// The schema, written out.
            fn definition() -> serde_json::Value {
                let mut properties = serde_json::Map::new();
                let mut required: Vec<&str> = Vec::new();
                $(
                    let schema = <$type as $crate::value::Value>::schema();
                    $(let schema = $schema(schema);)?
                    properties.insert(stringify!($field).to_owned(), schema);
                    if <$type as $crate::value::Value>::absent().is_none() {
                        required.push(stringify!($field));
                    }
                )*
                serde_json::json!({"type": "object", "properties": properties, "required": required})
            }
        }
    };

    (@schema) => { Self::definition() };
    (@schema $key:literal) => { serde_json::json!({"$ref": concat!("#/$defs/", $key)}) };
}
pub(crate) use object;

/// For an [`object!`] of which every value may be so.
pub(crate) fn any<T>(_value: &T) -> Option<&'static str> {
    None
}

impl Value for String {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        let text = reader.text("text")?.map(Cow::into_owned);
        if let Some(text) = &text {
            reader.keep_text(text, false);
        }
        Ok(text)
    }

    fn skim(reader: &mut Reader<'_>, _dates: &mut Dates) -> Result<(), Syntax> {
        reader.pass_text("text").map(drop)
    }

    fn write(&self, out: &mut String) {
        write_text(out, self);
    }

    fn schema() -> Json {
        json!({"type": "string"})
    }

    const HOLDS: Holds = Holds::Text;
    const LISTED: Holds = Holds::Texts;

    fn put(&self, cells: &mut Cells) {
        cells.text(self);
    }

    fn put_list(list: &[Self], cells: &mut Cells) {
        cells.list(list);
    }
}

impl<T: Value> Value for Option<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        Ok(T::read(reader)?.map(Some))
    }

    fn skim(reader: &mut Reader<'_>, dates: &mut Dates) -> Result<(), Syntax> {
        T::skim(reader, dates)
    }

    fn write(&self, out: &mut String) {
        if let Some(value) = self {
            value.write(out);
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn schema() -> Json {
        T::schema()
    }

    const HOLDS: Holds = T::HOLDS;

    fn put(&self, cells: &mut Cells) {
        match self {
            Some(value) => value.put(cells),
            None => cells.none(),
        }
    }
}

/// A list. An item that can't be read is left out and noted; the others are read.
impl<T: Value> Value for Vec<T> {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        if reader.cursor.shape()? != Shape::Array {
            reader.wrong_type("a list")?;
            return Ok(None);
        }
        let mut list = Self::new();
        reader.each_item(|reader| {
            list.extend(T::read(reader)?);
            Ok(())
        })?;
        if list.is_empty() {
            // An empty list is left out.
            reader.cursor.untidy();
        }
        Ok(Some(list))
    }

    fn skim(reader: &mut Reader<'_>, dates: &mut Dates) -> Result<(), Syntax> {
        if reader.cursor.shape()? != Shape::Array {
            return reader.wrong_type("a list");
        }
        let mut empty = true;
        reader.each_item(|reader| {
            empty = false;
            T::skim(reader, dates)
        })?;
        if empty {
            reader.cursor.untidy();
        }
        Ok(())
    }

    fn write(&self, out: &mut String) {
        write_list(out, self, T::write);
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn schema() -> Json {
        json!({"type": "array", "items": T::schema()})
    }

    const HOLDS: Holds = T::LISTED;

    fn put(&self, cells: &mut Cells) {
        T::put_list(self, cells);
    }
}

/// The schema of one form of an object: keys of its other forms may not stand beside its own.
pub(super) fn one_form(fields: Fields, mut properties: Json, required: &[&str]) -> Json {
    if let Some(own) = properties.as_object_mut() {
        for field in fields {
            own.entry(*field).or_insert(Json::Bool(false));
        }
    }
    json!({"type": "object", "properties": properties, "required": required})
}

/// Reads an object whose keys are the user's.
pub(crate) fn each_key<T>(
    reader: &mut Reader<'_>,
    expected: &'static str,
    mut read: impl FnMut(&mut Reader<'_>, String) -> Result<Option<T>, Syntax>,
) -> Result<Option<Vec<T>>, Syntax> {
    const NONE: Fields = &[];
    if reader.cursor.shape()? != Shape::Object {
        reader.wrong_type(expected)?;
        return Ok(None);
    }
    let mut list = Vec::new();
    reader.each_field(NONE, |reader, name| {
        let Name::Unknown(key) = name else {
            return reader.within(name.step(), Reader::keep_raw);
        };
        let key = key.into_owned();
        list.extend(reader.within(Step::Key(key.clone()), |reader| read(reader, key))?);
        Ok(())
    })?;
    if list.is_empty() {
        // No key is left out, not written as an empty object.
        reader.cursor.untidy();
    }
    Ok(Some(list))
}

/// Writes a list, each item by `write`.
pub(crate) fn write_list<T>(out: &mut String, items: &[T], write: impl Fn(&T, &mut String)) {
    out.push('[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(item, out);
    }
    out.push(']');
}

/// Writes `"name":value`, with a comma before it unless the object has just begun.
pub(crate) fn write_field(out: &mut String, name: &str, value: &impl Value) {
    if value.is_absent() {
        return;
    }
    write_name(out, name);
    value.write(out);
}

/// Writes `"name":`, with a comma before it unless the object has just begun.
pub(crate) fn write_name(out: &mut String, name: &str) {
    if !out.ends_with('{') {
        out.push(',');
    }
    write_text(out, name);
    out.push(':');
}
