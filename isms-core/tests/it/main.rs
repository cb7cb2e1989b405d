//! What the library does, seen from outside: the laws of the design as properties, imports, and
//! inputs that no one would write but someone will send.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that meets what can't be stops there")]

mod acknowledged;
mod assess;
#[cfg(test)]
mod awsd;
mod bad;
mod bundled;
mod dirt;
mod edit;
mod judge;
mod labels;
mod laws;
mod limits;
mod lossless;
mod mangled;
mod oscal;
mod places;
mod sample;
mod shared;
mod sorts;
mod swaps;
mod watch;
mod withheld;
