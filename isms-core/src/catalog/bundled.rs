//! The catalogues that are bundled.

macro_rules! bundled {
    ($($name:literal,)*) => {
        /// Each with its name.
        pub(super) const BUNDLED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../catalog/", $name, ".json")))),*];
    };
}

bundled! {
    "isms",
    "unsms",
    "red-cross",
    "human-security",
    "terms",
    "awsd",
    "insecurity-insight",
}

/// The catalogues that are bundled, as they are written, each with its name: to be shown, changed and given back.
///
/// ```
/// let (name, text) = isms_core::bundled_catalogs()[0];
/// assert_eq!(name, "isms");
/// assert!(text.starts_with("{\"isms_catalog\": \"1\""));
/// ```
#[must_use]
pub fn bundled_catalogs() -> &'static [(&'static str, &'static str)] {
    BUNDLED
}
