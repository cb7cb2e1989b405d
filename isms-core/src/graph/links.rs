//! Links as they are written, and why some can't be followed.

use crate::model::Stage;

/// A link as a record writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    /// The row that has the cause.
    pub(crate) effect: u32,
    /// The number of the reference within its row.
    pub(crate) nth: usize,
    /// The row of the cause; `None`: no record has that id.
    pub(crate) cause: Option<u32>,
}

/// Why a link can't be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// No record has the id.
    Dangling,
    /// The cause is of a stage that the effect does not take, or outside the chain.
    WrongStage,
    /// The record names itself.
    Itself,
    /// Cause and effect lie on a cycle.
    Cycle,
    /// The record named the cause before; the first link counts.
    Repeated,
}

impl Why {
    /// Whether the trace breaks here. It does not where the first of equal links is followed.
    pub(crate) fn breaks(self) -> bool {
        self != Self::Repeated
    }

    /// The word in answers.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Dangling => "dangling",
            Self::WrongStage => "wrong_stage",
            Self::Itself => "self",
            Self::Cycle => "cycle",
            Self::Repeated => "repeated",
        }
    }
}

/// A link that can't be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unfollowed {
    pub(crate) effect: u32,
    pub(crate) nth: usize,
    pub(crate) why: Why,
}

/// Whether a record of stage `effect` takes causes of stage `cause`: the stage before its own; a
/// threat may also feed another threat.
pub(crate) fn takes(effect: Stage, cause: Stage) -> bool {
    matches!(
        (effect, cause),
        (Stage::Threat, Stage::RiskFactor | Stage::Threat)
            | (Stage::Incident, Stage::Threat)
            | (Stage::Loss, Stage::Incident)
    )
}
