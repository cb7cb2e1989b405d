//! The review as data.

use crate::trace::Broken;
use crate::value::Label;

/// What is in a register, the worst that happened and why, warnings missed, and what needs fixing.
///
/// People are counted at least: a loss without a count adds to `unknown`. Harms are never added to
/// each other, and nobody counts more than another.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Review {
    /// Who may see this answer: it shows gaps and barriers, so `red`, for the audience of all records.
    pub label: Label,
    /// The same in words: always an inside page.
    pub notice: String,
    /// The register's title; empty: it has none.
    pub title: String,
    /// How many records there are of each kind.
    pub contents: Vec<KindCount>,
    /// The first date on which something was observed.
    pub first: Option<String>,
    /// The last one.
    pub last: Option<String>,
    /// What happened, counted.
    pub picture: Picture,
    /// The worst incidents: deaths first, then injuries, kidnappings, detentions, then the others.
    pub worst: Vec<Worst>,
    /// How many observed incidents there are besides.
    pub worst_more: u64,
    /// Signals heard and not acted on, the latest first.
    pub missed: Vec<Missed>,
    /// How many there are besides.
    pub missed_more: u64,
    /// Measures, by status.
    pub measures: Vec<StatusCount>,
    /// What needs fixing in the record, by code.
    pub fix: Vec<Fixable>,
}

/// How many records there are of a kind.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct KindCount {
    /// The kind, as its key.
    pub kind: String,
    /// How many.
    pub count: u64,
    /// How many of them were observed.
    pub observed: u64,
}

/// What happened, counted: observed incidents and losses alone, those that have a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Picture {
    /// Observed incidents.
    pub incidents: u64,
    /// By harm: what the losses say.
    pub harms: Vec<HarmTally>,
    /// By year, all of them, the first first.
    pub by_year: Vec<Slice>,
    /// By place, the most incidents first; the coarsest places that tell them apart.
    pub by_place: Vec<Slice>,
    /// By means, the most incidents first.
    pub by_means: Vec<Slice>,
}

/// People who met one harm.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct HarmTally {
    /// The harm.
    pub harm: String,
    /// Losses of this harm.
    pub losses: u64,
    /// People, at least; 0 for goods.
    pub people: u64,
    /// Losses without a count, incidents whose source does not say, and losses without a date of an incident that has
    /// one: the people are more.
    pub unknown: u64,
}

/// Incidents that share a year, a place or a means.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Slice {
    /// What they share; empty: unknown.
    pub name: String,
    /// Incidents.
    pub incidents: u64,
    /// The harms of the losses that they brought.
    pub harms: Vec<HarmTally>,
}

/// One of the worst incidents.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Worst {
    /// The incident.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its date, as it is written.
    pub date: String,
    /// The title of its place; empty: unknown.
    pub place: String,
    /// The harms of the losses that it brought.
    pub harms: Vec<HarmTally>,
    /// Losses that it leads to and that have no date: whether they happened is not said; each is unknown in its harm.
    pub undated: u64,
    /// Nothing is broken and a risk factor is reached.
    pub complete: bool,
    /// The threats that led to it.
    pub threats: Vec<String>,
    /// The risk factors that led to it.
    pub risk_factors: Vec<String>,
    /// Where its trace breaks.
    pub broken: Vec<Broken>,
    /// Measures on the links from its risk factors to its losses.
    pub measures: Vec<OnPath>,
}

/// A measure on a path.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct OnPath {
    /// The measure.
    pub id: String,
    /// Its status; empty: unknown.
    pub status: String,
}

/// A signal heard and not acted on.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Missed {
    /// The signal.
    pub id: String,
    /// Its title.
    pub title: String,
    /// When it was heard.
    pub heard: String,
    /// How far it got: `heard`, `understood` or `passed_on`.
    pub reached: String,
    /// An observed incident of its threat, not before it; empty: none on record.
    pub followed_by: String,
}

/// How many measures have a status.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct StatusCount {
    /// The status; empty: unknown.
    pub status: String,
    /// How many.
    pub count: u64,
}

/// Findings of one code.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Fixable {
    /// The code.
    pub code: String,
    /// Its severity.
    pub severity: crate::finding::Severity,
    /// How many there are.
    pub count: u64,
    /// The records of the first few.
    pub subjects: Vec<String>,
    /// The words of the first.
    pub message: String,
}
