//! The rule `stale_digest`.

use super::finding;
use crate::document::RowId;
use crate::finding::{Code, Fact};
use crate::json::shortened;
use crate::model::{Decision, Kind, Relation};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;
use std::collections::HashMap;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::StaleDigest,
    looks_for: "A decision whose `digest` is not that of the assessment on which it rests.",
    why: "The assessment was changed after the decision was taken, or it is another one: who decided may never have seen what it says now.",
    example: "A level of risk raised in the assessment, and the decision to proceed left as it was.",
    normal_when: "When only the words of the assessment were mended: then the decision is confirmed with the new digest.",
    what_to_do: "Take the decision again on the assessment as it is, or make the changed assessment a record of its own. `isms digest FILE ID` prints the digest of a record.",
    claims: &["UNSMS-11"],
};

/// Linear in the decisions and their assessments.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let mut digests: HashMap<RowId, String> = HashMap::new();
    for row in meter.over(register.rows_of(Kind::Decision)) {
        let Some(said) = register.typed::<Decision>(row).and_then(|decision| decision.digest) else { continue };
        let Some(assessment) = register.first_referred(row, Relation::RestsOn) else { continue };
        // Many decisions may rest on one long assessment.
        let digest =
            digests.entry(assessment).or_insert_with(|| register.digest_of_row(assessment).unwrap_or_default());
        if *digest != said.trim().to_lowercase() {
            log.push(RULE.code, Some(row), || {
                let id = register.id_of_row(assessment).unwrap_or_default();
                let found = shortened(&said);
                let message = format!(
                    "expected the digest of `{id}` as it is ({digest}), found `{found}`; take the decision again, or keep the assessment as it was"
                );
                finding(register, &RULE, row, "digest", message)
                    .fact(Fact::text("assessment", id))
                    .fact(Fact::text("expected", digest.clone()))
                    .fact(Fact::text("found", found))
            });
        }
    }
}
