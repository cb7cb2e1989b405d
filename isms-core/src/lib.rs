//! Security records of agencies that work in conflict areas, as one checkable graph: risk factor →
//! threat → incident → loss.

mod ask;
mod document;
mod finding;
mod formats;
mod graph;
mod json;
mod model;
mod register;
mod review;
mod rules;
mod sample;
mod trace;
mod value;

pub use ask::ask;
pub use document::schema;
pub use finding::*;
pub use formats::*;
pub use model::*;
pub use register::Register;
pub use review::*;
pub use rules::*;
pub use sample::{SAMPLE, SAMPLE_PLANTED};
pub use trace::*;
pub use value::*;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();
