//! A call that could not be done.

use super::{Code, Finding};
use crate::value::{DateFault, Stopped};

/// Why a call could not be done: one finding that says where, what was expected, what was found
/// and how to mend it. What is wrong *within* a document is never a refusal but a finding.
///
/// ```
/// let refusal = isms_core::Register::open(br#"{"isms": "7"}"#).unwrap_err();
/// assert_eq!(refusal.code(), "newer_version");
/// assert_eq!(refusal.finding().path, "/isms");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal(Box<Finding>);

impl Refusal {
    /// A refusal of this code, at this place.
    pub(crate) fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self(Box::new(Finding::new(code, path, message)))
    }

    /// The refusal of text that is no day, under a key of a question: `as_of`, `since`.
    ///
    /// ```
    /// use isms_core::{Date, Refusal};
    /// let refusal = "May".parse::<Date>().map_err(|fault| Refusal::of_day("since", &fault)).unwrap_err();
    /// assert_eq!((refusal.code(), refusal.finding().path.as_str()), ("bad_request", "/since"));
    /// ```
    #[must_use]
    pub fn of_day(key: &str, fault: &DateFault) -> Self {
        Self::new(Code::BadRequest, format!("/{key}"), format!("{fault}; say the day of the question so"))
    }

    /// The finding.
    #[must_use]
    pub fn finding(&self) -> &Finding {
        &self.0
    }

    /// The finding's code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// The refusal of a part that stands there in the whole.
    pub(crate) fn within(mut self, place: &str) -> Self {
        self.0.path.insert_str(0, place);
        self
    }

    /// The finding itself.
    #[must_use]
    pub fn into_finding(self) -> Finding {
        *self.0
    }
}

/// The day of a question that is none.
impl From<DateFault> for Refusal {
    fn from(fault: DateFault) -> Self {
        Self::of_day("as_of", &fault)
    }
}

impl From<Finding> for Refusal {
    fn from(finding: Finding) -> Self {
        Self(Box::new(finding))
    }
}

impl From<Stopped> for Refusal {
    fn from(_: Stopped) -> Self {
        Self::new(Code::Stopped, "", "stopped by the caller; everything is as it was")
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0.message)
    }
}

impl std::error::Error for Refusal {}
