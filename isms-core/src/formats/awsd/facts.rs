//! What incident and losses of a row have in common.

use super::cells;
use super::codes::Notes;
use super::counts::Counts;
use super::parties::{Actor, Parties};
use super::places::{Countries, Found, PlaceNames, Places};
use super::table::Row;
use crate::value::Date;

/// What all rows together name.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) countries: Countries,
    pub(super) places: Places,
    pub(super) parties: Parties,
}

/// What a row says of the incident, resolved.
pub(super) struct Facts<'n> {
    pub(super) date: Date,
    pub(super) names: PlaceNames,
    pub(super) place: Option<Found<'n>>,
    pub(super) actor: Option<String>,
    pub(super) counts: Counts,
}

impl<'n> Facts<'n> {
    /// Reads a row; `None`: it has no date, so it is refused.
    pub(super) fn read(row: &Row<'_>, named: &'n Named, notes: &mut Notes<'_>) -> Option<Self> {
        let date = cells::date(row, notes)?;
        let mut names = PlaceNames::read(row, notes);
        named.countries.fill(&mut names, row, notes);
        let place = named.places.find(&names, row, notes);
        let actor = named.parties.find(&Actor::read(row, notes), row, notes);
        Some(Self { date, names, place, actor, counts: Counts::read(row, notes) })
    }

    /// What happened, where and when.
    pub(super) fn titled(&self, what: &str) -> String {
        match &self.place {
            Some(place) => format!("{what}, {}, {}", place.called(), self.date),
            None => format!("{what}, {}", self.date),
        }
    }
}
