//! Which column stands where in this file.

use super::codes::{Code, Notes};
use super::columns::{AGENCIES, Column, HARMS};
use super::text::collapsed;
use super::{incident, refuse};
use crate::finding::Refusal;
use csv::StringRecord;
use hashbrown::HashSet;

/// The columns of one file.
pub(super) struct Layout {
    /// The row of the header.
    pub(super) row: u64,
    /// The headers as they are written.
    headers: Vec<String>,
    at: [Option<usize>; Column::ALL.len()],
    /// Columns that this import does not know, with the key under which their cells are kept.
    pub(super) extra: Vec<(usize, String)>,
    /// The columns in the order of their headers, which does not depend on that of the file.
    pub(super) by_header: Vec<usize>,
    /// A line of HXL tags stands below the header.
    pub(super) tagged: bool,
}

impl Layout {
    /// The columns under this header. Refuses a table that is not of this format.
    pub(super) fn of(header: &StringRecord, row: u64) -> Result<Self, Refusal> {
        let headers: Vec<String> = header.iter().map(|cell| cell.trim().to_owned()).collect();
        let mut at = [None; Column::ALL.len()];
        let (mut extra, mut keys) = (Vec::new(), HashSet::new());
        for (index, header) in headers.iter().enumerate() {
            let Some(column) = Column::of_header(header) else {
                let key = incident::extra_key(header, index, &keys);
                keys.insert(key.clone());
                extra.push((index, key));
                continue;
            };
            let slot = at.get_mut(column as usize);
            if slot.is_some_and(|slot| slot.replace(index).is_some()) {
                let fix = "give each column its own header";
                return Err(refuse::not_the_format(row, column.header(), "each column once", "it twice", fix));
            }
        }
        let mut by_header: Vec<usize> = (0..headers.len()).collect();
        by_header.sort_by_key(|index| (headers.get(*index).map(|header| collapsed(header).to_lowercase()), *index));
        let layout = Self { row, headers, at, extra, by_header, tagged: false };
        layout.check()?;
        Ok(layout)
    }

    /// Refuses a table without the columns that make it one of this format.
    fn check(&self) -> Result<(), Refusal> {
        let lacks = |column: Column| self.index(column).is_none();
        let no_harm = HARMS.iter().all(|harm| lacks(harm.national) && lacks(harm.international));
        let key = [Column::IncidentId, Column::Year].into_iter().find(|column| lacks(*column));
        let Some(key) = key.or(no_harm.then_some(Column::NationalsKilled)) else {
            return Ok(());
        };
        let expected = format!("the column {:?}", key.header());
        let header = self.headers.join(",");
        let other = [(';', "semicolons"), ('\t', "tabs"), ('|', "bars")];
        if let Some((_, name)) = other.iter().find(|(mark, _)| header.matches(*mark).count() > self.headers.len()) {
            let found = format!("columns parted by {name}");
            return Err(refuse::not_the_format(
                self.row,
                key.header(),
                "columns parted by commas",
                &found,
                refuse::UTF8,
            ));
        }
        let short = |header: &String| format!("{:?}", header.chars().take(40).collect::<String>());
        let first: Vec<String> = self.headers.iter().take(6).map(short).collect();
        let found = format!("{} columns beginning with {}", self.headers.len(), first.join(", "));
        Err(refuse::not_the_format(self.row, key.header(), &expected, &found, refuse::EXPORT))
    }

    /// Where a column stands.
    pub(super) fn index(&self, column: Column) -> Option<usize> {
        self.at.get(column as usize).copied().flatten()
    }

    /// The column is there.
    pub(super) fn has(&self, column: Column) -> bool {
        self.index(column).is_some()
    }

    /// The column is not there, nor is one that stands in its place.
    pub(super) fn lacks(&self, column: Column) -> bool {
        !self.has(column) && !column.replaced_by().iter().any(|other| self.has(*other))
    }

    /// How many cells a row has.
    pub(super) fn width(&self) -> usize {
        self.headers.len()
    }

    /// The header at a place, as it is written.
    pub(super) fn header(&self, index: usize) -> &str {
        self.headers.get(index).map_or("", String::as_str)
    }

    /// Notes what is missing, unknown or written otherwise among the headers.
    pub(super) fn note(&self, notes: &mut Notes<'_>) {
        for column in Column::ALL.iter().copied() {
            let Some(index) = self.index(column) else {
                // Of columns that replace each other only those of today are missed.
                if self.lacks(column) && !matches!(column, Column::LngoNrcs | Column::Ifrc) {
                    notes.add(Code::MissingColumn, self.row, column.header(), "", || absence(column).to_owned());
                }
                continue;
            };
            let header = self.header(index);
            if header != column.header() {
                let case = if collapsed(header) == column.header() { Code::Trimmed } else { Code::CaseUnified };
                notes.add(case, self.row, header, header, || format!("read as the column {:?}", column.header()));
            }
        }
        for (index, key) in &self.extra {
            let header = self.header(*index);
            notes.add(Code::UnknownColumn, self.row, header, header, || {
                format!("its cells are kept as the field {key:?} of the incident")
            });
        }
        if self.tagged {
            notes.add(Code::HxlRow, self.row + 1, "", "", || "passed over: it holds tags, no incident".to_owned());
        }
    }
}

/// What follows from a column that is not there.
fn absence(column: Column) -> &'static str {
    let harm = HARMS.iter().any(|harm| column == harm.national || column == harm.international);
    match column {
        _ if harm => "unknown, not 0: no losses are made and the total is null",
        Column::TotalAffected => "unknown: the total of those affected is null",
        _ if AGENCIES.contains(&column) => "unknown, not 0: left out of the breakdown",
        _ => "unknown: left out of every incident",
    }
}
