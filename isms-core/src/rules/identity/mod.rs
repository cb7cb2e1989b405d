//! Rules on ids and what they refer to.

pub(super) mod dangling_reference;
pub(super) mod duplicate_id;
pub(super) mod references;
pub(super) mod wrong_kind;
