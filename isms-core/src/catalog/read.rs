//! Reading a catalogue.

use super::contents::{Catalog, Written};
use crate::finding::{Code, Finding, Refusal, text_of, unreadable, words};
use crate::json::{Reader, Shape, Syntax};
use crate::value::Value as _;
use std::borrow::Cow;

/// The version of the format of catalogues.
pub(crate) const VERSION: &str = "1";

/// The most bytes of a catalogue.
const MOST: usize = 64 << 20;

/// A catalogue, and what could not be read of it, each with its code.
pub(crate) fn read(bytes: &[u8]) -> Result<(Catalog, Vec<(Code, Finding)>), Refusal> {
    if bytes.len() > MOST {
        let message = format!("expected a catalogue of at most {MOST} bytes, found {}; split it", bytes.len());
        return Err(Refusal::new(Code::OverLimit, "", message));
    }
    let text = text_of(Cow::Borrowed(bytes))?;
    let mut reader = Reader::new(&text);
    let written = whole(&mut reader).map_err(|syntax| unreadable(&text, &syntax))?;
    let written = written.unwrap_or_default();
    match written.isms_catalog.as_deref() {
        Some(VERSION) => (),
        Some(other) if other.parse::<u32>().is_ok_and(|version| version > 1) => {
            let message =
                format!("the catalogue is of format {other:?}, newer than {VERSION:?}, which this library reads");
            return Err(Refusal::new(Code::NewerVersion, "/isms_catalog", message));
        }
        _ => {
            let message = format!(
                "expected an object with \"isms_catalog\": \"{VERSION}\", found none; is this a catalogue of isms?"
            );
            return Err(Refusal::new(Code::NotACatalog, "/isms_catalog", message));
        }
    }
    let misreads = reader.take_misreads().into_iter();
    let found = misreads.map(|misread| {
        let code = misread.problem.code();
        (code, Finding::new(code, misread.at.clone(), words(&misread)))
    });
    let found = found.collect();
    Ok((Catalog { written, text: text.into() }, found))
}

fn whole(reader: &mut Reader<'_>) -> Result<Option<Written>, Syntax> {
    if reader.cursor.shape()? != Shape::Object {
        reader.cursor.skip()?;
        reader.cursor.finish()?;
        return Ok(None);
    }
    let written = Written::read(reader)?;
    reader.cursor.finish()?;
    Ok(written)
}
