//! Assess: for any day and any offices, which requirements of the standards that they adopted are met, and where the gaps are.

mod answer;
mod applying;
mod each;
mod findings;
mod offices;
mod options;
mod places;
mod standards;
mod tally;
mod verdicts;
mod whole;

pub use answer::{Assessed, AssessedOffice, AssessedStandard, Gap, Standing, State, Verdicts};
pub use options::{AssessOptions, Office};

pub(crate) use each::{Each, Stated, Stating, each};
pub(crate) use whole::assess;
