//! The rule `wrong_stage`. It is found with `wrong_kind`, in one pass over the references.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::WrongStage,
    looks_for: "A cause of a stage that the effect does not take. The stages are risk factor, threat, incident, loss, in this order; a threat may also feed another threat.",
    why: "A loss that comes straight from a risk factor hides the threat and the incident between them, which are what one could have seen and stopped.",
    example: "A loss with \"causes\": [\"arms\"], where `arms` is a risk factor.",
    normal_when: "Never. The link is not followed.",
    what_to_do: "Add the stage that is missing and link through it.",
    claims: &["CHAIN-01"],
};
