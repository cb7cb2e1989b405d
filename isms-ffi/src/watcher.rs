//! Progress and cancelling of long work, told to the other language.

use isms_core::Watch;

/// Told how far a slow call is; can stop it.
#[uniffi::export(callback_interface)]
pub trait Watcher: Send + Sync {
    /// `done` of `total` bytes are read. Return false to stop: the call is then refused with code
    /// `stopped`. So it is when this method throws. Called about every thousand records.
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

/// A watcher as the core takes it.
pub(crate) struct Watching(pub(crate) Box<dyn Watcher>);

impl Watch for Watching {
    fn step(&mut self, done: u64, total: u64) -> bool {
        self.0.step(done, total).unwrap_or(false)
    }
}
