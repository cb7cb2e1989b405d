//! The rules `wrong_kind` and, for causes, `wrong_stage`: a reference to a record of another kind.

use crate::finding::{Code, Fact, Finding, Log};
use crate::model::{Kind, Relation};
use crate::register::Register;
use crate::rules::chain::wrong_stage;
use crate::rules::pointers::Pointers;
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

/// Finds references to records of another kind. Linear in the references.
pub(in crate::rules) fn find(register: &Register, log: &mut Log<Finding>) {
    let records = &register.records;
    let mut pointers = Pointers::of(register);
    for (row, entry) in records.rows.iter() {
        for target in records.references.of(row) {
            let Some(found) = records.row_of(target.symbol).and_then(|row| records.rows.kind(row)) else { continue };
            let expected = target.relation.targets(entry.kind);
            if !expected.contains(&found) {
                let code = code(target.relation, found);
                let id = records.name(target.symbol);
                log.push(code, || {
                    finding(code, register.id_of_row(row), pointers.path(row, target.nth), id, (expected, found))
                });
            }
        }
    }
}

fn code(relation: Relation, found: Kind) -> Code {
    let in_chain = relation == Relation::CausedBy && found.stage().is_some();
    if in_chain { wrong_stage::RULE.code } else { RULE.code }
}

fn finding(code: Code, subject: Option<&str>, path: String, id: &str, kinds: (&[Kind], Kind)) -> Finding {
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
