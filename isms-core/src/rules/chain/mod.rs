//! Rules on the insecurity chain.

pub(super) mod broken_trace;
pub(super) mod cycle;
pub(super) mod repeated_link;
pub(super) mod single_factor;
pub(super) mod wrong_stage;
