//! Kinds and stages.

use crate::finding::{Code, Refusal};

/// A stage of the insecurity chain. The order is that of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// A circumstance that may contribute to a threat.
    RiskFactor,
    /// Several risk factors coming together at a time and place.
    Threat,
    /// A threat carried out.
    Incident,
    /// What the incident cost.
    Loss,
}

/// Names every kind once: the enum, its names in documents and answers, and the way from a kind
/// that is known only at run time to its type.
macro_rules! name_kinds {
    ($($name:ident $plural:ident $singular:literal,)*) => {
        /// The kind of a record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u8)]
        pub enum Kind {
            $(#[doc = concat!("Key `", stringify!($plural), "`.")] $name,)*
        }

        impl Kind {
            /// Every kind, in the order in which a document is written.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The key of its table in a document: `risk_factors`.
            #[must_use]
            pub fn plural(self) -> &'static str {
                match self { $(Self::$name => stringify!($plural),)* }
            }

            /// Its name in answers: `risk_factor`.
            #[must_use]
            pub fn singular(self) -> &'static str {
                match self { $(Self::$name => $singular,)* }
            }
        }
    };
}

name_kinds! {
    Agency agencies "agency",
    Party parties "party",
    Body bodies "body",
    Post posts "post",
    Place places "place",
    Programme programmes "programme",
    Asset assets "asset",
    Exposure exposures "exposure",
    Access accesses "access",
    RiskFactor risk_factors "risk_factor",
    Threat threats "threat",
    Incident incidents "incident",
    Loss losses "loss",
    Measure measures "measure",
    Signal signals "signal",
    Assessment assessments "assessment",
    Exchange exchanges "exchange",
    Strategy strategies "strategy",
    Adoption adoptions "adoption",
    Verification verifications "verification",
    Contingency contingencies "contingency",
    Decision decisions "decision",
    Action actions "action",
    Training trainings "training",
    Drill drills "drill",
    Evaluation evaluations "evaluation",
    Recommendation recommendations "recommendation",
    Obligation obligations "obligation",
    Agreement agreements "agreement",
    Acknowledgement acknowledgements "acknowledgement",
}

impl Kind {
    /// Its stage in the chain; `None`: it stands outside it.
    #[must_use]
    pub fn stage(self) -> Option<Stage> {
        match self {
            Self::RiskFactor => Some(Stage::RiskFactor),
            Self::Threat => Some(Stage::Threat),
            Self::Incident => Some(Stage::Incident),
            Self::Loss => Some(Stage::Loss),
            _ => None,
        }
    }

    /// The fields of its records, in the order in which they are written.
    ///
    /// ```
    /// assert_eq!(isms_core::Kind::RiskFactor.fields().last(), Some(&"likelihood"));
    /// ```
    #[must_use]
    pub fn fields(self) -> &'static [&'static str] {
        super::kinds::table(self).fields
    }

    /// The kind that a record of this kind must have among its causes.
    pub(crate) fn cause(self) -> Option<Self> {
        match self {
            Self::Threat => Some(Self::RiskFactor),
            Self::Incident => Some(Self::Threat),
            Self::Loss => Some(Self::Incident),
            _ => None,
        }
    }

    /// The kind of that table, as a caller names it.
    ///
    /// # Errors
    /// Refuses what is no kind, and names those that are.
    pub fn named(plural: &str) -> Result<Self, Refusal> {
        Self::of_plural(plural).ok_or_else(|| {
            let known: Vec<&str> = Self::ALL.iter().map(|kind| kind.plural()).collect();
            let message = format!("expected one of the kinds {}, found `{plural}`", known.join(", "));
            Refusal::new(Code::BadRequest, "/kind", message)
        })
    }

    /// The kind of that table.
    #[must_use]
    pub fn of_plural(plural: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.plural() == plural)
    }
}
