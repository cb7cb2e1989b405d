//! Trace: what led to a record, what it can lead to, and where that breaks.
//!
//! Trace is structural: dates and states don't cut it.

mod ancestors;
mod broken;
mod common;
mod one;
mod paths;

pub use ancestors::Ancestors;
pub use broken::{Broken, BrokenTally, BrokenTraces};
pub use common::CommonCauses;
pub use one::{Trace, TraceCauses, TraceEffects};
pub use paths::{MAX_PATHS, Paths};

pub(crate) use ancestors::{Walk, ancestors};
pub(crate) use broken::{broken_of, broken_traces};
pub(crate) use common::common_causes;
pub(crate) use one::trace;
pub(crate) use paths::paths;
