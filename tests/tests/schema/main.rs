//! The schema and the reader accept the same documents, and all that we write is valid.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that meets what can't be stops there"
)]
#![expect(clippy::print_stdout, reason = "a test says what its generators made")]

// The dirt of the core's own tests: planted faults of every kind.
mod catalogs;
#[expect(dead_code, reason = "what the core's tests know of a document besides its text")]
#[path = "../../../isms-core/tests/it/dirt.rs"]
mod dirt;
mod documents;
mod grow;
mod limits;
mod mutate;
mod values;
mod verdict;
mod written;
