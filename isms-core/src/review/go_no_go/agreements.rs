//! Agreements that a programme stands on.

use super::data::Agreed;
use crate::assess::outward;
use crate::document::RowId;
use crate::model::{Agreement, Kind, Relation};
use crate::register::Register;
use crate::value::{Date, holds};

/// Those of its agency that hold on the day, near its place or everywhere, in the order of the document.
pub(super) fn of(register: &Register, programme: RowId, as_of: &Date) -> Vec<Agreed> {
    let agency = register.first_referred(programme, Relation::OfAgency);
    let place = register.first_referred(programme, Relation::AtPlace);
    let around = place.map(|place| outward(register, place)).unwrap_or_default();
    let is_near = |row: RowId| {
        let at = register.first_referred(row, Relation::AtPlace);
        at.is_none_or(|at| around.contains(&at) || place.is_some_and(|place| outward(register, at).contains(&place)))
    };
    let is_own = |row: RowId| agency.is_some_and(|agency| all(register, row, Relation::OfAgency).contains(&agency));
    let rows = register.rows_of(Kind::Agreement).filter(|row| is_own(*row) && is_near(*row));
    let found = rows.filter_map(|row| Some((row, register.typed::<Agreement>(row)?)));
    let now = found.filter(|(_, found)| holds(found.since.as_ref(), found.until.as_ref(), as_of));
    now.map(|(row, found)| told(register, row, found, agency)).collect()
}

/// The records to which the references of a relation lead.
fn all(register: &Register, row: RowId, relation: Relation) -> Vec<RowId> {
    let records = &register.records;
    let targets = records.references.of(row).filter(|target| target.relation == relation);
    let kind = records.rows.kind(row);
    let fits = |found: &RowId| kind.zip(records.rows.kind(*found)).is_some_and(|(from, to)| relation.takes(from, to));
    targets.filter_map(|target| records.row_of(target.symbol)).filter(fits).collect()
}

fn told(register: &Register, row: RowId, found: Agreement, own: Option<RowId>) -> Agreed {
    let ids = |relation: Relation| {
        let others = all(register, row, relation).into_iter().filter(|other| Some(*other) != own);
        others.filter_map(|row| register.id_of_row(row)).map(str::to_owned).collect()
    };
    Agreed {
        agencies: ids(Relation::OfAgency),
        parties: ids(Relation::With),
        id: found.id,
        kind: found.kind,
        until: found.until.map(|date| date.to_string()),
        conditions: found.conditions,
    }
}
