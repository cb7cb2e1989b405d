//! What stands in a document besides its records.

use crate::value::{Extra, Label};

/// The fields of the document itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Header {
    pub(crate) id: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) period: Option<String>,
    pub(crate) label: Option<Label>,
    /// Kinds and fields that this version does not know, or could not read: raw, in their order.
    pub(crate) other: Vec<Extra>,
}
