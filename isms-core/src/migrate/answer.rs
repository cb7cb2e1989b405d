//! What becomes of the answers.

use crate::compare::StandingChange;
use crate::finding::Fix;
use crate::value::Label;

/// What becomes of the answers to one edition of a standard in the next. Nothing is changed: `fixes` are what to apply.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Migration {
    /// Who may see this answer: it shows gaps, so `red`, for the audience of all records.
    pub label: Label,
    /// The standard.
    pub standard: String,
    /// The edition that the answers are of.
    pub from: String,
    /// The edition that they are brought to.
    pub to: String,
    /// How many answers there are: verifications of the older edition. As many as are kept, to be reviewed, and lost.
    pub answers: u64,
    /// Answers that hold as they are: their requirement is the same, perhaps under another name.
    pub kept: u64,
    /// Answers that someone must look at: their requirement was split, merged or reworded. They stay in the register, as
    /// of the older edition.
    pub review: u64,
    /// Answers to what the new edition does not ask for any more, or says nothing of. They stay in the register too.
    pub lost: u64,
    /// Those to be reviewed and those that are lost, the first thousand in the order of the document.
    pub items: Vec<Migrated>,
    /// How many more there are.
    pub items_more: u64,
    /// How many adoptions are brought to the new edition.
    pub adoptions: u64,
    /// How many are not, because an earlier record has their id, or they have none: the older edition goes on to be asked for there.
    pub adoptions_left: u64,
    /// What these adoptions change in requirements that are not the same any more: it counts for nothing in the new edition, until
    /// someone says what it is to be there.
    pub tailoring: Vec<MigratedTailoring>,
    /// The sectors of offices, and core functions of headquarters, of which the musts stand otherwise afterwards.
    pub standings: Vec<StandingChange>,
    /// The changes that bring what is kept to the new edition, and leave the rest to the older one.
    pub fixes: Vec<Fix>,
}

/// A change of an adoption that does not come along.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct MigratedTailoring {
    /// The adoption.
    pub adoption: String,
    /// The requirement that it changes.
    pub requirement: String,
    /// The change: `left_out`, `must` or `should`.
    pub change: String,
    /// The requirements of the new edition that have to do with it.
    pub now: Vec<String>,
}

/// What becomes of one answer.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Migrated {
    /// The verification.
    pub verification: String,
    /// The requirement that it answers.
    pub requirement: String,
    /// The requirements of the new edition that have to do with it.
    pub now: Vec<String>,
    /// `review` or `lost`.
    pub fate: String,
    /// Why: `split`, `merged`, `reworded`, `withdrawn`, `untold` (the new edition says nothing of it), `unknown` (the older
    /// edition has no such requirement), or `unnamed` (the record has no id of its own, so nothing can change it).
    pub how: String,
}
