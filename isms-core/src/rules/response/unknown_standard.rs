//! The rule `unknown_standard`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnknownStandard,
    looks_for: "A standard, an edition or a requirement that no catalogue at hand has; a standard that was asked for, and that nobody adopted on the day; or, in a catalogue, the older edition whose place it takes.",
    why: "What is not at hand can't be asked for: its requirements are in no count, and the office that adopted it may have gaps that nobody sees.",
    example: "\"standard\": \"moss-2009\" where no catalogue of that name was given.",
    normal_when: "Where the agency keeps the catalogue elsewhere; `assess` takes it beside the register.",
    what_to_do: "Give the catalogue with the question (`--catalog FILE`), or take a name that `isms catalog list` shows; of one that was asked for: ask for one that is adopted, or record the adoption.",
    claims: &[],
};
