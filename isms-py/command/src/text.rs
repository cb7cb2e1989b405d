//! Text for people: 80 columns, printable, colour only for severities.

use crate::console::Terminal;
use crate::failure::Failure;
use crate::input::{SAMPLE_NAME, STDIN};
use isms_core::{Label, Severity, printable};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

const COLUMNS: usize = 80;

/// Printable lines of at most 80 columns: the first is indented by `first`, the others by `then`.
/// A word that is wider goes on on the next line. So this is not for commands that people copy.
pub(crate) fn wrapped(text: &str, first: usize, then: usize) -> String {
    filled(" ".repeat(first), text, then)
}

/// A word, and text beside it from the column `indent` on; below it where the word is too wide.
pub(crate) fn beside(word: &str, text: &str, indent: usize) -> String {
    let mut word = printable(word);
    if word.width() >= indent {
        let margin = word.len() - word.trim_start_matches(' ').len();
        return format!("{}\n{}", wrapped(&word, margin, margin), wrapped(text, indent, indent));
    }
    word.push_str(&" ".repeat(indent - word.width()));
    filled(word, text, indent)
}

fn filled(mut out: String, text: &str, indent: usize) -> String {
    let mut width = out.width();
    let mut at_start = true;
    for word in printable(text).split(' ').filter(|word| !word.is_empty()) {
        let wide = word.width();
        if width + usize::from(!at_start) + wide > COLUMNS && (!at_start || width > indent) {
            out.truncate(out.trim_end().len());
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            width = indent;
            at_start = true;
        }
        if !at_start {
            out.push(' ');
            width += 1;
        }
        width = push_word(&mut out, word, width, indent);
        at_start = false;
    }
    out
}

/// Adds a word, on as many lines as it needs, and gives the width of the last.
fn push_word(out: &mut String, word: &str, mut width: usize, indent: usize) -> usize {
    for character in word.chars() {
        let wide = columns(character);
        if width + wide > COLUMNS {
            out.push('\n');
            out.push_str(&" ".repeat(indent));
            width = indent;
        }
        out.push(character);
        width += wide;
    }
    width
}

/// The columns that a character takes, at most. The mark that makes the sign before it a picture
/// widens that one.
fn columns(character: char) -> usize {
    if character == '\u{fe0f}' { 1 } else { character.width().unwrap_or(0) }
}

/// An answer as the one door writes it.
pub(crate) fn json(answer: &impl serde::Serialize) -> Result<String, Failure> {
    serde_json::to_string(answer).map_err(|error| Failure::misuse(format!("the answer can't be written: {error}")))
}

/// The name of a file as people read it.
pub(crate) fn printable_path(name: &str) -> String {
    match name {
        STDIN => "standard input".to_owned(),
        SAMPLE_NAME => "bundled sample".to_owned(),
        _ => printable(name),
    }
}

/// A word as a shell takes it, printable.
pub(crate) fn quoted(word: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./:@+".contains(character);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        printable(&format!("'{}'", word.replace('\'', r"'\''")))
    }
}

/// An id behind the options of a command: one that looks like an option stands behind `--`.
pub(crate) fn quoted_id(id: &str) -> String {
    if id.starts_with('-') { format!("-- {}", quoted(id)) } else { quoted(id) }
}

/// The first line of a page that shows gaps.
pub(crate) fn inside_page(label: &Label) -> String {
    format!("INSIDE PAGE, {label}: it shows gaps. Not for release.")
}

/// A title with the label of what stands below it.
pub(crate) fn labelled(title: &str, label: &Label) -> String {
    wrapped(&format!("{title} ({label})"), 0, 2)
}

/// A number with its word, in the plural unless it is one.
pub(crate) fn counted(count: u64, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}

/// Words in the colour of a severity.
pub(crate) fn coloured(words: &str, severity: Severity, terminal: Terminal) -> String {
    let colour = match severity {
        Severity::Error => 31,
        Severity::Warning => 33,
        Severity::Note => 36,
    };
    if terminal.colour { format!("\u{1b}[{colour}m{words}\u{1b}[0m") } else { words.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let text = "one two three ".repeat(20);
        let lines = wrapped(&text, 2, 4);
        assert!(lines.lines().all(|line| line.width() <= COLUMNS));
        assert!(lines.starts_with("  one") && lines.contains("\n    "));
        assert_eq!(lines.split_whitespace().count(), 60);
    }

    #[test]
    fn long_words_and_wide_characters_fit_and_nothing_is_lost() {
        for word in ["x".repeat(500), "護".repeat(300), "❤\u{fe0f}".repeat(100), format!("see {}", "あa".repeat(99))]
        {
            for lines in [wrapped(&word, 2, 4), beside("  id", &word, 30), beside(&word, "title", 30)] {
                assert!(lines.lines().all(|line| line.width() <= COLUMNS), "{lines}");
                assert!(lines.replace(['\n', ' '], "").contains(&word.replace(' ', "")), "{lines}");
            }
        }
    }

    #[test]
    fn a_line_break_in_a_title_does_not_break_the_page() {
        assert_eq!(wrapped("a\nb", 0, 0), r"a\u{a}b");
    }

    #[test]
    fn words_are_quoted_for_a_shell() {
        assert_eq!(quoted("valley.json"), "valley.json");
        assert_eq!(quoted("my file's.json"), r"'my file'\''s.json'");
    }
}
