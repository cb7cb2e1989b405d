//! The floor of tracing: what a hand-written pass over plain arrays takes.
//!
//! It knows nothing of gates, dates or faults: rows in the order of the chain, links as two arrays,
//! a stamp a row. Whoever wants to know what the library costs compares it with this.

#![expect(clippy::indexing_slicing, reason = "a floor is what plain arrays take, bounds checks and all")]
#![expect(clippy::cast_possible_truncation, reason = "rows are numbered by 32 bits")]

use isms_core::{Causes, Incident, Kind, Loss, Register, Threat};
use std::collections::HashMap;

/// The links of a register as plain arrays: the causes of row `n` are
/// `causes[starts[n]..starts[n + 1]]`.
pub struct Floor {
    starts: Vec<u32>,
    causes: Vec<u32>,
    /// The first row of a threat; all before it are risk factors.
    first_threat: usize,
    /// The first row of a loss; all that follow are losses too.
    pub first_loss: usize,
    /// The id of each row: risk factors, threats, incidents and losses, one after the other.
    pub ids: Vec<String>,
}

/// The ancestors of every loss: those of loss number `n` are `rows[offsets[n]..offsets[n + 1]]`.
pub struct Found {
    /// Where the ancestors of each loss begin, and where the last end.
    pub offsets: Vec<u64>,
    /// The ancestors, one loss after the other.
    pub rows: Vec<u32>,
}

impl Found {
    /// The ancestors of each loss.
    pub fn losses(&self) -> impl Iterator<Item = &[u32]> {
        self.offsets.windows(2).map(|ends| &self.rows[ends[0] as usize..ends[1] as usize])
    }
}

impl Floor {
    /// Builds the arrays from the links that the register holds.
    pub fn new(register: &Register) -> Self {
        let mut ids = Vec::new();
        let mut first_loss = 0;
        for kind in [Kind::RiskFactor, Kind::Threat, Kind::Incident, Kind::Loss] {
            first_loss = ids.len();
            ids.extend(register.ids(kind).map(str::to_owned));
        }
        let rows: HashMap<&str, u32> = (0..).zip(&ids).map(|(row, id)| (id.as_str(), row)).collect();
        let first_threat = register.ids(Kind::RiskFactor).count();
        let mut links = Links { starts: vec![0; first_threat + 1], causes: Vec::new(), rows };
        register.iter::<Threat>().for_each(|record| links.add(record.causes.as_ref()));
        register.iter::<Incident>().for_each(|record| links.add(record.causes.as_ref()));
        register.iter::<Loss>().for_each(|record| links.add(record.causes.as_ref()));
        let Links { starts, causes, .. } = links;
        Self { starts, causes, first_threat, first_loss, ids }
    }

    /// How many links there are.
    pub fn links(&self) -> usize {
        self.causes.len()
    }

    /// Traces every loss. The rows that are found serve as the queue: what is met next is known
    /// long before it is needed, which a stack does not give. Risk factors have no causes, so they
    /// are not followed; their rows come first.
    pub fn trace(&self) -> Found {
        let count = self.ids.len();
        let mut stamps = vec![0_u32; count];
        let mut offsets = Vec::with_capacity(count - self.first_loss + 1);
        let mut rows = Vec::new();
        offsets.push(0);
        for loss in self.first_loss..count {
            let mut row = loss;
            let mut next = rows.len();
            loop {
                if row >= self.first_threat {
                    for cause in &self.causes[self.starts[row] as usize..self.starts[row + 1] as usize] {
                        if stamps[*cause as usize] != loss as u32 {
                            stamps[*cause as usize] = loss as u32;
                            rows.push(*cause);
                        }
                    }
                }
                if next == rows.len() {
                    break;
                }
                row = rows[next] as usize;
                next += 1;
            }
            offsets.push(rows.len() as u64);
        }
        Found { offsets, rows }
    }
}

/// Arrays in the making.
struct Links<'i> {
    starts: Vec<u32>,
    causes: Vec<u32>,
    rows: HashMap<&'i str, u32>,
}

impl Links<'_> {
    /// Adds the causes of the next row.
    fn add(&mut self, causes: Option<&Causes>) {
        let links = causes.map(|causes| causes.links.as_slice()).unwrap_or_default();
        self.causes.extend(links.iter().filter_map(|link| self.rows.get(link.id.as_str())));
        self.starts.push(self.causes.len() as u32);
    }
}
