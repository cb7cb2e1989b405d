//! What is near an office: in its place and within it, in the places around it, and in no place at all.

use super::offices::Unit;
use super::places::outward;
use crate::register::Register;
use std::collections::HashMap;

/// Something for each agency and place.
#[derive(Default)]
pub(super) struct Near<T> {
    at: HashMap<Unit, T>,
    /// The same, with what is in the places within.
    within: HashMap<Unit, T>,
}

impl<T: Default> Near<T> {
    /// Adds what a record of a unit says.
    pub(super) fn add(&mut self, register: &Register, unit: Unit, add: impl Fn(&mut T)) {
        add(self.at.entry(unit).or_default());
        for place in unit.place.map(|place| outward(register, place)).unwrap_or_default() {
            add(self.within.entry(Unit { place: Some(place), ..unit }).or_default());
        }
    }

    /// What is in the place of an office and within it.
    pub(super) fn inside(&self, office: Unit) -> Option<&T> {
        self.within.get(&office)
    }

    /// What is near an office.
    pub(super) fn near(&self, register: &Register, office: Unit) -> impl Iterator<Item = &T> {
        let around = office.place.map(|place| outward(register, place)).unwrap_or_default();
        let further = around.into_iter().skip(1).map(Some).chain([None]);
        let further = further.filter_map(move |place| self.at.get(&Unit { place, ..office }));
        self.inside(office).into_iter().chain(further)
    }
}
