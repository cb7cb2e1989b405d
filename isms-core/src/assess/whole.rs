//! The whole assessment: offices, headquarters, and all of them together.

use super::answer::{Assessed, AssessedOffice, AssessedStandard, Gap, State, Unproven};
use super::assessing::Assessing;
use super::carried::CarriedOver;
use super::coverage::coverage;
use super::duties::duties;
use super::findings::Doubts;
use super::flows::flows;
use super::governance::governance;
use super::integration::integration;
use super::offices::{self, Unit};
use super::options::AssessOptions;
use super::posture::postures;
use super::practice::practice;
use super::preparedness::preparedness;
use super::scope::{Listed, Scope};
use super::standards::{Adopted, Asked, Duty};
use super::tally::{Tally, part, weakest};
use super::verdicts::{Verdict, Verified};
use crate::catalog::{Catalog, Catalogs, say};
use crate::document::RowId;
use crate::finding::Refusal;
use crate::model::Verification;
use crate::register::Register;
use crate::value::{Meter, Stopped, Watch};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many passes over the records an assessment makes.
pub(crate) const PASSES: u64 = 5;

/// The standard that brings the governance of the UN with it.
pub(crate) const UN_STANDARD: &str = "unsms";

/// Within which time a decision is said to lapse soon.
pub(crate) const SOON: &str = "P30D";

/// Assesses offices on a day. Linear in the records, plus offices times requirements.
pub(crate) fn assess(
    register: &Register,
    options: &AssessOptions,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
) -> Result<Assessed, Refusal> {
    assess_within(register, options, catalogs, &Meter::new(watch, PASSES, register.records.rows.numbers()))
}

/// The same, in [`PASSES`] passes of a call. Incidents that are withheld (`consent`, `open`) are in none of it; those that
/// may be counted are counted alone.
pub(crate) fn assess_within(
    register: &Register,
    options: &AssessOptions,
    catalogs: &Catalogs,
    meter: &Meter<'_>,
) -> Result<Assessed, Refusal> {
    let counted = register.without_withheld();
    let register = counted.as_ref().unwrap_or(register);
    let asked = offices::asked(register, options)?;
    let own = asked.iter().map(|unit| unit.agency).collect();
    let mut doubts = Doubts::new(register, own);
    let assessing = Assessing::read(register, options, catalogs, &mut doubts, meter)?;
    let all = assessing.all_offices(meter)?;
    let asked = if asked.is_empty() { all.iter().copied().collect() } else { asked };
    let (offices, headquarters) = assessing.offices(&asked, &all, meter)?;
    meter.pass()?;
    Ok(assessing.answer(&asked, offices, headquarters, doubts))
}

/// The offices and the headquarters, assessed.
type Both = (Vec<AssessedOffice>, Vec<AssessedOffice>);

impl Assessing<'_> {
    /// The offices that were asked for, and the headquarters of their agencies.
    fn offices(&self, asked: &[Unit], all: &BTreeSet<Unit>, meter: &Meter<'_>) -> Result<Both, Stopped> {
        let mut states: BTreeMap<Unit, State> = BTreeMap::new();
        let mut found = Vec::new();
        for unit in asked {
            let office = self.office(*unit, &mut states);
            if !meter.spend(office.standings.len() as u64) {
                return Err(Stopped);
            }
            found.push(office);
        }
        let mut in_place: HashMap<Option<RowId>, Vec<Unit>> = HashMap::new();
        for unit in all {
            in_place.entry(unit.place).or_default().push(*unit);
        }
        for (unit, office) in asked.iter().zip(&mut found) {
            let there = in_place.get(&unit.place).into_iter().flatten();
            let others = there.filter(|other| other.agency != unit.agency);
            office.others = others.map(|other| self.state(*other, &mut states)).min();
        }
        let agencies: BTreeSet<_> = asked.iter().map(|unit| unit.agency).collect();
        let central = agencies.into_iter().map(|agency| Unit { agency, place: None });
        let has_adopted = |unit: &Unit| !self.standards.adopted(self.register, *unit).is_empty();
        let headquarters = central.filter(has_adopted).map(|unit| self.office(unit, &mut states)).collect();
        Ok((found, headquarters))
    }

    fn state(&self, unit: Unit, states: &mut BTreeMap<Unit, State>) -> State {
        match states.get(&unit) {
            Some(state) => *state,
            None => self.office(unit, states).state,
        }
    }

    fn office(&self, unit: Unit, states: &mut BTreeMap<Unit, State>) -> AssessedOffice {
        let adopted = self.standards.adopted(self.register, unit);
        let mut tally = if unit.place.is_some() { Tally::of_office() } else { Tally::of_headquarters() };
        let (mut gaps, mut not_known, mut unproven) = (Listed::default(), Listed::default(), Listed::default());
        let mut carried = Listed::default();
        let (mut without_evidence, mut overdue) = (0, 0);
        for duty in self.standards.duties(unit, &adopted) {
            let Some(asked) = self.standards.asked.get(duty.at) else { continue };
            let (verified, source) = self.settled(unit, duty.at, asked);
            let standard = self.standards.list.get(asked.standard).map_or("", |catalog| catalog.id());
            let verdict = self.verdict(unit, &duty, asked, standard, verified);
            tally.add(asked, standard, duty.is_must, verdict);
            if let Some(source) = source.filter(|_| verdict != Verdict::NotApplicable) {
                carried.push(|| self.carried_over(asked, source, verdict, verified));
            }
            if !duty.is_must {
                continue;
            }
            let is_open = verdict != Verdict::Met && verdict != Verdict::NotApplicable;
            overdue += u64::from(is_open && self.is_overdue(&duty, asked));
            match (verdict, verified) {
                (Verdict::Met, Some(found)) => {
                    without_evidence += u64::from(!found.has_evidence);
                    if !(found.has_evidence && found.has_reviewer) {
                        unproven.push(|| self.unproven(asked, found));
                    }
                }
                (Verdict::Met | Verdict::NotApplicable, _) => (),
                (Verdict::NotKnown, _) => not_known.push(|| self.gap(&duty, asked, verdict, verified)),
                _ => gaps.push(|| self.gap(&duty, asked, verdict, verified)),
            }
        }
        let standings = tally.finish();
        let (state, weakest) = weakest(&standings, unit.place.is_some());
        states.insert(unit, state);
        let id = |row| self.register.id_of_row(row).unwrap_or_default().to_owned();
        let adoptions = adopted.iter().map(|adopted: &&Adopted| id(adopted.row)).collect();
        AssessedOffice {
            agency: id(unit.agency),
            place: unit.place.map(id),
            state,
            weakest,
            adoptions,
            standings,
            gaps: gaps.first,
            gaps_more: gaps.more,
            not_known: not_known.first,
            not_known_more: not_known.more,
            unproven: unproven.first,
            unproven_more: unproven.more,
            carried: carried.first,
            carried_more: carried.more,
            without_evidence,
            overdue,
            others: None,
        }
    }

    fn carried_over(
        &self,
        asked: &Asked<'_>,
        source: usize,
        verdict: Verdict,
        verified: Option<Verified>,
    ) -> CarriedOver {
        let verification = verified.and_then(|verified| self.register.id_of_row(verified.row));
        CarriedOver {
            requirement: asked.name.clone(),
            from: self.standards.asked.get(source).map(|source| source.name.clone()).unwrap_or_default(),
            result: verdict.word().to_owned(),
            verification: verification.map(str::to_owned),
        }
    }

    fn gap(&self, duty: &Duty, asked: &Asked<'_>, verdict: Verdict, verified: Option<Verified>) -> Gap {
        let row = verified.map(|verified| verified.row);
        let date = || self.register.typed::<Verification>(row?)?.date;
        Gap {
            requirement: asked.name.clone(),
            text: say(&asked.requirement.text, &self.options.language).map_or("", |(text, _)| text).to_owned(),
            part: part(asked.requirement).map(str::to_owned),
            result: verdict.word().to_owned(),
            verification: row.and_then(|row| self.register.id_of_row(row)).map(str::to_owned),
            date: date().map(|date| date.to_string()),
            overdue: self.is_overdue(duty, asked),
        }
    }

    fn unproven(&self, asked: &Asked<'_>, found: Verified) -> Unproven {
        let lacks = [(found.has_evidence, "evidence"), (found.has_reviewer, "reviewer")];
        let lacks = lacks.into_iter().filter(|(has, _)| !has).map(|(_, word)| word.to_owned());
        Unproven {
            requirement: asked.name.clone(),
            verification: self.register.id_of_row(found.row).map(str::to_owned),
            lacks: lacks.collect(),
        }
    }

    fn answer(
        self,
        asked: &[Unit],
        offices: Vec<AssessedOffice>,
        headquarters: Vec<AssessedOffice>,
        doubts: Doubts<'_>,
    ) -> Assessed {
        let all = self.options.offices.is_empty();
        let scope = Scope::new(self.register, &self.options.as_of, asked, all);
        let untold = self.register.without_untold();
        let told = untold.as_ref().map(|register| Scope::new(register, &self.options.as_of, asked, all));
        let of_the_un = |office: &AssessedOffice| has(office, UN_STANDARD);
        let un_offices: Vec<Unit> =
            asked.iter().zip(&offices).filter(|(_, office)| of_the_un(office)).map(|(unit, _)| *unit).collect();
        let mut tally = Tally::of_office();
        for office in offices.iter().chain(&headquarters) {
            tally.append(&office.standings);
        }
        let state = offices.iter().chain(&headquarters).map(|office| office.state).min().unwrap_or_default();
        Assessed {
            label: self.register.label_of_gaps(),
            as_of: self.options.as_of.to_string(),
            state,
            standards: self.summaries(asked),
            standings: tally.finish(),
            offices,
            headquarters,
            flows: flows(&scope),
            integration: told
                .as_ref()
                .map_or_else(|| integration(&scope), |told| integration(&scope).told(integration(told))),
            postures: postures(&scope, asked),
            practice: practice(&scope, self.catalogs, asked),
            coverage: coverage(&scope, self.catalogs),
            preparedness: preparedness(&scope, self.catalogs),
            governance: governance(&scope, self.catalogs, &un_offices),
            duties: match &told {
                None => duties(&scope, self.catalogs),
                Some(told) => duties(&scope, self.catalogs).told(duties(told, self.catalogs)),
            },
            findings: doubts.finish(&self.options.as_of),
        }
    }

    fn summaries(&self, offices: &[Unit]) -> Vec<AssessedStandard> {
        let mut asking = vec![0; self.standards.list.len()];
        for unit in offices {
            let adopted = self.standards.adopted(self.register, *unit);
            for (at, count) in asking.iter_mut().enumerate() {
                *count += u64::from(adopted.iter().any(|adopted| adopted.standard == at));
            }
        }
        let is_met_there = |at| self.standards.asked.iter().any(|asked| asked.standard == at && !asked.is_central());
        let summary = |((at, catalog), offices): ((usize, &&Catalog), u64)| AssessedStandard {
            id: catalog.id().to_owned(),
            edition: catalog.edition().to_owned(),
            title: say(catalog.title(), &self.options.language).map_or("", |(title, _)| title).to_owned(),
            official: catalog.is_official(),
            requirements: catalog.requirements().count() as u64,
            offices: if is_met_there(at) { offices } else { 0 },
        };
        self.standards.list.iter().enumerate().zip(asking).map(summary).collect()
    }
}

fn has(office: &AssessedOffice, standard: &str) -> bool {
    office.standings.iter().any(|standing| standing.by == "standard" && standing.name == standard)
}
