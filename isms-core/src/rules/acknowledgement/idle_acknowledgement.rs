//! The rule `idle_acknowledgement`.

use crate::finding::{Code, Fact, Finding, Severity};
use crate::model::{Acknowledgement, Kind};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::IdleAcknowledgement,
    looks_for: "An acknowledgement that sets nothing aside: it names no code, gives no reason, or names the code of an error.",
    why: "Who wrote it believes that a finding is dealt with. What is set aside without a reason nobody can judge later, and an error is never set aside: the record contradicts itself, or can't be read.",
    example: "\"acknowledgements\": [{\"id\": \"a1\", \"title\": \"Known\", \"code\": \"cycle\", \"record\": \"raid\"}]",
    normal_when: "Never for long.",
    what_to_do: "Name the code of a warning or a note, and say why it may stand. An error is mended in its record.",
    claims: &[],
};

/// Finds acknowledgements that set nothing aside. Linear in them.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    for row in meter.over(register.rows_of(Kind::Acknowledgement)) {
        let Some(found) = register.whole::<Acknowledgement>(row) else { continue };
        match found.code.as_deref() {
            None => log.push(RULE.code, Some(row), || finding(register, row, "code", NO_CODE.to_owned())),
            Some(code) if Code::parse(code).is_some_and(|code| code.severity() == Severity::Error) => {
                let message = format!(
                    "expected the code of a warning or a note, found `{code}`, an error, which is never set aside; mend its record"
                );
                log.push(RULE.code, Some(row), || finding(register, row, "code", message));
            }
            Some(_) => (),
        }
        if found.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
            log.push(RULE.code, Some(row), || finding(register, row, "reason", NO_REASON.to_owned()));
        }
    }
}

const NO_CODE: &str =
    "expected the code of a finding, found none; name the code of the warning or note that is set aside";
const NO_REASON: &str = "expected a reason, found none; say why the finding may stand";

fn finding(register: &Register, row: u32, field: &str, message: String) -> Finding {
    Finding::new(RULE.code, format!("{}/{field}", register.records.rows.pointer(row)), message)
        .of(register.id_of_row(row))
        .resting_on(RULE.claims)
        .fact(Fact::text("lacks", field))
}
