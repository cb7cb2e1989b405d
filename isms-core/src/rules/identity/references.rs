//! One pass over all references: those that lead nowhere, and those to records of another kind.

use super::{dangling_reference, wrong_kind};
use crate::document::Hints;
use crate::model::shown_id;
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::pointers::Pointers;
use crate::value::Meter;

/// Finds references that lead nowhere, or to records of another kind. Linear in the references.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let records = &register.records;
    let mut hints = Hints::default();
    let mut pointers = Pointers::of(register);
    for (row, kind) in meter.over(records.rows.kinds()) {
        let Some(kind) = kind else { continue };
        for target in records.references.of(row) {
            let Some(found) = records.row_of(target.symbol).and_then(|row| records.rows.kind(row)) else {
                log.push(dangling_reference::RULE.code, Some(row), || {
                    let id = records.name(target.symbol);
                    let near = records.nearest_within(&mut hints, id, target.relation.targets(kind));
                    let field = pointers.field(row, target.nth);
                    dangling_reference::finding(register, row, field, &shown_id(id), near)
                });
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
}
