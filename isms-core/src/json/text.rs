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

/// Whether a text of valid JSON is written as [`write_text`] would write it: it has no other escapes.
pub(crate) fn is_plain_text(written: &str) -> bool {
    let is_plain = |rest: &[u8]| match rest {
        [b'"' | b'\\' | b'n' | b'r' | b't', ..] => true,
        [b'u', b'0', b'0', b'0', last, ..] => matches!(last, b'0'..=b'8' | b'b' | b'c' | b'e' | b'f'),
        [b'u', b'0', b'0', b'1', last, ..] => matches!(last, b'0'..=b'9' | b'a'..=b'f'),
        _ => false,
    };
    let mut rest = written;
    while let Some((_, escape)) = rest.split_once('\\') {
        if !is_plain(escape.as_bytes()) {
            return false;
        }
        // What follows the backslash is one byte at least, and may be another one.
        rest = escape.get(1..).unwrap_or_default();
    }
    true
}

/// Writes the shortest text that reads back to the same bits.
pub(crate) fn write_number(out: &mut String, number: f64) {
    use std::fmt::Write as _;
    let size = number.abs();
    // Writing to a `String` cannot fail. A number read from JSON is finite.
    let _ =
        if size == 0.0 || (1e-5..1e16).contains(&size) { write!(out, "{number}") } else { write!(out, "{number:e}") };
}

/// Whether a number is surely written as [`write_number`] would write it: up to 15 digits, which name one double and no
/// shorter number does, no exponent, no needless zero or sign.
pub(crate) fn is_plain_number(written: &str) -> bool {
    const MOST_DIGITS: usize = 15;
    let digits = written.strip_prefix('-').unwrap_or(written);
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let is_small = whole == "0" && fraction.is_some_and(|fraction| fraction.starts_with("0000"));
    digits.len() <= MOST_DIGITS
        && written != "-0"
        && !is_small
        && whole.bytes().all(|byte| byte.is_ascii_digit())
        && fraction
            .is_none_or(|fraction| fraction.bytes().all(|byte| byte.is_ascii_digit()) && !fraction.ends_with('0'))
}

/// Whether there are blanks between the tokens of valid JSON text.
pub(crate) fn has_blanks(json: &str) -> bool {
    let is_blank = |byte: u8| matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    if !json.bytes().any(is_blank) {
        return false;
    }
    let (mut in_text, mut escaped) = (false, false);
    json.bytes().any(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            byte => return !in_text && is_blank(byte),
        }
        false
    })
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

/// Text as JSON.
pub(crate) fn text_json(text: &str) -> String {
    let mut out = String::new();
    write_text(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(text: &str) -> String {
        let mut out = String::new();
        write_number(&mut out, text.parse().unwrap());
        out
    }

    #[test]
    fn some_numbers_are_plain() {
        for text in ["0", "1", "12", "0.5", "-3.25", "123456789012345", "0.0001", "90071992547409"] {
            assert!(is_plain_number(text), "{text}");
            assert_eq!(written(text), text);
        }
        for text in ["1.0", "-0", "0.50", "1e3", "1E3", "0.00001", "1234567890123456", "0.1234567890123456"] {
            assert!(!is_plain_number(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_plain_number_is_written_as_it_stands(text in "-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?") {
            if is_plain_number(&text) {
                prop_assert_eq!(written(&text), text);
            }
        }

        #[test]
        fn plain_text_is_written_as_it_stands(
            parts in proptest::collection::vec(
                "[a-z é]|\\\\[\"\\\\nrtbf/]|\\\\u00[0-27][0-9a-fA-F]|\\\\u00e9|\\\\ud83d\\\\ude00", 0..5),
        ) {
            let written = format!("\"{}\"", parts.concat());
            let text: String = serde_json::from_str(&written).unwrap();
            let mut out = String::new();
            write_text(&mut out, &text);
            prop_assert_eq!(is_plain_text(&written), out == written);
        }

        #[test]
        fn text_without_blanks_is_compact(json in "(\\[|\\]|,| |\n|\"([a b]|\\\\\")*\"|1)*") {
            let mut out = String::new();
            compact(&mut out, &json);
            prop_assert_eq!(has_blanks(&json), out != json);
        }
    }
}
