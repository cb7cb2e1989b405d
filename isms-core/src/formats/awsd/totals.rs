//! The totals of the answer.

use super::codes::{Code, Notes};
use super::columns::{Column, HARMS};
use super::counts::Counts;
use super::layout::Layout;
use crate::formats::Total;

/// A sum of cells of which some may be unknown.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    known: u64,
    unknown: u64,
}

impl Sum {
    fn add(&mut self, count: Option<u64>) {
        match count {
            Some(count) => self.known = self.known.saturating_add(count),
            None => self.unknown += 1,
        }
    }
}

/// The totals, as they grow.
#[derive(Debug, Default)]
pub(super) struct Totals {
    incidents: u64,
    harms: [Sum; HARMS.len()],
    affected: Sum,
}

impl Totals {
    /// Adds an incident.
    pub(super) fn add(&mut self, counts: &Counts) {
        self.incidents += 1;
        for (sum, harm) in self.harms.iter_mut().zip(&HARMS) {
            sum.add(counts.get(harm.national));
            sum.add(counts.get(harm.international));
        }
        self.affected.add(counts.get(Column::TotalAffected));
    }

    /// The totals, null where the source lacks a column, and the names of those of which cells are
    /// unknown, which is noted.
    pub(super) fn finish(self, layout: &Layout, notes: &mut Notes<'_>) -> (Vec<Total>, Vec<String>) {
        let mut at_least = Vec::new();
        let mut totals = vec![Total { name: "incidents".to_owned(), count: Some(self.incidents) }];
        let mut push = |name: &str, sum: Sum, has: bool| {
            if has && sum.unknown > 0 {
                at_least.push(name.to_owned());
                notes.add(Code::LowerBound, layout.row, name, &sum.known.to_string(), || {
                    format!("{} cells are unknown and count as none: the total is a lower bound", sum.unknown)
                });
            }
            totals.push(Total { name: name.to_owned(), count: has.then_some(sum.known) });
        };
        for (sum, harm) in self.harms.iter().zip(&HARMS) {
            push(harm.word, *sum, layout.has(harm.national) && layout.has(harm.international));
        }
        push("affected", self.affected, layout.has(Column::TotalAffected));
        (totals, at_least)
    }
}
