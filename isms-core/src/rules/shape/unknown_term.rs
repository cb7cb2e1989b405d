//! The rule `unknown_term`.

use crate::finding::{Code, Fact, Finding, Log};
use crate::json::shortened;
use crate::model::{Incident, Kind};
use crate::register::Register;
use crate::rules::registry::Rule;
use crate::value::Meter;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnknownTerm,
    looks_for: "A word that this version does not know where a question rests on it: `consent` of an incident is `none`, `count_only` or `share`.",
    why: "A word that nobody understands must not open a door: it is taken as the strictest one, so the incident is in no review and no count.",
    example: "\"consent\": \"shared\" where `share` is meant.",
    normal_when: "Never for long.",
    what_to_do: "Take one of the words that the message offers.",
    claims: &[],
};

/// The words for consent.
const CONSENT: [&str; 3] = ["none", "count_only", "share"];

/// Finds words that no question understands. Linear in the incidents that say something of consent.
pub(in crate::rules) fn find(register: &Register, log: &mut Log<Finding>, meter: &Meter<'_>) {
    for (row, _) in meter.over(register.records.labels.withheld()) {
        if register.records.rows.kind(row) != Some(Kind::Incident) {
            continue;
        }
        let consent = register.typed::<Incident>(row).and_then(|incident| incident.consent);
        if let Some(found) = consent.filter(|word| !CONSENT.contains(&word.as_str())) {
            log.push(RULE.code, || finding(register, row, &found));
        }
    }
}

fn finding(register: &Register, row: u32, found: &str) -> Finding {
    let found = shortened(found);
    let message =
        format!("expected none, count_only or share, found `{found}`, which is taken as none; write one of them");
    Finding::new(RULE.code, format!("{}/consent", register.records.rows.pointer(row)), message)
        .of(register.id_of_row(row))
        .resting_on(RULE.claims)
        .fact(Fact::text("found", found))
}
