//! Verifications as OSCAL's observations.

use super::codes::{Code, Lacks};
use super::document::{Evidence, Observation, Property, Subject};
use super::words::{instant, line, uuid};
use crate::model::Verification;
use crate::value::Date;

/// What observations rest on.
pub(super) struct Observer<'o> {
    /// The id of the register.
    pub(super) register: &'o str,
    /// What was looked at: the place, or the agency for its headquarters.
    pub(super) subject_uuid: &'o str,
    pub(super) subject_kind: &'static str,
    /// The id of the place; none at headquarters.
    pub(super) place: Option<&'o str>,
}

impl Observer<'_> {
    /// The observation of a verification; `None`: OSCAL can't say when it was made.
    pub(super) fn observe(&self, found: &Verification, digest: &str, lacks: &mut Lacks) -> Option<Observation> {
        let (id, date) = (found.id.as_str(), found.date.as_ref()?);
        leave(found, lacks);
        let mut props = vec![Property::new("verification", line(id, id, "id", lacks)?)];
        let mut text = |name, field, text: Option<&str>| {
            props.extend(text.and_then(|text| line(text, id, field, lacks)).map(|text| Property::new(name, text)));
        };
        text("requirement", "requirement", found.requirement.as_deref());
        text("edition", "edition", found.edition.as_deref());
        text("result", "result", found.result.as_deref());
        text("reviewer", "reviewer", found.reviewer.as_deref());
        text("approver", "approver", found.approver.as_deref());
        text("place", "place", found.place.as_deref().filter(|place| Some(*place) != self.place));
        props.push(Property::new("date", date.as_str()));
        let expires = found.until.as_ref().and_then(|until| {
            props.push(Property::new("until", until.as_str()));
            dated(until, id, "until", lacks)
        });
        let collected = dated(date, id, "date", lacks)?;
        let evidence = found.evidence.iter().filter(|text| !text.trim().is_empty());
        let requirement = found.requirement.as_deref().unwrap_or_default();
        let result = found.result.as_deref().unwrap_or_default();
        Some(Observation {
            // Other content is another observation.
            uuid: uuid("observation", &[self.register, id, digest]),
            title: line(&found.title, id, "title", lacks),
            description: format!("Verification `{id}` of `{requirement}`: {result}."),
            props,
            methods: ["UNKNOWN"],
            subjects: vec![Subject { subject_uuid: self.subject_uuid.to_owned(), kind: self.subject_kind }],
            relevant_evidence: evidence.map(|text| Evidence { description: text.clone() }).collect(),
            collected,
            expires,
            remarks: found.reason.clone().filter(|reason| !reason.trim().is_empty()),
        })
    }
}

/// The instant of a date: of `date` the first, of `until` the last.
fn dated(date: &Date, id: &str, field: &str, lacks: &mut Lacks) -> Option<String> {
    let written = instant(date, field == "until");
    match &written {
        None => lacks.add(Code::DateBeyond, id, field, date.as_str(), "in a property alone"),
        Some(written) if written != date.as_str() => {
            lacks.add(Code::DateWidened, id, field, date.as_str(), format!("written {written}"));
        }
        Some(_) => (),
    }
    written
}

/// Lists the fields that are not exported.
fn leave(found: &Verification, lacks: &mut Lacks) {
    let fields = [
        (found.note.is_some(), "note"),
        (found.source.is_some(), "source"),
        (!found.tags.is_empty(), "tags"),
        (found.since.is_some(), "since"),
        (found.known.is_some(), "known"),
        (found.label.is_some(), "label"),
        (!found.labels.is_empty(), "labels"),
    ];
    let known = fields.into_iter().filter(|(is_there, _)| *is_there).map(|(_, name)| name);
    let left: Vec<&str> = known.chain(found.other.iter().map(|extra| extra.key.as_str())).collect();
    if !left.is_empty() {
        lacks.add(Code::FieldsLeftOut, &found.id, "", &left.join(", "), "left out");
    }
}
