//! The rules `wrong_kind` and, for causes, `wrong_stage`: a reference to a record of another kind.

use crate::finding::{Code, Fact, Finding};
use crate::model::{Kind, Relation};
use crate::rules::chain::wrong_stage;
use crate::rules::registry::{Rule, rule};

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::WrongKind,
    looks_for: "A reference to a record of a kind that its field does not take.",
    why: "The two records are there, but the sentence they make has no sense, and no question follows it.",
    example: "\"place\": \"elders\" where `elders` is a measure.",
    normal_when: "Never. The reference is kept, and not followed.",
    what_to_do: "Name a record of one of the kinds that the message gives.",
    claims: &["CHAIN-13"],
};

/// The code of a reference to a record of this kind, which it does not take.
pub(super) fn code(relation: Relation, found: Kind) -> Code {
    let in_chain = relation == Relation::CausedBy && found.stage().is_some();
    if in_chain { wrong_stage::RULE.code } else { RULE.code }
}

/// The finding of a reference to a record of another kind.
pub(super) fn finding(code: Code, subject: Option<&str>, path: String, id: &str, kinds: (&[Kind], Kind)) -> Finding {
    let expected: Vec<String> = kinds.0.iter().map(|kind| kind.singular().to_owned()).collect();
    let found = kinds.1.singular();
    let message = format!(
        "expected the id of a record of kind {}, found `{id}`, which is of kind {found}",
        expected.join(" or ")
    );
    Finding::new(code, path, message)
        .of(subject)
        .resting_on(rule(code).claims)
        .fact(Fact::text("id", id))
        .fact(Fact::text("found", found))
        .fact(Fact::list("expected", expected))
}
