//! Counting the work of a slow call, and asking its watch whether to go on.

use super::Watch;
use std::cell::{Cell, RefCell};

/// After how much work the watch is asked: about as many records.
const STEP: u64 = 1_024;

/// The caller stopped the call: a [`crate::Refusal`] can be made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Counts the work of a call. A call goes in so many passes over so many records; the watch is told of the records of
/// all passes together. Once it has said no, every loop ends at its next turn, and the call must be refused.
pub(crate) struct Meter<'w> {
    watch: RefCell<&'w mut dyn Watch>,
    /// How many records a pass has.
    records: u64,
    passes: u64,
    /// How many passes are behind us, and records of this one.
    pass: Cell<u64>,
    done: Cell<u64>,
    /// How much work is left until the watch is asked again.
    left: Cell<u64>,
    stopped: Cell<bool>,
}

impl<'w> Meter<'w> {
    pub(crate) fn new(watch: &'w mut dyn Watch, passes: u64, records: usize) -> Self {
        Self {
            watch: RefCell::new(watch),
            records: records as u64,
            passes,
            pass: Cell::new(0),
            done: Cell::new(0),
            left: Cell::new(STEP),
            stopped: Cell::new(false),
        }
    }

    /// The items, of which each is a record of this pass; none any more once the call is stopped.
    #[inline]
    pub(crate) fn over<I: IntoIterator>(&self, items: I) -> Over<'_, 'w, I::IntoIter> {
        Over { items: items.into_iter(), meter: self, left: if self.stopped.get() { 0 } else { STEP } }
    }

    /// A record of this pass is done. Whether to go on.
    #[inline]
    pub(crate) fn count(&self) -> bool {
        self.counted(1)
    }

    #[inline]
    fn counted(&self, records: u64) -> bool {
        self.done.set(self.done.get() + records);
        self.spend(records)
    }

    /// Work that is no record of its own. Whether to go on.
    #[inline]
    pub(crate) fn spend(&self, work: u64) -> bool {
        match self.left.get().checked_sub(work) {
            Some(left) if left > 0 => {
                self.left.set(left);
                true
            }
            _ => self.ask(),
        }
    }

    /// A pass is over.
    pub(crate) fn pass(&self) -> Result<(), Stopped> {
        debug_assert!(self.pass.get() < self.passes, "a call has the passes that it says");
        self.pass.set(self.pass.get() + 1);
        self.done.set(0);
        if self.ask() { Ok(()) } else { Err(Stopped) }
    }

    #[cold]
    fn ask(&self) -> bool {
        if self.stopped.get() {
            return false;
        }
        let (total, behind) = (self.passes * self.records, self.pass.get() * self.records);
        let done = (behind + self.done.get().min(self.records)).min(total);
        let goes_on = self.watch.borrow_mut().step(done, total);
        self.stopped.set(!goes_on);
        self.left.set(if goes_on { STEP } else { 0 });
        goes_on
    }
}

/// Items that are counted. The count is kept here and handed to the meter now and then: a loop may take no longer for
/// being watched.
pub(crate) struct Over<'m, 'w, I> {
    items: I,
    meter: &'m Meter<'w>,
    left: u64,
}

impl<I: Iterator> Iterator for Over<'_, '_, I> {
    type Item = I::Item;

    #[inline]
    fn next(&mut self) -> Option<I::Item> {
        if self.left == 0 {
            if !self.meter.counted(STEP) {
                return None;
            }
            self.left = STEP;
        }
        self.left -= 1;
        self.items.next()
    }
}

impl<I> Drop for Over<'_, '_, I> {
    fn drop(&mut self) {
        self.meter.counted(STEP - self.left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes down what it is told, and stops at a step.
    struct Log(Vec<(u64, u64)>, usize);

    impl Watch for Log {
        fn step(&mut self, done: u64, total: u64) -> bool {
            self.0.push((done, total));
            self.0.len() != self.1
        }
    }

    fn call(log: &mut Log) -> (usize, Result<(), Stopped>) {
        let meter = Meter::new(log, 3, 2_000);
        let mut turns = meter.over(0..2_000).count();
        let mut end = meter.pass();
        // More than it said, and work besides.
        turns += meter.over(0..3_000).filter(|_| meter.spend(1)).count();
        end = end.and_then(|()| meter.pass());
        (turns, end.and_then(|()| meter.pass()))
    }

    #[test]
    fn it_tells_of_all_passes_and_ends_at_their_end() {
        let mut log = Log(Vec::new(), 0);
        assert_eq!(call(&mut log), (5_000, Ok(())));
        assert!(log.0.is_sorted() && log.0.iter().all(|(_, total)| *total == 6_000), "{:?}", log.0);
        assert_eq!((log.0[0].0, log.0[1].0, log.0.last().unwrap().0), (1_024, 2_000, 6_000));
        assert!(log.0.len() > 7, "{:?}", log.0);
    }

    #[test]
    fn it_stops_at_any_step() {
        let mut log = Log(Vec::new(), 0);
        call(&mut log).1.unwrap();
        for at in 1..=log.0.len() {
            let mut log = Log(Vec::new(), at);
            assert_eq!(call(&mut log).1, Err(Stopped));
            assert_eq!(log.0.len(), at, "it is not asked again");
        }
    }
}
