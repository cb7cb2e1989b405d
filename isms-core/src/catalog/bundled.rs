//! The catalogues that are bundled.

use super::{Catalog, read};
use crate::packed::bundled_text;
use std::sync::{Arc, LazyLock};

macro_rules! bundled {
    ($($name:literal,)*) => {
        /// Each with its name, unpacked when it is first asked for.
        static BUNDLED: LazyLock<Vec<(&'static str, String)>> =
            LazyLock::new(|| vec![$(($name, bundled_text!(concat!("catalog/", $name, ".json")))),*]);
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

/// The same, read when they are first asked for.
static READ: LazyLock<Vec<Arc<Catalog>>> =
    LazyLock::new(|| BUNDLED.iter().filter_map(|(_, text)| Some(Arc::new(read(text.as_bytes()).ok()?.0))).collect());

/// The catalogues that are bundled, as they are written, each with its name: to be shown, changed and given back.
///
/// ```
/// let (name, text) = &isms_core::bundled_catalogs()[0];
/// assert_eq!(*name, "isms");
/// assert!(text.starts_with("{\"isms_catalog\": \"1\""));
/// ```
#[must_use]
pub fn bundled_catalogs() -> &'static [(&'static str, String)] {
    &BUNDLED
}

/// The same, read.
pub(super) fn bundled() -> &'static [Arc<Catalog>] {
    &READ
}
