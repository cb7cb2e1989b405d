//! The rule `covert_method`.

use super::finding;
use crate::finding::{Code, Fact};
use crate::json::shortened;
use crate::model::{Assessment, Kind};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::CovertMethod,
    looks_for: "An assessment one of whose `methods` is `covert`.",
    why: "Agencies that gather intelligence are no longer neutral in the eyes of those who can harm them, and put all others at risk. Assessments are made by open means alone; no record of another kind is accepted.",
    example: "\"methods\": [\"interviews\", \"covert\"].",
    normal_when: "Never: there is no duty that asks for it.",
    what_to_do: "Do not keep what was learnt so. Take the method out if it is a mistake; ask openly what you need to know.",
    claims: &["SECTOR-RA-04"],
};

/// Linear in the assessments.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    for row in meter.over(register.rows_of(Kind::Assessment)) {
        let Some(assessment) = register.typed::<Assessment>(row) else { continue };
        let is_covert = |method: &&String| method.trim().to_lowercase().starts_with("covert");
        if let Some(method) = assessment.methods.iter().find(is_covert) {
            log.push(RULE.code, Some(row), || {
                let found = shortened(method);
                let message = format!(
                    "expected open methods, found `{found}`: an agency that gathers intelligence is no longer neutral; take it out, and what was learnt so"
                );
                finding(register, &RULE, row, "methods", message).fact(Fact::text("found", found))
            });
        }
    }
}
