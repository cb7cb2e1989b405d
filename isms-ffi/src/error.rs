//! The one error of all calls.

use isms_core::{Finding, Refusal};

/// A call that could not be done. What is wrong within a document is never an error but a
/// finding.
#[derive(Debug, thiserror::Error, uniffi::Error)]
#[non_exhaustive]
pub enum IsmsError {
    /// The call was refused.
    #[error("{}", finding.message)]
    Refused {
        /// Where, what was expected, what was found and how to mend it.
        finding: Finding,
    },
}

impl From<Refusal> for IsmsError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused { finding: refusal.into_finding() }
    }
}
