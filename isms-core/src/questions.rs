//! The questions as methods of the register: one line each. They stand apart from it, so that the
//! register knows nothing of those who ask.

use crate::finding::{Findings, Refusal};
use crate::register::Register;
use crate::review::{self, Review};
use crate::rules;
use crate::trace::{self, Ancestors, BrokenTraces, CommonCauses, Paths, Trace};

impl Register {
    /// What led to a record and what it can lead to. Linear in its causes and effects; the first
    /// question of the chain also builds the graph, linear in the register.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain.
    pub fn trace(&self, id: &str) -> Result<Trace, Refusal> {
        trace::trace(self, id)
    }

    /// All paths back from a record, at most `budget` of them listed, all of them counted.
    ///
    /// # Errors
    /// Refuses an id that no record has, and a record outside the chain.
    pub fn paths(&self, id: &str, budget: u32) -> Result<Paths, Refusal> {
        trace::paths(self, id, budget)
    }

    /// The nearest common causes of two or more records.
    ///
    /// # Errors
    /// Refuses fewer than two ids, ids that no record has, and records outside the chain.
    pub fn common_causes(&self, ids: &[String]) -> Result<CommonCauses, Refusal> {
        trace::common_causes(self, ids)
    }

    /// The ancestors of every loss, as offsets and rows. Linear in the links plus the answer.
    #[must_use]
    pub fn ancestors(&self) -> Ancestors {
        trace::ancestors(self)
    }

    /// All findings. Linear.
    #[must_use]
    pub fn check(&self) -> Findings {
        rules::check(self)
    }

    /// What a security adviser takes to a meeting, as data. Linear.
    #[must_use]
    pub fn review(&self) -> Review {
        review::review(self)
    }

    /// All broken traces, counted by kind. Linear.
    #[must_use]
    pub fn broken_traces(&self) -> BrokenTraces {
        trace::broken_traces(self)
    }
}
