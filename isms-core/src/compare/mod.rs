//! Compare: what changed.

mod answer;
mod dates;

pub use answer::{ChangedRecord, Changes, KindChange, StandingChange};

pub(crate) use dates::{PASSES, diff, diff_within, standings};
