//! The rule `out_of_range`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::OutOfRange,
    looks_for: "A value of the right type outside what it may be: a probability above 1, a date that no calendar has, a gate that asks for more causes than there are, an id with blanks around it.",
    why: "A number outside its range is a slip of the pen, and every figure built on it would be wrong.",
    example: "\"likelihood\": 30 where 0.3 was meant; \"date\": \"2026-02-30\".",
    normal_when: "Never. The value counts as unknown until it is mended.",
    what_to_do: "Write the value within the range that the message names. Percentages are written as numbers from 0 to 1.",
    claims: &[],
};
