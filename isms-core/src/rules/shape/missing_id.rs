//! The rule `missing_id`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::MissingId,
    looks_for: "A record without an id.",
    why: "Nothing can refer to it, and no two copies of the register can be compared.",
    example: "{\"title\": \"Convoy ambushed\"} among the incidents.",
    normal_when: "Never. The record is kept and saved.",
    what_to_do: "Give it an id: short, and never used for another record.",
    claims: &[],
};
