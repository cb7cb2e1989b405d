//! Progress and cancelling of long work.

/// Told how far a slow call is; can stop it. Every slow call has a form that takes one: `open_watched`, `check_watched` …
///
/// ```
/// use isms_core::{Register, SAMPLE, Watch};
/// struct Print;
/// impl Watch for Print {
///     fn step(&mut self, done: u64, total: u64) -> bool {
///         eprintln!("{done} of {total}");
///         true
///     }
/// }
/// let register = Register::open_watched(SAMPLE.as_bytes(), &mut Print)?;
/// assert!(register.check_watched(None, &mut Print)?.counts.error > 0);
/// # Ok::<(), isms_core::Refusal>(())
/// ```
pub trait Watch {
    /// `done` of `total` is done: bytes where a document or table is read; fixes where fixes are applied; elsewhere
    /// records, those of all passes that the call makes over them. Called about every thousand records, with `done` that
    /// never falls, and at the end with `done` equal to `total`.
    ///
    /// Return `false` to stop: the call then refuses with code `stopped` and leaves everything as it was.
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
