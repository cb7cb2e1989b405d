//! The records of one kind, as causes of the next.

use super::random::Random;
use std::collections::VecDeque;

/// The records of one kind that are written, as causes of the next kind.
pub(super) struct Stage {
    /// The first letter of their ids.
    pub(super) letter: &'static str,
    /// How many there are.
    pub(super) count: usize,
    /// The rows of each place, in random order.
    of_place: Vec<VecDeque<usize>>,
    /// Whether the rows of a place are drawn in turn, so that each is used as often as the next.
    in_turn: bool,
}

impl Stage {
    /// Sorts the records of a kind by place.
    pub(super) fn new(letter: &'static str, homes: &[usize], places: usize, random: &mut Random) -> Self {
        let mut of_place = vec![VecDeque::new(); places];
        for (row, &home) in homes.iter().enumerate() {
            if let Some(rows) = of_place.get_mut(home) {
                rows.push_back(row);
            }
        }
        for rows in &mut of_place {
            random.shuffle(rows.make_contiguous());
        }
        Self { letter, count: homes.len(), of_place, in_turn: letter == "f" }
    }

    /// Draws the rows of `wanted` different causes, or of as many as there are.
    pub(super) fn draw(&mut self, wanted: usize, home: usize, random: &mut Random) -> Vec<usize> {
        let count = self.count;
        let mut rows = Vec::with_capacity(wanted);
        while rows.len() < wanted.min(count) {
            let next = (0..8)
                .map(|_| self.candidate(home, random))
                .find(|row| !rows.contains(row))
                .or_else(|| (0..count).find(|row| !rows.contains(row)));
            rows.extend(next);
        }
        rows
    }

    /// Draws one row: nine times in ten of the place `home`, else of anywhere.
    fn candidate(&mut self, home: usize, random: &mut Random) -> usize {
        let near = random.below(10) != 0;
        let rows = self.of_place.get_mut(home).filter(|_| near);
        let row = if self.in_turn {
            rows.and_then(next_in_turn)
        } else {
            rows.and_then(|rows| rows.get(random.below(rows.len())).copied())
        };
        row.unwrap_or_else(|| random.below(self.count))
    }
}

/// Takes the first row and puts it last.
fn next_in_turn(rows: &mut VecDeque<usize>) -> Option<usize> {
    let row = rows.pop_front()?;
    rows.push_back(row);
    Some(row)
}
