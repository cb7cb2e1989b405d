//! The assessment requirement by requirement: a row for each of an office.

use super::assessing::Assessing;
use super::findings::Doubts;
use super::offices::{self, Unit};
use super::options::AssessOptions;
use super::standards::{Asked, Duty};
use super::verdicts::{self, Verified};
use crate::catalog::{Catalogs, say};
use crate::finding::Refusal;
use crate::model::Verification;
use crate::register::Register;
use crate::value::{Label, Meter, Stopped, Watch, day_of, later};
use std::collections::BTreeSet;

/// How many passes over the records are made.
const PASSES: u64 = 5;

/// A requirement at an office, or at the headquarters of an agency.
pub(crate) struct AssessedRow {
    /// The agency.
    pub(crate) agency: String,
    /// The place; absent: it is the agency's headquarters.
    pub(crate) place: Option<String>,
    /// The standard.
    pub(crate) standard: String,
    /// Its edition.
    pub(crate) edition: String,
    /// The requirement, as `catalogue:name`.
    pub(crate) requirement: String,
    /// What it asks for, in the language of the question.
    pub(crate) text: String,
    /// Its sector; absent: the standard names none.
    pub(crate) sector: Option<String>,
    /// Its core function; absent: the standard names none.
    pub(crate) function: Option<String>,
    /// Its field of protection; absent: it has none.
    pub(crate) field: Option<String>,
    /// Where it is met: `headquarters`, `regional`, `local`; absent: in the office itself.
    pub(crate) level: Option<String>,
    /// The school: `system`, `community`, `both`; absent: the standard names none.
    pub(crate) approach: Option<String>,
    /// A must, by the standard or as the agency changed it; else a should.
    pub(crate) must: bool,
    /// How it stands: `met`, `partly`, `unmet`, `waived`, `not_known`, `not_applicable`.
    pub(crate) result: String,
    /// The verification that was looked at; absent: there is none.
    pub(crate) verification: Option<String>,
    /// When that was made, as it is written.
    pub(crate) date: Option<String>,
    /// The last day on which it holds; absent: it has no end.
    pub(crate) expires: Option<String>,
    /// The requirement of another standard that it answers, and from which it carries over; absent: it answers this one.
    pub(crate) carried_from: Option<String>,
    /// Whether it names evidence; absent: there is no verification.
    pub(crate) evidence: Option<bool>,
    /// Whether it names the post that looked; absent: there is no verification.
    pub(crate) reviewer: Option<bool>,
    /// The day up to which the requirement must be met after the adoption; absent: no time is set.
    pub(crate) due: Option<String>,
    /// That day is past, and a must is not met.
    pub(crate) overdue: bool,
}

/// Shows every row, which is made when it is called; the label of all. What is withheld is in none, as in an assessment.
/// Linear in the records, plus offices times requirements.
pub(crate) fn each_row(
    register: &Register,
    options: &AssessOptions,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
    visit: &mut dyn FnMut(&dyn Fn() -> AssessedRow),
) -> Result<Label, Refusal> {
    let counted = register.without_withheld();
    let register = counted.as_ref().unwrap_or(register);
    let meter = Meter::new(watch, PASSES, register.records.rows.numbers());
    let mut asked = offices::asked(register, options)?;
    let mut doubts = Doubts::new(register, BTreeSet::new());
    let assessing = Assessing::read(register, options, catalogs, &mut doubts, &meter)?;
    let all = assessing.all_offices(&meter)?;
    if asked.is_empty() {
        asked.extend(all);
    }
    let agencies: BTreeSet<_> = asked.iter().map(|unit| unit.agency).collect();
    asked.extend(agencies.into_iter().map(|agency| Unit { agency, place: None }));
    for unit in asked {
        assessing.rows(unit, &meter, visit)?;
    }
    meter.pass()?;
    Ok(register.label_of_gaps())
}

impl Assessing<'_> {
    fn rows(
        &self,
        unit: Unit,
        meter: &Meter<'_>,
        visit: &mut dyn FnMut(&dyn Fn() -> AssessedRow),
    ) -> Result<(), Stopped> {
        let adopted = self.standards.adopted(self.register, unit);
        for duty in self.standards.duties(unit, &adopted) {
            let Some(asked) = self.standards.asked.get(duty.at) else { continue };
            if !meter.spend(1) {
                return Err(Stopped);
            }
            visit(&|| self.row(unit, &duty, asked));
        }
        Ok(())
    }

    fn row(&self, unit: Unit, duty: &Duty, asked: &Asked<'_>) -> AssessedRow {
        let id = |row| self.register.id_of_row(row).unwrap_or_default().to_owned();
        let (standard, edition) = self
            .standards
            .list
            .get(asked.standard)
            .map_or_else(Default::default, |catalog| (catalog.id().to_owned(), catalog.edition().to_owned()));
        let ((verified, source), requirement) = (self.settled(unit, duty.at, asked), asked.requirement);
        let source = source.and_then(|source| self.standards.asked.get(source));
        let result = self.verdict(unit, duty, asked, &standard, verified);
        let found: Option<Verification> = verified.and_then(|verified| self.register.typed(verified.row));
        let review = source.map_or(requirement, |source| source.requirement).review.as_ref();
        let is_open = duty.is_must && !matches!(result, verdicts::Verdict::Met | verdicts::Verdict::NotApplicable);
        AssessedRow {
            agency: id(unit.agency),
            place: unit.place.map(id),
            standard,
            edition,
            requirement: asked.name.clone(),
            text: say(&requirement.text, &self.options.language).map_or("", |(text, _)| text).to_owned(),
            sector: requirement.sector.clone(),
            function: requirement.function.clone(),
            field: requirement.field.clone(),
            level: requirement.level.clone(),
            approach: requirement.approach.clone(),
            must: duty.is_must,
            result: result.word().to_owned(),
            verification: verified.map(|Verified { row, .. }| id(row)),
            date: found.as_ref().and_then(|found| found.date.as_ref()).map(ToString::to_string),
            expires: found.as_ref().and_then(|found| expires(found, review.map(String::as_str))),
            carried_from: source.map(|source| source.name.clone()),
            evidence: verified.map(|verified| verified.has_evidence),
            reviewer: verified.map(|verified| verified.has_reviewer),
            due: self.due(duty, asked).and_then(day_of),
            overdue: is_open && self.is_overdue(duty, asked),
        }
    }
}

/// The last day on which what was found holds.
fn expires(found: &Verification, review: Option<&str>) -> Option<String> {
    match &found.until {
        Some(until) => Some(until.to_string()),
        None => later(found.date.as_ref()?, review?).and_then(day_of),
    }
}
