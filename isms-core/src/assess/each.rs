//! Each requirement of one standard at one office: what an export is made of.

use super::assessing::Assessing;
use super::findings::Doubts;
use super::offices::{self, Unit};
use super::options::AssessOptions;
use super::standards::{Asked, Duty};
use super::verdicts;
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
    let own = asked.iter().map(|unit| unit.agency).collect();
    let mut doubts = Doubts::new(register, own);
    let assessing = Assessing::read(register, options, catalogs, &mut doubts, &meter)?;
    let Some(office) = asked.first().copied() else { return Err(not_adopted(options)) };
    let standard = assessing.standard(office)?;
    let Some(catalog) = assessing.standards.list.get(standard).copied() else { return Err(not_adopted(options)) };
    let mut statings = vec![assessing.each(office, standard)];
    let headquarters = assessing.each(Unit { place: None, ..office }, standard);
    statings.extend(Some(headquarters).filter(|stating| !stating.requirements.is_empty()));
    let idle = assessing.idle(office, &statings, &meter);
    meter.pass()?;
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
    /// The one of the standards that the office adopted: editions of one name are several.
    fn standard(&self, office: Unit) -> Result<usize, Refusal> {
        let adopted = self.standards.adopted(self.register, office);
        let Some(standard) = adopted.first().map(|adopted| adopted.standard) else {
            return Err(not_adopted(self.options));
        };
        if adopted.iter().all(|adopted| adopted.standard == standard) {
            return Ok(standard);
        }
        let mut editions = BTreeSet::new();
        editions.extend(
            adopted.iter().filter_map(|adopted| self.standards.list.get(adopted.standard)).map(|it| it.edition()),
        );
        let editions = editions.into_iter().collect::<Vec<_>>().join(", ");
        let message = format!(
            "expected one edition of the standard, found several adopted at once ({editions}); end all but one"
        );
        Err(Refusal::new(Code::BadRequest, "/standard", message))
    }

    /// Each requirement of the standard at an office, or at headquarters.
    fn each(&self, unit: Unit, standard: usize) -> Stating {
        let mut adopted = self.standards.adopted(self.register, unit);
        adopted.retain(|adopted| adopted.standard == standard);
        let adoptions: Vec<Adoption> = adopted.iter().filter_map(|adopted| self.register.whole(adopted.row)).collect();
        let duties = self.standards.duties(unit, &adopted);
        let mut seen = HashSet::new();
        let stated = duties.iter().filter_map(|duty| self.stated(unit, duty, &adoptions));
        // Of equal names the first is meant.
        let requirements = stated.filter(|stated| seen.insert(stated.id.clone())).collect();
        Stating { agency: unit.agency, place: unit.place, requirements }
    }

    /// The verifications of the standard at this office, and at its headquarters, that were not used.
    fn idle(&self, office: Unit, statings: &[Stating], meter: &Meter<'_>) -> Vec<RowId> {
        let stated = statings.iter().flat_map(|stating| &stating.requirements);
        let used: HashSet<RowId> = stated.filter_map(|stated| stated.verification).collect();
        let is_theirs = |unit: Unit| unit == office || unit == Unit { place: None, ..office };
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
        let verified = self.verified(unit, duty.at, asked);
        let standard = self.standards.list.get(asked.standard).map_or("", |catalog| catalog.id());
        let verdict = self.verdict(unit, duty, asked, standard, verified);
        let verification = verified.map(|verified| verified.row).filter(|_| verdict == verified_as(verified));
        let reason = match (verdict.word(), verification) {
            ("not_applicable", None) => Some(why_not(duty, asked, adoptions)),
            _ => None,
        };
        let id = asked.requirement.id.clone()?;
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
