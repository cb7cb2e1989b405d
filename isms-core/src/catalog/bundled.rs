//! The catalogues that are bundled.

use super::{Catalog, read};
use crate::packed;
use std::sync::{Arc, LazyLock};

static READ: LazyLock<Vec<Arc<Catalog>>> = LazyLock::new(|| {
    packed::catalogs().filter_map(|(_, text)| Some(Arc::new(read(text.as_bytes()).ok()?.0))).collect()
});

/// The catalogues that are bundled, as they are written, each with its name: to be shown, changed and given back.
///
/// ```
/// let (name, text) = isms_core::bundled_catalogs()[0];
/// assert_eq!(name, "isms");
/// assert!(text.starts_with("{\"isms_catalog\": \"1\""));
/// ```
#[must_use]
pub fn bundled_catalogs() -> Vec<(&'static str, &'static str)> {
    packed::catalogs().collect()
}

/// The same, read when they are first asked for.
pub(super) fn bundled() -> &'static [Arc<Catalog>] {
    &READ
}
