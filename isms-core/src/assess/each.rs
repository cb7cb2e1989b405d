//! Each requirement of one standard at one office: what an export is made of.

use super::applying::Circumstances;
use super::findings::Doubts;
use super::offices::{self, Unit};
use super::options::AssessOptions;
use super::standards::{Asked, Duty, Standards};
use super::verdicts;
use super::whole::Assessing;
use crate::catalog::{Catalog, Catalogs};
use crate::document::RowId;
use crate::finding::{Code, Refusal};
use crate::model::{Adoption, Kind, Verification};
use crate::register::Register;
use crate::value::{Meter, Watch};
use std::collections::{BTreeSet, HashSet};

/// How many passes over the records are made.
const PASSES: u64 = 4;

/// A requirement, and how it stands.
pub(crate) struct Stated {
    /// Its name within the standard.
    pub(crate) id: String,
    pub(crate) is_must: bool,
    /// As in a verification, or `not_known`.
    pub(crate) result: &'static str,
    /// The verification that counts.
    pub(crate) verification: Option<RowId>,
    /// Why it does not apply, where the standard or the adoption says so.
    pub(crate) reason: Option<String>,
}

/// The requirements of an office, or of the headquarters of its agency.
pub(crate) struct Stating {
    pub(crate) agency: RowId,
    /// None: headquarters.
    pub(crate) place: Option<RowId>,
    pub(crate) requirements: Vec<Stated>,
}

/// One standard at one office.
pub(crate) struct Each<'c> {
    pub(crate) catalog: &'c Catalog,
    /// The office, and the headquarters of its agency if the standard asks anything of it.
    pub(crate) statings: Vec<Stating>,
    /// The verifications of the standard there that count for nothing: later ones took their place, or they say what does
    /// not count.
    pub(crate) idle: Vec<RowId>,
}

/// States each requirement at the one office of the options. Refuses an office that did not adopt the one standard of the options,
/// or adopted several editions of it. Linear in the records and the requirements.
pub(crate) fn each<'c>(
    register: &'c Register,
    options: &'c AssessOptions,
    catalogs: &'c Catalogs,
    watch: &mut dyn Watch,
) -> Result<Each<'c>, Refusal> {
    let asked = offices::asked(register, options)?;
    let meter = Meter::new(watch, PASSES, register.records.rows.numbers());
    let mut doubts = Doubts::new(register, BTreeSet::new());
    let standards = Standards::read(register, options, catalogs, &mut doubts, &meter);
    meter.pass()?;
    let verdicts = verdicts::read(register, &standards, &options.as_of, &mut doubts, &meter);
    meter.pass()?;
    let circumstances = Circumstances::read(register, catalogs, &options.as_of, &meter);
    meter.pass()?;
    let assessing = Assessing { register, options, catalogs, standards, verdicts, circumstances };
    let mut statings = Vec::new();
    for unit in asked.iter().flat_map(|unit| [*unit, Unit { place: None, ..*unit }]) {
        if unit.place.is_some() && assessing.standards.adopted(register, unit).is_empty() {
            return Err(not_adopted(options));
        }
        let requirements = assessing.each(unit)?;
        if unit.place.is_some() || !requirements.is_empty() {
            statings.push(Stating { agency: unit.agency, place: unit.place, requirements });
        }
    }
    let idle = assessing.idle(&asked, &statings, &meter);
    meter.pass()?;
    let Some(catalog) = assessing.standards.list.first().copied() else { return Err(not_adopted(options)) };
    Ok(Each { catalog, statings, idle })
}

fn not_adopted(options: &AssessOptions) -> Refusal {
    let names = |list: Vec<String>| list.join(", ");
    let office = names(options.offices.iter().map(|office| format!("{}@{}", office.agency, office.place)).collect());
    let message = format!(
        "expected an adoption of `{}` that holds at {office} on {}, found none; an adoption is a record with the agency, the standard and its edition",
        names(options.standards.clone()),
        options.as_of
    );
    Refusal::new(Code::BadRequest, "/standard", message)
}

impl Assessing<'_> {
    fn each(&self, unit: Unit) -> Result<Vec<Stated>, Refusal> {
        let adopted = self.standards.adopted(self.register, unit);
        let adoptions: Vec<Adoption> = adopted.iter().filter_map(|adopted| self.register.whole(adopted.row)).collect();
        let duties = self.standards.duties(unit, &adopted);
        let standard = |duty: &Duty| self.standards.asked.get(duty.at).map(|asked| asked.standard);
        if duties.iter().any(|duty| standard(duty) != Some(0)) {
            let editions = self.standards.list.iter().map(|catalog| catalog.edition()).collect::<Vec<_>>().join(", ");
            let message =
                format!("expected one edition of the standard, found {editions} adopted at once; end all but one");
            return Err(Refusal::new(Code::BadRequest, "/standard", message));
        }
        Ok(duties.iter().filter_map(|duty| self.stated(unit, duty, &adoptions)).collect())
    }

    /// The verifications of the standard at these offices, and at headquarters, that were not used.
    fn idle(&self, asked: &[Unit], statings: &[Stating], meter: &Meter<'_>) -> Vec<RowId> {
        let stated = statings.iter().flat_map(|stating| &stating.requirements);
        let used: HashSet<RowId> = stated.filter_map(|stated| stated.verification).collect();
        let is_theirs = |unit: Unit| asked.iter().any(|asked| *asked == unit || Unit { place: None, ..*asked } == unit);
        let is_of_standard = |row: &RowId| {
            let found: Option<Verification> = self.register.typed(*row);
            found.and_then(|found| found.requirement).is_some_and(|name| self.standards.is_of_these(&name))
        };
        let rows = meter.over(self.register.rows_of(Kind::Verification));
        let rows = rows.filter(|row| !used.contains(row));
        let rows = rows.filter(|row| offices::unit(self.register, *row).is_some_and(is_theirs));
        rows.filter(is_of_standard).collect()
    }

    fn stated(&self, unit: Unit, duty: &Duty, adoptions: &[Adoption]) -> Option<Stated> {
        let asked = self.standards.asked.get(duty.at)?;
        // Of equal names the first is meant.
        self.standards.by_name.get(&asked.name).filter(|at| **at == duty.at)?;
        let verified = self.verified(unit, duty, asked);
        let standard = self.standards.list.get(asked.standard).map_or("", |catalog| catalog.id());
        let verdict = self.verdict(unit, duty, asked, standard, verified);
        let verification = verified.map(|verified| verified.row).filter(|_| verdict == verified_as(verified));
        let reason = match (verdict.word(), verification) {
            ("not_applicable", None) => Some(why_not(duty, asked, adoptions)),
            _ => None,
        };
        let id = asked.requirement.id.clone().unwrap_or_default();
        Some(Stated { id, is_must: duty.is_must, result: verdict.word(), verification, reason })
    }
}

fn verified_as(verified: Option<verdicts::Verified>) -> verdicts::Verdict {
    verified.map_or(verdicts::Verdict::NotKnown, |verified| verified.verdict)
}

/// Why a requirement does not apply, in the words of the adoption or by the conditions of the standard.
fn why_not(duty: &Duty, asked: &Asked<'_>, adoptions: &[Adoption]) -> String {
    const CONDITIONS: &str = "its conditions are not met here";
    if !duty.left_out {
        return CONDITIONS.to_owned();
    }
    let mut tailorings = adoptions.iter().flat_map(|adoption| &adoption.tailoring);
    let left_out = tailorings.find(|found| found.requirement == asked.name && found.change == "left_out");
    let reason = left_out.and_then(|found| found.reason.clone()).unwrap_or_default();
    format!("left out by the adoption: {reason}")
}
