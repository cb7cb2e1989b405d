//! The plan of a migration.

use super::answer::{Migrated, MigratedTailoring, Migration};
use super::fates::{Fate, Fates};
use crate::assess::{self, AssessOptions, assess_within};
use crate::catalog::{Catalog, Catalogs};
use crate::compare::standings;
use crate::document::RowId;
use crate::finding::{Code, Fix, Refusal};
use crate::json::{shortened, text_json};
use crate::model::{Adoption, Kind, Verification};
use crate::register::Register;
use crate::value::{Meter, Watch};

/// How many items are told.
const TOLD: usize = 1_000;

/// Plans the migration of a standard to an edition that is at hand: what becomes of each answer, what to change, and how
/// offices stand afterwards on the day of the options. Nothing is changed. Linear in the records, and twice the cost of an
/// assessment.
pub(crate) fn migrate(
    register: &Register,
    standard: &str,
    to: &str,
    options: &AssessOptions,
    catalogs: &Catalogs,
    watch: &mut dyn Watch,
) -> Result<Migration, Refusal> {
    if !options.standards.is_empty() {
        let message = "expected no standards, found some: what is told is of the one that is migrated; leave them out";
        return Err(Refusal::new(Code::BadRequest, "/standards", message));
    }
    let (older, newer) = editions(standard, to, catalogs)?;
    let meter = Meter::new(watch, 2 + 2 * assess::PASSES, register.records.rows.numbers());
    let mut plan = Plan {
        register,
        older,
        newer,
        fates: Fates::of(older, newer),
        fixes: Vec::new(),
        items: Vec::new(),
        tailoring: Vec::new(),
    };
    let (mut answers, mut kept, mut lost) = (0, 0, 0);
    let (mut adoptions, mut adoptions_left) = (0, 0);
    for row in meter.over(register.rows_of(Kind::Verification)) {
        let Some(found) = register.whole::<Verification>(row) else { continue };
        if let Some(fate) = plan.verification(row, &found) {
            answers += 1;
            kept += u64::from(matches!(fate, Fate::Kept(_)));
            lost += u64::from(matches!(fate, Fate::Lost(_)));
        }
    }
    meter.pass()?;
    for row in meter.over(register.rows_of(Kind::Adoption)) {
        let Some(found) = register.whole::<Adoption>(row) else { continue };
        match plan.adoption(row, &found) {
            Some(true) => adoptions += 1,
            Some(false) => adoptions_left += 1,
            None => (),
        }
    }
    meter.pass()?;
    let mut migrated = register.clone();
    migrated.apply(&plan.fixes)?;
    let options = AssessOptions { standards: vec![standard.to_owned()], ..options.clone() };
    let before = assess_within(register, &options, &catalogs.with_first(older), &meter)?;
    let after = assess_within(&migrated, &options, catalogs, &meter)?;
    let items_more = plan.items.len().saturating_sub(TOLD) as u64;
    plan.items.truncate(TOLD);
    Ok(Migration {
        label: register.label_of_gaps(),
        standard: standard.to_owned(),
        from: older.edition().to_owned(),
        to: to.to_owned(),
        answers,
        kept,
        review: answers - kept - lost,
        lost,
        items: plan.items,
        items_more,
        adoptions,
        adoptions_left,
        tailoring: plan.tailoring,
        standings: standings(&before, &after),
        fixes: plan.fixes,
    })
}

/// The edition that is replaced, and the one that replaces it.
fn editions<'c>(standard: &str, to: &str, catalogs: &'c Catalogs) -> Result<(&'c Catalog, &'c Catalog), Refusal> {
    let refuse = |place: &str, message: String| Err(Refusal::new(Code::BadRequest, place, message));
    let Some(newer) = catalogs.find(standard, Some(to)) else {
        let found = shortened(&format!("{standard} {to}"));
        return refuse(
            "/to",
            format!("expected an edition that is at hand, found `{found}`; give its catalogue with the question"),
        );
    };
    let Some(from) = newer.replaces().and_then(|replaces| replaces.edition.as_deref()) else {
        return refuse(
            "/to",
            format!(
                "expected an edition that says under `replaces` which one it takes the place of, found none in {standard} {to}"
            ),
        );
    };
    match catalogs.find(standard, Some(from)) {
        Some(older) => Ok((older, newer)),
        None => refuse(
            "/to",
            format!(
                "expected the older edition at hand, `{}`, found none; give its catalogue too",
                shortened(&format!("{standard} {from}"))
            ),
        ),
    }
}

struct Plan<'r> {
    register: &'r Register,
    older: &'r Catalog,
    newer: &'r Catalog,
    fates: Fates,
    fixes: Vec<Fix>,
    items: Vec<Migrated>,
    tailoring: Vec<MigratedTailoring>,
}

impl Plan<'_> {
    /// What becomes of a verification; `None`: it is no answer to the older edition.
    fn verification(&mut self, row: RowId, found: &Verification) -> Option<Fate> {
        let id = found.requirement.as_deref()?.strip_prefix(self.older.id())?.strip_prefix(':')?;
        if found.edition.as_deref().is_some_and(|edition| edition != self.older.edition()) {
            return None;
        }
        let mut fate = self.fates.fate(id);
        if let Fate::Kept(now) = &fate {
            if self.is_named(row) {
                self.change(&found.id, "/edition", self.newer.edition());
                if now != id {
                    let name = format!("{}:{now}", self.newer.id());
                    self.change(&found.id, "/requirement", &name);
                }
                return Some(fate);
            }
            fate = Fate::Review(vec![now.clone()], "unnamed");
        }
        // Nothing can give it the older edition: it goes on to answer what has its name.
        if let (Fate::Review(_, how), None, false) = (&mut fate, &found.edition, self.is_named(row)) {
            *how = "unnamed";
        }
        let named = |ids: &[String]| ids.iter().map(|id| format!("{}:{id}", self.newer.id())).collect();
        let (now, how, word) = match &fate {
            Fate::Review(now, how) => (named(now), *how, "review"),
            Fate::Lost(how) => (Vec::new(), *how, "lost"),
            Fate::Kept(_) => return Some(fate),
        };
        if found.edition.is_none() && self.is_named(row) {
            // Without an edition it would go on to answer whatever has its name.
            self.change(&found.id, "/edition", self.older.edition());
        }
        self.items.push(Migrated {
            verification: found.id.clone(),
            requirement: found.requirement.clone().unwrap_or_default(),
            now,
            fate: word.to_owned(),
            how: how.to_owned(),
        });
        Some(fate)
    }

    /// Brings an adoption to the new edition, with what it changes in requirements that are the same; whether it can be changed.
    /// `None`: it is none of the older edition.
    fn adoption(&mut self, row: RowId, found: &Adoption) -> Option<bool> {
        let is_of = found.standard.as_deref() == Some(self.older.id());
        let is_older = found.edition.as_deref().is_none_or(|edition| edition == self.older.edition());
        if !is_of || !is_older {
            return None;
        }
        if !self.is_named(row) {
            return Some(false);
        }
        self.change(&found.id, "/edition", self.newer.edition());
        for (nth, tailoring) in found.tailoring.iter().enumerate() {
            let id = tailoring.requirement.strip_prefix(self.older.id()).and_then(|rest| rest.strip_prefix(':'));
            let Some(id) = id else { continue };
            let now = match self.fates.fate(id) {
                Fate::Kept(now) if now == id => continue,
                Fate::Kept(now) => {
                    let name = format!("{}:{now}", self.newer.id());
                    self.change(&found.id, &format!("/tailoring/{nth}/requirement"), &name);
                    continue;
                }
                Fate::Review(now, _) => now,
                Fate::Lost(_) => Vec::new(),
            };
            self.tailoring.push(MigratedTailoring {
                adoption: found.id.clone(),
                requirement: tailoring.requirement.clone(),
                change: tailoring.change.clone(),
                now: now.iter().map(|id| format!("{}:{id}", self.newer.id())).collect(),
            });
        }
        Some(true)
    }

    /// Whether the id of a row means it: fixes are made by id.
    fn is_named(&self, row: RowId) -> bool {
        self.register.id_of_row(row).and_then(|id| self.register.row(id)) == Some(row)
    }

    fn change(&mut self, id: &str, field: &str, value: &str) {
        self.fixes.push(Fix { id: id.to_owned(), field: field.to_owned(), value: Some(text_json(value)) });
    }
}
