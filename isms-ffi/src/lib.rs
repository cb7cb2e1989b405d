//! The library for Kotlin and Swift. It holds no logic: every call goes on to the core, and every
//! record, answer and finding is the core's own type.

mod error;
mod functions;
mod register;
mod watcher;

pub use error::IsmsError;
pub use functions::{awsd_notes, explain, import_awsd, review_page, sample, schema};
pub use register::{RecordText, Register};
pub use watcher::{Watcher, WatcherError};

uniffi::setup_scaffolding!();
