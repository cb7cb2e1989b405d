//! Laying out a page: lines that are printable and of at most 80 columns.

use super::printable::printable;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

const COLUMNS: usize = 80;

/// A page in the making: every line is printable and, but for commands, at most 80 columns wide.
#[derive(Default)]
pub(super) struct Page(pub(super) String);

impl Page {
    pub(super) fn line(&mut self, text: impl AsRef<str>) {
        self.0.push_str(&cut(printable(text.as_ref()).trim_end(), COLUMNS));
        self.0.push('\n');
    }

    /// Text over at most `most` lines, the later ones indented; what is cut off ends in an ellipsis.
    pub(super) fn lines(&mut self, text: &str, indent: usize, most: usize) {
        let lines = wrapped(text, indent);
        for (at, line) in lines.iter().enumerate().take(most) {
            let is_cut = at + 1 == most && lines.len() > most;
            self.line(if is_cut { cut(&format!("{}…", line.trim_end()), COLUMNS) } else { line.clone() });
        }
    }

    /// A line that may be copied: it is whole, however wide.
    pub(super) fn whole(&mut self, text: &str) {
        self.0.push_str(&printable(text));
        self.0.push('\n');
    }

    pub(super) fn section(&mut self, title: &str) {
        self.line("");
        self.line(title);
    }
}

/// Words and a command; the command goes to a line of its own where both are too wide for one.
pub(super) fn command(page: &mut Page, words: &str, command: &str) {
    if words.width() + command.width() + 3 <= COLUMNS {
        return page.line(format!("  {words} {command}"));
    }
    page.line(format!("  {words}"));
    page.whole(&format!("  {command}"));
}

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./:@+".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// An id behind the options of a command: one that looks like an option stands behind `--`.
pub(super) fn quoted_id(id: &str) -> String {
    if id.starts_with('-') { format!("-- {}", quoted(id)) } else { quoted(id) }
}

/// Text cut to a width, with an ellipsis where it was cut.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut width = 0;
    let fits = |character: &char| {
        width += character.width().unwrap_or_default();
        width < columns
    };
    let mut out: String = text.chars().take_while(fits).collect();
    out.push('…');
    out
}

/// Text cut or filled up to a width.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let mut out = cut(text, columns - 1);
    out.push_str(&" ".repeat(columns.saturating_sub(out.width())));
    out
}

/// Lines of at most 80 columns; those after the first are indented.
pub(super) fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in printable(text).split_inclusive(' ') {
        if line.width() + word.trim_end().width() > COLUMNS && line.trim() != "" {
            lines.push(std::mem::replace(&mut line, " ".repeat(indent)));
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

/// `1 incident`, `2 incidents`.
pub(super) fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn wrapping_loses_no_word(words in proptest::collection::vec("[a-z0-9()é]{1,30}", 0..60), indent in 0..4_usize) {
            let mut page = Page::default();
            page.lines(&words.join(" "), indent, usize::MAX);
            prop_assert!(page.0.lines().all(|line| line.width() <= COLUMNS), "{}", page.0);
            let found: Vec<&str> = page.0.split_whitespace().collect();
            prop_assert_eq!(found, words);
        }
    }
}
