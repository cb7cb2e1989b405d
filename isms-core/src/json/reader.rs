//! A reader knows where it is in a document and keeps what it could not read.

use super::cursor::{Cursor, Fields, Key, Shape, Syntax};
use std::borrow::Cow;
use std::collections::HashMap;
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
    likeness: Likeness,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self::with(text, Likeness::default())
    }

    /// A reader that goes on with what another one learnt of keys.
    pub(crate) fn with(text: &'a str, likeness: Likeness) -> Self {
        Self {
            cursor: Cursor::new(text),
            path: Vec::new(),
            misreads: Vec::new(),
            unread: 0,
            raw_kept: false,
            number_at: 0..0,
            likeness,
        }
    }

    /// What it learnt of keys.
    pub(crate) fn into_likeness(self) -> Likeness {
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
                self.note_at(name.step(), Problem::RepeatedKey);
            }
            read(self, name)?;
            key = self.cursor.next_key(fields, next)?;
        }
        self.cursor.leave();
        Ok(())
    }

    /// Notes a key that can't be meant so.
    fn note_key(&mut self, fields: Fields, name: &Name<'_>) {
        let problem = match name {
            Name::Known(_) => None,
            Name::Unknown(key) => self.likeness.near(fields, key).map(|near| Problem::NearKey { near }),
            Name::Odd(_) => {
                Some(Problem::Type { expected: "a key of whole characters", found: "a lone surrogate".into() })
            }
        };
        if let Some(problem) = problem {
            self.note_at(name.step(), problem);
        }
    }

    fn note_at(&mut self, step: Step, problem: Problem) {
        self.path.push(step);
        self.note(problem);
        self.path.pop();
    }

    /// The known field that is being read.
    pub(crate) fn field(&self) -> Option<&'static str> {
        match self.path.last() {
            Some(Step::Field(name)) => Some(name),
            _ => None,
        }
    }

    /// The next value as text, or a note that it is none.
    pub(crate) fn text(&mut self, expected: &'static str) -> Result<Option<Cow<'a, str>>, Syntax> {
        if self.cursor.shape()? != Shape::Text {
            self.wrong_type(expected)?;
            return Ok(None);
        }
        let text = self.cursor.text()?;
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
        self.cursor.skip().map(drop)
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

    /// Whether something could not be read, or stands there twice: more than a key that is much like a known one.
    pub(crate) fn lost(&self) -> bool {
        self.misreads.iter().any(|misread| !matches!(misread.problem, Problem::NearKey { .. }))
    }

    /// Whether the value at this pointer could not be read.
    pub(crate) fn misread(&self, at: &str) -> bool {
        self.misreads.iter().any(|misread| misread.at == at)
    }

    /// What could not be read since the last call.
    pub(crate) fn take_misreads(&mut self) -> Vec<Misread> {
        std::mem::take(&mut self.misreads)
    }
}

/// The fields that unknown keys are much like: a misspelled `causes` would lose a trace without a
/// word. What was compared is remembered, since a million records may have the same key.
#[derive(Default)]
pub(crate) struct Likeness(HashMap<(usize, usize), HashMap<String, Option<&'static str>>>);

impl Likeness {
    /// How alike a key and a field must be (Jaro-Winkler, 0 to 1).
    const ALIKE: f64 = 0.9;
    /// A longer key is like no field.
    const LONGEST: usize = 32;
    /// How many keys are remembered for one list of fields.
    const MOST: usize = 1_000;

    fn near(&mut self, fields: Fields, key: &str) -> Option<&'static str> {
        if key.len() > Self::LONGEST {
            return None;
        }
        let known = self.0.entry((fields.as_ptr() as usize, fields.len())).or_default();
        if let Some(near) = known.get(key) {
            return *near;
        }
        let lower = key.to_lowercase();
        let alike = fields.iter().map(|field| (strsim::jaro_winkler(field, &lower), *field));
        let near = alike.filter(|(likeness, _)| *likeness >= Self::ALIKE).max_by(|a, b| a.0.total_cmp(&b.0));
        let near = near.map(|(_, field)| field);
        if known.len() < Self::MOST {
            known.insert(key.to_owned(), near);
        }
        near
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
