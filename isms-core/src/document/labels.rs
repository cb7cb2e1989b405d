//! What records say of who may see them. Most say nothing, and cost nothing.

use super::rows::RowId;
use super::sparse::Sparse;
use crate::model::{Guard, Skimmed, Withheld};
use crate::value::{FieldLabel, Label, Strictest, Worded};
use hashbrown::HashMap;

/// What the records of a document say of who may see them. Equal sayings are stored once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    sayings: Vec<Saying>,
    numbers: HashMap<Saying, u32>,
    /// The first sayings of one word.
    words: Vec<(String, u32)>,
    /// The rows that say something, in order, each with the number of what it says.
    rows: Sparse<u32>,
}

/// What one record says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct Saying {
    own: Option<Label>,
    fields: Vec<FieldLabel>,
    guard: Guard,
    /// Not all of what it says could be read: it is red besides.
    unread: bool,
}

/// Which fields of a record an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// What names it and traces it: id, title, causes.
    Trace,
    /// All of it.
    Whole,
}

impl Saying {
    /// Adds the labels of a part of the record, but for the default where it has none of its own; whether it has.
    fn add_to<'l>(&'l self, strictest: &mut Strictest<'l>, part: Part) -> bool {
        let is_said = |field: &str| self.fields.iter().any(|said| said.field == field);
        if let Some(own) = &self.own {
            strictest.add(own);
        }
        for said in self.fields.iter().filter(|said| part.holds(&said.field)) {
            strictest.add(&said.label);
        }
        if self.unread || self.guard.fields.iter().any(|field| part.holds(field) && !is_said(field)) {
            strictest.redden();
        }
        self.own.is_some()
    }
}

impl Part {
    /// Whether what stands at a pointer within a record is of this part.
    fn holds(self, field: &str) -> bool {
        let traced = ["", "/id", "/title", "/causes"].contains(&field) || field.starts_with("/causes/");
        self == Self::Whole || traced
    }
}

impl Labels {
    /// Notes what a row says, if anything.
    pub(crate) fn note(&mut self, row: RowId, found: &mut Skimmed<'_>) {
        let (label, fields) = (found.label.take(), std::mem::take(&mut found.labels));
        let is_plain = fields.is_empty() && found.guard == Guard::default() && !found.veiled;
        let number = match label {
            None if is_plain => return,
            Some(Worded::Word(word)) if is_plain => self.word(&word),
            label => {
                let own = label.map(Worded::into_label);
                self.number(Saying { own, fields, guard: found.guard, unread: found.veiled })
            }
        };
        self.rows.set(row, number);
    }

    /// Forgets what rows said.
    pub(crate) fn forget(&mut self, row: RowId) {
        self.rows.forget(row);
    }

    /// Notes what the rows of another register say, `first` rows further on, behind all that are here.
    pub(crate) fn adopt(&mut self, other: &Self, first: RowId) {
        let numbers: Vec<u32> = other.sayings.iter().map(|saying| self.number(saying.clone())).collect();
        for (row, number) in other.rows.iter() {
            if let Some(number) = numbers.get(number as usize) {
                self.rows.set(first + row, *number);
            }
        }
    }

    /// Forgets what rows said, but those that stay.
    pub(crate) fn retain(&mut self, stays: impl Fn(RowId) -> bool) {
        self.rows.retain(stays);
    }

    /// The number of a saying of one word: mostly one of a few.
    fn word(&mut self, word: &str) -> u32 {
        /// How many words are compared one by one.
        const FEW: usize = 8;
        if let Some((_, number)) = self.words.iter().find(|(known, _)| known == word) {
            return *number;
        }
        let number = self.number(Saying { own: Some(Label::new(word)), ..Saying::default() });
        if self.words.len() < FEW {
            self.words.push((word.to_owned(), number));
        }
        number
    }

    fn number(&mut self, saying: Saying) -> u32 {
        // Neighbours mostly say the same.
        if let Some(last) = self.rows.last().filter(|last| self.sayings.get(*last as usize) == Some(&saying)) {
            return last;
        }
        if let Some(number) = self.numbers.get(&saying) {
            return *number;
        }
        // There are no more sayings than rows were read.
        let number = u32::try_from(self.sayings.len()).unwrap_or(u32::MAX);
        self.sayings.push(saying.clone());
        self.numbers.insert(saying, number);
        number
    }

    fn said(&self, row: RowId) -> Option<u32> {
        self.rows.get(row)
    }

    /// No row says anything.
    pub(crate) fn are_silent(&self) -> bool {
        self.rows.iter().next().is_none()
    }

    /// The strictest label of a part of these rows; of no rows at all: the default.
    pub(crate) fn of_rows(&self, rows: impl IntoIterator<Item = RowId>, part: Part, default: &Label) -> Label {
        let (mut said, mut silent) = (self.none_said(), false);
        for row in rows {
            match self.said(row).and_then(|number| said.get_mut(number as usize)) {
                Some(said) => *said = true,
                None => silent = true,
            }
        }
        self.strictest(&said, silent, part, default)
    }

    /// The strictest of the default and of the label of a part of all rows that are used. Linear in those that say
    /// something.
    pub(crate) fn of_all(&self, is_used: impl Fn(RowId) -> bool, part: Part, default: &Label) -> Label {
        let mut said = self.none_said();
        for (_, number) in self.rows.iter().filter(|(row, _)| is_used(*row)) {
            if let Some(said) = said.get_mut(number as usize) {
                *said = true;
            }
        }
        self.strictest(&said, true, part, default)
    }

    fn none_said(&self) -> Vec<bool> {
        vec![false; self.sayings.len()]
    }

    /// Of what was said; `silent`: some rows say nothing.
    fn strictest(&self, said: &[bool], silent: bool, part: Part, default: &Label) -> Label {
        let mut strictest = Strictest::default();
        let mut by_default = silent;
        for (saying, _) in self.sayings.iter().zip(said).filter(|(_, said)| **said) {
            by_default |= !saying.add_to(&mut strictest, part);
        }
        if by_default {
            strictest.add(default);
        }
        strictest.label().unwrap_or_else(|| default.plain())
    }

    /// The rows of which a review may not tell everything, in order.
    pub(crate) fn withheld(&self) -> impl Iterator<Item = (RowId, Withheld)> {
        let of = |number: u32| self.sayings.get(number as usize).map(|saying| saying.guard.withheld);
        let all = self.rows.iter().filter_map(move |(row, number)| Some((row, of(number)?)));
        all.filter(|(_, withheld)| *withheld != Withheld::Nothing)
    }
}
