//! Texts that are bundled, packed by `build.rs`.

/// The text of a file below `isms-core`, such as `"catalog/isms.json"`. It is unpacked each time: keep it.
macro_rules! bundled_text {
    ($file:expr) => {
        crate::packed::unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/", $file)))
    };
}
pub(crate) use bundled_text;

/// The text that was packed. What is no packed text has none: `tests/it/bundled.rs` compares each with its file.
pub(crate) fn unpacked(packed: &[u8]) -> String {
    let bytes = miniz_oxide::inflate::decompress_to_vec(packed).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
