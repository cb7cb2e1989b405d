//! An OSCAL document as a tree in which every value knows its place.

use super::codes::{Code, Notes};
use crate::finding::{Code as Finding, Refusal, text_of, unreadable, words};
use crate::json::{Misread, Problem, Reader, Shape, Step, Syntax, SyntaxFault, pointer, shortened};
use std::borrow::Cow;

/// The most bytes of a document: three times the largest catalogue that is published.
const MOST: usize = 32 << 20;

/// The most values in it: twice as many as that has.
const MOST_VALUES: usize = 600_000;

/// A value. Numbers and truth have no place in what is read of OSCAL.
pub(super) enum Json {
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// Anything else, in words.
    Other(&'static str),
}

/// A value and its place, a JSON pointer.
#[derive(Clone)]
pub(super) struct Node<'t> {
    json: &'t Json,
    pub(super) at: String,
}

/// Reads a document. What stands twice in it is noted.
pub(super) fn read(bytes: &[u8], notes: &mut Notes) -> Result<Json, Refusal> {
    if bytes.len() > MOST {
        let message = format!("expected a document of at most {MOST} bytes, found {}; split it", bytes.len());
        return Err(Refusal::new(Finding::OverLimit, "", message));
    }
    let text = text_of(Cow::Borrowed(bytes))?;
    let mut reader = Reader::of_values(&text);
    let mut left = MOST_VALUES;
    let read = value(&mut reader, &mut left, notes).and_then(|json| reader.cursor.finish().map(|()| json));
    read.map_err(|syntax| match syntax.fault {
        SyntaxFault::TooMuch => {
            Refusal::new(Finding::OverLimit, "", format!("expected at most {MOST_VALUES} values, found more; split it"))
        }
        _ => unreadable(&text, &syntax),
    })
}

fn value(reader: &mut Reader<'_>, left: &mut usize, notes: &mut Notes) -> Result<Json, Syntax> {
    let Some(less) = left.checked_sub(1) else {
        return Err(Syntax { at: reader.cursor.at(), fault: SyntaxFault::TooMuch });
    };
    *left = less;
    let shape = reader.cursor.shape()?;
    match shape {
        Shape::Text => {
            let text = reader.text("text")?.map(Cow::into_owned);
            Ok(text.map_or(Json::Other("text with a lone surrogate"), Json::Text))
        }
        Shape::Array => {
            let mut list = Vec::new();
            reader.each_item(|reader| {
                list.push(value(reader, left, notes)?);
                Ok(())
            })?;
            Ok(Json::List(list))
        }
        Shape::Object => {
            let (mut members, mut noted) = (Vec::new(), false);
            reader.each_field(&[], |reader, name| {
                // One note an object: a million repeats are one fault.
                for misread in reader.take_misreads().iter().filter(|misread| is_repeat(misread)) {
                    if !std::mem::replace(&mut noted, true) {
                        notes.add(Code::RepeatedKey, &misread.at, "", words(misread));
                    }
                }
                let key = name.into_key();
                let found = reader.within(Step::Key(shortened(&key)), |reader| value(reader, left, notes))?;
                members.push((key, found));
                Ok(())
            })?;
            Ok(Json::Object(members))
        }
        _ => {
            reader.cursor.skip()?;
            Ok(Json::Other(shape.word()))
        }
    }
}

fn is_repeat(misread: &Misread) -> bool {
    misread.problem == Problem::RepeatedKey
}

impl Json {
    /// What it is, in words.
    pub(super) fn word(&self) -> &'static str {
        match self {
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
            Self::Other(word) => word,
        }
    }

    /// The keys of an object, as they are written.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let members: &[(String, Self)] = if let Self::Object(members) = self { members } else { &[] };
        members.iter().map(|(key, _)| key.as_str())
    }

    /// The root of the model of this key: what stands there, whatever it is.
    pub(super) fn root(&self, key: &str) -> Option<Node<'_>> {
        Node::of(self).member(key)
    }

    /// A place within this value, for texts that stand in no object of their own.
    pub(super) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }
}

impl<'t> Node<'t> {
    /// The whole document.
    pub(super) fn of(json: &'t Json) -> Self {
        Self { json, at: String::new() }
    }

    /// The keys of an object with their values, as they are written.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'t str, Self)> {
        let members: &[(String, Json)] = if let Json::Object(members) = self.json { members } else { &[] };
        members.iter().map(|(key, json)| {
            (key.as_str(), Self { json, at: format!("{}{}", self.at, pointer(&[Step::Key(shortened(key))])) })
        })
    }

    pub(super) fn is_object(&self) -> bool {
        matches!(self.json, Json::Object(_))
    }

    pub(super) fn word(&self) -> &'static str {
        self.json.word()
    }

    /// The last value of this key.
    pub(super) fn member(&self, key: &str) -> Option<Self> {
        let Json::Object(members) = self.json else { return None };
        let (_, json) = members.iter().rev().find(|(found, _)| found == key)?;
        Some(Self { json, at: format!("{}/{key}", self.at) })
    }

    /// The text of this key.
    pub(super) fn text(&self, key: &str, notes: &mut Notes) -> Option<&'t str> {
        let found = self.member(key)?;
        let text = found.json.text();
        if text.is_none() {
            found.wrong("text", notes);
        }
        text
    }

    /// The object of this key.
    pub(super) fn object(&self, key: &str, notes: &mut Notes) -> Option<Self> {
        let found = self.member(key)?;
        if !found.is_object() {
            found.wrong("an object", notes);
            return None;
        }
        Some(found)
    }

    /// The objects of the list of this key.
    pub(super) fn objects(&self, key: &str, notes: &mut Notes) -> Vec<Self> {
        let mut items = self.items(key, notes);
        items.retain(|item| {
            let fits = item.is_object();
            if !fits {
                item.wrong("an object", notes);
            }
            fits
        });
        items
    }

    /// The texts of the list of this key.
    pub(super) fn texts(&self, key: &str, notes: &mut Notes) -> Vec<&'t str> {
        let mut texts = Vec::new();
        for item in self.items(key, notes) {
            match item.json.text() {
                Some(text) => texts.push(text),
                None => item.wrong("text", notes),
            }
        }
        texts
    }

    fn items(&self, key: &str, notes: &mut Notes) -> Vec<Self> {
        let Some(found) = self.member(key) else { return Vec::new() };
        let Json::List(list) = found.json else {
            found.wrong("a list", notes);
            return Vec::new();
        };
        let item = |(nth, json)| Self { json, at: format!("{}/{nth}", found.at) };
        list.iter().enumerate().map(item).collect()
    }

    fn wrong(&self, expected: &str, notes: &mut Notes) {
        notes.add(Code::WrongType, &self.at, self.word(), format!("expected {expected}, found {}", self.word()));
    }

    /// Notes what is not taken of an object: keys that are known and left out, each with its code, and any others than
    /// these and those that are taken.
    pub(super) fn leave(&self, taken: &[&str], left: &[(&str, Code)], notes: &mut Notes) {
        let Json::Object(members) = self.json else { return };
        for (key, json) in members.iter().filter(|(key, _)| !taken.contains(&key.as_str())) {
            let known = left.iter().find(|(known, _)| known == key).map(|(_, code)| *code);
            let at = format!("{}{}", self.at, pointer(&[Step::Key(shortened(key))]));
            notes.add(known.unwrap_or(Code::UnknownKey), &at, json.text().unwrap_or(json.word()), "left out");
        }
    }
}
