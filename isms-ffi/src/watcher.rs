//! Progress and cancelling of long work, told to the other language.

use isms_core::Watch;

/// Told how far a slow call is; can stop it. It may ask the register, and edit it.
#[uniffi::export(callback_interface)]
pub trait Watcher: Send + Sync {
    /// `done` of `total` is done: bytes where a document or table is read, fixes where fixes are
    /// applied, records elsewhere, those of all passes. Called about every thousand records, and at
    /// the end with `done` equal to `total`. Return false to stop: the call is then refused with
    /// code `stopped`, and everything is as it was. So it is when this method throws.
    ///
    /// # Errors
    /// Throws what it likes.
    fn step(&self, done: u64, total: u64) -> Result<bool, WatcherError>;
}

/// A watcher that failed.
#[derive(Debug, thiserror::Error, uniffi::Error)]
#[non_exhaustive]
pub enum WatcherError {
    /// It threw.
    #[error("{reason}")]
    Failed {
        /// What it said.
        reason: String,
    },
}

/// What a watcher throws without having declared it.
impl From<uniffi::UnexpectedUniFFICallbackError> for WatcherError {
    fn from(error: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed { reason: error.reason }
    }
}

/// A watcher as the core takes it; none: nobody looks on.
pub(crate) struct Watching(pub(crate) Option<Box<dyn Watcher>>);

impl Watch for Watching {
    fn step(&mut self, done: u64, total: u64) -> bool {
        self.0.as_ref().is_none_or(|watcher| watcher.step(done, total).unwrap_or(false))
    }
}
