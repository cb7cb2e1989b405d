//! The rule `personal_field`.

use crate::finding::Code;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::PersonalField,
    looks_for: "A field that this version does not know, whose key names a person or a personal attribute: a name, ethnicity, clan or tribe, religion, health, sexual orientation, politics, date of birth, identity papers, a way to reach someone. Keys are compared by whole words in English, French, Spanish, Arabic and Swahili, within unknown fields too; values are never looked at.",
    why: "In the wrong hands such a record is a target list. No question needs it: who a loss befell is said by `who`, a risk to a profile stands on the risk.",
    example: "\"driver_name\": … on a loss, \"clan\": … on an incident.",
    normal_when: "When the key means something else, such as `name` for that of a clinic: that is the `title`.",
    what_to_do: "Take the field out, and out of the copies that others have. Keep what you must know of a person where files on staff are kept. If the key means something else, give it another one.",
    claims: &[],
};
