//! The tree of places, numbered so that "lies within" is one comparison.

use crate::graph::groups;
use crate::model::{Kind, Relation};
use crate::register::Register;
use std::collections::{HashMap, HashSet};

/// The tree of places: each has a span of numbers that holds the spans of the places within it.
pub(super) struct PlaceTree {
    spans: HashMap<u32, (u32, u32)>,
}

impl PlaceTree {
    /// Linear in the places. Places on a cycle are not in the tree.
    pub(super) fn of(register: &Register) -> Self {
        let mut inner: HashMap<u32, Vec<u32>> = HashMap::new();
        let mut roots = Vec::new();
        let outer = |place| register.first_referred(place, Relation::Within).filter(|outer| *outer != place);
        let pairs: Vec<(u32, u32)> =
            register.rows_of(Kind::Place).filter_map(|place| Some((place, outer(place)?))).collect();
        // Links within a cycle are not followed: each place on it is a root.
        let on_cycle: HashSet<u32> = groups(&pairs).into_iter().flatten().collect();
        for place in register.rows_of(Kind::Place) {
            match outer(place).filter(|_| !on_cycle.contains(&place)) {
                Some(outer) => inner.entry(outer).or_default().push(place),
                None => roots.push(place),
            }
        }
        let mut tree = Self { spans: HashMap::new() };
        let mut number = 0;
        for root in roots {
            tree.number(root, &inner, &mut number);
        }
        tree
    }

    /// Numbers a place and all within it, without recursion.
    fn number(&mut self, root: u32, inner: &HashMap<u32, Vec<u32>>, number: &mut u32) {
        let mut open = vec![(root, 0_usize)];
        self.spans.insert(root, (*number, *number));
        while let Some((place, turn)) = open.last_mut() {
            let place = *place;
            let next = inner.get(&place).and_then(|places| places.get(*turn)).copied();
            *turn += 1;
            if let Some(next) = next {
                *number += 1;
                self.spans.insert(next, (*number, *number));
                open.push((next, 0));
            } else {
                if let Some(span) = self.spans.get_mut(&place) {
                    span.1 = *number;
                }
                open.pop();
            }
        }
        *number += 1;
    }

    /// Whether a place is another one, or lies within it.
    pub(super) fn is_within(&self, inner: u32, outer: u32) -> bool {
        match (self.spans.get(&inner), self.spans.get(&outer)) {
            (Some(inner), Some(outer)) => outer.0 <= inner.0 && inner.1 <= outer.1,
            _ => inner == outer,
        }
    }
}
