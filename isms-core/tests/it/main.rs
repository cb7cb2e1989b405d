//! The laws of the design as properties, and inputs that no one would write but someone will send.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that meets what can't be stops there")]

mod dirt;
mod judge;
mod laws;
mod limits;
mod mangled;
