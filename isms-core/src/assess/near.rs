//! What is near an office: in its place and within it, in the places around it, and in no place at all.

use super::offices::Unit;
use super::places::outward;
use crate::document::RowId;
use crate::model::Relation;
use crate::register::Register;
use std::collections::HashMap;

/// An agency, none: it is of all of them; and a place, none: it is everywhere.
type Of = (Option<RowId>, Option<RowId>);

/// Something for each agency and place.
#[derive(Default)]
pub(super) struct Near<T> {
    at: HashMap<Of, T>,
    /// The same, with what is in the places within.
    within: HashMap<Of, T>,
}

impl<T: Default> Near<T> {
    /// Adds what a record says.
    pub(super) fn add(&mut self, register: &Register, row: RowId, add: impl Fn(&mut T)) {
        let of = |relation| register.first_referred(row, relation);
        let (agency, place) = (of(Relation::OfAgency), of(Relation::AtPlace));
        add(self.at.entry((agency, place)).or_default());
        for place in place.map(|place| outward(register, place)).unwrap_or_default() {
            add(self.within.entry((agency, Some(place))).or_default());
        }
    }

    /// What is in the place of an office and within it.
    pub(super) fn inside(&self, office: Unit) -> impl Iterator<Item = &T> {
        both(office, office.place).into_iter().filter_map(|of| self.within.get(&of))
    }

    /// What is near an office.
    pub(super) fn near(&self, register: &Register, office: Unit) -> impl Iterator<Item = &T> {
        let around = office.place.map(|place| outward(register, place)).unwrap_or_default();
        let further = around.into_iter().skip(1).map(Some).chain([None]);
        let further = further.flat_map(move |place| both(office, place)).filter_map(|of| self.at.get(&of));
        self.inside(office).chain(further)
    }
}

/// What is of the agency of an office at a place, and what is of all agencies there.
fn both(office: Unit, place: Option<RowId>) -> [Of; 2] {
    [(Some(office.agency), place), (None, place)]
}
