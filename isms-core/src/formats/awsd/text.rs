//! Small things done with text: blanks, digests, ids.

use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::fmt::Write as _;

/// The longest id of a record, in bytes.
const LONGEST: usize = 200;

/// Text without blanks at its ends and with single blanks inside.
pub(super) fn collapsed(text: &str) -> Cow<'_, str> {
    let trimmed = text.trim();
    let mut blank = false;
    let plain = trimmed.chars().all(|character| {
        let doubled = blank && character == ' ';
        blank = character == ' ';
        !doubled && (character == ' ' || !character.is_whitespace())
    });
    if plain {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(trimmed.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What two spellings have in common that differ only in case.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase()
}

/// SHA-256.
pub(super) fn digest(text: &str) -> [u8; 32] {
    Sha256::digest(text).into()
}

/// The first bytes of a digest in hexadecimal digits.
pub(super) fn hex(digest: &[u8], bytes: usize) -> String {
    let mut text = String::with_capacity(2 * bytes);
    for byte in digest.iter().take(bytes) {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// A part of an id. What would part ids, or has no place in them, is written as `%2F`.
pub(super) fn id_part(text: &str, apart: char) -> String {
    let mut part = String::with_capacity(text.len());
    for character in text.chars() {
        if character == apart || character == '%' || character.is_control() {
            let _ = write!(part, "%{:02X}", u32::from(character));
        } else {
            part.push(character);
        }
    }
    part
}

/// An id that leaves room for a suffix of so many bytes: a long one is cut and ends in a digest.
pub(super) fn id_within(id: String, room: usize) -> String {
    let most = LONGEST.saturating_sub(room);
    if id.len() <= most {
        return id;
    }
    let tail = format!("~{}", hex(&digest(&id), 8));
    let end = id.floor_char_boundary(most.saturating_sub(tail.len()));
    let mut cut = id.get(..end).unwrap_or_default().to_owned();
    cut.push_str(&tail);
    cut
}
