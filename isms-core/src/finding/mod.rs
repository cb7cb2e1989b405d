//! Findings: all that the library has to say about a record, and the refusal of a call.

mod code;
mod item;
mod list;
mod refusal;
mod unreadable;

pub use code::{Code, Severity};
pub use item::{Fact, FactValue, Finding, Fix};
pub use list::{Counts, Findings, Tallied};
pub use refusal::Refusal;

pub(crate) use list::{DEFAULT_CAP, Log};
pub(crate) use unreadable::{text_of, unreadable, words};
