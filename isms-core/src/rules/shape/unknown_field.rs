//! The rule `unknown_field`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnknownField,
    looks_for: "A field that this version does not know, named much like one that it does.",
    why: "It may be misspelled, and then no question reads it: with `cause` for `causes` a trace is lost without a word.",
    example: "\"cause\": [\"arms\"] on a threat.",
    normal_when: "When the field is your own. Fields that are like none of ours give no note; all are kept and saved.",
    what_to_do: "Compare the name with the one that the message offers.",
    claims: &[],
};
