//! The document: reading, keeping and writing records as they are.

mod header;
mod labels;
mod nearest;
mod open;
mod read;
mod references;
mod rows;
mod save;
mod schema;
mod symbols;
mod without;

pub use schema::schema;

pub(crate) use header::Header;
pub(crate) use labels::Part;
pub(crate) use nearest::Hints;
pub(crate) use open::{open, words};
pub(crate) use read::{Fault, Records, What};
pub(crate) use rows::RowId;
pub(crate) use save::{Document, save};
