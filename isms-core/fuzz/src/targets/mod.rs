//! What each target asserts.

pub(crate) mod ask;
mod calendar;
pub(crate) mod catalog;
pub(crate) mod csv;
pub(crate) mod date;
pub(crate) mod document;
mod edits;
pub(crate) mod estimate;
mod findings;
mod kept;
pub(crate) mod oscal;
mod questions;
mod refusal;
