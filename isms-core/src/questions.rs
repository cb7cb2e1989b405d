//! The questions as methods of the register: one line each. They stand apart from it, so that the
//! register knows nothing of those who ask.

use crate::finding::{Findings, Refusal};
use crate::register::Register;
use crate::review::{self, Review};
use crate::rules;
use crate::trace::{self, Ancestors, BrokenTraces, CommonCauses, Paths, Trace};
use crate::value::Date;

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

    /// All findings, but those that acknowledgements without a beginning or an end set aside. Linear.
    #[must_use]
    pub fn check(&self) -> Findings {
        rules::check(self, None)
    }

    /// All findings, but those that acknowledgements set aside on this day: those that hold on all of it, from the first
    /// moment of `since` to the last one of `until`. Linear.
    ///
    /// ```
    /// use isms_core::{Date, Register};
    /// let register = Register::open(br#"{"isms": "1", "losses": [{"id": "driver", "title": "Driver injured"}],
    ///     "acknowledgements": [{"id": "known", "title": "No cause known", "code": "broken_trace", "record": "driver",
    ///         "reason": "The report was lost in the fire.", "until": "2026-12"}]}"#)?;
    /// assert_eq!(register.check().counts.warning, 1);
    /// let counts = register.check_as_of(&"2026-12-31".parse::<Date>()?).counts;
    /// assert_eq!((counts.warning, counts.acknowledged[0].count), (0, 1));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn check_as_of(&self, as_of: &Date) -> Findings {
        rules::check(self, Some(as_of))
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
