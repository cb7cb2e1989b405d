//! The counts of people in a row, and whether the parts of totals add up to them.

use super::cells;
use super::codes::{Code, Notes};
use super::columns::{AGENCIES, Column, GENDERS, HARMS};
use super::table::Row;

/// A total and the columns of its parts.
type Sum = (Column, &'static [Column]);

/// Totals that are made again of what we keep of their parts.
const MADE: [Sum; 7] = [
    (Column::TotalKilled, &[Column::NationalsKilled, Column::InternationalsKilled]),
    (Column::TotalWounded, &[Column::NationalsWounded, Column::InternationalsWounded]),
    (Column::TotalKidnapped, &[Column::NationalsKidnapped, Column::InternationalsKidnapped]),
    (Column::TotalDetained, &[Column::NationalsDetained, Column::InternationalsDetained]),
    (
        Column::TotalNationals,
        &[Column::NationalsKilled, Column::NationalsWounded, Column::NationalsKidnapped, Column::NationalsDetained],
    ),
    (
        Column::TotalInternationals,
        &[
            Column::InternationalsKilled,
            Column::InternationalsWounded,
            Column::InternationalsKidnapped,
            Column::InternationalsDetained,
        ],
    ),
    (
        Column::TotalAffected,
        &[
            Column::NationalsKilled,
            Column::NationalsWounded,
            Column::NationalsKidnapped,
            Column::NationalsDetained,
            Column::InternationalsKilled,
            Column::InternationalsWounded,
            Column::InternationalsKidnapped,
            Column::InternationalsDetained,
        ],
    ),
];

/// Other ways to the number of those affected.
const BESIDES: [Sum; 2] = [
    (Column::TotalAffected, &AGENCIES),
    (Column::TotalAffected, &[Column::GenderMale, Column::GenderFemale, Column::GenderUnknown]),
];

/// The counts of a row; what is unknown is `None`.
pub(super) struct Counts([Option<u64>; Column::ALL.len()]);

impl Counts {
    /// Reads them all, and notes totals to which their parts don't add up.
    pub(super) fn read(row: &Row<'_>, notes: &mut Notes<'_>) -> Self {
        let mut counts = Self([None; Column::ALL.len()]);
        let harms = HARMS.iter().flat_map(|harm| [harm.national, harm.international, harm.total]);
        let totals = [Column::TotalNationals, Column::TotalInternationals, Column::TotalAffected];
        let genders = GENDERS.iter().map(|(column, _)| *column);
        for column in AGENCIES.into_iter().chain(harms).chain(totals).chain(genders) {
            if let Some(slot) = counts.0.get_mut(column as usize) {
                *slot = cells::count(row, column, notes);
            }
        }
        for (total, parts) in MADE.iter().chain(&BESIDES) {
            counts.compare(row, *total, parts, notes);
        }
        counts
    }

    pub(super) fn get(&self, column: Column) -> Option<u64> {
        self.0.get(column as usize).copied().flatten()
    }

    /// The sum of the parts that are known, and whether that is all of them.
    fn sum(&self, row: &Row<'_>, parts: &[Column]) -> (u64, bool) {
        let known = parts.iter().filter_map(|part| self.get(*part)).fold(0_u64, u64::saturating_add);
        let all = parts.iter().all(|part| self.get(*part).is_some() || !row.layout.has(*part));
        (known, all)
    }

    fn compare(&self, row: &Row<'_>, total: Column, parts: &[Column], notes: &mut Notes<'_>) {
        let Some(stated) = self.get(total) else {
            return;
        };
        let (known, all) = self.sum(row, parts);
        let complete = all && !parts.iter().any(|part| row.layout.lacks(*part));
        if known > stated || (complete && known != stated) {
            row.note(notes, Code::PartsDoNotAddUp, total, || {
                let headers: Vec<&str> =
                    parts.iter().filter(|part| row.layout.has(**part)).map(|part| part.header()).collect();
                format!("{} make {known}; the parts were used, the total was kept beside them", headers.join(" + "))
            });
        }
    }

    /// The totals that can't be made again of their parts, so that they have to be kept.
    pub(super) fn totals_to_keep(&self, row: &Row<'_>) -> impl Iterator<Item = Column> {
        MADE.iter().filter_map(|(total, parts)| {
            let written = row.cell(*total).is_some_and(|cell| !cell.trim().is_empty());
            let (known, all) = self.sum(row, parts);
            (written && !(all && self.get(*total) == Some(known))).then_some(*total)
        })
    }
}
