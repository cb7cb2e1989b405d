//! The tree of places.

use crate::document::RowId;
use crate::model::Relation;
use crate::register::Register;

/// How far up a tree of places is followed: a place within itself ends there.
const DEEPEST: usize = 64;

/// A place, then the places in which it lies, from the nearest on.
pub(crate) fn outward(register: &Register, place: RowId) -> Vec<RowId> {
    let mut found = vec![place];
    while let Some(next) = found.last().and_then(|place| register.first_referred(*place, Relation::Within)) {
        if found.contains(&next) || found.len() == DEEPEST {
            break;
        }
        found.push(next);
    }
    found
}
