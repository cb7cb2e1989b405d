//! Go or no go, as data.

use crate::assess::{AssessedOffice, Covered, Undecided};
use crate::review::data::Fixable;
use crate::review::triggers::Reached;
use crate::value::{Count, Label};

/// What speaks for and against a programme on a day. It decides nothing.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct GoNoGo {
    /// Who may see this answer: it shows gaps, so `red`, for the audience of all records.
    pub label: Label,
    /// The day.
    pub as_of: String,
    /// The programme.
    pub programme: String,
    /// Its title.
    pub title: String,
    /// Whose it is.
    pub agency: Option<String>,
    /// Where it is.
    pub place: Option<String>,
    /// How critical the need is.
    pub criticality: Option<String>,
    /// How many people are in need of it; absent: unknown.
    pub people_in_need: Option<Counted>,
    /// How many it reaches; absent: unknown.
    pub people_reached: Option<Counted>,
    /// Whether it goes on.
    pub state: Option<String>,
    /// Who impedes it and how, on the day.
    pub impeded: Vec<Impeded>,
    /// How it stands decided: `go`, `go_with_conditions`, `no_go`, `lapsed` (a decision is over and was not taken again), or
    /// `undecided`.
    pub decided: String,
    /// The decision that holds, or that lapsed last.
    pub decision: Option<Decided>,
    /// Other decisions on it that are in force too, the latest first; one that a later one for the same programmes, agency and
    /// place took the place of is none of them.
    pub also_in_force: Vec<Decided>,
    /// What speaks against it, each a word that `docs/review.md` tells. None does not mean that there is no risk.
    pub against: Vec<String>,
    /// Errors of the records on which the sheet rests, by code, and keys and tables that may be misspelt: what can't be read is
    /// not on it.
    pub fix: Vec<Fixable>,
    /// Concluded assessments of its office without a decision, the first hundred.
    pub undecided: Vec<Undecided>,
    /// Triggers that were reached and are not over, of plans for its place, one around it or within it, the latest first.
    pub triggers: Vec<Reached>,
    /// How the office stands; absent: the programme names no agency, or no place.
    pub office: Option<AssessedOffice>,
    /// Who may decide: posts in or around the place that decide in its system.
    pub may_decide: Vec<String>,
    /// Who is not covered by what: cells that say no or partly, or in which nobody has said.
    pub not_covered: Vec<Covered>,
    /// What must be seen to reduce the work, to leave, to return, by the strategy.
    pub thresholds: Vec<Step>,
    /// The agreements of its agency that hold near its place, or everywhere.
    pub agreements: Vec<Agreed>,
}

/// An agreement that a programme stands on.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Agreed {
    /// The agreement.
    pub id: String,
    /// Its type.
    pub kind: Option<String>,
    /// The other agencies in it.
    pub agencies: Vec<String>,
    /// The parties.
    pub parties: Vec<String>,
    /// Under which conditions.
    pub conditions: Vec<String>,
    /// Until when it holds; absent: it goes on.
    pub until: Option<String>,
}

/// What must be seen before something is done.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Step {
    /// What is done: `reduce`, `leave` or `return`.
    pub step: String,
    /// What must be seen.
    pub at: String,
}

/// How many, at least and at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Counted {
    /// At least.
    pub low: u64,
    /// At most.
    pub high: u64,
}

impl From<Count> for Counted {
    fn from(count: Count) -> Self {
        Self { low: count.low, high: count.high }
    }
}

/// Who impedes a programme.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Impeded {
    /// The record.
    pub id: String,
    /// The party; absent: nobody has said.
    pub by: Option<String>,
    /// How, terms.
    pub how: Vec<String>,
    /// How many people are not reached; absent: unknown.
    pub not_reached: Option<Counted>,
    /// What it does to the programme, a term; absent: nobody has said.
    pub state: Option<String>,
    /// The incident that brought it.
    pub incident: Option<String>,
}

/// A decision on a programme.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Decided {
    /// The decision.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What was decided.
    pub choice: Option<String>,
    /// What is done about the risk.
    pub treatment: Option<String>,
    /// The post that decided.
    pub by: Option<String>,
    /// The posts that advised.
    pub advised_by: Vec<String>,
    /// When.
    pub date: Option<String>,
    /// Until when it holds.
    pub until: Option<String>,
    /// Under which conditions.
    pub conditions: Vec<String>,
    /// What ends it before its time.
    pub lapses_when: Vec<String>,
    /// What those say who do not agree.
    pub dissent: Option<String>,
    /// The assessment on which it rests.
    pub assessment: Option<String>,
    /// The level of the risk that remains and is accepted.
    pub level: Option<String>,
    /// The policy that it applies, as `catalogue:name`.
    pub follows: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// How many people are reached by what was decided; absent: unknown.
    pub people_reached: Option<Counted>,
    /// How many of those who bear the risk were told of it.
    pub informed: Option<Counted>,
    /// How many of these agreed.
    pub consented: Option<Counted>,
}
