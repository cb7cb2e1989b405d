//! The rule `order_in_time`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::OrderInTime,
    looks_for: "An effect that certainly precedes its cause: whatever the exact dates are, it lies before. Also `until` before `since`, and a signal understood before it was heard.",
    why: "Effects do not precede causes. Either a date is wrong or the link is, and every lead time counted from it would be.",
    example: "A loss of 2026-02-07 caused by an incident of 2026-07-02: day and month were swapped.",
    normal_when: "Never. Where the order is only in doubt, the code is another one.",
    what_to_do: "Compare both dates with the report, and mend the one that slipped, or the link.",
    claims: &["CHAIN-01"],
};
