//! Which records an assessment looks at: those of the agencies that were asked for, in or around the places of their offices.

use super::offices::{Unit, unit};
use super::places::outward;
use crate::document::RowId;
use crate::model::{Kind, RecordKind, Relation};
use crate::register::Register;
use crate::value::{Date, holds};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// The records that are looked at, on a day.
pub(super) struct Scope<'r> {
    pub(super) register: &'r Register,
    pub(super) as_of: &'r Date,
    units: Vec<Unit>,
    /// All records are looked at: no office was asked for.
    all: bool,
    /// The agencies of the offices.
    pub(super) agencies: BTreeSet<RowId>,
    /// Whether a place is in or around that of an office, by agency and place; met before.
    known: RefCell<HashMap<(Option<RowId>, RowId), bool>>,
}

impl<'r> Scope<'r> {
    pub(super) fn new(register: &'r Register, as_of: &'r Date, units: &[Unit], all: bool) -> Self {
        let mut agencies: BTreeSet<RowId> = units.iter().map(|unit| unit.agency).collect();
        if all {
            agencies.extend(register.rows_of(Kind::Agency));
        }
        Self { register, as_of, units: units.to_vec(), all, agencies, known: RefCell::default() }
    }

    /// Whether a record is looked at. One that names no agency belongs to all of them, one that names several to each, one
    /// that names no place is everywhere.
    pub(super) fn has(&self, row: RowId) -> bool {
        if self.all {
            return true;
        }
        let place = self.register.first_referred(row, Relation::AtPlace);
        let is_near = |agency: Option<RowId>| {
            let Some(place) = place else { return !self.units.is_empty() };
            *self.known.borrow_mut().entry((agency, place)).or_insert_with(|| self.is_near(agency, place))
        };
        let mut named = self.referred(row, Relation::OfAgency).peekable();
        if named.peek().is_none() {
            return is_near(None);
        }
        named.any(|agency| self.agencies.contains(&agency) && is_near(Some(agency)))
    }

    /// Whether a record is of one of the agencies, or of none.
    pub(super) fn is_of_these(&self, row: RowId) -> bool {
        let mut named = self.referred(row, Relation::OfAgency).peekable();
        self.all || named.peek().is_none() || named.any(|agency| self.agencies.contains(&agency))
    }

    fn is_near(&self, agency: Option<RowId>, place: RowId) -> bool {
        let around = outward(self.register, place);
        let near = |office: RowId| around.contains(&office) || outward(self.register, office).contains(&place);
        let mut units = self.units.iter().filter(|unit| agency.is_none_or(|agency| agency == unit.agency));
        units.any(|unit| unit.place.is_none_or(near))
    }

    /// The records of a kind that are looked at.
    pub(super) fn records<K: RecordKind>(&self) -> impl Iterator<Item = (RowId, K)> {
        let rows = self.register.rows_of(K::KIND).filter(|row| self.has(*row));
        rows.filter_map(|row| Some((row, self.register.typed(row)?)))
    }

    /// Whether what is valid from the one date to the other is so on the day.
    pub(super) fn valid(&self, since: Option<&Date>, until: Option<&Date>) -> bool {
        holds(since, until, self.as_of)
    }

    /// Whether a date is not surely after the day. One that is missing is not.
    pub(super) fn past(&self, date: Option<&Date>) -> bool {
        date.is_some_and(|date| !self.as_of.is_certainly_before(date))
    }

    /// Whether a date is surely before the day.
    pub(super) fn over(&self, date: Option<&Date>) -> bool {
        date.is_some_and(|date| date.is_certainly_before(self.as_of))
    }

    /// The rows to which the references of a relation lead, where they are of a fitting kind.
    pub(super) fn referred(&self, row: RowId, relation: Relation) -> impl Iterator<Item = RowId> {
        let targets = self.register.records.references.of(row).filter(move |target| target.relation == relation);
        let kind = self.register.records.rows.kind(row);
        targets.filter_map(move |target| {
            let found = self.register.records.row_of(target.symbol)?;
            let fits = relation.takes(kind?, self.register.records.rows.kind(found)?);
            fits.then_some(found)
        })
    }

    pub(super) fn kind(&self, row: RowId) -> Option<Kind> {
        self.register.records.rows.kind(row)
    }

    /// The id of a row; empty: it has none.
    pub(super) fn id(&self, row: RowId) -> String {
        self.register.id_of_row(row).unwrap_or_default().to_owned()
    }

    /// The agency and the place of a record.
    pub(super) fn unit(&self, row: RowId) -> Option<Unit> {
        unit(self.register, row)
    }
}

/// How many items of a list are told.
const MOST: usize = 100;

/// The first of a list, and how many more there are.
pub(super) fn told<T>(mut list: Vec<T>) -> (Vec<T>, u64) {
    let more = list.len().saturating_sub(MOST) as u64;
    list.truncate(MOST);
    (list, more)
}

/// A list that makes only what is told of it.
pub(super) struct Listed<T> {
    pub(super) first: Vec<T>,
    /// How many more there are.
    pub(super) more: u64,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { first: Vec::new(), more: 0 }
    }
}

impl<T> Listed<T> {
    pub(super) fn push(&mut self, make: impl FnOnce() -> T) {
        if self.first.len() < MOST { self.first.push(make()) } else { self.more += 1 }
    }
}

/// A list of what may be told, and how many more were counted.
pub(super) fn untold<T>(counted: (&[T], u64), told: Vec<T>) -> (Vec<T>, u64) {
    let all = counted.0.len() as u64 + counted.1;
    let more = all.saturating_sub(told.len() as u64);
    (told, more)
}
