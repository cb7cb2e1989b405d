//! The whole document: what marks it, whom and what it is of, its results.

use super::super::text::joined;
use super::codes::{Code, Lacks};
use super::document::{
    AssessmentResults, BackMatter, ImportPlan, Location, Metadata, Outcome, Party, Property, Resource, VERSION,
};
use super::options::OscalExport;
use super::outcome::{Outcomes, RESULTS, Subject};
use super::words::{line, uuid};
use super::{INSIDE, nothing_verified};
use crate::assess::{Each, Stating};
use crate::catalog::say;
use crate::document::RowId;
use crate::finding::Refusal;
use crate::formats::{ExportAnswer, Total};
use crate::model::{Agency, Place, Verification};
use crate::register::Register;
use crate::value::Label;

/// An export in the making.
pub(super) struct Export<'e> {
    pub(super) register: &'e Register,
    pub(super) options: &'e OscalExport,
    pub(super) start: String,
    pub(super) end: String,
    pub(super) label: Label,
}

impl Export<'_> {
    pub(super) fn document(&self, found: &Each<'_>, lacks: &mut Lacks) -> Result<AssessmentResults, Refusal> {
        lacks.add(Code::NoPlan, "", "", "", "`import-ap` leads to a resource that says so");
        lacks.add(Code::WholeControl, "", "", "", "`target-id` is the id of the control");
        lacks.add(Code::MethodUnknown, "", "", "", "`methods` is UNKNOWN");
        let results = self.results(found, lacks)?;
        for row in &found.idle {
            let id = self.register.id_of_row(*row).unwrap_or_default();
            let requirement = self.register.typed::<Verification>(*row).and_then(|found| found.requirement);
            lacks.add(Code::NotCounted, id, "", &requirement.unwrap_or_default(), "left out");
        }
        let standard = self.options.standard.as_str();
        let title = say(found.catalog.title(), &self.options.language).map(|(title, _)| title);
        let title = title.and_then(|title| line(title, standard, "title", lacks)).unwrap_or_else(|| joined(standard));
        let (plan, resources) = self.resources(&title, found.catalog.edition());
        let mut results = AssessmentResults {
            uuid: String::new(),
            metadata: self.metadata(&title, lacks),
            import_ap: ImportPlan { href: format!("#{plan}"), remarks: "There is no assessment plan." },
            results,
            back_matter: BackMatter { resources },
        };
        // It names all that stands in the file.
        let content = serde_json::to_vec_pretty(&results).unwrap_or_default();
        results.uuid = uuid("document", &[&String::from_utf8_lossy(&content)]);
        Ok(results)
    }

    fn results(&self, found: &Each<'_>, lacks: &mut Lacks) -> Result<Vec<Outcome>, Refusal> {
        let outcomes = Outcomes {
            register: self.register,
            id: self.register_id(),
            standard: &self.options.standard,
            start: &self.start,
            end: &self.end,
        };
        let mut results = Vec::new();
        for stating in &found.statings {
            let subject = self.subject(stating, lacks);
            match outcomes.make(stating, &subject, lacks) {
                Some(outcome) => results.push(outcome),
                None => lacks.add(Code::NothingVerified, &subject.name, "", "", "no result is written"),
            }
        }
        if results.is_empty() { Err(nothing_verified(self.options)) } else { Ok(results) }
    }

    fn metadata(&self, title: &str, lacks: &mut Lacks) -> Metadata {
        let (agency, place) = (self.options.office.agency.as_str(), self.options.office.place.as_str());
        let mut name = |title: Option<String>, id: &str| {
            title.and_then(|title| line(&title, id, "title", lacks)).unwrap_or_else(|| joined(id))
        };
        let location = Location {
            uuid: self.location(),
            title: name(self.register.find::<Place>(place).map(|place| place.title), place),
            props: vec![Property::new("id", place)],
        };
        let party = Party {
            uuid: self.party(),
            kind: "organization",
            name: name(self.register.find::<Agency>(agency).map(|agency| agency.title), agency),
            props: vec![Property::new("id", agency)],
        };
        Metadata {
            title: joined(&format!("INSIDE: {title}, {agency}@{place}, as of {}", self.options.as_of)),
            last_modified: self.start.clone(),
            version: self.options.as_of.to_string(),
            oscal_version: VERSION,
            props: self.marks(lacks),
            locations: vec![location],
            parties: vec![party],
            remarks: INSIDE,
        }
    }

    /// The UUID of the place.
    fn location(&self) -> String {
        uuid("place", &[self.register_id(), &self.options.office.place])
    }

    /// The UUID of the agency.
    fn party(&self) -> String {
        uuid("agency", &[self.register_id(), &self.options.office.agency])
    }

    /// The id of the register.
    fn register_id(&self) -> &str {
        self.register.id().unwrap_or_default()
    }

    fn subject(&self, stating: &Stating, lacks: &mut Lacks) -> Subject {
        let id = |row: RowId| self.register.id_of_row(row).unwrap_or_default().to_owned();
        let agency = id(stating.agency);
        let place = stating.place.map(id);
        let name = match &place {
            Some(place) => format!("{agency}@{place}"),
            None => format!("the headquarters of {agency}"),
        };
        let (uuid, kind) = if place.is_some() { (self.location(), "location") } else { (self.party(), "party") };
        Subject { uuid, kind, name: line(&name, &agency, "id", lacks).unwrap_or_default(), place }
    }

    /// What marks the file: inside, its label, its audience, where it comes from.
    fn marks(&self, lacks: &mut Lacks) -> Vec<Property> {
        let mut marks = vec![Property::new("inside", "yes").saying(INSIDE)];
        marks.extend(line(&self.label.tlp, "", "label", lacks).map(|tlp| Property::new("label", tlp)));
        if let Some(audience) = &self.label.audience {
            lacks.add(Code::AudienceInProperty, "", "label", &audience.join(", "), "in a property");
            let named: Vec<String> = audience.iter().filter_map(|id| line(id, "", "label", lacks)).collect();
            let nobody = named.is_empty().then(|| Property::new("audience", "nobody"));
            marks.extend(named.into_iter().map(|id| Property::new("audience", id)).chain(nobody));
        }
        let register = line(self.register_id(), "", "id", lacks);
        marks.extend(register.map(|id| Property::new("register", id)));
        marks.push(Property::new("as-of", self.options.as_of.as_str()));
        marks
    }

    /// The resources, and the UUID of the one that stands for the plan.
    fn resources(&self, title: &str, edition: &str) -> (String, Vec<Resource>) {
        let standard = self.options.standard.as_str();
        let plan = uuid("plan", &[self.register_id(), standard]);
        let mut props = vec![Property::new("standard", standard)];
        props.extend((!edition.trim().is_empty()).then(|| Property::new("edition", edition)));
        let resources = vec![
            Resource {
                uuid: plan.clone(),
                title: "No assessment plan".to_owned(),
                description: "OSCAL wants a plan that results follow; the register has verifications alone.".to_owned(),
                props: vec![Property::new("assessment-plan", "none")],
            },
            Resource {
                uuid: uuid("standard", &[standard, edition]),
                title: title.to_owned(),
                description: format!("The standard `{standard}`, of which the controls are."),
                props,
            },
        ];
        (plan, resources)
    }

    pub(super) fn answer(&self, found: &Each<'_>, document: &AssessmentResults, lacks: &Lacks) -> ExportAnswer {
        let of = |result: &str| {
            let stated = found.statings.iter().flat_map(|stating| &stating.requirements);
            stated.filter(|stated| stated.result == result).count() as u64
        };
        let all = |count: fn(&Outcome) -> usize| document.results.iter().map(count).sum::<usize>() as u64;
        let findings = all(|result| result.findings.len());
        let satisfied =
            all(|result| result.findings.iter().filter(|found| found.target.status.state == "satisfied").count());
        let mut totals = vec![
            ("requirements", found.statings.iter().map(|stating| stating.requirements.len() as u64).sum()),
            ("results", document.results.len() as u64),
            ("observations", all(|result| result.observations.len())),
            ("findings", findings),
            ("satisfied", satisfied),
            ("not_satisfied", findings - satisfied),
        ];
        totals.extend(RESULTS.map(|result| (result, of(result))));
        let totals = totals.into_iter().map(|(name, count)| Total { name: name.to_owned(), count: Some(count) });
        ExportAnswer {
            label: self.label.clone(),
            format: "oscal".to_owned(),
            as_of: self.options.as_of.to_string(),
            totals: totals.collect(),
            not_carried: lacks.tallied(),
            output: None,
        }
    }
}
