//! A panic on purpose.

/// Panics. The library has no call that should; this one shows that the app would live on.
#[uniffi::export]
#[expect(clippy::panic, reason = "that is what it is for")]
pub fn panic_drill() {
    panic!("a drill");
}
