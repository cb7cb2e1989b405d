//! Text that a terminal can show without being led astray.

/// Text with control characters and those that turn the direction of writing shown as escapes
/// (`\u{202e}`), so that a title can't recolour a terminal or show itself backwards.
///
/// ```
/// assert_eq!(isms_core::printable("Road\u{1b}[31m closed"), r"Road\u{1b}[31m closed");
/// assert_eq!(isms_core::printable("طريق مغلق"), "طريق مغلق");
/// ```
#[must_use]
pub fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() || is_invisible(character) {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}

/// Marks that turn the direction of writing, and other format characters that do not show.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
