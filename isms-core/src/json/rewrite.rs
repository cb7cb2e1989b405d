//! JSON text written anew, piece by piece: what an upgrade of a document is made of. Whatever it does not change
//! stays as it is written, in its place.

use super::cursor::{Cursor, Key, Shape, Syntax};
use super::text::write_text;

/// An object anew. `change` is shown each key and the text of its value, and gives the key and the text that take their
/// place; `None`: they stay. What is no object stays. Linear in the text, and in what `change` does.
pub(crate) fn object(
    json: &str,
    mut change: impl FnMut(&str, &str) -> Result<Option<(&'static str, String)>, Syntax>,
) -> Result<String, Syntax> {
    let mut cursor = Cursor::new(json);
    if cursor.shape()? != Shape::Object {
        return Ok(json.to_owned());
    }
    let mut out = String::with_capacity(json.len());
    let mut separator = '{';
    let mut key = cursor.enter_object(&[])?;
    while let Some(found) = key {
        let range = cursor.skip()?;
        let value = cursor.raw(range);
        out.push(separator);
        separator = ',';
        match found {
            // With a lone surrogate: as it is written.
            Key::Odd(written) => out.extend(["\"", &written, "\":", value]),
            Key::Unknown(name) => match change(&name, value)? {
                Some((name, value)) => member(&mut out, name, &value),
                None => member(&mut out, &name, value),
            },
            Key::Known(_) => (),
        }
        key = cursor.next_key(&[], 0)?;
    }
    cursor.leave();
    cursor.finish()?;
    if separator == '{' {
        out.push('{');
    }
    out.push('}');
    Ok(out)
}

/// A list anew, each item by `change`. What is no list stays.
pub(crate) fn list(json: &str, mut change: impl FnMut(&str) -> Result<String, Syntax>) -> Result<String, Syntax> {
    let mut cursor = Cursor::new(json);
    if cursor.shape()? != Shape::Array {
        return Ok(json.to_owned());
    }
    let mut out = String::with_capacity(json.len());
    out.push('[');
    let mut more = cursor.enter_array()?;
    while more {
        let range = cursor.skip()?;
        out.push_str(&change(cursor.raw(range))?);
        more = cursor.next_item()?;
        if more {
            out.push(',');
        }
    }
    out.push(']');
    Ok(out)
}

fn member(out: &mut String, name: &str, value: &str) {
    write_text(out, name);
    out.push(':');
    out.push_str(value);
}
