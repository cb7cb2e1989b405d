//! Keeping texts of a record that someone asks for, each with its place, while it is read.

use super::reader::{Name, Reader, Step, pointer};
use std::collections::HashMap;

/// A text of a record, or a key that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TextAt {
    /// JSON pointer within the record.
    pub(crate) at: String,
    pub(crate) text: String,
    /// The field that it stands in: the keys that lead to it, with dots between them, without the places in lists.
    pub(crate) field: String,
    /// How many were kept before it.
    nth: u64,
}

/// Whether a text at the end of some steps is asked for; if it is a key, it is the last of them.
pub(crate) type Wanted<'a> = &'a dyn Fn(&[Step], &str, bool) -> bool;

/// The texts that were read and asked for.
pub(super) struct Texts<'a> {
    wanted: Wanted<'a>,
    kept: Vec<TextAt>,
    /// How many were kept, those that are forgotten among them.
    count: u64,
    /// The keys that came again, by their pointers, and how many texts had been kept then: the last one counts.
    again: HashMap<String, u64>,
}

impl<'a> Texts<'a> {
    pub(super) fn new(wanted: Wanted<'a>) -> Self {
        Self { wanted, kept: Vec::new(), count: 0, again: HashMap::new() }
    }
}

impl Texts<'_> {
    /// Whether a key above a text came again behind it.
    fn is_overwritten(&self, text: &TextAt) -> bool {
        let ends = text.at.match_indices('/').map(|(end, _)| end).skip(1).chain([text.at.len()]);
        let mut above = ends.filter_map(|end| self.again.get(text.at.get(..end)?));
        !self.again.is_empty() && above.any(|count| text.nth < *count)
    }
}

impl Reader<'_> {
    /// Keeps a text that was read, if anyone asks for it.
    pub(crate) fn keep_text(&mut self, text: &str, is_key: bool) {
        let wanted = |texts: &Texts<'_>| (texts.wanted)(self.path(), text, is_key);
        if self.texts.as_ref().is_some_and(wanted) {
            let at = pointer(self.path());
            let keys: Vec<&str> = self.path().iter().filter_map(Step::key).collect();
            let keys = keys.get(..keys.len() - usize::from(is_key)).unwrap_or_default();
            let (text, field) = (text.to_owned(), keys.join("."));
            if let Some(texts) = &mut self.texts {
                texts.kept.push(TextAt { at, text, field, nth: texts.count });
                texts.count += 1;
            }
        }
    }

    /// How many it keeps.
    pub(crate) fn texts_kept(&self) -> usize {
        self.texts.as_ref().map_or(0, |texts| texts.kept.len())
    }

    /// Forgets those behind the first so many: they stand in what can't be read as a whole.
    pub(crate) fn forget_texts(&mut self, from: usize) {
        self.texts.iter_mut().for_each(|texts| texts.kept.truncate(from));
    }

    /// A key of the object that is read comes again.
    pub(super) fn note_again(&mut self, name: &Name<'_>) {
        if self.texts_kept() > 0 {
            let mut path = self.path().to_vec();
            path.push(name.step());
            let at = pointer(&path);
            if let Some(texts) = &mut self.texts {
                texts.again.insert(at, texts.count);
            }
        }
    }

    /// The texts that it kept, in the order of their places.
    pub(crate) fn take_texts(&mut self) -> Vec<TextAt> {
        let Some(mut texts) = self.texts.take() else { return Vec::new() };
        let mut kept = std::mem::take(&mut texts.kept);
        kept.retain(|text| !texts.is_overwritten(text));
        kept.sort_by(|a, b| a.at.cmp(&b.at));
        kept
    }
}
