//! What every language must answer alike: vectors, each a register, a request and the answer.
//! Rust's runner is here; Python's, Kotlin's and Swift's stand beside their bindings and do the
//! same.

mod case;
mod claims;
mod edit;
mod fill;
mod findings_page;
mod format_page;
mod outcome;
mod python_types;
mod run;
mod schema_limits;
mod typed;

pub use case::{Case, Expected, cases};
pub use claims::{Calculation, Claim, Item, Sign, claims_page};
pub use edit::{Edit, Entry, Fixes, Header, Offered, OneFix, edit};
pub use fill::fill;
pub use findings_page::findings_page;
pub use format_page::format_page;
pub use outcome::Outcome;
pub use python_types::python_types;
pub use run::{Tally, run};
pub use schema_limits::SCHEMA_LIMITS;
pub use typed::typed;

/// What went wrong, in a sentence that names the file.
pub type Fault = String;

/// The README's examples are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
