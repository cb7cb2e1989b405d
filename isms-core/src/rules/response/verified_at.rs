//! The rules `lapsed_waiver` and `future_verification`: verifications and the day of the question.

use super::finding;
use crate::finding::{Code, Fact};
use crate::model::{Kind, Verification};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;

pub(in crate::rules) static LAPSED_WAIVER: Rule = Rule {
    code: Code::LapsedWaiver,
    looks_for: "A waiver whose end is before the day of the question.",
    why: "A requirement was set aside for a time. That time is over, and nobody has said whether it is met now: it is not known.",
    example: "\"result\": \"waived\", \"until\": \"2026-03-31\", asked on 2026-05-01.",
    normal_when: "Where a later verification of the same requirement is recorded: then this one is history.",
    what_to_do: "Verify the requirement again, or have the waiver renewed with an approver and a new end. Asked without a day, nothing is lapsed.",
    claims: &[],
};

pub(in crate::rules) static FUTURE_VERIFICATION: Rule = Rule {
    code: Code::FutureVerification,
    looks_for: "A verification whose date is after the day of the question.",
    why: "What will be found nobody knows yet. It is in no answer before its day.",
    example: "\"date\": \"2062-03-04\" where 2026 is meant.",
    normal_when: "When the question is asked of a day in the past.",
    what_to_do: "Correct the date; a visit that is planned is no verification.",
    claims: &[],
};

/// Linear in the verifications.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let Some(as_of) = log.as_of() else { return };
    for row in meter.over(register.rows_of(Kind::Verification)) {
        let Some(found) = register.typed::<Verification>(row) else { continue };
        if let Some(date) = found.date.as_ref().filter(|date| as_of.is_certainly_before(date)) {
            log.push(Code::FutureVerification, Some(row), || {
                let message =
                    format!("expected a date up to {as_of}, found {date}; it counts for nothing before that day");
                finding(register, &FUTURE_VERIFICATION, row, "date", message).fact(Fact::text("found", date.as_str()))
            });
        }
        let lapsed = found.until.as_ref().filter(|until| until.is_certainly_before(as_of));
        if let Some(until) = lapsed.filter(|_| found.result.as_deref() == Some("waived")) {
            log.push(Code::LapsedWaiver, Some(row), || {
                let message = format!(
                    "expected a waiver that holds on {as_of}, found that it ended on {until}; verify the requirement, or renew the waiver"
                );
                finding(register, &LAPSED_WAIVER, row, "until", message).fact(Fact::text("found", until.as_str()))
            });
        }
    }
}
