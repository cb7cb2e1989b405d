//! The catalogues that are bundled.

/// Each with its name.
pub(super) const BUNDLED: &[(&str, &str)] = &[("isms", include_str!("../../catalog/isms.json"))];

/// The catalogues that are bundled, as they are written, each with its name: to be shown, changed and given back.
#[must_use]
pub fn bundled_catalogs() -> &'static [(&'static str, &'static str)] {
    BUNDLED
}
