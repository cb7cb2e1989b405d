//! The rule `missing_title`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::MissingTitle,
    looks_for: "A record without a title.",
    why: "Pages and lists would show a bare id, and a reader could not tell what is meant.",
    example: "{\"id\": \"i-17\"} among the incidents.",
    normal_when: "While a first report comes in.",
    what_to_do: "Say in a few words what the record is.",
    claims: &[],
};
