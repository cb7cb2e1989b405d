//! Writing JSON text in its canonical form.

/// Writes text with the escapes that JSON demands and no others.
pub(crate) fn write_text(out: &mut String, text: &str) {
    use std::fmt::Write as _;
    out.push('"');
    let mut plain = 0;
    for (at, character) in text.char_indices() {
        if character >= ' ' && character != '"' && character != '\\' {
            continue;
        }
        out.push_str(text.get(plain..at).unwrap_or_default());
        plain = at + character.len_utf8();
        // Writing to a `String` cannot fail.
        let _ = match character {
            '"' => write!(out, "\\\""),
            '\\' => write!(out, "\\\\"),
            '\n' => write!(out, "\\n"),
            '\r' => write!(out, "\\r"),
            '\t' => write!(out, "\\t"),
            other => write!(out, "\\u{:04x}", u32::from(other)),
        };
    }
    out.push_str(text.get(plain..).unwrap_or_default());
    out.push('"');
}

/// Writes the shortest text that reads back to the same bits.
pub(crate) fn write_number(out: &mut String, number: f64) {
    use std::fmt::Write as _;
    let size = number.abs();
    // Writing to a `String` cannot fail. A number read from JSON is finite.
    let _ =
        if size == 0.0 || (1e-5..1e16).contains(&size) { write!(out, "{number}") } else { write!(out, "{number:e}") };
}

/// Writes valid JSON text without the blanks between its tokens.
pub(crate) fn compact(out: &mut String, json: &str) {
    let (mut in_text, mut escaped, mut start) = (false, false, 0);
    for (at, byte) in json.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b' ' | b'\n' | b'\r' | b'\t' if !in_text => {
                out.push_str(json.get(start..at).unwrap_or_default());
                start = at + 1;
            }
            _ => (),
        }
    }
    out.push_str(json.get(start..).unwrap_or_default());
}
