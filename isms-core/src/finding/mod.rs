//! Findings: all that the library has to say about a record, and the refusal of a call.

mod code;
mod finding;
mod list;
mod refusal;

pub use code::{Code, Severity};
pub use finding::{Fact, FactValue, Finding, Fix};
pub use list::{Counts, Findings, Tallied};
pub use refusal::Refusal;

pub(crate) use list::{DEFAULT_CAP, Log};
