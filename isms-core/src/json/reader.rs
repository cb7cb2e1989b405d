//! A reader knows where it is in a document and keeps what it could not read.

use super::cursor::{Cursor, Fields, Key, Shape, Syntax};
use super::likeness::Likeness;
use super::texts::{Texts, Wanted};
use std::borrow::Cow;
use std::ops::Range;

/// One step into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// A key that we know.
    Field(&'static str),
    /// A key of the user's.
    Key(String),
    /// A place in a list, from 0.
    Item(usize),
}

impl Step {
    /// The key, unless it is a place in a list.
    pub(crate) fn key(&self) -> Option<&str> {
        match self {
            Self::Field(name) => Some(name),
            Self::Key(name) => Some(name),
            Self::Item(_) => None,
        }
    }
}

/// The JSON pointer (RFC 6901) of some steps.
pub(crate) fn pointer(steps: &[Step]) -> String {
    use std::fmt::Write as _;
    let mut out = String::new();
    for step in steps {
        // Writing to a `String` cannot fail.
        let _ = match step {
            Step::Field(name) => write!(out, "/{name}"),
            Step::Key(name) => write!(out, "/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::Item(index) => write!(out, "/{index}"),
        };
    }
    out
}

/// What could not be read, and where in the record.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Misread {
    /// JSON pointer within the record.
    pub(crate) at: String,
    pub(crate) problem: Problem,
}

/// Why something could not be read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Problem {
    /// Of another JSON type, or of no known form.
    Type { expected: &'static str, found: String },
    /// Of the right type, outside what it may be.
    Range { expected: &'static str, found: String },
    /// A key for the second time; the last one counts.
    RepeatedKey,
    /// A key that no one knows, much like one that is known.
    NearKey { near: &'static str },
    /// A key that no one knows, which names a person or a personal attribute.
    PersonalKey { tells: &'static str },
}

/// A cursor with a place and a list of what it could not read.
pub(crate) struct Reader<'a> {
    pub(crate) cursor: Cursor<'a>,
    path: Vec<Step>,
    misreads: Vec<Misread>,
    /// How many of all values met so far could not be read.
    unread: usize,
    raw_kept: bool,
    /// Where the number read last stands.
    number_at: Range<usize>,
    /// What unknown keys may be; `None`: nobody asks.
    likeness: Option<Likeness>,
    /// The texts that were read; `None`: nobody asks.
    pub(super) texts: Option<Texts<'a>>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self::with(text, Some(Likeness::default()))
    }

    /// A reader of text of which only the values are wanted: it makes no guesses at keys that it does not know.
    pub(crate) fn of_values(text: &'a str) -> Self {
        Self::with(text, None)
    }

    /// A reader that keeps the texts that are asked for, each with its place; else as [`Reader::of_values`].
    pub(crate) fn of_texts(text: &'a str, wanted: Wanted<'a>) -> Self {
        Self { texts: Some(Texts::new(wanted)), ..Self::of_values(text) }
    }

    /// A reader that goes on with what another one learnt of keys.
    pub(crate) fn with(text: &'a str, likeness: Option<Likeness>) -> Self {
        Self {
            cursor: Cursor::new(text),
            path: Vec::new(),
            misreads: Vec::new(),
            unread: 0,
            raw_kept: false,
            number_at: 0..0,
            likeness,
            texts: None,
        }
    }

    /// What it learnt of keys.
    pub(crate) fn into_likeness(self) -> Option<Likeness> {
        self.likeness
    }

    /// Reads one level deeper.
    pub(crate) fn within<T>(
        &mut self,
        step: Step,
        read: impl FnOnce(&mut Self) -> Result<T, Syntax>,
    ) -> Result<T, Syntax> {
        self.path.push(step);
        let result = read(self);
        self.path.pop();
        result
    }

    /// Reads each item of a list that comes next.
    pub(crate) fn each_item(&mut self, mut read: impl FnMut(&mut Self) -> Result<(), Syntax>) -> Result<(), Syntax> {
        let mut more = self.cursor.enter_array()?;
        let mut index = 0;
        while more {
            self.within(Step::Item(index), &mut read)?;
            index += 1;
            more = self.cursor.next_item()?;
        }
        self.cursor.leave();
        Ok(())
    }

    /// Reads each field of an object that comes next: known names as they stand in `fields`, any
    /// other as the user wrote it. A key that comes again is noted; the last one counts.
    pub(crate) fn each_field(
        &mut self,
        fields: Fields,
        mut read: impl FnMut(&mut Self, Name<'a>) -> Result<(), Syntax>,
    ) -> Result<(), Syntax> {
        self.each_field_at(fields, |reader, name, _| read(reader, name))
    }

    /// The same, with the place of each known name in `fields`; that of others has no meaning.
    pub(crate) fn each_field_at(
        &mut self,
        fields: Fields,
        mut read: impl FnMut(&mut Self, Name<'a>, usize) -> Result<(), Syntax>,
    ) -> Result<(), Syntax> {
        let mut seen = Seen::default();
        // The place behind the last known field.
        let mut next = 0;
        let mut key = self.cursor.enter_object(fields)?;
        while let Some(found) = key {
            let name = match found {
                Key::Known(at) => {
                    if at < next || !seen.unknown.is_empty() {
                        self.cursor.untidy();
                    }
                    next = at + 1;
                    Name::Known(fields.get(at).copied().unwrap_or_default())
                }
                Key::Unknown(name) => Name::Unknown(name),
                Key::Odd(name) => Name::Odd(name),
            };
            self.note_key(fields, &name);
            if seen.again(next, &name) {
                self.note_again(&name);
                self.note_at(name.step(), Problem::RepeatedKey);
            }
            read(self, name, next.wrapping_sub(1))?;
            key = self.cursor.next_key(fields, next)?;
        }
        self.cursor.leave();
        Ok(())
    }

    /// Notes a key that can't be meant so, or should not be there. Where no names are known, all keys are the user's.
    fn note_key(&mut self, fields: Fields, name: &Name<'_>) {
        match name {
            Name::Known(_) => (),
            Name::Unknown(_) if fields.is_empty() => (),
            Name::Unknown(key) => {
                let Some(likeness) = &mut self.likeness else { return };
                let guess = likeness.of(fields, key);
                if let Some(near) = guess.near {
                    self.note_at(name.step(), Problem::NearKey { near });
                }
                if let Some(tells) = guess.tells {
                    self.note_at(name.step(), Problem::PersonalKey { tells });
                }
            }
            Name::Odd(_) => {
                let problem = Problem::Type { expected: "a key of whole characters", found: "a lone surrogate".into() };
                self.note_at(name.step(), problem);
            }
        }
    }

    /// Passes over the value of an unknown field, and looks at the keys within it.
    pub(crate) fn skip_unknown(&mut self, name: &Name<'_>) -> Result<Range<usize>, Syntax> {
        match self.cursor.shape()? {
            Shape::Array | Shape::Object if self.likeness.is_some() => self.within(name.step(), Self::skip_looking),
            _ => self.cursor.skip(),
        }
    }

    /// Passes over a value, and looks at the keys within it.
    fn skip_looking(&mut self) -> Result<Range<usize>, Syntax> {
        let range = self.cursor.skip()?;
        let mut within = Cursor::new(self.cursor.raw(range.clone()));
        self.look_within(&mut within)?;
        Ok(range)
    }

    /// Looks at the keys of a value that was passed over, so it is no deeper than it may be.
    fn look_within(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Syntax> {
        match cursor.shape()? {
            Shape::Array => {
                let mut more = cursor.enter_array()?;
                let mut index = 0;
                while more {
                    self.within(Step::Item(index), |reader| reader.look_within(cursor))?;
                    index += 1;
                    more = cursor.next_item()?;
                }
                cursor.leave();
            }
            Shape::Object => self.look_at_keys(cursor)?,
            _ => cursor.skip().map(drop)?,
        }
        Ok(())
    }

    fn look_at_keys(&mut self, cursor: &mut Cursor<'_>) -> Result<(), Syntax> {
        const NONE: Fields = &[];
        let mut key = cursor.enter_object(NONE)?;
        while let Some(found) = key {
            let (name, is_odd) = match found {
                Key::Unknown(name) => (name.into_owned(), false),
                Key::Odd(name) => (name.into_owned(), true),
                // No name is known here.
                Key::Known(_) => (String::new(), true),
            };
            let likeness = self.likeness.as_mut().filter(|_| !is_odd);
            let tells = likeness.and_then(|likeness| likeness.of(NONE, &name).tells);
            let step = Step::Key(name);
            if let Some(tells) = tells {
                self.note_at(step.clone(), Problem::PersonalKey { tells });
            }
            self.within(step, |reader| reader.look_within(cursor))?;
            key = cursor.next_key(NONE, 0)?;
        }
        cursor.leave();
        Ok(())
    }

    fn note_at(&mut self, step: Step, problem: Problem) {
        self.path.push(step);
        self.note(problem);
        self.path.pop();
    }

    /// The steps to what is being read.
    pub(super) fn path(&self) -> &[Step] {
        &self.path
    }

    /// The known field that is being read.
    pub(crate) fn field(&self) -> Option<&'static str> {
        match self.path.last() {
            Some(Step::Field(name)) => Some(name),
            _ => None,
        }
    }

    /// The place in its list of what is being read.
    pub(crate) fn item(&self) -> Option<usize> {
        match self.path.last() {
            Some(Step::Item(at)) => Some(*at),
            _ => None,
        }
    }

    /// The next value as text, or a note that it is none.
    pub(crate) fn text(&mut self, expected: &'static str) -> Result<Option<Cow<'a, str>>, Syntax> {
        self.text_by(expected, Cursor::text)
    }

    /// Passes over the next value, which should be text, without a copy; whether it is empty.
    pub(crate) fn pass_text(&mut self, expected: &'static str) -> Result<Option<bool>, Syntax> {
        self.text_by(expected, Cursor::pass_text)
    }

    fn text_by<T>(
        &mut self,
        expected: &'static str,
        read: impl FnOnce(&mut Cursor<'a>) -> Result<Option<T>, Syntax>,
    ) -> Result<Option<T>, Syntax> {
        if self.cursor.shape()? != Shape::Text {
            self.wrong_type(expected)?;
            return Ok(None);
        }
        let text = read(&mut self.cursor)?;
        if text.is_none() {
            self.note(Problem::Type { expected, found: "text with a lone surrogate".into() });
        }
        Ok(text)
    }

    /// The next value as a number, or a note that it is none.
    pub(crate) fn number(&mut self, expected: &'static str) -> Result<Option<f64>, Syntax> {
        if self.cursor.shape()? != Shape::Number {
            self.wrong_type(expected)?;
            return Ok(None);
        }
        let start = self.cursor.at();
        let number = self.cursor.number()?;
        self.number_at = start..self.cursor.at();
        Ok(Some(number))
    }

    /// Notes that the number read last may not be so, as it is written.
    pub(crate) fn number_out_of_range(&mut self, expected: &'static str) {
        let written = self.cursor.raw(self.number_at.clone());
        self.out_of_range(expected, written);
    }

    /// Passes over a value that is not of the expected type.
    pub(crate) fn wrong_type(&mut self, expected: &'static str) -> Result<(), Syntax> {
        let shape = self.cursor.shape()?;
        let range = self.cursor.skip()?;
        let found = match shape {
            Shape::Array | Shape::Object | Shape::Null => shape.word().to_owned(),
            _ => format!("{} {}", shape.word(), shortened(self.cursor.raw(range))),
        };
        self.note(Problem::Type { expected, found });
        Ok(())
    }

    /// Passes over a part that has no place in a value of ours, so that the record is saved back as
    /// it is written.
    pub(crate) fn keep_raw(&mut self) -> Result<(), Syntax> {
        self.raw_kept = true;
        self.skip_looking().map(drop)
    }

    /// Whether it passed over parts that have no place in a value of ours.
    #[cfg(any(test, fuzzing))]
    pub(crate) fn is_raw(&self) -> bool {
        self.raw_kept
    }

    /// Whether the record read last has parts that only its own text holds.
    pub(crate) fn take_raw_kept(&mut self) -> bool {
        std::mem::take(&mut self.raw_kept)
    }

    /// Notes a value that was read and may not be so.
    pub(crate) fn out_of_range(&mut self, expected: &'static str, found: impl std::fmt::Display) {
        self.note(Problem::Range { expected, found: shortened(&found.to_string()) });
    }

    /// Notes a problem with the value at this place.
    pub(crate) fn note(&mut self, problem: Problem) {
        self.unread += usize::from(matches!(problem, Problem::Type { .. } | Problem::Range { .. }));
        self.misreads.push(Misread { at: pointer(&self.path), problem });
    }

    /// How many values could not be read so far. A key that comes again, or that no one knows, is
    /// noted, and hides nothing.
    pub(crate) fn unread(&self) -> usize {
        self.unread
    }

    /// How much was noted so far.
    pub(crate) fn noted(&self) -> usize {
        self.misreads.len()
    }

    /// Whether something could not be read, or stands there twice: more than a key that is none of ours.
    pub(crate) fn lost(&self) -> bool {
        let is_key = |problem: &Problem| matches!(problem, Problem::NearKey { .. } | Problem::PersonalKey { .. });
        self.misreads.iter().any(|misread| !is_key(&misread.problem))
    }

    /// Whether the value at this pointer could not be read.
    pub(crate) fn misread(&self, at: &str) -> bool {
        self.misreads.iter().any(|misread| misread.at == at)
    }

    /// Whether anything at this pointer or below it could not be read.
    pub(crate) fn misread_under(&self, at: &str) -> bool {
        let is_under =
            |found: &str| found.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        self.misreads.iter().any(|misread| is_under(&misread.at))
    }

    /// What could not be read since the last call.
    pub(crate) fn take_misreads(&mut self) -> Vec<Misread> {
        std::mem::take(&mut self.misreads)
    }
}

/// The name of a field.
pub(crate) enum Name<'a> {
    Known(&'static str),
    Unknown(Cow<'a, str>),
    /// With a lone surrogate, as it is written.
    Odd(Cow<'a, str>),
}

impl Name<'_> {
    /// The key, as a name of ours or of the user's.
    pub(crate) fn into_key(self) -> String {
        match self {
            Self::Known(name) => name.to_owned(),
            Self::Unknown(name) | Self::Odd(name) => name.into_owned(),
        }
    }

    /// The step that leads to the field.
    pub(crate) fn step(&self) -> Step {
        match self {
            Self::Known(name) => Step::Field(name),
            Self::Unknown(name) | Self::Odd(name) => Step::Key(name.clone().into_owned()),
        }
    }
}

/// The keys of one object that came already: a bit for each known one, a list of the first others, and a set of the
/// rest, so that an object of a million keys costs no more than it should.
#[derive(Default)]
struct Seen<'a> {
    known: u64,
    unknown: Vec<Cow<'a, str>>,
    more: std::collections::HashSet<Cow<'a, str>>,
}

impl<'a> Seen<'a> {
    /// How many unknown keys are compared one by one.
    const FEW: usize = 8;

    /// `place` is that of a known name, from 1.
    fn again(&mut self, place: usize, name: &Name<'a>) -> bool {
        let name = match name {
            Name::Known(_) => {
                let bit = 1_u64 << (place % 64);
                let again = self.known & bit != 0;
                self.known |= bit;
                return again;
            }
            Name::Unknown(name) | Name::Odd(name) => name,
        };
        if self.unknown.contains(name) {
            return true;
        }
        if self.unknown.len() < Self::FEW {
            self.unknown.push(name.clone());
            return false;
        }
        !self.more.insert(name.clone())
    }
}

/// What was found, cut to a length that a message can carry.
pub(crate) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
