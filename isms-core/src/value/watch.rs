//! Progress and cancelling of long work.

/// Told how far a slow call is; can stop it.
///
/// ```
/// struct Print;
/// impl isms_core::Watch for Print {
///     fn step(&mut self, done: u64, total: u64) -> bool {
///         eprintln!("{done} of {total} bytes");
///         true
///     }
/// }
/// let register = isms_core::Register::open_watched(br#"{"isms": "1"}"#, &mut Print)?;
/// assert!(register.is_empty());
/// # Ok::<(), isms_core::Refusal>(())
/// ```
pub trait Watch {
    /// `done` of `total` bytes are read. Return `false` to stop: the call then refuses with code
    /// `stopped` and leaves everything as it was. Called about every thousand records.
    fn step(&mut self, done: u64, total: u64) -> bool;
}

/// Watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoWatch;

impl Watch for NoWatch {
    fn step(&mut self, _done: u64, _total: u64) -> bool {
        true
    }
}
