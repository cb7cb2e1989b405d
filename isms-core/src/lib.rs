//! Security records of agencies that work in conflict areas, as one checkable graph: risk factor →
//! threat → incident → loss.

mod document;
mod finding;
mod graph;
mod json;
mod model;
mod register;
mod trace;
mod value;

pub use document::schema;
pub use finding::*;
pub use model::*;
pub use register::Register;
pub use trace::*;
pub use value::*;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();
