//! Random numbers that are the same on every platform.

/// A source of random numbers: `SplitMix64`.
pub(super) struct Random {
    pub(super) state: u64,
}

impl Random {
    /// Draws 64 bits.
    pub(super) fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Draws a number below `end`; 0 if there is none.
    pub(super) fn below(&mut self, end: usize) -> usize {
        let bits = self.next();
        u64::try_from(end)
            .ok()
            .and_then(|end| bits.checked_rem(end))
            .and_then(|drawn| usize::try_from(drawn).ok())
            .unwrap_or(0)
    }

    /// Draws one of the items; the default value if there is none.
    pub(super) fn pick<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let row = self.below(items.len());
        items.get(row).copied().unwrap_or_default()
    }

    /// Draws the places of `count` records: each place as often as the next, in random order.
    pub(super) fn homes(&mut self, count: usize, places: usize) -> Vec<usize> {
        let mut homes: Vec<usize> = (0..places).cycle().take(count).collect();
        self.shuffle(&mut homes);
        homes
    }

    /// Puts the rows in random order.
    pub(super) fn shuffle(&mut self, rows: &mut [usize]) {
        for row in (1..rows.len()).rev() {
            rows.swap(row, self.below(row + 1));
        }
    }
}
