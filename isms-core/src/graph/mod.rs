//! The graph of the chain in compact arrays: which causes every record has and which effects, as
//! far as a link can be followed. It knows rows and stages, nothing of documents.

mod arrows;
mod build;
mod cycle;
mod links;

pub(crate) use build::Graph;
pub(crate) use cycle::{groups, one_cycle};
pub(crate) use links::{Unfollowed, Why, Written};
