//! Migrate: from one edition of a standard to the next, without losing an answer.

mod answer;
mod fates;
mod plan;

pub use answer::{Migrated, MigratedTailoring, Migration};

pub(crate) use plan::migrate;
