//! What we don't understand and keep.

/// A field that this version does not know, kept as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Extra {
    /// Its key.
    pub key: String,
    /// Its value, JSON text.
    pub json: String,
}
