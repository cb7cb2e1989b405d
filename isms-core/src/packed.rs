//! Texts that are bundled: packed by `build.rs`, unpacked when they are first asked for, and kept.

use std::sync::LazyLock;

/// What is in a file below `isms-core` that was packed.
macro_rules! text {
    ($file:expr) => {
        LazyLock::new(|| crate::packed::unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/", $file))))
    };
}
pub(crate) use text;

macro_rules! catalogs {
    ($($name:literal,)*) => {
        /// The texts of the catalogues, each with its name.
        static CATALOGS: [(&str, LazyLock<String>); [$($name),*].len()] =
            [$(($name, text!(concat!("catalog/", $name, ".json")))),*];
    };
}

catalogs! {
    "isms",
    "unsms",
    "red-cross",
    "human-security",
    "terms",
    "awsd",
    "insecurity-insight",
}

/// The texts of the catalogues, each with its name.
pub(crate) fn catalogs() -> impl Iterator<Item = (&'static str, &'static str)> {
    CATALOGS.iter().map(|(name, text)| (*name, text.as_str()))
}

/// The text of the catalogue of a name.
pub(crate) fn catalog(name: &str) -> Option<&'static str> {
    CATALOGS.iter().find(|(found, _)| *found == name).map(|(_, text)| text.as_str())
}

/// What is no packed text has none: `tests/it/bundled.rs` compares each with its file.
pub(crate) fn unpacked(packed: &[u8]) -> String {
    let bytes = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
