//! Which offices there are.

use super::options::{AssessOptions, Office};
use super::places::outward;
use super::standards::{Asked, Standards};
use super::verdicts::Verdicts;
use crate::document::RowId;
use crate::finding::{Code, Refusal};
use crate::model::{Exposure, Kind, Post, Programme, Relation};
use crate::register::Register;
use crate::value::{Date, Meter, holds};
use std::collections::{BTreeSet, HashMap, HashSet};

/// An office, or the headquarters of an agency: a row of an agency, and one of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Unit {
    pub(super) agency: RowId,
    pub(super) place: Option<RowId>,
}

/// All offices of the register on a day, in the order of agencies and places in the document: where an agency has a programme,
/// people or a local post, where a local requirement was verified and not all of these have ended, and where it adopted a
/// standard and has no office within.
pub(super) fn all(
    register: &Register,
    standards: &Standards<'_>,
    verdicts: &Verdicts,
    as_of: &Date,
    meter: &Meter<'_>,
) -> BTreeSet<Unit> {
    let (mut all, mut ended) = (BTreeSet::new(), HashMap::new());
    for (row, kind) in meter.over(register.records.rows.kinds()) {
        let Some((since, until)) = time_of(register, row, kind) else { continue };
        let Some(unit) = unit(register, row).filter(|unit| unit.place.is_some()) else { continue };
        if holds(since.as_ref(), until.as_ref(), as_of) {
            all.insert(unit);
        }
        *ended.entry(unit).or_insert(true) &= until.is_some_and(|until| until.is_certainly_before(as_of));
    }
    // Where all that was there has ended, what was found then makes no office now.
    let is_local = |at: &usize| standards.asked.get(*at).is_some_and(Asked::is_local);
    let verified = verdicts.keys().filter(|(_, at)| is_local(at)).map(|(unit, _)| *unit);
    all.extend(verified.filter(|unit| unit.place.is_some() && ended.get(unit) != Some(&true)));
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

/// From when on, and until when, a record is there which makes an office: a programme, people, or a local post.
fn time_of(register: &Register, row: RowId, kind: Option<Kind>) -> Option<(Option<Date>, Option<Date>)> {
    match kind? {
        Kind::Programme => register.typed::<Programme>(row).map(|found| (found.since, found.until)),
        Kind::Exposure => register.typed::<Exposure>(row).map(|found| (found.since, found.until)),
        Kind::Post => {
            let post = register.typed::<Post>(row).filter(|post| post.level.as_deref() == Some("local"))?;
            Some((post.since, post.until))
        }
        _ => None,
    }
}

/// The agency and the place of a record.
pub(super) fn unit(register: &Register, row: RowId) -> Option<Unit> {
    let agency = register.first_referred(row, Relation::OfAgency)?;
    Some(Unit { agency, place: register.first_referred(row, Relation::AtPlace) })
}

/// The offices that were asked for, each once. Refuses ids that no agency and no place has.
pub(super) fn asked(register: &Register, options: &AssessOptions) -> Result<Vec<Unit>, Refusal> {
    let named = |at: usize, Office { agency, place }: &Office| -> Result<Unit, Refusal> {
        Ok(Unit {
            agency: row_of(register, agency, Kind::Agency, at)?,
            place: Some(row_of(register, place, Kind::Place, at)?),
        })
    };
    let mut met = HashSet::new();
    let mut found =
        options.offices.iter().enumerate().map(|(at, office)| named(at, office)).collect::<Result<Vec<_>, _>>()?;
    found.retain(|unit| met.insert(*unit));
    Ok(found)
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
