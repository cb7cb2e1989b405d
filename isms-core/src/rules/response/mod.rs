//! Rules on the records of the response: standards, posts, decisions.

pub(super) mod idle_record;
pub(super) mod unknown_standard;
