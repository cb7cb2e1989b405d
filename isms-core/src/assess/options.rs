//! What is asked.

use crate::value::Date;

/// An office: an agency in a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Office {
    /// The agency's id.
    pub agency: String,
    /// The place's id.
    pub place: String,
}

impl Office {
    /// The office of an agency in a place.
    #[must_use]
    pub fn new(agency: impl Into<String>, place: impl Into<String>) -> Self {
        Self { agency: agency.into(), place: place.into() }
    }
}

/// What an assessment is asked for.
///
/// ```
/// use isms_core::{AssessOptions, Date, Office};
/// let mut options = AssessOptions::on("2026-11-22".parse::<Date>()?);
/// options.offices.push(Office::new("ostrin", "ossel-valley"));
/// # Ok::<(), isms_core::DateFault>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AssessOptions {
    /// The day for which it is asked.
    pub as_of: Date,
    /// The offices; none: all that the register tells of.
    pub offices: Vec<Office>,
    /// The standards, by name; none: all that are adopted.
    pub standards: Vec<String>,
    /// The language of texts, a tag of BCP 47; where there is none in it, English stands.
    pub language: String,
}

impl AssessOptions {
    /// All offices and all adopted standards on a day, in English.
    #[must_use]
    pub fn on(as_of: Date) -> Self {
        Self { as_of, offices: Vec::new(), standards: Vec::new(), language: "en".to_owned() }
    }
}
