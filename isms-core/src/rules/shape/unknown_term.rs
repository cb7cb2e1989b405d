//! The rule `unknown_term`.

use crate::finding::{Code, Fact, Finding};
use crate::json::shortened;
use crate::model::{Acknowledgement, CONSENT, Incident, Kind, Measure, STATUSES};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::{Rule, nearest_code};
use crate::value::Meter;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::UnknownTerm,
    looks_for: "A word that this version does not know where a question rests on it: `consent` of an incident is `none`, `count_only` or `share`; `status` of a measure is `proposed`, `planned`, `in_place`, `suspended` or `retired`; `code` of an acknowledgement is that of a finding. And a word that no taxonomy at hand has, in a field whose words taxonomies list (`isms catalog show terms`); if it stands in several records it is told of once, with its first place and a count.",
    why: "A word that nobody understands must not open a door: consent is taken as the strictest, so the incident is in no review and no count; a measure counts as one that does not work; an acknowledgement sets nothing aside. A word that is in no taxonomy is kept, yet it is neither counted with its like, nor translated, nor mapped to the lists of others: `kidnaping` and `kidnapping` are two things.",
    example: "\"consent\": \"shared\" where `share` is meant.",
    normal_when: "When a newer version wrote the record, or the agency has words of its own.",
    what_to_do: "Take one of the words that the message offers, or one of the taxonomy that it names. Words of your own go into a catalogue of your own, in a taxonomy that names the field, and `check` takes it (`--catalog FILE`).",
    claims: &[],
};

/// Finds words that no question understands. Linear in the incidents that say something of consent, in the measures and
/// in the acknowledgements.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    for (row, _) in meter.over(register.records.labels.withheld()) {
        if register.records.rows.kind(row) != Some(Kind::Incident) {
            continue;
        }
        let consent = register.typed::<Incident>(row).and_then(|incident| incident.consent);
        if let Some(found) = consent.filter(|word| !CONSENT.contains(&word.as_str())) {
            log.push(RULE.code, Some(row), || consent_finding(register, row, &found));
        }
    }
    for row in meter.over(register.rows_of(Kind::Measure)) {
        let status = register.typed::<Measure>(row).and_then(|measure| measure.status);
        if let Some(found) = status.filter(|word| !STATUSES.contains(&word.as_str())) {
            log.push(RULE.code, Some(row), || status_finding(register, row, &found));
        }
    }
    for row in meter.over(register.rows_of(Kind::Acknowledgement)) {
        let code = register.typed::<Acknowledgement>(row).and_then(|found| found.code);
        if let Some(code) = code.filter(|code| Code::parse(code).is_none()) {
            log.push(RULE.code, Some(row), || code_finding(register, row, &code));
        }
    }
}

fn code_finding(register: &Register, row: u32, found: &str) -> Finding {
    let near = nearest_code(found);
    let hint = near.map_or("`isms explain` alone lists all codes".to_owned(), |near| format!("did you mean `{near}`?"));
    let finding = finding(register, row, "code", found, |found| {
        format!("expected the code of a finding, found `{found}`, so nothing is set aside; {hint}")
    });
    near.into_iter().fold(finding, |finding, near| finding.fact(Fact::text("near", near)))
}

fn status_finding(register: &Register, row: u32, found: &str) -> Finding {
    let words = STATUSES.join(", ");
    finding(register, row, "status", found, |found| {
        format!(
            "expected one of {words}, found `{found}`; of these only in_place counts as working; write the one that is meant"
        )
    })
}

fn consent_finding(register: &Register, row: u32, found: &str) -> Finding {
    finding(register, row, "consent", found, |found| {
        format!("expected none, count_only or share, found `{found}`, which is taken as none; write one of them")
    })
}

/// What all of them have in common: a word, cut to what a message can carry, at a field of a row.
fn finding(register: &Register, row: u32, field: &str, found: &str, message: impl FnOnce(&str) -> String) -> Finding {
    let found = shortened(found);
    Finding::new(RULE.code, format!("{}/{field}", register.records.rows.pointer(row)), message(&found))
        .of(register.id_of_row(row))
        .resting_on(RULE.claims)
        .fact(Fact::text("found", found))
}
