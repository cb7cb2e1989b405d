//! What the library does, seen from outside: the laws of the design as properties, imports, and
//! inputs that no one would write but someone will send.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that meets what can't be stops there")]
#![expect(clippy::needless_pass_by_value, reason = "what a test is given is made on the spot: json!(…)")]

mod acknowledged;
mod asked;
mod assess;
#[cfg(test)]
mod awsd;
mod bad;
mod bundled;
mod carried;
mod dirt;
mod edit;
mod editions;
mod go_no_go;
mod judge;
mod labels;
mod laws;
mod limits;
mod lossless;
mod mangled;
mod offices;
mod oscal;
mod pages;
mod places;
mod response;
mod sample;
mod shared;
mod sorts;
mod swaps;
mod watch;
mod withheld;
