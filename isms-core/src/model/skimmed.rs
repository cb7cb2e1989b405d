//! What the register keeps of a record besides its text.

use super::reference::Named;
use super::{Guard, Record, Table};
#[cfg(any(test, fuzzing))]
use crate::value::Label;
use crate::value::{Date, Dates, FieldLabel, Span, Worded};
use std::borrow::Cow;

/// What the register keeps of a record besides its text: found without making the record.
#[derive(Debug, Default)]
pub(crate) struct Skimmed<'a> {
    pub(crate) id: Option<Cow<'a, str>>,
    /// It has a title.
    pub(crate) titled: bool,
    /// Its dates, each with its field.
    pub(crate) dates: Dates,
    /// Its references, in the order in which they were read.
    pub(crate) references: Vec<Named<'a>>,
    /// Its own label.
    pub(crate) label: Option<Worded<'a>>,
    /// The labels of its fields.
    pub(crate) labels: Vec<FieldLabel>,
    /// Which of the guarded fields it has, whether they could be read or not.
    pub(crate) met: Met,
    /// What of it is red by default, and what may not be told.
    pub(crate) guard: Guard,
    /// What it says of who may see it could not all be read.
    pub(crate) veiled: bool,
    /// It may have a word that no bundled taxonomy has where it should.
    pub(crate) odd_word: bool,
}

/// Guarded fields of a record.
pub(crate) type Met = Vec<&'static str>;

impl Skimmed<'_> {
    /// Forgets all, and keeps the room for it.
    pub(crate) fn clear(&mut self) {
        self.id = None;
        self.titled = false;
        self.dates.clear();
        self.references.clear();
        self.label = None;
        self.labels.clear();
        self.met.clear();
        self.guard = Guard::default();
        self.veiled = false;
        self.odd_word = false;
    }

    /// The same, of a record that was read as a whole.
    pub(crate) fn take(&mut self, record: &Record) {
        let (met, odd_word) = (std::mem::take(&mut self.met), self.odd_word);
        self.clear();
        (self.met, self.odd_word) = (met, odd_word);
        let (label, labels) = record.labels();
        self.label = label.cloned().map(Worded::Long);
        self.labels = labels.to_vec();
        self.id = Some(record.id()).filter(|id| !id.is_empty()).map(|id| Cow::Owned(id.to_owned()));
        self.titled = !record.title().is_empty();
        record.dates(&mut |field, date| self.dates.push((field, date.clone())));
        record.refer(&mut |reference| {
            self.references.push((0, reference.relation, Cow::Owned(reference.id.to_owned())));
        });
    }

    /// Puts its references in the order of its fields, whatever the order in which they are written.
    pub(crate) fn sort(&mut self) {
        if !self.references.is_sorted_by_key(|(place, _, _)| *place) {
            self.references.sort_by_key(|(place, _, _)| *place);
        }
    }

    /// Its own label, as a copy.
    #[cfg(any(test, fuzzing))]
    pub(crate) fn own_label(&self) -> Option<Label> {
        self.label.clone().map(Worded::into_label)
    }

    fn date(&self, field: &str) -> Option<(&'static str, &Date)> {
        self.dates.iter().find(|(name, _)| *name == field).map(|(name, date)| (*name, date))
    }

    /// When it begins: its date, else the begin of its validity; and whether it happened.
    pub(crate) fn begin(&self, table: &Table) -> Option<(Span, bool)> {
        let date = table.date.and_then(|field| self.date(field));
        let since = || self.date("since");
        date.map(|(_, date)| (date.span(), true)).or_else(|| since().map(|(_, date)| (date.span(), false)))
    }

    /// Pairs of its dates of which the first may not come after the second.
    pub(crate) fn ordered(&self, table: &Table) -> Vec<[(&'static str, &Date); 2]> {
        let mut pairs = Vec::new();
        if self.dates.len() < 2 {
            return pairs;
        }
        let validity: &[&str] = &["since", "until"];
        for fields in [validity, table.ordered] {
            let there: Vec<_> = fields.iter().filter_map(|field| self.date(field)).collect();
            pairs.extend(there.iter().zip(there.iter().skip(1)).map(|(first, second)| [*first, *second]));
        }
        pairs
    }
}
