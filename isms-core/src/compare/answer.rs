//! What changed between two days.

use crate::assess::{State, Verdicts};
use crate::value::Label;

/// What changed in a register after one day and up to another.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Changes {
    /// Who may see this answer: it shows gaps, so `red`, for the audience of all records.
    pub label: Label,
    /// After this day.
    pub since: String,
    /// Up to this one.
    pub as_of: String,
    /// By kind: how many records happened, began and ended. Kinds of which none did are left out.
    pub kinds: Vec<KindChange>,
    /// The records, the latest first; the first hundred.
    pub records: Vec<ChangedRecord>,
    /// How many more there are.
    pub records_more: u64,
    /// The sectors of offices, and the core functions of headquarters, of which the musts stand otherwise.
    pub standings: Vec<StandingChange>,
}

/// How many records of a kind changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct KindChange {
    /// The kind, as its key.
    pub kind: String,
    /// How many happened: they have a date in that time.
    pub happened: u64,
    /// How many began to hold.
    pub began: u64,
    /// How many ceased to hold. Not counted in the chain.
    pub ended: u64,
}

/// A record that changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct ChangedRecord {
    /// The record.
    pub id: String,
    /// Its kind, in the singular.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// `happened`, `began` or `ended`; of a post that holds on both days `filled` or `vacated`.
    pub what: String,
    /// When, as it is written.
    pub date: String,
}

/// A sector or core function that stands otherwise.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct StandingChange {
    /// The agency.
    pub agency: String,
    /// The place; absent: its headquarters.
    pub place: Option<String>,
    /// The sector or core function.
    pub name: String,
    /// How it stood.
    pub was: State,
    /// How it stands.
    pub now: State,
    /// Its musts as they were.
    pub must_was: Verdicts,
    /// Its musts as they are.
    pub must_now: Verdicts,
}

impl StandingChange {
    /// What is otherwise, in words: how it stood and stands, where that is otherwise, and the musts of which there are more or
    /// fewer, as `gap -> holds; met 3 -> 4, unmet 1 -> 0`. Empty where nothing is.
    #[must_use]
    pub fn in_words(&self) -> String {
        let (was, now) = (&self.must_was, &self.must_now);
        let counts = [
            ("met", was.met, now.met),
            ("partly", was.partly, now.partly),
            ("unmet", was.unmet, now.unmet),
            ("waived", was.waived, now.waived),
            ("not known", was.not_known, now.not_known),
            ("not applicable", was.not_applicable, now.not_applicable),
        ];
        let counts = counts.iter().filter(|(_, was, now)| was != now);
        let counts: Vec<String> = counts.map(|(word, was, now)| format!("{word} {was} -> {now}")).collect();
        let word = |state: State| state.as_str().replace('_', " ");
        let states = match (self.was == self.now, counts.is_empty()) {
            (false, _) => format!("{} -> {}", word(self.was), word(self.now)),
            (true, false) => word(self.now),
            (true, true) => String::new(),
        };
        [states, counts.join(", ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
    }
}
