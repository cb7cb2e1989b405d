//! Words, ids and dates as OSCAL writes them.

use super::super::text::joined;
use super::codes::{Code, Lacks};
use crate::value::{Date, instant_text};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Where our own properties live.
pub(super) const NAMESPACE: &str = "urn:isms:oscal";

/// A UUID that follows from what it names: the same for the same, on every machine. It is made as those of version 5, by
/// SHA-256.
pub(super) fn uuid(kind: &str, names: &[&str]) -> String {
    let mut digest = Sha256::new();
    digest.update(NAMESPACE);
    for name in std::iter::once(&kind).chain(names) {
        // Each name with its length, so that no two lists read the same.
        digest.update((name.len() as u64).to_be_bytes());
        digest.update(name);
    }
    let mut out = String::with_capacity(36);
    for (at, byte) in digest.finalize().into_iter().take(16).enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        let byte = match at {
            6 => byte & 0x0F | 0x50,
            8 => byte & 0x3F | 0x80,
            _ => byte,
        };
        // Writing to a `String` cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

/// A text of one line; `None`: there is nothing in it.
pub(super) fn line(text: &str, subject: &str, field: &str, lacks: &mut Lacks) -> Option<String> {
    let one = joined(text);
    if one != text && !one.is_empty() {
        lacks.add(Code::TextReshaped, subject, field, text, "on one line, with single blanks");
    }
    (!one.is_empty()).then_some(one)
}

/// An id as OSCAL takes it: another one if it must, which no other id becomes.
pub(super) fn token(id: &str, lacks: &mut Lacks) -> String {
    let fits = |character: char| character.is_ascii_alphanumeric() || "._-".contains(character);
    let begins = id.starts_with(|character: char| character.is_ascii_alphabetic() || character == '_');
    if begins && id.chars().all(fits) {
        return id.to_owned();
    }
    let plain: String = id.chars().map(|character| if fits(character) { character } else { '-' }).collect();
    let tail = uuid("token", &[id]);
    let token = format!("_{plain}.{}", tail.get(..8).unwrap_or_default());
    lacks.add(Code::IdRewritten, id, "id", id, format!("written `{token}`"));
    token
}

/// The first instant of a date, or the last; `None`: OSCAL can't say it.
pub(super) fn instant(date: &Date, is_end: bool) -> Option<String> {
    let span = date.span();
    let text = instant_text(if is_end { span.last } else { span.first })?;
    let is_said = text.get(..5).is_some_and(|year| ("1900-".."3000-").contains(&year));
    is_said.then_some(text)
}
