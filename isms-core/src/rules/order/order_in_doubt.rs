//! The rule `order_in_doubt`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::OrderInDoubt,
    looks_for: "An effect that may precede its cause, because a date is known only in part. Equal dates are taken as the same time.",
    why: "It is a doubt, not a fault: the order may be right.",
    example: "An injury dated 2026-03-04 caused by an incident dated 2026-03.",
    normal_when: "Often: day and month of an incident are not always known.",
    what_to_do: "Write the date as exactly as it is known.",
    claims: &["CHAIN-01"],
};
