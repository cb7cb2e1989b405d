//! Changing one value within JSON text and leaving everything else as it is written.

use super::cursor::{Cursor, Fields, Key, Shape, Syntax};
use super::write_text;
use std::collections::HashMap;
use std::ops::Range;

/// Why a value could not be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoPlace {
    /// The pointer leads nowhere in the text.
    Nowhere,
    /// The text is no JSON.
    NoJson,
}

impl From<Syntax> for NoPlace {
    fn from(_: Syntax) -> Self {
        Self::NoJson
    }
}

/// The text with another value at a JSON pointer (RFC 6901); `None`: without that field or item. A key that stands there
/// several times stands there once afterwards, or not at all; a key that is new comes last.
pub(crate) fn changed(json: &str, pointer: &str, value: Option<&str>) -> Result<String, NoPlace> {
    let mut steps = pointer.strip_prefix('/').ok_or(NoPlace::Nowhere)?.split('/').peekable();
    let mut from = 0;
    let mut text = json;
    loop {
        let step = unescaped(steps.next().ok_or(NoPlace::Nowhere)?);
        let parent = Parent::read(text)?;
        if steps.peek().is_none() {
            let part = parent.changed(text, &step, value)?;
            let (before, after) = (json.get(..from), json.get(from + text.len()..));
            return Ok([before.unwrap_or_default(), &part, after.unwrap_or_default()].concat());
        }
        let member = parent.named(&step).next_back().ok_or(NoPlace::Nowhere)?;
        from += member.value.start;
        text = text.get(member.value.clone()).unwrap_or_default();
    }
}

/// The text of the value at a JSON pointer; of a key that stands there several times, the last.
fn found<'t>(json: &'t str, pointer: &str) -> Option<&'t str> {
    if pointer.is_empty() {
        return Some(json);
    }
    pointer.strip_prefix('/')?.split('/').try_fold(json, |text, step| {
        let parent = Parent::read(text).ok()?;
        let value = parent.named(&unescaped(step)).next_back()?.value.clone();
        text.get(value)
    })
}

fn unescaped(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// The members of the object looked at last, by name: a thousand findings in one object read it once.
#[derive(Debug, Default)]
pub(crate) struct Members {
    /// Which text, and which object in it.
    of: Option<(usize, String)>,
    values: HashMap<String, String>,
}

impl Members {
    /// The text of the value at a JSON pointer within the text of this number; of a key that stands there several times,
    /// the last.
    pub(crate) fn value(&mut self, number: usize, json: &str, pointer: &str) -> Option<&str> {
        let (parent, step) = pointer.rsplit_once('/')?;
        if self.of.as_ref().is_none_or(|(of, at)| *of != number || at != parent) {
            let text = found(json, parent).unwrap_or_default();
            let members = Parent::read(text).map(|parent| parent.members).unwrap_or_default();
            let value = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
            self.values = members.into_iter().map(|member| (member.name, value(member.value))).collect();
            self.of = Some((number, parent.to_owned()));
        }
        self.values.get(&unescaped(step)).map(String::as_str)
    }
}

/// An object or a list, and where its members stand.
struct Parent {
    is_object: bool,
    members: Vec<Member>,
}

struct Member {
    name: String,
    /// From behind the bracket, or behind the member before, comma and all.
    whole: Range<usize>,
    value: Range<usize>,
}

impl Parent {
    fn read(text: &str) -> Result<Self, NoPlace> {
        let mut cursor = Cursor::new(text);
        match cursor.shape()? {
            Shape::Object => Ok(Self { is_object: true, members: fields(&mut cursor)? }),
            Shape::Array => Ok(Self { is_object: false, members: items(&mut cursor)? }),
            _ => Err(NoPlace::Nowhere),
        }
    }

    fn named<'n>(&'n self, name: &'n str) -> impl DoubleEndedIterator<Item = &'n Member> {
        self.members.iter().filter(move |member| member.name == name)
    }

    fn changed(&self, text: &str, name: &str, value: Option<&str>) -> Result<String, NoPlace> {
        let known = self.named(name).count();
        if known == 0 && (!self.is_object || value.is_none()) {
            return Err(NoPlace::Nowhere);
        }
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let mut kept: Vec<String> = Vec::new();
        let mut left = known;
        for member in &self.members {
            let is_named = member.name == name;
            left -= usize::from(is_named);
            match value {
                _ if !is_named => kept.push(part(member.whole.clone()).to_owned()),
                Some(value) if left == 0 => {
                    kept.push(format!("{}{value}", part(member.whole.start..member.value.start)));
                }
                _ => (),
            }
        }
        if let (0, Some(value)) = (known, value) {
            let mut new = String::new();
            write_text(&mut new, name);
            kept.push(format!("{new}:{value}"));
        }
        let (open, close) = if self.is_object { ("{", "}") } else { ("[", "]") };
        let kept: Vec<&str> =
            kept.iter().map(|member| member.trim_start_matches([',', ' ', '\t', '\r', '\n'])).collect();
        Ok(format!("{open}{}{close}", kept.join(",")))
    }
}

fn fields(cursor: &mut Cursor<'_>) -> Result<Vec<Member>, NoPlace> {
    const NONE: Fields = &[];
    let mut members = Vec::new();
    let mut before = cursor.at() + 1;
    let mut key = cursor.enter_object(NONE)?;
    while let Some(found) = key {
        let name = match found {
            Key::Unknown(name) | Key::Odd(name) => name.into_owned(),
            Key::Known(_) => String::new(),
        };
        let value = cursor.skip()?;
        members.push(Member { name, whole: before..value.end, value: value.clone() });
        before = value.end;
        key = cursor.next_key(NONE, 0)?;
    }
    Ok(members)
}

fn items(cursor: &mut Cursor<'_>) -> Result<Vec<Member>, NoPlace> {
    let mut members = Vec::new();
    let mut before = cursor.at() + 1;
    let mut more = cursor.enter_array()?;
    while more {
        let value = cursor.skip()?;
        members.push(Member { name: members.len().to_string(), whole: before..value.end, value: value.clone() });
        before = value.end;
        more = cursor.next_item()?;
    }
    Ok(members)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(json: &str, pointer: &str, value: Option<&str>, expected: &str) {
        assert_eq!(changed(json, pointer, value).as_deref(), Ok(expected), "{json} {pointer} {value:?}");
    }

    #[test]
    fn one_value_changes_and_all_else_stays() {
        is(r#"{"a":1,"b":[1,{"c":2}]}"#, "/b/1/c", Some("\"x\""), r#"{"a":1,"b":[1,{"c":"x"}]}"#);
        is(r#"{"a": 1 , "b" : 2}"#, "/a", None, r#"{"b" : 2}"#);
        is(r#"{"a":1,"b":2}"#, "/b", None, r#"{"a":1}"#);
        is(r#"{"a":1}"#, "/a", None, "{}");
        is(r#"[1,2,3]"#, "/1", None, "[1,3]");
        is(r#"{"a":1}"#, "/b~1~0", Some("2"), r#"{"a":1,"b/~":2}"#);
        is(r#"{"a":1,"é\ud800":2}"#, "/a", Some("3"), r#"{"a":3,"é\ud800":2}"#);
    }

    #[test]
    fn a_key_that_stands_there_twice_stands_there_once() {
        is(r#"{"a":1,"b":0,"a":2}"#, "/a", Some("2"), r#"{"b":0,"a":2}"#);
        is(r#"{"a":1,"b":0,"a":2}"#, "/a", None, r#"{"b":0}"#);
    }

    #[test]
    fn a_pointer_that_leads_nowhere_changes_nothing() {
        for (json, pointer) in
            [("{}", "/a/b"), ("{}", "a"), ("{}", ""), ("[1]", "/1"), ("1", "/a"), ("{\"a\":1}", "/a/b")]
        {
            assert_eq!(changed(json, pointer, Some("1")), Err(NoPlace::Nowhere), "{json} {pointer}");
        }
        assert_eq!(changed("{}", "/a", None), Err(NoPlace::Nowhere));
        assert_eq!(changed("{", "/a", None), Err(NoPlace::NoJson));
    }
}
