//! Ids of incidents. One that stands on several rows gets a suffix on all of them, which depends
//! on what the rows say and not on their order.

use super::cells::without_zeros;
use super::codes::{Code, Notes};
use super::columns::Column;
use super::table::Row;
use super::text::{collapsed, digest, hex, id_part, id_within};
use crate::value::Date;
use hashbrown::{HashMap, HashSet};
use std::collections::BTreeMap;

/// How many bytes of an id are kept for the suffixes behind it, those of losses too.
const ROOM: usize = 120;

/// Which ids stand on several rows: eight bytes for each id.
#[derive(Debug, Default)]
pub(super) struct Repeated {
    seen: HashSet<u64>,
    again: HashSet<u64>,
}

/// The rows of one date under one id: how often each stands there.
type SameDate = BTreeMap<[u8; 32], u64>;

/// The rows under ids that stand on several rows, by id and date.
#[derive(Debug, Default)]
pub(super) struct Shared(BTreeMap<String, BTreeMap<String, SameDate>>);

/// Gives ids, in one pass over the rows.
pub(super) struct Giver<'s> {
    shared: &'s Shared,
    /// How many of the rows that are the same in every cell have an id already.
    given: HashMap<[u8; 32], u64>,
}

impl Repeated {
    /// Takes in the id of a row.
    pub(super) fn add(&mut self, row: &Row<'_>) {
        let id = own_id(row);
        let short = short(&id);
        if id.is_empty() || !self.seen.insert(short) {
            self.again.insert(short);
        }
    }
}

impl Shared {
    /// Takes in a row if its id stands on several.
    pub(super) fn add(&mut self, repeated: &Repeated, row: &Row<'_>, date: &Date) {
        let id = own_id(row);
        if !repeated.again.contains(&short(&id)) {
            return;
        }
        let same_date = self.0.entry(id).or_default().entry(date.as_str().to_owned()).or_default();
        *same_date.entry(row_digest(row)).or_default() += 1;
    }
}

impl<'s> Giver<'s> {
    pub(super) fn new(shared: &'s Shared) -> Self {
        Self { shared, given: HashMap::new() }
    }

    /// The id of the incident of a row.
    pub(super) fn give(&mut self, row: &Row<'_>, date: &Date, notes: &mut Notes<'_>) -> String {
        let own = own_id(row);
        let plain = plain_id(&own);
        if row.cell(Column::IncidentId).is_some_and(|cell| !own.is_empty() && plain != format!("awsd-{}", cell.trim()))
        {
            row.note(notes, Code::IdRewritten, Column::IncidentId, || format!("the id is {plain:?}"));
        }
        let Some(dates) = self.shared.0.get(&own) else {
            return plain;
        };
        if !own.is_empty() && dates.values().flat_map(BTreeMap::values).sum::<u64>() == 1 {
            return plain;
        }
        let dated = format!("{plain}-{date}");
        let same_date = dates.get(date.as_str());
        let alone = same_date.is_none_or(|rows| rows.values().sum::<u64>() == 1);
        let id = match same_date {
            Some(same_date) if own.is_empty() || !alone => self.digested(&dated, row, same_date, notes),
            _ => dated,
        };
        let code = if own.is_empty() { Code::IdBlank } else { Code::DuplicateId };
        row.note(notes, code, Column::IncidentId, || format!("the id is {id:?}"));
        id
    }

    /// The id of a row that shares id and date with others.
    fn digested(&mut self, dated: &str, row: &Row<'_>, same_date: &SameDate, notes: &mut Notes<'_>) -> String {
        let digest = row_digest(row);
        // Eight digits tell rows apart, unless someone has made two that share them.
        let clash = same_date.keys().filter(|other| other.get(..4) == digest.get(..4)).count() > 1;
        let id = format!("{dated}-{}", hex(&digest, if clash { digest.len() } else { 4 }));
        if same_date.get(&digest).is_none_or(|times| *times < 2) {
            return id;
        }
        row.note(notes, Code::IdenticalRow, Column::IncidentId, || "kept, each with an id of its own".to_owned());
        let given = self.given.entry(digest).or_default();
        *given += 1;
        if *given == 1 { id } else { format!("{id}-{given}") }
    }
}

/// The id as the source means it.
fn own_id(row: &Row<'_>) -> String {
    let text = collapsed(row.cell(Column::IncidentId).unwrap_or_default());
    without_zeros(&text).map_or_else(|| text.as_ref().to_owned(), str::to_owned)
}

/// The id of an incident without a suffix. A mark that would look like one is escaped.
fn plain_id(own: &str) -> String {
    if own.is_empty() {
        return "awsd-no_id".to_owned();
    }
    id_within(format!("awsd-{}", id_part(own, '-')), ROOM)
}

fn short(id: &str) -> u64 {
    let [a, b, c, d, e, f, g, h, ..] = digest(id);
    u64::from_le_bytes([a, b, c, d, e, f, g, h])
}

/// A digest of all that a row says, whatever the order of its columns.
fn row_digest(row: &Row<'_>) -> [u8; 32] {
    let mut text = String::new();
    for index in &row.layout.by_header {
        let cell = row.record.get(*index).unwrap_or_default();
        if !cell.is_empty() {
            let header = row.layout.header(*index);
            text.push_str(&format!("{}:{header}{}:{cell}", header.len(), cell.len()));
        }
    }
    digest(&text)
}
