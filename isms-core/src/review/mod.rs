//! Review: one page that a security adviser can take to a meeting. An inside page: it shows gaps
//! and barriers.

mod actions;
mod commands;
mod cover_page;
mod data;
mod gather;
mod go_no_go;
mod layout;
mod meeting;
mod meeting_page;
mod page;
mod picture;
mod printable;
mod seen;
mod tables;
mod triggers;
mod worst;

pub use actions::Todo;
pub use commands::Commands;
pub use cover_page::cover_page;
pub use data::{Fixable, HarmTally, KindCount, Missed, OnPath, Picture, Review, Slice, StatusCount, Worst};
pub use go_no_go::{Agreed, Counted, Decided, GoNoGo, Impeded, Step, go_no_go_page};
pub use meeting::{Lapsing, Meeting, Weak};
pub use meeting_page::meeting_page;
pub use page::review_page;
pub use printable::printable;
pub use triggers::Reached;

pub(crate) use gather::review;
pub(crate) use go_no_go::go_no_go;
pub(crate) use meeting::meeting;
