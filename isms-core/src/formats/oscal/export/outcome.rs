//! The result of an office, or of the headquarters of its agency.

use super::super::text::joined;
use super::codes::{Code, Lacks};
use super::document::{Finding, Outcome, Property, Related, ReviewedControls, Selected, Selection, Status, Target};
use super::observe::Observer;
use super::words::{token, uuid};
use crate::assess::{Stated, Stating};
use crate::model::Verification;
use crate::register::Register;

/// The results of requirements, as they are counted.
pub(super) const RESULTS: [&str; 6] = ["met", "partly", "unmet", "waived", "not_known", "not_applicable"];

/// What a result is of.
pub(super) struct Subject {
    pub(super) uuid: String,
    /// `location` or `party`.
    pub(super) kind: &'static str,
    /// As people call it.
    pub(super) name: String,
    /// The id of the place; none at headquarters.
    pub(super) place: Option<String>,
}

/// Makes results of one standard on one day.
pub(super) struct Outcomes<'o> {
    pub(super) register: &'o Register,
    /// The id of the register.
    pub(super) id: &'o str,
    pub(super) standard: &'o str,
    pub(super) start: &'o str,
    pub(super) end: &'o str,
}

/// What is made of the requirements of one result, piece by piece.
#[derive(Default)]
struct Made {
    props: Vec<Property>,
    reviewed: Vec<Selected>,
    excluded: Vec<Selected>,
    observations: Vec<super::document::Observation>,
    findings: Vec<Finding>,
}

impl Outcomes<'_> {
    /// The result; `None`: nothing was reviewed, which OSCAL can't carry.
    pub(super) fn make(&self, stating: &Stating, subject: &Subject, lacks: &mut Lacks) -> Option<Outcome> {
        let observer = Observer {
            register: self.id,
            subject_uuid: &subject.uuid,
            subject_kind: subject.kind,
            place: subject.place.as_deref(),
        };
        let mut made = Made::default();
        for result in RESULTS {
            let count = stating.requirements.iter().filter(|stated| stated.result == result).count();
            made.props.push(Property::new(name_of(result), count.to_string()));
        }
        stating.requirements.iter().for_each(|stated| self.requirement(stated, &observer, &mut made, lacks));
        if made.reviewed.is_empty() {
            return None;
        }
        let description = format!(
            "How `{}` was found to be met at {}. A requirement without a finding is not met: it is not known, or does not apply; the properties say which.",
            self.standard, subject.name
        );
        Some(Outcome {
            uuid: uuid("result", &[self.id, self.standard, &subject.uuid, self.start]),
            title: joined(&format!("INSIDE: {} at {}", self.standard, subject.name)),
            description,
            start: self.start.to_owned(),
            end: self.end.to_owned(),
            props: made.props,
            reviewed_controls: ReviewedControls {
                control_selections: [Selection { include_controls: made.reviewed, exclude_controls: made.excluded }],
            },
            observations: made.observations,
            findings: made.findings,
        })
    }

    fn requirement(&self, stated: &Stated, observer: &Observer<'_>, made: &mut Made, lacks: &mut Lacks) {
        let name = format!("{}:{}", self.standard, stated.id);
        let control = token(&stated.id, lacks);
        let verification = stated.verification.and_then(|row| {
            let found: Verification = self.register.typed(row)?;
            let digest = self.register.digest_of_row(row)?;
            Some((found, digest))
        });
        let id = verification.as_ref().map(|(found, _)| found.id.clone());
        let says = |reason: Option<&str>| {
            let by = id.as_ref().map(|id| format!("by verification `{id}`"));
            let words = [reason, by.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
            if words.is_empty() { "nobody has looked".to_owned() } else { words }
        };
        let property = |name| Property::new(name, &stated.id);
        match (stated.result, &id) {
            ("not_known", _) => {
                let reason = id.is_some().then_some("what was found holds no more");
                made.props.push(property("not-known").saying(says(reason)));
                lacks.add(Code::NotKnown, &name, "", &says(reason), "no finding; in a property");
                return;
            }
            ("not_applicable", None) => {
                made.excluded.push(Selected { control_id: control });
                made.props.push(property("not-applicable").saying(says(stated.reason.as_deref())));
                lacks.add(
                    Code::NotApplicable,
                    &name,
                    "",
                    &says(stated.reason.as_deref()),
                    "no finding; excluded, and in a property",
                );
                return;
            }
            _ => made.reviewed.push(Selected { control_id: control.clone() }),
        }
        let observation = verification.and_then(|(found, digest)| observer.observe(&found, &digest, lacks));
        let related = observation.iter().map(|found| Related { observation_uuid: found.uuid.clone() }).collect();
        made.observations.extend(observation);
        if stated.result == "not_applicable" {
            made.props.push(property("not-applicable").saying(says(None)));
            lacks.add(Code::NotApplicable, &name, "", &says(None), "no finding; in a property");
            return;
        }
        self.lack(stated, &name, lacks);
        made.findings.push(self.finding(stated, &name, control, related, &says(None), observer.subject_uuid));
    }

    /// Lists a result for which OSCAL has no word.
    fn lack(&self, stated: &Stated, name: &str, lacks: &mut Lacks) {
        let code = match stated.result {
            "partly" => Code::Partly,
            "waived" => Code::Waived,
            _ => return,
        };
        lacks.add(code, name, "result", stated.result, "not satisfied; the word in a property");
    }

    fn finding(
        &self,
        stated: &Stated,
        name: &str,
        control: String,
        related: Vec<Related>,
        by: &str,
        subject: &str,
    ) -> Finding {
        let (state, reason) = match stated.result {
            "met" => ("satisfied", "pass"),
            "unmet" => ("not-satisfied", "fail"),
            _ => ("not-satisfied", "other"),
        };
        Finding {
            uuid: uuid("finding", &[self.id, name, subject, self.start]),
            title: joined(&format!("{}: {}", stated.id, stated.result)),
            description: format!("`{name}` is {}, {by}.", words_of(stated.result)),
            props: vec![
                Property::new("result", stated.result),
                Property::new("force", if stated.is_must { "must" } else { "should" }),
                Property::new("requirement", name),
            ],
            target: Target { kind: "statement-id", target_id: control, status: Status { state, reason } },
            related_observations: related,
        }
    }
}

/// The name of the property that counts a result.
fn name_of(result: &str) -> &'static str {
    match result {
        "met" => "count-met",
        "partly" => "count-partly",
        "unmet" => "count-unmet",
        "waived" => "count-waived",
        "not_known" => "count-not-known",
        _ => "count-not-applicable",
    }
}

fn words_of(result: &str) -> &'static str {
    match result {
        "met" => "met",
        "partly" => "partly met",
        "waived" => "waived",
        _ => "not met",
    }
}
