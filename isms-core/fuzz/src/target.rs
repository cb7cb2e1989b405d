//! The targets, each by its name.

use crate::mutate::Grammar;
use crate::targets::{ask, catalog, csv, date, document, estimate, oscal};

/// A reader of the library, and what must hold of it.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name: that of its program and of its corpus.
    pub name: &'static str,
    /// Runs an input and asserts what must hold; whether the input got past the first refusal.
    pub run: fn(&[u8]) -> bool,
    /// The same and more, where single inputs have the time.
    pub run_all: fn(&[u8]) -> bool,
    /// The longest input that is made, unless it began longer. Short inputs are many inputs.
    pub longest: usize,
    pub(crate) grammar: Grammar,
}

/// All of them.
pub const TARGETS: [Target; 7] =
    [Target::document, Target::date, Target::estimate, Target::csv, Target::ask, Target::oscal, Target::catalog];

#[expect(non_upper_case_globals, reason = "they are named as their programs are")]
impl Target {
    /// A document: opened, checked, saved, opened again, and asked.
    pub const document: Self = Self {
        name: "document",
        run: document::run,
        run_all: document::run_all,
        longest: 1_536,
        grammar: Grammar::Document,
    };
    /// Two dates, a line each.
    pub const date: Self =
        Self { name: "date", run: date::run, run_all: date::run, longest: 64, grammar: Grammar::Date };
    /// An estimate, as it stands in a record.
    pub const estimate: Self =
        Self { name: "estimate", run: estimate::run, run_all: estimate::run, longest: 256, grammar: Grammar::Estimate };
    /// An export of the Aid Worker Security Database.
    pub const csv: Self = Self { name: "csv", run: csv::run, run_all: csv::run, longest: 2_048, grammar: Grammar::Csv };
    /// A letter that chooses a register, and a request to it.
    pub const ask: Self = Self { name: "ask", run: ask::run, run_all: ask::run, longest: 256, grammar: Grammar::Ask };
    /// A catalogue or a profile of OSCAL.
    pub const oscal: Self =
        Self { name: "oscal", run: oscal::run, run_all: oscal::run, longest: 3_072, grammar: Grammar::Oscal };

    /// A catalogue of standards, terms and mappings.
    pub const catalog: Self =
        Self { name: "catalog", run: catalog::run, run_all: catalog::run, longest: 4_096, grammar: Grammar::Catalog };

    /// The target of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TARGETS.into_iter().find(|target| target.name == name)
    }
}
