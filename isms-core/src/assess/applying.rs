//! Which requirements apply at an office.

use super::offices::Unit;
use super::places::outward;
use crate::catalog::{Applies, Catalogs};
use crate::document::RowId;
use crate::model::{Agency, Assessment, Asset, Exposure, Kind, Place};
use crate::register::Register;
use crate::value::{Date, Meter, RiskLevel, holds};
use std::collections::HashMap;

/// What is known of the agencies and places of the register on a day.
pub(super) struct Circumstances<'r> {
    register: &'r Register,
    catalogs: &'r Catalogs,
    /// The types of assets, by agency and place; none: it is not known.
    assets: HashMap<Unit, Vec<Option<String>>>,
    /// How many people at most, by agency and place.
    staff: HashMap<Unit, u64>,
    /// The latest level of each scale, by agency and place.
    levels: HashMap<Unit, Vec<(i64, RiskLevel)>>,
}

impl<'r> Circumstances<'r> {
    /// Reads them. Linear in the assets, exposures and assessments, and in the depth of the places.
    pub(super) fn read(register: &'r Register, catalogs: &'r Catalogs, as_of: &Date, meter: &Meter<'_>) -> Self {
        let mut found =
            Self { register, catalogs, assets: HashMap::new(), staff: HashMap::new(), levels: HashMap::new() };
        for (row, kind) in meter.over(register.records.rows.kinds()) {
            match kind {
                Some(Kind::Asset) => found.asset(row, as_of),
                Some(Kind::Exposure) => found.exposure(row, as_of),
                Some(Kind::Assessment) => found.assessment(row, as_of),
                _ => (),
            }
        }
        found
    }

    /// The units of a record: its agency in its place, and in all places in which that lies.
    fn units(&self, row: RowId) -> Vec<Unit> {
        let Some(unit) = super::offices::unit(self.register, row) else { return Vec::new() };
        let Some(place) = unit.place else { return Vec::new() };
        outward(self.register, place).into_iter().map(|place| Unit { place: Some(place), ..unit }).collect()
    }

    fn asset(&mut self, row: RowId, as_of: &Date) {
        let Some(asset) = self.register.typed::<Asset>(row) else { return };
        if holds(asset.since.as_ref(), asset.until.as_ref(), as_of) {
            for unit in self.units(row) {
                self.assets.entry(unit).or_default().push(asset.kind.clone());
            }
        }
    }

    fn exposure(&mut self, row: RowId, as_of: &Date) {
        let Some(exposure) = self.register.typed::<Exposure>(row) else { return };
        if !holds(exposure.since.as_ref(), exposure.until.as_ref(), as_of) {
            return;
        }
        // People of whom the count is not known may be any number.
        let most = |sum: u64, count: Option<u64>| sum.saturating_add(count.unwrap_or(u64::MAX));
        let people = exposure.people.iter().map(|people| people.count.map(|count| count.high)).fold(0, most);
        for unit in self.units(row) {
            let known = self.staff.entry(unit).or_default();
            *known = known.saturating_add(people);
        }
    }

    fn assessment(&mut self, row: RowId, as_of: &Date) {
        let Some(Assessment { concluded: Some(concluded), level: Some(level), since, until, .. }) =
            self.register.whole::<Assessment>(row)
        else {
            return;
        };
        if !holds(since.as_ref(), until.as_ref(), as_of) || as_of.is_certainly_before(&concluded) {
            return;
        }
        // What was found of a place is said of that place alone: what lies within may be worse.
        let Some(unit) = super::offices::unit(self.register, row) else { return };
        self.levels.entry(unit).or_default().push((concluded.span().last, level));
    }

    /// Whether a requirement applies at a unit. What is not known does not stand in its way.
    pub(super) fn apply(&self, applies: &Applies, standard: &str, unit: Unit) -> bool {
        self.of_agency(&applies.agencies, unit)
            && self.of_place(&applies.places, unit)
            && self.of_assets(&applies.assets, unit)
            && applies.staff_at_least.is_none_or(|least| self.staff.get(&unit).is_none_or(|most| *most >= least))
            && applies.level_at_least.as_ref().is_none_or(|least| self.of_level(least, standard, unit))
    }

    fn of_agency(&self, kinds: &[String], unit: Unit) -> bool {
        let agency = || self.register.typed::<Agency>(unit.agency)?.kind;
        kinds.is_empty() || agency().is_none_or(|kind| self.is_one_of(&kind, kinds, "agencies.kind"))
    }

    fn of_place(&self, kinds: &[String], unit: Unit) -> bool {
        let place = || self.register.typed::<Place>(unit.place?)?.kind;
        kinds.is_empty() || place().is_none_or(|kind| self.is_one_of(&kind, kinds, "places.kind"))
    }

    fn of_assets(&self, kinds: &[String], unit: Unit) -> bool {
        let Some(found) = self.assets.get(&unit).filter(|_| !kinds.is_empty()) else { return true };
        let fits = |kind: &String| self.is_one_of(kind, kinds, "assets.kind");
        // One of which nobody says what it is may be such a one.
        found.iter().any(|kind| kind.as_ref().is_none_or(fits))
    }

    /// The term, or a broader one, is one of these.
    fn is_one_of(&self, term: &str, wanted: &[String], field: &str) -> bool {
        self.catalogs.broader(field, term).any(|term| wanted.iter().any(|wanted| wanted == term))
    }

    /// The risk was found to be at this level, or above it, at this place or one in which it lies.
    fn of_level(&self, least: &RiskLevel, standard: &str, unit: Unit) -> bool {
        // Within a catalogue its own scales go by their names alone; in records never.
        let is_full = least.scale.contains(':');
        let name = if is_full { least.scale.clone() } else { format!("{standard}:{}", least.scale) };
        let Some(scale) = self.catalogs.scale(&name) else { return true };
        let rank = |level: &str| scale.levels.iter().position(|found| found.id.as_deref() == Some(level));
        let Some(least_rank) = rank(&least.level) else { return true };
        let around = unit.place.map(|place| outward(self.register, place)).unwrap_or_default();
        let units = around.into_iter().map(|place| Unit { place: Some(place), ..unit });
        let of_scale = |unit: Unit| {
            let found = self.levels.get(&unit)?.iter().filter(|(_, level)| level.scale == name);
            found.max_by_key(|(date, _)| *date)
        };
        // That of the nearest place for which there is one.
        let mut nearest = units.filter_map(of_scale);
        nearest.next().is_none_or(|(_, level)| rank(&level.level).is_none_or(|rank| rank >= least_rank))
    }
}
