//! The document: reading, keeping and writing records as they are.

#[cfg(any(test, fuzzing))]
mod agree;
mod edit;
mod faults;
mod header;
mod labels;
mod nearest;
mod open;
mod read;
mod references;
mod rows;
mod save;
mod schema;
mod sparse;
mod symbols;
mod text;
mod upgrade;
mod without;

pub use schema::schema;

pub(crate) use edit::Draft;
pub(crate) use faults::Fault;
pub(crate) use header::Header;
pub(crate) use labels::Part;
pub(crate) use open::open;
pub(crate) use read::Records;
pub(crate) use references::Target;
pub(crate) use rows::RowId;
pub(crate) use save::{Document, digest, save};

#[cfg(test)]
pub(crate) use {open::open_with, text::MOST_BYTES, upgrade::Upgrade};
