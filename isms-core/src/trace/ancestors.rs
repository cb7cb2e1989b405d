//! Walking the graph back and forward, and the ancestors of every loss at once.

use crate::document::Part;
use crate::finding::Refusal;
use crate::graph::Graph;
use crate::model::Stage;
use crate::register::Register;
use crate::value::{Label, Meter, Stopped, Watch};

/// A walk over the graph: it remembers which rows it has met, and is used again without clearing.
pub(crate) struct Walk {
    met: Vec<u32>,
    round: u32,
    found: Vec<u32>,
}

impl Walk {
    pub(crate) fn new(rows: usize) -> Self {
        Self { met: vec![0; rows], round: 0, found: Vec::new() }
    }

    /// All causes of a row, the causes of its causes and so on, each once, in the order in which
    /// they are met.
    #[inline]
    pub(crate) fn ancestors(&mut self, graph: &Graph, row: u32) -> &[u32] {
        self.walk(row, |row| graph.causes(row), || true)
    }

    /// As [`Walk::ancestors`], in one pass of a call that can be stopped.
    pub(crate) fn ancestors_within(&mut self, graph: &Graph, row: u32, meter: &Meter<'_>) -> Result<&[u32], Stopped> {
        let found = self.walk(row, |row| graph.causes(row), || meter.count());
        meter.pass()?;
        Ok(found)
    }

    /// All effects of a row, likewise.
    pub(crate) fn descendants_within(&mut self, graph: &Graph, row: u32, meter: &Meter<'_>) -> Result<&[u32], Stopped> {
        let found = self.walk(row, |row| graph.effects(row), || meter.count());
        meter.pass()?;
        Ok(found)
    }

    /// All effects of a row, each once.
    pub(crate) fn descendants(&mut self, graph: &Graph, row: u32) -> &[u32] {
        self.walk(row, |row| graph.effects(row), || true)
    }

    #[inline]
    fn walk<'g>(&mut self, row: u32, next: impl Fn(u32) -> &'g [u32], mut goes_on: impl FnMut() -> bool) -> &[u32] {
        self.round += 1;
        self.found.clear();
        self.meet(row, next(row));
        let mut at = 0;
        while let Some(found) = self.found.get(at).copied().filter(|_| goes_on()) {
            at += 1;
            self.meet(row, next(found));
        }
        &self.found
    }

    #[inline]
    fn meet(&mut self, start: u32, rows: &[u32]) {
        for row in rows {
            let Some(met) = self.met.get_mut(*row as usize) else {
                continue;
            };
            if *met != self.round && *row != start {
                *met = self.round;
                self.found.push(*row);
            }
        }
    }
}

/// The ancestors of every loss: all that led to it, as rows. The rows of loss number `n` are
/// `rows[offsets[n]..offsets[n + 1]]`, each once, in the order in which they are met from the loss
/// backwards. [`crate::Register::id_of_row`] gives the id of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Ancestors {
    /// Who may see this answer: the strictest label of the document, the losses and all that led to
    /// them.
    pub label: Label,
    /// The rows of the losses, in the order of the document.
    pub losses: Vec<u32>,
    /// Where the ancestors of each loss begin; one more than there are losses.
    pub offsets: Vec<u64>,
    /// The rows of the ancestors, one loss after the other.
    pub rows: Vec<u32>,
}

/// The ancestors of every loss. Linear in the links that are followed plus the answer.
pub(crate) fn ancestors(register: &Register, watch: &mut dyn Watch) -> Result<Ancestors, Refusal> {
    let meter = Meter::new(watch, 2, register.records.rows.numbers());
    let graph = register.graph_within(&meter)?;
    let mut walk = Walk::new(graph.rows());
    let losses: Vec<u32> = graph.rows_of(Stage::Loss).collect();
    let label = label(register, graph, &losses);
    let mut answer = Ancestors { label, losses, offsets: vec![0], rows: Vec::new() };
    answer.offsets.reserve(answer.losses.len());
    for loss in meter.over(&answer.losses) {
        let found = walk.ancestors(graph, *loss);
        meter.spend(found.len() as u64);
        answer.rows.extend_from_slice(found);
        answer.offsets.push(answer.rows.len() as u64);
    }
    meter.pass()?;
    Ok(answer)
}

/// The strictest label of the losses and all that led to any of them, each met once.
fn label(register: &Register, graph: &Graph, losses: &[u32]) -> Label {
    let mut met = vec![false; if register.records.labels.are_silent() { 0 } else { graph.rows() }];
    let mut ahead = if met.is_empty() { Vec::new() } else { losses.to_vec() };
    while let Some(row) = ahead.pop() {
        if let Some(met) = met.get_mut(row as usize).filter(|met| !**met) {
            *met = true;
            ahead.extend_from_slice(graph.causes(row));
        }
    }
    register.label_over_all(|row| met.get(row as usize) == Some(&true), Part::Trace)
}
