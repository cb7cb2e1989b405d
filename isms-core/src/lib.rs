//! Security records of agencies that work in conflict areas (UN, Red Cross and Red Crescent, NGOs),
//! as one checkable graph: risk factor → threat → incident → loss.
//!
//! The crate is pure: bytes in, values out. It opens no file, uses no network, clock or thread, and
//! does not panic on any input. What is wrong within a document is a [`Finding`]; only a call that
//! could not be done at all is a [`Refusal`].
//!
//! ```
//! use isms_core::{Loss, Register, SAMPLE};
//!
//! let register = Register::open(SAMPLE.as_bytes())?;
//!
//! // Why did this happen?
//! let trace = register.trace("driver-killed-february")?;
//! assert!(trace.complete);
//! assert_eq!(trace.causes.incidents, ["convoy-ambush-february"]);
//!
//! // What needs fixing in the record?
//! for finding in register.check().findings {
//!     println!("{} at {}: {}", finding.code, finding.path, finding.message);
//! }
//!
//! // The records themselves.
//! let deaths = register.iter::<Loss>().filter(|loss| loss.harm.as_deref() == Some("death"));
//! assert!(deaths.count() > 0);
//! # Ok::<(), isms_core::Refusal>(())
//! ```
//!
//! | question | call | answer |
//! |---|---|---|
//! | What led to it, what can it lead to? | [`Register::trace`] | [`Trace`] |
//! | By which paths? | [`Register::paths`] | [`Paths`] |
//! | What have several losses in common? | [`Register::common_causes`] | [`CommonCauses`] |
//! | What led to every loss? | [`Register::ancestors`] | [`Ancestors`] |
//! | Where do traces break? | [`Register::broken_traces`] | [`BrokenTraces`] |
//! | What is wrong or missing? | [`Register::check`], [`explain`] | [`Findings`], [`Explanation`] |
//! | What does an adviser take to a meeting? | [`Register::review`], [`review_page`] | [`Review`] |
//! | The same, as JSON text | [`ask`] | text |
//! | Records and answers as columns | [`Table`] | [`TableBatch`] |
//! | Real incidents | [`import_awsd`] | [`ImportAnswer`] |
//! | Another house's standard | [`import_oscal`] | [`ImportAnswer`] |
//! | Results in its format | [`export_oscal`] | [`ExportAnswer`] |
//!
//! # Features
//!
//! `uniffi`, off by default, derives what Kotlin and Swift need on the plain data types.

mod ask;
mod assess;
mod catalog;
mod compare;
mod document;
mod finding;
mod formats;
mod graph;
mod json;
mod migrate;
mod model;
mod packed;
mod questions;
mod register;
mod review;
mod rules;
mod sample;
mod tables;
mod trace;
mod value;

pub use ask::{ask, ask_watched};
pub use assess::*;
pub use catalog::*;
pub use compare::*;
pub use document::schema;
pub use finding::*;
pub use formats::*;
pub use migrate::*;
pub use model::*;
pub use register::{Batch, Register, Shared};
pub use review::*;
pub use rules::*;
pub use sample::{SAMPLE, SAMPLE_DAY, SAMPLE_PLANTED};
pub use tables::{Batches, Column, Table, TableBatch};
pub use trace::*;
pub use value::*;

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!();
