//! Rules: what makes a finding. One file per rule, with its page inside.

mod acknowledgement;
mod chain;
mod check;
mod found;
mod identity;
mod mend;
mod once;
mod order;
mod pointers;
mod refusals;
mod registry;
mod response;
mod shape;
mod standard;

pub use registry::Explanation;

pub(crate) use check::{PASSES, check};
pub use registry::explain;
pub use standard::check_catalog;
