//! Progress of long work: one line on a terminal.

use isms_core::Watch;
use std::io::Write;

/// Work on fewer bytes, or on fewer records in all passes, is done before anybody could read the line.
const LONG: u64 = 16 << 20;
const MANY: u64 = 4 << 20;

/// Shows a percentage while somebody looks on. It writes at most a hundred times.
pub(crate) struct Progress<'w> {
    what: &'static str,
    to: Option<&'w mut dyn Write>,
    shown: Option<u64>,
    long: u64,
}

impl<'w> Progress<'w> {
    pub(crate) fn new(what: &'static str, to: Option<&'w mut dyn Write>) -> Self {
        Self { what, to, shown: None, long: LONG }
    }

    /// For work that counts records.
    pub(crate) fn of_records(what: &'static str, to: Option<&'w mut dyn Write>) -> Self {
        Self { long: MANY, ..Self::new(what, to) }
    }

    /// Takes the line away again.
    pub(crate) fn clear(&mut self) {
        if let (Some(to), Some(_)) = (&mut self.to, self.shown.take()) {
            // Progress that can't be shown is no reason to stop.
            drop(write!(to, "\r\u{1b}[2K").and_then(|()| to.flush()));
        }
    }
}

impl Watch for Progress<'_> {
    fn step(&mut self, done: u64, total: u64) -> bool {
        let Some(to) = &mut self.to else { return true };
        let percent = done.saturating_mul(100) / total.max(1);
        if total >= self.long && self.shown != Some(percent) {
            self.shown = Some(percent);
            drop(write!(to, "\r{} {percent:>3} %", self.what).and_then(|()| to.flush()));
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_writes_once_a_percent_and_cleans_up() {
        let mut shown = Vec::new();
        let mut progress = Progress::new("reading", Some(&mut shown));
        for done in 0..1000 {
            assert!(progress.step(done * LONG / 1000, LONG));
        }
        progress.clear();
        let shown = String::from_utf8(shown).unwrap();
        assert_eq!(shown.matches("reading").count(), 100);
        assert!(shown.ends_with("\r\u{1b}[2K"));
    }

    #[test]
    fn short_work_shows_nothing() {
        let mut shown = Vec::new();
        let mut progress = Progress::new("reading", Some(&mut shown));
        progress.step(1, LONG - 1);
        progress.clear();
        assert!(shown.is_empty());
    }
}
