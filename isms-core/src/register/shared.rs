//! A register that threads share.

use super::{Batch, Register};
use crate::finding::{Fix, Refusal};
use crate::value::Watch;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};

/// A register that threads share: they ask and edit at the same time, and nobody waits for a question to end.
///
/// A question is asked of the register as it was when it was asked ([`Shared::now`]); an edit makes the register of the
/// questions that come after it. Who edits waits for other edits only, and only while they are made, never while a
/// watch is asked: so a watch may do with the register what it likes.
///
/// ```
/// use isms_core::{Loss, Register, Shared};
/// let shared = Shared::new(Register::new("valley-office", "Valley office"));
/// let before = shared.now();
/// shared.edit(|register| register.insert(Loss::new("driver", "Driver injured")))?;
/// assert_eq!((before.len(), shared.now().len()), (0, 1));
/// # Ok::<(), isms_core::Refusal>(())
/// ```
///
/// Cost: an edit while a question is still being answered copies the register's arrays once, and the text that was
/// written since it was opened.
#[derive(Debug, Default)]
pub struct Shared(Mutex<Arc<Register>>);

impl Shared {
    /// Shares a register.
    #[must_use]
    pub fn new(register: Register) -> Self {
        Self(Mutex::new(Arc::new(register)))
    }

    /// The register as it is now. It stays so, whatever is edited.
    #[must_use]
    pub fn now(&self) -> Arc<Register> {
        Arc::clone(&self.lock())
    }

    /// The register as it is now, unless somebody edits it at this moment.
    #[must_use]
    pub fn try_now(&self) -> Option<Arc<Register>> {
        match self.0.try_lock() {
            Ok(register) => Some(Arc::clone(&register)),
            Err(TryLockError::Poisoned(poisoned)) => Some(Arc::clone(&poisoned.into_inner())),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Edits the register. `edit` must not come back to this register: it would wait for itself.
    pub fn edit<T>(&self, edit: impl FnOnce(&mut Register) -> T) -> T {
        edit(Arc::make_mut(&mut self.lock()))
    }

    /// As [`Register::add`].
    ///
    /// # Errors
    /// As [`Register::add`].
    pub fn add(&self, batch: Batch) -> Result<(), Refusal> {
        self.edit(|register| register.add(batch))
    }

    /// As [`Register::apply_watched`]. Where others edit meanwhile it begins again.
    ///
    /// # Errors
    /// As [`Register::apply_watched`].
    pub fn apply_watched(&self, fixes: &[Fix], watch: &mut dyn Watch) -> Result<(), Refusal> {
        let mut watch = Again { watch, most: 0 };
        loop {
            let seen = self.now();
            let plan = seen.plan(fixes, &mut watch)?;
            let mut register = self.lock();
            // While it was seen nobody could change it in its place.
            let same = Arc::ptr_eq(&register, &seen);
            drop(seen);
            if same {
                return Arc::make_mut(&mut register).carry_out(&plan);
            }
        }
    }

    /// An edit that failed halfway leaves a register that can still be read: nothing in it is unsafe.
    fn lock(&self) -> MutexGuard<'_, Arc<Register>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A watch that is never told of less than before, though work begins again.
struct Again<'w> {
    watch: &'w mut dyn Watch,
    most: u64,
}

impl Watch for Again<'_> {
    fn step(&mut self, done: u64, total: u64) -> bool {
        self.most = self.most.max(done);
        self.watch.step(self.most, total)
    }
}

impl From<Register> for Shared {
    fn from(register: Register) -> Self {
        Self::new(register)
    }
}
