//! A second opinion on a document: naive sets and recursion, nothing of the library.

use crate::dirt::{DATES, Document, FACTOR, INCIDENT, LOSS, MEASURE, Made, PLACE, THREAT};
use std::collections::{BTreeMap, BTreeSet};

type Row = usize;
type Set = BTreeSet<Row>;

/// What a document says, recomputed.
pub(crate) struct Judge<'d> {
    pub(crate) records: &'d [Made],
    /// The causes of each row that can be followed.
    pub(crate) followed: Vec<Vec<Row>>,
    /// The other links: what is named and why it can't be followed.
    pub(crate) broken: Vec<Vec<(String, &'static str)>>,
    above: Vec<Set>,
    /// The place in which each place lies, and the places that lie within each other.
    outer: Vec<Option<Row>>,
    rings: BTreeSet<Vec<Row>>,
    counts: BTreeMap<&'static str, u64>,
}

impl<'d> Judge<'d> {
    pub(crate) fn new(document: &'d Document) -> Self {
        let records = document.records.as_slice();
        let mut judge = Self {
            records,
            followed: vec![Vec::new(); records.len()],
            broken: vec![Vec::new(); records.len()],
            above: Vec::new(),
            outer: Vec::new(),
            rings: BTreeSet::new(),
            counts: document.planted.clone(),
        };
        judge.follow();
        judge.cut_cycles();
        judge.find_rings();
        judge.above = (0..records.len()).map(|row| judge.reach(row, &judge.followed)).collect();
        judge
    }

    /// The row that an id means: the first that has it.
    pub(crate) fn row(&self, id: &str) -> Option<Row> {
        self.records.iter().position(|made| made.id.as_deref() == Some(id))
    }

    /// The rows that can be asked for by their ids.
    pub(crate) fn named(&self) -> impl Iterator<Item = (Row, &str)> {
        let ids = self.records.iter().enumerate().filter_map(|(row, made)| Some((row, made.id.as_deref()?)));
        ids.filter(|(row, id)| self.row(id) == Some(*row))
    }

    fn count(&mut self, code: &'static str) {
        *self.counts.entry(code).or_default() += 1;
    }

    fn follow(&mut self) {
        for (row, made) in self.records.iter().enumerate() {
            for id in &made.links {
                let why = match self.row(id) {
                    None => "dangling",
                    Some(cause) if cause == row => "self",
                    Some(cause) if !takes(made.kind, self.records[cause].kind) => "wrong_stage",
                    Some(cause) if self.followed[row].contains(&cause) => "repeated",
                    Some(cause) => {
                        self.followed[row].push(cause);
                        "followed"
                    }
                };
                self.broken[row].push((id.clone(), why));
            }
        }
    }

    fn cut_cycles(&mut self) {
        let reach: Vec<Set> = (0..self.records.len()).map(|row| self.reach(row, &self.followed)).collect();
        let mut rings = BTreeSet::new();
        for row in 0..self.records.len() {
            let inside: Vec<Row> =
                self.followed[row].iter().copied().filter(|cause| reach[*cause].contains(&row)).collect();
            if !inside.is_empty() {
                rings.insert(
                    reach[row].iter().copied().filter(|other| reach[*other].contains(&row)).collect::<Vec<Row>>(),
                );
            }
            let ids: Vec<String> = inside.iter().filter_map(|cause| self.records[*cause].id.clone()).collect();
            self.followed[row].retain(|cause| !inside.contains(cause));
            for (id, why) in &mut self.broken[row] {
                if *why == "followed" && ids.contains(id) {
                    *why = "cycle";
                }
            }
            self.broken[row].retain(|(_, why)| *why != "followed");
        }
        *self.counts.entry("cycle").or_default() += rings.len() as u64;
    }

    /// All that steps lead to from a row.
    fn reach(&self, row: Row, steps: &[Vec<Row>]) -> Set {
        let mut found = Set::new();
        let mut left = steps[row].clone();
        while let Some(next) = left.pop() {
            if found.insert(next) {
                left.extend(&steps[next]);
            }
        }
        found
    }

    pub(crate) fn ancestors(&self, row: Row) -> &Set {
        &self.above[row]
    }

    pub(crate) fn descendants(&self, row: Row) -> Set {
        (0..self.records.len()).filter(|other| self.above[*other].contains(&row)).collect()
    }

    /// The ids of some rows that are of a kind, in the order of the document.
    pub(crate) fn ids(&self, rows: &Set, kind: usize) -> Vec<String> {
        let of_kind = rows.iter().filter(|row| self.records[**row].kind == kind);
        of_kind.filter_map(|row| self.records[*row].id.clone()).collect()
    }

    /// Where the trace breaks at a row: the id named and why, or nothing at all.
    pub(crate) fn breaks(&self, row: Row) -> Vec<Option<(String, &'static str)>> {
        if ![THREAT, INCIDENT, LOSS].contains(&self.records[row].kind) {
            return Vec::new();
        }
        let links = self.broken[row].iter().filter(|(_, why)| *why != "repeated").cloned().map(Some);
        let found: Vec<_> = links.collect();
        if found.is_empty() && self.followed[row].is_empty() { vec![None] } else { found }
    }

    /// All paths back from a row.
    pub(crate) fn paths(&self, row: Row) -> Vec<Vec<Row>> {
        if self.followed[row].is_empty() {
            return vec![vec![row]];
        }
        let rest = self.followed[row].iter().flat_map(|cause| self.paths(*cause));
        rest.map(|rest| [vec![row], rest].concat()).collect()
    }

    /// How many findings of each code there must be.
    pub(crate) fn counts(mut self) -> BTreeMap<&'static str, u64> {
        for row in 0..self.records.len() {
            self.count_identity(row);
            self.count_order(row);
            self.count_place(row);
            let factors = self.above[row].iter().filter(|row| self.records[**row].kind == FACTOR).count();
            if self.records[row].kind == LOSS && factors == 1 {
                self.count("single_factor");
            }
        }
        self.count_broken();
        self.counts.retain(|_, count| *count > 0);
        self.counts
    }

    fn count_identity(&mut self, row: Row) {
        let made = &self.records[row];
        if made.id.as_deref().is_some_and(|id| self.row(id) != Some(row)) {
            self.count("duplicate_id");
        }
        let broken: Vec<&str> = self.broken[row].iter().map(|(_, why)| *why).collect();
        for _ in broken.iter().filter(|why| **why == "repeated") {
            self.count("repeated_link");
        }
        // A record that names itself within a larger ring is told with the ring.
        if broken.contains(&"self") && !broken.contains(&"cycle") {
            self.count("cycle");
        }
        for (id, expected) in references(made) {
            let Some(found) = self.row(&id).map(|found| self.records[found].kind) else {
                self.count("dangling_reference");
                continue;
            };
            let (fits, in_chain) = match expected {
                Some(kind) => (found == kind, false),
                None => (takes_kind(made.kind, found), (FACTOR..=LOSS).contains(&found)),
            };
            if !fits {
                self.count(if in_chain { "wrong_stage" } else { "wrong_kind" });
            }
        }
    }

    fn count_order(&mut self, row: Row) {
        for cause in self.followed[row].clone() {
            let (Some(own), Some(other)) = (self.records[row].date, self.records[cause].date) else { continue };
            let ((_, first, last), (_, other_first, other_last)) = (DATES[own], DATES[other]);
            let instants = first == last && other_first == other_last;
            let day = |second: i64| if instants { second } else { second.div_euclid(86_400) };
            if last < other_first {
                self.count("order_in_time");
            } else if (first, last) != (other_first, other_last) && day(first) < day(other_last) {
                self.count("order_in_doubt");
            }
        }
    }

    fn place(&self, id: Option<&String>) -> Option<Row> {
        self.row(id?).filter(|row| self.records[*row].kind == PLACE)
    }

    /// Whether a place lies in another, or is it. Links within a cycle are not followed.
    fn is_within(&self, place: Row, outer: Row) -> bool {
        let mut at = Some(place);
        while let Some(found) = at {
            if found == outer {
                return true;
            }
            at = self.outer[found].filter(|_| !self.rings.iter().flatten().any(|row| *row == found));
        }
        false
    }

    fn count_place(&mut self, row: Row) {
        if self.records[row].kind != INCIDENT || self.followed[row].is_empty() {
            return;
        }
        let here = self.place(self.records[row].place.as_ref());
        let holds = self.followed[row].iter().any(|threat| {
            let there = self.place(self.records[*threat].place.as_ref());
            here.zip(there).is_some_and(|(here, there)| self.is_within(here, there))
        });
        if !holds {
            self.count("place_apart");
        }
    }

    fn count_broken(&mut self) {
        let mut sources: BTreeMap<(usize, &str), Vec<Row>> = BTreeMap::new();
        for (row, made) in self.records.iter().enumerate() {
            if let (Some(_), Some(source), THREAT..=LOSS) = (made.date, &made.source, made.kind) {
                sources.entry((made.kind, source)).or_default().push(row);
            }
        }
        sources.retain(|_, rows| rows.len() > 1 && rows.iter().all(|row| self.records[*row].links.is_empty()));
        let counted: Set = sources.values().flatten().copied().collect();
        let bare = (0..self.records.len()).filter(|row| {
            (THREAT..=LOSS).contains(&self.records[*row].kind)
                && self.followed[*row].is_empty()
                && !counted.contains(row)
        });
        let bare = bare.count();
        *self.counts.entry("broken_trace").or_default() += (bare + sources.len()) as u64;
    }

    /// Places that lie within each other.
    fn find_rings(&mut self) {
        let outer = self.records.iter().map(|made| self.place(made.within.as_ref()).filter(|_| made.kind == PLACE));
        self.outer = outer.collect();
        let steps: Vec<Vec<Row>> = self.outer.iter().map(|outer| outer.iter().copied().collect()).collect();
        let reach: Vec<Set> = (0..self.records.len()).map(|row| self.reach(row, &steps)).collect();
        let on_ring = (0..self.records.len()).filter(|row| reach[*row].contains(row));
        self.rings = on_ring
            .map(|row| reach[row].iter().copied().filter(|other| reach[*other].contains(&row)).collect())
            .collect();
        *self.counts.entry("cycle").or_default() += self.rings.len() as u64;
    }
}

/// All that a record names, each with the kind that it must be; none: a cause.
fn references(made: &Made) -> Vec<(String, Option<usize>)> {
    let places = made.place.iter().chain(&made.within).map(|id| (id.clone(), Some(PLACE)));
    let barriers = made.barriers.iter().map(|id| (id.clone(), Some(MEASURE)));
    places.chain(barriers).chain(made.links.iter().map(|id| (id.clone(), None))).collect()
}

fn takes(effect: usize, cause: usize) -> bool {
    matches!((effect, cause), (THREAT, FACTOR | THREAT) | (INCIDENT, THREAT) | (LOSS, INCIDENT))
}

fn takes_kind(effect: usize, cause: usize) -> bool {
    takes(effect, cause)
}
