//! What an export is asked for.

use crate::assess::Office;
use crate::value::Date;

/// Which results are exported: of one standard, at one office, on a day.
///
/// ```
/// use isms_core::{Date, Office, OscalExport};
/// let mut options = OscalExport::of("isms", Office::new("ostrin", "ossel-valley"), "2026-06-30".parse::<Date>()?);
/// options.language = "fr".to_owned();
/// # Ok::<(), isms_core::DateFault>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct OscalExport {
    /// The standard, by name.
    pub standard: String,
    /// The office. What its agency owes at headquarters by the same standard comes with it.
    pub office: Office,
    /// The day.
    pub as_of: Date,
    /// The language of the title of the standard, a tag of BCP 47; where there is none in it, English stands.
    #[cfg_attr(feature = "uniffi", uniffi(default = "en"))]
    pub language: String,
}

impl OscalExport {
    /// The results of a standard at an office on a day, in English.
    #[must_use]
    pub fn of(standard: impl Into<String>, office: Office, as_of: Date) -> Self {
        Self { standard: standard.into(), office, as_of, language: "en".to_owned() }
    }
}
