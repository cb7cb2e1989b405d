//! Cycles: groups of rows that lead back to themselves. Only a threat can feed its own kind, so
//! only links between threats are looked at.

use super::arrows::Arrows;
use fixedbitset::FixedBitSet;
use petgraph::Direction;
use petgraph::visit::{
    GraphBase, IntoNeighbors, IntoNeighborsDirected, IntoNodeIdentifiers, NodeCount, NodeIndexable, Visitable,
};

/// Arrows both ways, as petgraph's algorithms see them. Only its iterative algorithms are used: a
/// cycle of a hundred thousand records must not meet the end of the stack.
pub(crate) struct BothWays {
    forth: Arrows,
    back: Arrows,
}

impl BothWays {
    pub(crate) fn new(forth: Arrows) -> Self {
        let back = forth.reversed();
        Self { forth, back }
    }
}

impl GraphBase for BothWays {
    type EdgeId = (u32, u32);
    type NodeId = u32;
}

impl NodeCount for BothWays {
    fn node_count(&self) -> usize {
        self.forth.rows()
    }
}

impl NodeIndexable for BothWays {
    fn node_bound(&self) -> usize {
        self.forth.rows()
    }

    fn to_index(&self, row: u32) -> usize {
        row as usize
    }

    fn from_index(&self, index: usize) -> u32 {
        u32::try_from(index).unwrap_or(u32::MAX)
    }
}

impl<'a> IntoNeighbors for &'a BothWays {
    type Neighbors = std::iter::Copied<std::slice::Iter<'a, u32>>;

    fn neighbors(self, row: u32) -> Self::Neighbors {
        self.forth.of(row).iter().copied()
    }
}

impl<'a> IntoNeighborsDirected for &'a BothWays {
    type NeighborsDirected = std::iter::Copied<std::slice::Iter<'a, u32>>;

    fn neighbors_directed(self, row: u32, direction: Direction) -> Self::NeighborsDirected {
        let arrows = if direction == Direction::Outgoing { &self.forth } else { &self.back };
        arrows.of(row).iter().copied()
    }
}

impl IntoNodeIdentifiers for &BothWays {
    type NodeIdentifiers = std::ops::Range<u32>;

    fn node_identifiers(self) -> Self::NodeIdentifiers {
        0..u32::try_from(self.forth.rows()).unwrap_or(u32::MAX)
    }
}

impl Visitable for BothWays {
    type Map = FixedBitSet;

    fn visit_map(&self) -> FixedBitSet {
        FixedBitSet::with_capacity(self.forth.rows())
    }

    fn reset_map(&self, map: &mut FixedBitSet) {
        map.clear();
        map.grow(self.forth.rows());
    }
}

/// Groups of rows that lead back to themselves: each sorted, and all in the order of their first.
/// A row that leads to itself alone is no group here. Linear in the pairs, which need not be sorted.
pub(crate) fn groups(pairs: &[(u32, u32)]) -> Vec<Vec<u32>> {
    let mut rows: Vec<u32> = pairs.iter().flat_map(|(tail, head)| [*tail, *head]).collect();
    rows.sort_unstable();
    rows.dedup();
    let near = |row: &u32| rows.binary_search(row).ok().and_then(|at| u32::try_from(at).ok());
    let mut local: Vec<(u32, u32)> = pairs.iter().filter_map(|(tail, head)| Some((near(tail)?, near(head)?))).collect();
    local.sort_unstable();
    let graph = BothWays::new(Arrows::from_sorted(rows.len(), &local));
    let mut groups: Vec<Vec<u32>> = petgraph::algo::kosaraju_scc(&graph)
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| {
            let mut group: Vec<u32> = group.iter().filter_map(|at| rows.get(*at as usize).copied()).collect();
            group.sort_unstable();
            group
        })
        .collect();
    groups.sort_unstable();
    groups
}

/// One cycle within a group: from its first row along the arrows until a row comes again.
pub(crate) fn one_cycle(group: &[u32], next: impl Fn(u32) -> Option<u32>) -> Vec<u32> {
    let mut seen = std::collections::HashMap::new();
    let mut walk = Vec::new();
    let mut row = group.first().copied();
    while let Some(at) = row {
        if let Some(start) = seen.insert(at, walk.len()) {
            return walk.split_off(start);
        }
        walk.push(at);
        row = next(at);
    }
    walk
}
