//! Review: one page that a security adviser can take to a meeting. An inside page: it shows gaps
//! and barriers.

mod data;
mod gather;
mod layout;
mod page;
mod picture;
mod printable;
mod tables;
mod worst;

pub use data::{Fixable, HarmTally, KindCount, Missed, OnPath, Picture, Review, Slice, StatusCount, Worst};
pub use page::review_page;
pub use printable::printable;

pub(crate) use gather::review;
