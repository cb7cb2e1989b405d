//! Ids: one space for all kinds, compared byte by byte.

use crate::json::{Reader, Syntax, shortened};
use serde_json::{Value as Json, json};
use std::borrow::Cow;

/// What an id must be.
pub(crate) const ID_RULE: &str = "an id: 1 to 200 bytes, no control characters, no outer blanks";

/// How many bytes an id has at most.
const LONGEST: usize = 200;

/// What a reference names, as a message can carry it: a text longer than any id is cut.
pub(crate) fn shown_id(id: &str) -> String {
    if id.len() <= LONGEST { id.to_owned() } else { shortened(id) }
}

/// Whether text may be an id.
pub(crate) fn is_id(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len()) && text.trim() == text && !text.chars().any(char::is_control)
}

/// The next value as an id; otherwise noted.
pub(super) fn read<'a>(reader: &mut Reader<'a>) -> Result<Option<Cow<'a, str>>, Syntax> {
    let Some(text) = reader.text(ID_RULE)? else {
        return Ok(None);
    };
    if is_id(&text) {
        return Ok(Some(text));
    }
    reader.out_of_range(ID_RULE, format_args!("{text:?}"));
    Ok(None)
}

/// The schema of an id. It counts characters, where the reader counts bytes.
pub(crate) fn id_schema() -> Json {
    // Written out: what `\s` means differs between regular expressions.
    const BLANKS: &str = "\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
    const CONTROLS: &str = "\\u0000-\\u001f\\u007f-\\u009f";
    let outer = format!("[^{CONTROLS}{BLANKS}]");
    json!({
        "description": "One id space for all kinds; 1 to 200 bytes, no control characters, no outer blanks.",
        "type": "string",
        "minLength": 1,
        "maxLength": LONGEST,
        "pattern": format!("^{outer}([^{CONTROLS}]*{outer})?$"),
    })
}
