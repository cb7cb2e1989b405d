//! The rule `duplicate_id`. The reader finds it.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::DuplicateId,
    looks_for: "Two records with the same id. There is one id space for all kinds.",
    why: "A reference to that id means the first record; the second is invisible to every trace. Real incident data has such ids: one of two attacks would vanish.",
    example: "Two incidents with the id 4664, four months apart.",
    normal_when: "Never. Both records are kept and saved.",
    what_to_do: "Give the second one an id of its own, and look through the references to the first: some may mean the second.",
    claims: &[],
};
