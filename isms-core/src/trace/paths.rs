//! All paths back from a record.

use super::ancestors::Walk;
use super::one::chain_row;
use crate::document::Part;
use crate::finding::Refusal;
use crate::graph::Graph;
use crate::register::Register;
use crate::value::{Label, Meter, Stopped, Watch};
use std::collections::HashMap;

/// How many paths an answer holds unless more are asked for.
pub const MAX_PATHS: u32 = 1_000;

/// The paths back from a record to where they end: at a risk factor, or where the trace breaks.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Paths {
    /// Who may see this answer: the strictest label of the record and all its causes, listed or not.
    pub label: Label,
    /// The record.
    pub id: String,
    /// How many paths there are, exactly, as decimal digits; `more than 2^128` beyond that.
    pub total: String,
    /// Paths, each from the record back, as ids; at most as many as the budget allows.
    pub paths: Vec<Vec<String>>,
    /// The list holds all of them.
    pub complete: bool,
}

/// All paths back from a record, within a budget of paths. Counting them is linear in the
/// ancestors; listing them is linear in the answer.
pub(crate) fn paths(register: &Register, id: &str, budget: u32, watch: &mut dyn Watch) -> Result<Paths, Refusal> {
    let meter = Meter::new(watch, 4, register.records.rows.numbers());
    let (row, _) = chain_row(register, id)?;
    let graph = register.graph_within(&meter)?;
    let total = count(graph, row, &meter)?;
    let mut listed = Vec::new();
    list(graph, row, budget as usize, &meter, |path| {
        listed.push(path.iter().filter_map(|row| register.id_of_row(*row)).map(str::to_owned).collect());
    });
    meter.pass()?;
    let mut walk = Walk::new(graph.rows());
    let used = walk.ancestors(graph, row).iter().copied().chain([row]);
    Ok(Paths {
        label: register.label_over(used, Part::Trace),
        id: id.to_owned(),
        complete: total == Some(listed.len() as u128),
        total: total.map_or_else(|| "more than 2^128".to_owned(), |total| total.to_string()),
        paths: listed,
    })
}

/// How many paths there are; `None`: more than a `u128` holds.
fn count(graph: &Graph, row: u32, meter: &Meter<'_>) -> Result<Option<u128>, Stopped> {
    let mut walk = Walk::new(graph.rows());
    let rows: Vec<u32> = walk.ancestors_within(graph, row, meter)?.iter().copied().chain([row]).collect();
    // How many causes of each row still have no count; rows without any are counted first.
    let mut open: HashMap<u32, usize> = rows.iter().map(|row| (*row, graph.causes(*row).len())).collect();
    let mut counts: HashMap<u32, Option<u128>> = HashMap::new();
    let mut ready: Vec<u32> = rows.iter().copied().filter(|row| graph.causes(*row).is_empty()).collect();
    while let Some(at) = ready.pop().filter(|_| meter.count()) {
        let causes = graph.causes(at);
        let sum = causes.iter().try_fold(0_u128, |sum, cause| sum.checked_add(counts.get(cause).copied().flatten()?));
        counts.insert(at, if causes.is_empty() { Some(1) } else { sum });
        for effect in graph.effects(at) {
            if let Some(left) = open.get_mut(effect) {
                *left -= 1;
                if *left == 0 {
                    ready.push(*effect);
                }
            }
        }
    }
    meter.pass()?;
    Ok(counts.get(&row).copied().flatten())
}

/// Lists paths in the order of the links, each from the row back, without recursion.
fn list(graph: &Graph, row: u32, budget: usize, meter: &Meter<'_>, mut found: impl FnMut(&[u32])) {
    let mut path = vec![row];
    let mut next = vec![0_usize];
    let mut listed = 0;
    while let (Some(at), Some(turn)) = (path.last().copied(), next.last_mut()) {
        if listed == budget || !meter.spend(1) {
            return;
        }
        let causes = graph.causes(at);
        if causes.is_empty() {
            found(&path);
            meter.spend(path.len() as u64);
            listed += 1;
        } else if let Some(cause) = causes.get(*turn) {
            *turn += 1;
            path.push(*cause);
            next.push(0);
            continue;
        }
        path.pop();
        next.pop();
    }
}
