//! The rule `repeated_key`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::RepeatedKey,
    looks_for: "A key that stands twice in one object.",
    why: "Programs differ in which of the two they take, so that two offices would read two different records.",
    example: "{\"id\": \"arms\", \"title\": \"Arms\", \"title\": \"Small arms\"}.",
    normal_when: "Never; it comes from editing by hand or from a program that writes JSON piece by piece.",
    what_to_do: "Keep the one that is meant. Until then the last one counts, and both are saved.",
    claims: &[],
};
