//! The words that questions understand, where they rest on one.

/// What an incident may say of consent.
pub(crate) const CONSENT: [&str; 3] = ["none", "count_only", "share"];

/// The states of a measure; only `in_place` works.
pub(crate) const STATUSES: [&str; 5] = ["proposed", "planned", "in_place", "suspended", "retired"];
