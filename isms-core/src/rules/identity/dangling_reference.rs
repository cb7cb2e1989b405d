//! The rule `dangling_reference`.

use crate::finding::{Code, Fact, Finding};
use crate::register::Register;
use crate::rules::registry::Rule;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::DanglingReference,
    looks_for: "A reference to an id that no record has; in a catalogue, to a requirement, or to a level of a scale, that no catalogue at hand has.",
    why: "What it was to say is lost: a cause that can't be followed breaks the trace, a barrier that can't be found protects nobody.",
    example: "\"place\": \"upper-vally\" where the place is `upper-valley`, often after a record was renamed.",
    normal_when: "While records come in from several people, and the other part is on its way.",
    what_to_do: "Take the id that the message offers, or add the record that is meant.",
    claims: &["CHAIN-13"],
};

/// The finding of a reference, at `field` of a row, that leads nowhere.
pub(super) fn finding(register: &Register, row: u32, field: String, id: &str, near: Option<String>) -> Finding {
    let subject = register.id_of_row(row);
    let hint = near.as_ref().map_or_else(
        || "add that record, or name one that is there".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let message = format!("expected the id of a record, found `{id}`, which no record has; {hint}");
    let path = format!("{}{field}", register.records.rows.pointer(row));
    let mut finding =
        Finding::new(RULE.code, path, message).of(subject).resting_on(RULE.claims).fact(Fact::text("id", id));
    if let Some(near) = near {
        // A record that names itself, or one cause twice, would be no better.
        let is_new = subject != Some(near.as_str()) && !refers_to(register, row, &near);
        let value = serde_json::Value::String(near.clone()).to_string();
        finding = finding.fact(Fact::text("near", near));
        if is_new {
            finding = finding.mended_at(register, row, field, Some(value));
        }
    }
    finding
}

fn refers_to(register: &Register, row: u32, id: &str) -> bool {
    let symbol = register.records.symbol(id);
    register.records.references.of(row).any(|target| Some(target.symbol) == symbol)
}
