//! What an assessment says.

use super::carried::CarriedOver;
use super::coverage::Coverage;
use super::duties::Duties;
use super::flows::Flows;
use super::governance::Area;
use super::integration::Integration;
use super::posture::Posture;
use super::practice::Practice;
use super::preparedness::Preparedness;
use crate::finding::Findings;
use crate::value::Label;

/// How a sector, or another part of the requirements, stands. In this order from the weakest; there are no averages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum State {
    /// A must that applies is known not to be met.
    Gap,
    /// None is known not to be met, and of some that is not known; or nothing is asked for at all.
    #[default]
    NotKnown,
    /// All musts that apply are met.
    Holds,
}

impl State {
    /// The word in JSON and on pages.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gap => "gap",
            Self::NotKnown => "not_known",
            Self::Holds => "holds",
        }
    }
}

/// How many requirements were found so. Partly met and waived ones are not met, and are shown apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Verdicts {
    /// Met, by the latest verification, which still holds.
    pub met: u64,
    /// Partly met.
    pub partly: u64,
    /// Not met.
    pub unmet: u64,
    /// Waived, with an approver and until a day.
    pub waived: u64,
    /// Nobody has looked, or what was found holds no more.
    pub not_known: u64,
    /// It does not apply there, or was left out with a reason.
    pub not_applicable: u64,
}

/// How the requirements of one sector, field, core function, level, approach or standard stand.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Standing {
    /// By what the requirements are taken together: `sector`, `field`, `function`, `level`, `approach`, `standard`.
    pub by: String,
    /// Its name: `analysis`, `premises` … Requirements of no sector and no core function are in the sector `unplaced`.
    pub name: String,
    /// How it stands.
    pub state: State,
    /// Its musts.
    pub must: Verdicts,
    /// Its shoulds. They change no state.
    pub should: Verdicts,
}

/// A must that is known not to be met, or of which nothing is known.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Gap {
    /// The requirement, as `catalogue:name`.
    pub requirement: String,
    /// What it asks for, in the language of the question.
    pub text: String,
    /// Its sector or core function; absent: the standard names none.
    pub part: Option<String>,
    /// What was found: `partly`, `unmet` or `waived`; or `not_known`.
    pub result: String,
    /// The verification that found it, or that found something and holds no more; absent: nobody looked, or it has no id.
    pub verification: Option<String>,
    /// When.
    pub date: Option<String>,
    /// The time is over in which it had to be met after the adoption.
    pub overdue: bool,
}

/// A must that is called met by a verification which lacks something.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Unproven {
    /// The requirement, as `catalogue:name`.
    pub requirement: String,
    /// The verification; absent: it has no id.
    pub verification: Option<String>,
    /// What it lacks: `evidence`, `reviewer`.
    pub lacks: Vec<String>,
}

/// How an office stands, or the headquarters of an agency.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AssessedOffice {
    /// The agency.
    pub agency: String,
    /// The place; absent: it is the agency's headquarters.
    pub place: Option<String>,
    /// As its weakest sector, or core function, stands.
    pub state: State,
    /// The sectors and core functions that stand so; none if all hold.
    pub weakest: Vec<String>,
    /// The adoptions by which standards hold there.
    pub adoptions: Vec<String>,
    /// How each part stands. The four sectors, the fields of protection and the two approaches are always there, at headquarters the
    /// core functions.
    pub standings: Vec<Standing>,
    /// Musts that are known not to be met, the first hundred in the order of the standards.
    pub gaps: Vec<Gap>,
    /// How many more there are.
    pub gaps_more: u64,
    /// Musts of which nothing is known, the first hundred in the order of the standards.
    pub not_known: Vec<Gap>,
    /// How many more there are.
    pub not_known_more: u64,
    /// Musts that are called met by a verification without evidence, or without a reviewer, the first hundred.
    pub unproven: Vec<Unproven>,
    /// How many more there are.
    pub unproven_more: u64,
    /// Requirements that nobody looked at here, and that an answer to another standard settles, the first hundred.
    pub carried: Vec<CarriedOver>,
    /// How many more there are.
    pub carried_more: u64,
    /// How many musts are called met without any evidence.
    pub without_evidence: u64,
    /// How many musts are not met though the time is over in which they had to be after the adoption.
    pub overdue: u64,
    /// How the weakest of the other agencies in the same place stands; absent: there is none. It is never named.
    pub others: Option<State>,
}

/// A standard that was assessed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AssessedStandard {
    /// Its name.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// What people call it.
    pub title: String,
    /// Whether it is its publisher's own text.
    pub official: bool,
    /// How many requirements it has.
    pub requirements: u64,
    /// At how many of the offices it is adopted.
    pub offices: u64,
}

/// The answer to: where are the gaps?
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Assessed {
    /// Who may see this answer: it shows gaps, so `red`, for the audience of all records.
    pub label: Label,
    /// The day.
    pub as_of: String,
    /// As the weakest office, or headquarters, stands. No office at all: not known.
    pub state: State,
    /// The standards that were looked at.
    pub standards: Vec<AssessedStandard>,
    /// All offices and headquarters together.
    pub standings: Vec<Standing>,
    /// The offices, in the order of the question, else by agency and place.
    pub offices: Vec<AssessedOffice>,
    /// What headquarters owes: the core functions, for each agency of these offices that adopted a standard.
    pub headquarters: Vec<AssessedOffice>,
    /// The flow of results between sectors and agencies.
    pub flows: Flows,
    /// On what measures rest, and what was learnt.
    pub integration: Integration,
    /// On which school the security of each office rests.
    pub postures: Vec<Posture>,
    /// What the sectors work with, and what it lacks.
    pub practice: Practice,
    /// Who is covered by what.
    pub coverage: Coverage,
    /// Posts, training, exercises, looking back.
    pub preparedness: Preparedness,
    /// The designated areas of offices that adopted the UN standard; none elsewhere.
    pub governance: Vec<Area>,
    /// What is owed, decided, and done for those whom incidents befell.
    pub duties: Duties,
    /// What stood in the way of an answer: standards and requirements that are not at hand, verifications that count for
    /// nothing.
    pub findings: Findings,
}
