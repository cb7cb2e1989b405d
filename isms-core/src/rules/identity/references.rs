//! One pass over all references: those that lead nowhere, and those to records of another kind.

use super::{dangling_reference, wrong_kind};
use crate::document::{RowId, Target};
use crate::finding::DEFAULT_CAP;
use crate::model::{Kind, shown_id};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::pointers::Pointers;
use crate::value::Meter;

/// Finds references that lead nowhere, or to records of another kind. Linear in the references.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let records = &register.records;
    let (mut dangling, mut pointers) = (Vec::new(), Pointers::of(register));
    for (row, kind) in meter.over(records.rows.kinds()) {
        let Some(kind) = kind else { continue };
        for target in records.references.of(row) {
            let Some(found) = records.row_of(target.symbol).and_then(|row| records.rows.kind(row)) else {
                if !records.is_silent(target.symbol) {
                    dangling.push((row, kind, target));
                }
                continue;
            };
            if !target.relation.takes(kind, found) {
                let code = wrong_kind::code(target.relation, found);
                log.push(code, Some(row), || {
                    let kinds = (target.relation.targets(kind), found);
                    let path = pointers.path(row, target.nth);
                    wrong_kind::finding(code, register.id_of_row(row), path, records.name(target.symbol), kinds)
                });
            }
        }
    }
    tell_of_dangling(register, &dangling, log, &mut pointers);
}

/// Tells of references that lead nowhere, in their order; those that are listed with the id that may be meant.
fn tell_of_dangling(
    register: &Register,
    dangling: &[(RowId, Kind, Target)],
    log: &mut Found<'_>,
    pointers: &mut Pointers<'_>,
) {
    let (records, code) = (&register.records, dangling_reference::RULE.code);
    let listed = dangling.iter().filter(|(row, ..)| !log.sets_aside(code, Some(*row))).take(DEFAULT_CAP);
    let wanted = listed.map(|(_, kind, target)| (records.name(target.symbol), target.relation.targets(*kind)));
    let mut nearest = records.nearest_to_each(wanted).into_iter();
    for (row, _, target) in dangling {
        log.push(code, Some(*row), || {
            let field = pointers.field(*row, target.nth);
            let id = shown_id(records.name(target.symbol));
            dangling_reference::finding(register, *row, field, &id, nearest.next().flatten())
        });
    }
}
