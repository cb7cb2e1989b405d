//! A cursor over JSON text. It wraps the pull parser `jiter` and adds what a lossless reader
//! needs: the byte range of every value, and a way past text that no `String` can hold (a lone
//! surrogate), so that one odd word does not make a document unreadable.

use super::MAX_DEPTH;
use super::text::{has_blanks, is_plain_number, is_plain_text};
use jiter::{Jiter, JiterErrorType, JsonErrorType, Peek};
use std::borrow::Cow;
use std::ops::Range;

/// What a value is, seen from its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Null,
    Bool,
    Number,
    Text,
    Array,
    Object,
}

impl Shape {
    /// The word that a message uses.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Number => "a number",
            Self::Text => "text",
            Self::Array => "a list",
            Self::Object => "an object",
        }
    }
}

/// The text is no JSON from `at` (a byte offset) on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Syntax {
    pub(crate) at: usize,
    pub(crate) fault: SyntaxFault,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SyntaxFault {
    /// Not JSON; the parser's own words.
    NotJson(String),
    /// Deeper than [`MAX_DEPTH`].
    TooDeep,
    /// More or longer records than the register can number.
    TooMuch,
    /// The caller asked to stop.
    Stopped,
}

/// A position in JSON text.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    /// Where in `text` the parser was begun.
    base: usize,
    jiter: Jiter<'a>,
    depth: usize,
    tidy: bool,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, base: 0, jiter: Jiter::new(text.as_bytes()), depth: 0, tidy: true }
    }

    /// The text lies so deep in another one.
    pub(crate) fn lie_at(&mut self, depth: usize) {
        self.depth = depth;
    }

    /// From here on it is watched whether the text is written as we would write it.
    pub(crate) fn watch_form(&mut self) {
        self.tidy = true;
    }

    /// Whether all since [`Cursor::watch_form`] is written as we would write it: no blanks, no needless escapes, the
    /// shortest numbers. `false`: not so, or not known.
    pub(crate) fn is_tidy(&self) -> bool {
        self.tidy
    }

    /// What was read last is not written as we would write it.
    pub(crate) fn untidy(&mut self) {
        self.tidy = false;
    }

    /// What was read from there took so many bytes, if it was tidy.
    #[inline]
    fn took(&mut self, from: usize, bytes: usize) {
        self.tidy &= self.jiter.current_index() == from + bytes;
    }

    /// The byte offset of what comes next.
    pub(crate) fn at(&self) -> usize {
        self.base + self.jiter.current_index()
    }

    /// The text of a range that this cursor gave.
    pub(crate) fn raw(&self, range: Range<usize>) -> &'a str {
        self.text.get(range).unwrap_or_default()
    }

    /// The shape of the next value, with blanks before it passed over.
    pub(crate) fn shape(&mut self) -> Result<Shape, Syntax> {
        let from = self.jiter.current_index();
        let peek = self.jiter.peek();
        self.took(from, 0);
        match self.located(peek)? {
            Peek::Null => Ok(Shape::Null),
            Peek::True | Peek::False => Ok(Shape::Bool),
            Peek::String => Ok(Shape::Text),
            Peek::Array => Ok(Shape::Array),
            Peek::Object => Ok(Shape::Object),
            peek if peek.is_num() => Ok(Shape::Number),
            _ => Err(self.not_json(self.at(), "expected a value")),
        }
    }

    /// The next value, known to be text. `None`: it holds a lone surrogate and was passed over.
    pub(crate) fn text(&mut self) -> Result<Option<Cow<'a, str>>, Syntax> {
        self.text_as(|text, in_place| in_place.map_or_else(|| Cow::Owned(text.to_owned()), Cow::Borrowed))
    }

    /// Passes over the next value, known to be text. Whether it is empty; `None`: it holds a lone surrogate.
    pub(crate) fn pass_text(&mut self) -> Result<Option<bool>, Syntax> {
        self.text_as(|text, _| text.is_empty())
    }

    /// The next value, known to be text, as `make` makes it of the text and, if it has no escapes, of where it stands in
    /// the document itself.
    fn text_as<T>(&mut self, make: impl FnOnce(&str, Option<&'a str>) -> T) -> Result<Option<T>, Syntax> {
        let from = self.jiter.current_index();
        let start = self.base + from;
        match self.jiter.known_str() {
            Ok(text) => {
                let length = text.len();
                let written = self.text.get(start + 1..start + 1 + length).unwrap_or_default();
                let in_place = std::ptr::eq(text.as_ptr(), written.as_ptr());
                let made = make(text, in_place.then_some(written));
                if in_place {
                    self.took(from, length + 2);
                } else {
                    self.tidy = self.tidy && is_plain_text(self.raw(start..self.at()));
                }
                Ok(Some(made))
            }
            Err(error) if is_surrogate(&error.error_type) => {
                self.pass_over(start)?;
                Ok(None)
            }
            Err(error) => Err(self.syntax(&error)),
        }
    }

    /// The next value, known to be a number, as the nearest double (beyond the range: infinite).
    pub(crate) fn number(&mut self) -> Result<f64, Syntax> {
        let start = self.at();
        let number = self.jiter.next_float();
        let number = self.located(number)?;
        self.tidy = self.tidy && is_plain_number(self.raw(start..self.at()));
        Ok(number)
    }

    /// The next value, known to be `true` or `false`.
    pub(crate) fn boolean(&mut self) -> Result<bool, Syntax> {
        let value = self.jiter.next_bool();
        self.located(value)
    }

    /// Passes over the next value, whatever it is, and returns its bytes.
    pub(crate) fn skip(&mut self) -> Result<Range<usize>, Syntax> {
        let shape = self.shape()?;
        let start = self.at();
        match self.jiter.next_skip() {
            Ok(()) => (),
            Err(error) if is_surrogate(&error.error_type) => self.pass_over(start)?,
            Err(error) => return Err(self.syntax(&error)),
        }
        let range = start..self.at();
        if matches!(shape, Shape::Array | Shape::Object) {
            self.check_depth(range.clone())?;
            self.tidy = self.tidy && !has_blanks(self.raw(range.clone()));
        }
        Ok(range)
    }

    /// Enters the next value, known to be an array. `true`: it has a first item.
    pub(crate) fn enter_array(&mut self) -> Result<bool, Syntax> {
        self.deeper()?;
        let from = self.jiter.current_index();
        let first = self.jiter.known_array();
        let some = self.located(first)?.is_some();
        self.took(from, if some { 1 } else { 2 });
        Ok(some)
    }

    /// Goes on to the next item of the array. `false`: it has ended.
    pub(crate) fn next_item(&mut self) -> Result<bool, Syntax> {
        let from = self.jiter.current_index();
        let next = self.jiter.array_step();
        let some = self.located(next)?.is_some();
        self.took(from, 1);
        Ok(some)
    }

    /// Enters the next value, known to be an object; the first key, looked up among `fields`.
    pub(crate) fn enter_object(&mut self, fields: Fields) -> Result<Option<Key<'a>>, Syntax> {
        self.deeper()?;
        let from = self.jiter.current_index();
        match self.jiter.known_object() {
            Ok(None) => {
                self.took(from, 2);
                Ok(None)
            }
            Ok(Some(name)) => {
                let (key, length) = (Key::read(fields, name, 0, self.text, self.base + from + 2), name.len());
                // A bracket or a comma, two quotes and a colon.
                self.took(from, length + 4);
                Ok(Some(key))
            }
            Err(error) if is_surrogate(&error.error_type) => self.odd_key(self.base + from + 1),
            Err(error) => Err(self.syntax(&error)),
        }
    }

    /// The next key of the object, looked for first at `guess`. `None`: the object has ended.
    pub(crate) fn next_key(&mut self, fields: Fields, guess: usize) -> Result<Option<Key<'a>>, Syntax> {
        let from = self.jiter.current_index();
        match self.jiter.next_key() {
            Ok(None) => {
                self.took(from, 1);
                Ok(None)
            }
            Ok(Some(name)) => {
                let (key, length) = (Key::read(fields, name, guess, self.text, self.base + from + 2), name.len());
                // A bracket or a comma, two quotes and a colon.
                self.took(from, length + 4);
                Ok(Some(key))
            }
            Err(error) if is_surrogate(&error.error_type) => {
                let start = self.base + from;
                let comma = self.raw(start..self.text.len()).find(',').unwrap_or_default();
                self.odd_key(start + comma + 1)
            }
            Err(error) => Err(self.syntax(&error)),
        }
    }

    /// Leaves an array or object that has ended.
    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Only blanks may follow.
    pub(crate) fn finish(&mut self) -> Result<(), Syntax> {
        let end = self.jiter.finish();
        self.located(end)
    }

    /// A key with a lone surrogate: kept as it is written, escapes and all.
    fn odd_key(&mut self, from: usize) -> Result<Option<Key<'a>>, Syntax> {
        let rest = self.raw(from..self.text.len());
        let start = from + (rest.len() - rest.trim_start().len());
        self.pass_over(start)?;
        let written = self.raw(start..self.at());
        let after = self.raw(self.at()..self.text.len());
        let colon = after.len() - after.trim_start().len();
        if !after.trim_start().starts_with(':') {
            return Err(self.not_json(self.at(), "expected a colon"));
        }
        self.restart(self.at() + colon + 1);
        Ok(Some(Key::Odd(Cow::Borrowed(written.trim_matches('"')))))
    }

    /// Passes over the value at `start` with the one parser that does not look into surrogates.
    fn pass_over(&mut self, start: usize) -> Result<(), Syntax> {
        let rest = self.raw(start..self.text.len());
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<serde::de::IgnoredAny>();
        match values.next() {
            Some(Ok(_)) => {
                self.restart(start + values.byte_offset());
                Ok(())
            }
            _ => Err(self.not_json(start, "expected a value")),
        }
    }

    fn restart(&mut self, at: usize) {
        self.tidy = false;
        self.base = at;
        self.jiter = Jiter::new(self.text.as_bytes().get(at..).unwrap_or_default());
    }

    fn deeper(&mut self) -> Result<(), Syntax> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(self.too_deep(self.at())) } else { Ok(()) }
    }

    fn check_depth(&self, range: Range<usize>) -> Result<(), Syntax> {
        let at = range.start;
        if self.depth + nesting(self.raw(range)) > MAX_DEPTH { Err(self.too_deep(at)) } else { Ok(()) }
    }

    fn too_deep(&self, at: usize) -> Syntax {
        Syntax { at, fault: SyntaxFault::TooDeep }
    }

    fn not_json(&self, at: usize, words: &str) -> Syntax {
        Syntax { at, fault: SyntaxFault::NotJson(words.to_owned()) }
    }

    fn located<T>(&self, result: Result<T, jiter::JiterError>) -> Result<T, Syntax> {
        result.map_err(|error| self.syntax(&error))
    }

    fn syntax(&self, error: &jiter::JiterError) -> Syntax {
        let at = self.base + error.index;
        match &error.error_type {
            JiterErrorType::JsonError(JsonErrorType::RecursionLimitExceeded) => self.too_deep(at),
            other => self.not_json(at, &other.to_string()),
        }
    }
}

/// The names that an object may have, in the order in which they are written.
pub(crate) type Fields = &'static [&'static str];

/// A key of an object. A million records have millions of them: as a rule none is copied.
pub(crate) enum Key<'a> {
    /// One of the object's fields, by its place among them.
    Known(usize),
    /// Any other.
    Unknown(Cow<'a, str>),
    /// One with a lone surrogate, as it is written.
    Odd(Cow<'a, str>),
}

impl<'a> Key<'a> {
    /// One of the object's fields.
    pub(crate) fn is_known(&self) -> bool {
        matches!(self, Self::Known(_))
    }

    /// The key `name`, which stands in `text` at `start` if it is tidy. Documents are mostly written in the order of
    /// the fields, so the guess, or a place behind it, is mostly right.
    fn read(fields: Fields, name: &str, guess: usize, text: &'a str, start: usize) -> Self {
        let ahead = fields.iter().enumerate().skip(guess);
        let behind = fields.iter().enumerate().take(guess);
        if let Some((at, _)) = ahead.chain(behind).find(|(_, field)| **field == name) {
            return Self::Known(at);
        }
        let written = text.get(start..start + name.len()).unwrap_or_default();
        let in_place = std::ptr::eq(name.as_ptr(), written.as_ptr());
        Self::Unknown(if in_place { Cow::Borrowed(written) } else { Cow::Owned(name.to_owned()) })
    }
}

fn is_surrogate(error: &JiterErrorType) -> bool {
    matches!(
        error,
        JiterErrorType::JsonError(
            JsonErrorType::LoneLeadingSurrogateInHexEscape | JsonErrorType::UnexpectedEndOfHexEscape
        )
    )
}

/// How deep arrays and objects lie in each other in valid JSON text.
fn nesting(json: &str) -> usize {
    let (mut depth, mut deepest, mut in_text, mut escaped) = (0_usize, 0, false, false);
    for byte in json.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => (),
        }
    }
    deepest
}
