//! The rule `unknown_kind`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnknownKind,
    looks_for: "A table in the document whose key is no kind that this version knows.",
    why: "It may be misspelled, and then no question reads its records; or it is of a newer version, or of your own.",
    example: "\"riskfactors\": [ … ] instead of \"risk_factors\".",
    normal_when: "When the table is your own, or comes from a program that knows more kinds. It is kept and saved.",
    what_to_do: "Take the key that the message offers, or compare yours with the kinds that isms schema prints.",
    claims: &[],
};
