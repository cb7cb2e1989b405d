//! Which offices there are.

use super::options::{AssessOptions, Office};
use super::places::outward;
use super::standards::{Asked, Standards};
use super::verdicts::Verdicts;
use crate::document::RowId;
use crate::finding::{Code, Refusal};
use crate::model::{Kind, Post, Relation};
use crate::register::Register;
use crate::value::Meter;
use std::collections::{BTreeSet, HashSet};

/// An office, or the headquarters of an agency: a row of an agency, and one of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Unit {
    pub(super) agency: RowId,
    pub(super) place: Option<RowId>,
}

/// All offices of the register, in the order of agencies and places in the document: where an agency has a programme,
/// people or a local post, where a local requirement was verified, and where it adopted a standard and has no office within.
pub(super) fn all(
    register: &Register,
    standards: &Standards<'_>,
    verdicts: &Verdicts,
    meter: &Meter<'_>,
) -> BTreeSet<Unit> {
    let kinds = meter.over(register.records.rows.kinds());
    let rows = kinds.filter(|(row, kind)| match kind {
        Some(Kind::Programme | Kind::Exposure) => true,
        Some(Kind::Post) => register.typed::<Post>(*row).is_some_and(|post| post.level.as_deref() == Some("local")),
        _ => false,
    });
    let mut all: BTreeSet<Unit> = rows.filter_map(|(row, _)| unit(register, row)).collect();
    let is_local = |at: &usize| standards.asked.get(*at).is_some_and(Asked::is_local);
    all.extend(verdicts.keys().filter(|(_, at)| is_local(at)).map(|(unit, _)| *unit));
    all.retain(|unit| unit.place.is_some());
    let around = |unit: &Unit| unit.place.map(|place| outward(register, place)).unwrap_or_default();
    let within: HashSet<Unit> = all
        .iter()
        .flat_map(|unit| around(unit).into_iter().map(|place| Unit { place: Some(place), ..*unit }))
        .collect();
    let is_alone = |unit: &Unit| unit.place.is_some() && !within.contains(unit);
    let alone = standards.adoptions.iter().map(|adopted| adopted.unit).filter(is_alone);
    all.extend(alone);
    all
}

/// The agency and the place of a record.
pub(super) fn unit(register: &Register, row: RowId) -> Option<Unit> {
    let agency = register.first_referred(row, Relation::OfAgency)?;
    Some(Unit { agency, place: register.first_referred(row, Relation::AtPlace) })
}

/// The offices that were asked for. Refuses ids that no agency and no place has.
pub(super) fn asked(register: &Register, options: &AssessOptions) -> Result<Vec<Unit>, Refusal> {
    let named = |at: usize, Office { agency, place }: &Office| -> Result<Unit, Refusal> {
        Ok(Unit {
            agency: row_of(register, agency, Kind::Agency, at)?,
            place: Some(row_of(register, place, Kind::Place, at)?),
        })
    };
    options.offices.iter().enumerate().map(|(at, office)| named(at, office)).collect()
}

fn row_of(register: &Register, id: &str, kind: Kind, at: usize) -> Result<RowId, Refusal> {
    let place = format!("/offices/{at}/{}", kind.singular());
    let Some(row) = register.row(id) else {
        return Err(register.unknown_id(id, &[kind]).within(&place));
    };
    match register.records.rows.kind(row) {
        Some(found) if found == kind => Ok(row),
        found => {
            let found = found.map_or("none", Kind::singular);
            let message = format!(
                "expected the id of a record of kind {}, found `{id}`, which is of kind {found}; an office is an agency in a place",
                kind.singular()
            );
            Err(Refusal::new(Code::BadRequest, place, message))
        }
    }
}
