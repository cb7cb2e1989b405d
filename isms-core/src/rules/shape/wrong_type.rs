//! The rule `wrong_type`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::WrongType,
    looks_for: "A value of another JSON type than its field takes, or an object that has none of the known forms.",
    why: "What can not be read is absent to every question: a likelihood written as a word counts as unknown.",
    example: "\"likelihood\": \"high\" where a number from 0 to 1 or an estimate is expected.",
    normal_when: "Never. The record keeps its text as it was written, so nothing is lost meanwhile.",
    what_to_do: "Write the value in the form that the message names; for words of a scale use {\"level\", \"scale\"}.",
    claims: &[],
};
