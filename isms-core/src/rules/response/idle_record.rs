//! The rule `idle_record`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::IdleRecord,
    looks_for: "A record of the response that counts for nothing, since it lacks what the question needs: an adoption without a standard or in a place that is none, a verification without a date, a requirement, a result or the place of its office, a waiver without an approver or an end, something left out without a reason.",
    why: "Who wrote it believes that the requirement is dealt with. What can't be counted is not counted as met.",
    example: "A verification whose result is `waived`, without an `approver`.",
    normal_when: "While a record is being written.",
    what_to_do: "Add what the message names. Found by the question that needs it: `assess`.",
    claims: &[],
};
