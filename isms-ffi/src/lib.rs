//! The library for Kotlin and Swift. It holds no logic: every call goes on to the core, and every
//! record, answer and finding is the core's own type.

mod assess;
mod catalogs;
#[cfg(feature = "drill")]
mod drill;
mod error;
mod functions;
mod oscal;
mod register;
mod watcher;

pub use catalogs::{catalog, catalog_schema, catalogs, check_catalog};
#[cfg(feature = "drill")]
pub use drill::panic_drill;
pub use error::IsmsError;
pub use functions::{
    awsd_notes, cover_page, explain, go_no_go_page, import_awsd, meeting_page, review_page, sample, schema,
};
pub use oscal::{export_oscal, import_oscal, oscal_export_notes, oscal_notes};
pub use register::{RecordText, Register};
pub use watcher::{Watcher, WatcherError};

#[cfg(panic = "abort")]
compile_error!("a panic must not end the app: build with panic = \"unwind\"");

uniffi::setup_scaffolding!();
