//! What an import is asked for.

/// What the caller adds to an OSCAL file.
///
/// ```
/// let mut options = isms_core::OscalImport::default();
/// options.name = Some("sp800-53".to_owned());
/// options.place = Some(r#"{"pe": {"sector": "protection", "field": "premises"}}"#.to_owned());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
#[non_exhaustive]
pub struct OscalImport {
    /// The name of the standard: small letters, digits, hyphens; requirements are `name:control`. Missing: made from the title.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub name: Option<String>,
    /// Where requirements belong: JSON text, an object of ids of controls and groups, or `*` for all others. Each has any of
    /// `sector`, `function`, `field`, `level`, `approach`, `force`, `review`, `within` of a requirement. That of the control
    /// counts, else that of the nearest control or group around it; they are not mixed. Missing: requirements belong nowhere.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub place: Option<String>,
    /// The catalogue that a profile imports: the bytes of its file.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub source: Option<Vec<u8>>,
    /// The language of the texts, a tag of BCP 47: OSCAL does not say. Missing: `en`.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub language: Option<String>,
}
