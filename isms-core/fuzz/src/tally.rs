//! How many inputs were run, and how many of them got past the first refusal.

use std::cell::RefCell;

struct Tally {
    executions: u64,
    past: u64,
}

thread_local! {
    static TALLY: RefCell<Tally> = const { RefCell::new(Tally { executions: 0, past: 0 }) };
}

/// Counts an input. The counts are told on standard error now and then, and at the end.
pub fn count(past: bool) {
    TALLY.with_borrow_mut(|tally| {
        tally.executions += 1;
        tally.past += u64::from(past);
        if tally.executions >= 1_024 && tally.executions.is_power_of_two() {
            tally.tell();
        }
    });
}

impl Tally {
    fn tell(&self) {
        eprintln!("tally: executions {} past {}", self.executions, self.past);
    }
}

/// The fuzzer ends by leaving the program, which still drops what belongs to its thread.
impl Drop for Tally {
    fn drop(&mut self) {
        self.tell();
    }
}
