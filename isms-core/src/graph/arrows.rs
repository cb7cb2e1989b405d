//! Arrows between rows, in compact arrays (compressed sparse rows).

/// Arrows from each row to some others, one row after the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arrows {
    ends: Vec<u32>,
    heads: Vec<u32>,
}

impl Arrows {
    /// Arrows of so many rows, from pairs in the order of their tails.
    pub(crate) fn from_sorted(rows: usize, pairs: &[(u32, u32)]) -> Self {
        let mut ends = vec![0; rows];
        for (tail, _) in pairs {
            if let Some(end) = ends.get_mut(*tail as usize) {
                *end += 1;
            }
        }
        running_sum(&mut ends);
        Self { ends, heads: pairs.iter().map(|(_, head)| *head).collect() }
    }

    /// The same arrows, turned round. Those of one row come in the order of their tails.
    pub(crate) fn reversed(&self) -> Self {
        let mut ends = vec![0_u32; self.ends.len()];
        for head in &self.heads {
            if let Some(end) = ends.get_mut(*head as usize) {
                *end += 1;
            }
        }
        running_sum(&mut ends);
        // Filled from behind, so that each end walks down to its start.
        let mut heads = vec![0; self.heads.len()];
        let mut next = ends.clone();
        for tail in (0..self.ends.len()).rev() {
            let tail = u32::try_from(tail).unwrap_or(u32::MAX);
            for head in self.of(tail).iter().rev() {
                if let Some(slot) = next.get_mut(*head as usize) {
                    *slot -= 1;
                    if let Some(place) = heads.get_mut(*slot as usize) {
                        *place = tail;
                    }
                }
            }
        }
        Self { ends, heads }
    }

    /// Where the arrows of a row lead.
    #[inline]
    pub(crate) fn of(&self, row: u32) -> &[u32] {
        let at = row as usize;
        let start = if at == 0 { Some(&0) } else { self.ends.get(at - 1) };
        match (start, self.ends.get(at)) {
            (Some(start), Some(end)) => self.heads.get(*start as usize..*end as usize).unwrap_or_default(),
            _ => &[],
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.ends.len()
    }
}

fn running_sum(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_turn_round_and_back() {
        let arrows = Arrows::from_sorted(4, &[(0, 2), (0, 3), (2, 3), (3, 0)]);
        assert_eq!(arrows.of(0), [2, 3]);
        assert_eq!(arrows.of(1), [0_u32; 0]);
        assert_eq!(arrows.of(9), [0_u32; 0]);
        let back = arrows.reversed();
        assert_eq!(back.of(3), [0, 2]);
        assert_eq!(back.of(0), [3]);
        assert_eq!(back.reversed(), arrows);
    }
}
