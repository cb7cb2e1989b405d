//! Where the references of a record stand in its text.
//!
//! A list leaves out what can't be read, so an item of a record as it was read may have another number than in the
//! text. Places are asked for by findings alone, so the text is read again for them.

use super::reference::At;
use super::{Kind, Record};
use crate::json::{Fields, Name, Reader, Shape, Step, Syntax, pointer};
use crate::value::{GATES, LINK_KEYS, Link, Value};

/// JSON pointers, within the record of this text, of its references, in their order. Linear in the text.
pub(crate) fn reference_pointers(kind: Kind, json: &str, record: &Record) -> Vec<String> {
    let places = Places::read(kind, json).unwrap_or_default();
    let mut pointers = Vec::new();
    record.refer(&mut |reference| pointers.push(pointer(&places.steps(reference.at))));
    pointers
}

/// The places, in the text of a record, of the items that can be read of the list in a field.
pub(crate) fn item_numbers<T: Value>(kind: Kind, json: &str, field: &str) -> Vec<usize> {
    let fields = values(json, super::kinds::table(kind).fields).unwrap_or_default();
    let list = fields.into_iter().find(|(name, text)| *name == field && text.starts_with('['));
    list.and_then(|(_, list)| readable::<T>(list).ok()).unwrap_or_default()
}

/// Whether records of a kind have a field.
pub(crate) fn has_field(kind: Kind, field: &str) -> bool {
    super::kinds::table(kind).fields.contains(&field)
}

/// What stands where in a record.
#[derive(Default)]
struct Places {
    /// The places of the readable items of each list.
    lists: Vec<(&'static str, Vec<usize>)>,
    /// The key of the gate; `None`: the links stand alone.
    gate: Option<&'static str>,
    links: Vec<LinkAt>,
}

/// Where a link stands that can be read.
struct LinkAt {
    item: usize,
    /// It is written as an object.
    long: bool,
    /// The places of its readable barriers.
    barriers: Vec<usize>,
}

impl Places {
    fn read(kind: Kind, json: &str) -> Result<Self, Syntax> {
        let mut places = Self::default();
        let table = super::kinds::table(kind);
        for (field, value) in values(json, table.fields)? {
            match (field, Reader::new(value).cursor.shape()?) {
                ("causes", Shape::Array) => places.links = links(value)?,
                ("causes", Shape::Object) => {
                    // Only one of the gates has a list of links: otherwise no links would be read.
                    for (key, list) in values(value, GATES)? {
                        if Reader::new(list).cursor.shape()? == Shape::Array {
                            places.gate = Some(key);
                            places.links = links(list)?;
                        }
                    }
                }
                (_, Shape::Array) => places.lists.push((field, table.readable(field, value)?)),
                _ => (),
            }
        }
        Ok(places)
    }

    /// The steps from the record to a reference.
    fn steps(&self, at: At) -> Vec<Step> {
        match at {
            At::Field(field) => vec![Step::Field(field)],
            At::Item(field, nth) => {
                let list = self.lists.iter().find(|(name, _)| *name == field);
                let item = list.and_then(|(_, items)| items.get(nth)).copied();
                vec![Step::Field(field), Step::Item(item.unwrap_or(nth))]
            }
            At::Part { field, item, key } => {
                let mut steps = self.steps(At::Item(field, item));
                steps.push(Step::Field(key));
                steps
            }
            At::Link { field, link, barrier } => {
                let mut steps: Vec<Step> = [Some(field), self.gate].into_iter().flatten().map(Step::Field).collect();
                let Some(found) = self.links.get(link) else { return steps };
                steps.push(Step::Item(found.item));
                match barrier {
                    Some(nth) => {
                        let item = found.barriers.get(nth).copied().unwrap_or(nth);
                        steps.extend([Step::Field("barriers"), Step::Item(item)]);
                    }
                    None if found.long => steps.push(Step::Field("id")),
                    None => (),
                }
                steps
            }
        }
    }
}

/// The links of a list that can be read.
fn links(list: &str) -> Result<Vec<LinkAt>, Syntax> {
    let mut links = Vec::new();
    for (item, link) in items::<Link>(list)? {
        let mut found = LinkAt { item, long: Reader::new(link).cursor.shape()? == Shape::Object, barriers: Vec::new() };
        if found.long {
            let barriers = values(link, LINK_KEYS)?.into_iter().find(|(key, _)| *key == "barriers");
            if let Some((_, list)) = barriers.filter(|(_, list)| list.starts_with('[')) {
                found.barriers = readable::<String>(list)?;
            }
        }
        links.push(found);
    }
    Ok(links)
}

/// The text under each of these fields of an object; of repeated keys the last.
fn values<'t>(json: &'t str, known: Fields) -> Result<Vec<(&'static str, &'t str)>, Syntax> {
    let mut found: Vec<(&'static str, &'t str)> = Vec::new();
    let mut reader = Reader::new(json);
    if reader.cursor.shape()? != Shape::Object {
        return Ok(found);
    }
    reader.each_field(known, |reader, name| {
        let range = reader.cursor.skip()?;
        if let Name::Known(field) = name {
            found.retain(|(known, _)| *known != field);
            found.push((field, reader.cursor.raw(range)));
        }
        Ok(())
    })?;
    Ok(found)
}

/// The items of a list that can be read, each with its number and its text.
fn items<T: Value>(json: &str) -> Result<Vec<(usize, &str)>, Syntax> {
    let mut found = Vec::new();
    let mut number = 0;
    let mut reader = Reader::new(json);
    reader.each_item(|reader| {
        reader.cursor.shape()?;
        let start = reader.cursor.at();
        if T::read(reader)?.is_some() {
            found.push((number, start..reader.cursor.at()));
        }
        number += 1;
        Ok(())
    })?;
    Ok(found.into_iter().map(|(number, range)| (number, reader.cursor.raw(range))).collect())
}

/// Which items of a list can be read.
pub(super) fn readable<T: Value>(json: &str) -> Result<Vec<usize>, Syntax> {
    Ok(items::<T>(json)?.into_iter().map(|(number, _)| number).collect())
}
