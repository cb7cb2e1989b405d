//! The incident that a row tells of.

use super::cells::{self, Coordinates};
use super::codes::{Code, Notes};
use super::columns::{AGENCIES, Column, GENDERS, HARMS};
use super::counts::Counts;
use super::facts::Facts;
use super::table::Row;
use super::terms::{CONTEXTS, LOCATIONS, MEANS, MOTIVES, SOURCES, UNKNOWN, VERIFIED};
use crate::json::{Reader, write_text};
use crate::model::{Incident, Kind, Record};
use crate::value::{Breakdown, Extra, FieldLabel, Label, Point, Tally};
use hashbrown::HashSet;

/// Makes the incident of a row of which the facts are known.
pub(super) fn incident(row: &Row<'_>, facts: &Facts<'_>, id: String, notes: &mut Notes<'_>) -> Incident {
    let means = cells::term(row, Column::Means, &MEANS, notes);
    let mut incident = Incident::new(id, title(means.as_deref(), facts));
    incident.source = Some(super::SOURCE.to_owned());
    // The class of who reported it. `source` names the data set, by which its records are known.
    let reported = cells::term(row, Column::Source, &SOURCES, notes);
    incident.tags = reported.map(|class| format!("source: {class}")).into_iter().collect();
    incident.place = facts.place.as_ref().map(|place| place.id.clone());
    match cells::coordinates(row, notes) {
        Coordinates::None => (),
        Coordinates::Text(text) => incident.point_text = Some(text),
        Coordinates::Numbers(lat, lon) => {
            let precision = facts.names.precision().map(str::to_owned);
            incident.point = Some(Point { lat, lon, precision });
        }
    }
    incident.date = Some(facts.date.clone());
    incident.actor.clone_from(&facts.actor);
    incident.means = means;
    incident.context = cells::term(row, Column::Context, &CONTEXTS, notes);
    incident.location = cells::term(row, Column::Location, &LOCATIONS, notes);
    incident.motive = cells::term(row, Column::Motive, &MOTIVES, notes);
    incident.affected = affected(&facts.counts);
    incident.harms_unknown = harms_unknown(&facts.counts);
    incident.verified = cells::term(row, Column::Verified, &VERIFIED, notes);
    if let Some(details) = details(row, notes) {
        incident.details = Some(details);
        incident.labels = vec![FieldLabel { field: "/details".to_owned(), label: Label::new("red") }];
    }
    incident.other = other(row, &facts.counts);
    incident
}

/// A title of means, place and date; never of what is told.
fn title(means: Option<&str>, facts: &Facts<'_>) -> String {
    let what = match means {
        None => "Incident",
        Some(UNKNOWN) => "Incident of unknown means",
        Some(means) => means,
    };
    facts.titled(what)
}

/// All who were affected, counted by agency type and by gender. A zero is kept: it is known.
fn affected(counts: &Counts) -> Vec<Breakdown> {
    let agencies = AGENCIES.iter().map(|column| (*column, column.header()));
    let breakdowns = [("agency_type", tallies(counts, agencies)), ("gender", tallies(counts, GENDERS))];
    let there = breakdowns.into_iter().filter(|(_, tallies)| !tallies.is_empty());
    there.map(|(by, tallies)| Breakdown { by: by.to_owned(), tallies }).collect()
}

fn tallies(counts: &Counts, terms: impl IntoIterator<Item = (Column, &'static str)>) -> Vec<Tally> {
    let tally = |(column, term): (Column, &str)| Some(Tally { term: term.to_owned(), count: counts.get(column)? });
    terms.into_iter().filter_map(tally).collect()
}

/// The harms of which a count is unknown: no column, a blank cell, or no number in it.
fn harms_unknown(counts: &Counts) -> Vec<String> {
    let unknown = HARMS.iter().filter(|harm| counts.get(harm.national).and(counts.get(harm.international)).is_none());
    unknown.map(|harm| harm.term.to_owned()).collect()
}

/// The narrative, exactly as it is written.
fn details(row: &Row<'_>, notes: &mut Notes<'_>) -> Option<String> {
    let text = row.cell(Column::Details)?;
    if text.trim().is_empty() {
        row.note(notes, Code::TermBlank, Column::Details, || "left out".to_owned());
        return None;
    }
    if let Some(entity) = entity(text) {
        let header = row.layout.index(Column::Details).map_or("", |index| row.layout.header(index));
        notes.add(Code::HtmlEntities, row.number, header, entity, || "kept as it is written".to_owned());
    }
    Some(text.to_owned())
}

/// The first HTML entity in a text, such as `&nbsp;`.
fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').find_map(|(at, _)| {
        let rest = text.get(at..)?;
        let end = rest.bytes().take(12).position(|byte| byte == b';')?;
        let name = rest.get(1..end)?;
        let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        if plain { rest.get(..=end) } else { None }
    })
}

/// Columns that we don't know, and totals that can't be made again of their parts.
fn other(row: &Row<'_>, counts: &Counts) -> Vec<Extra> {
    let totals = counts.totals_to_keep(row).map(|column| (column.header(), row.cell(column).unwrap_or_default()));
    let extra = row.layout.extra.iter().map(|(index, key)| (key.as_str(), row.record.get(*index).unwrap_or_default()));
    let written = extra.chain(totals).filter(|(_, cell)| !cell.trim().is_empty());
    written.map(|(key, cell)| Extra { key: key.to_owned(), json: json_text(cell) }).collect()
}

/// The key of a column that we don't know: its header, unless that means something else already.
pub(super) fn extra_key(header: &str, index: usize, taken: &HashSet<String>) -> String {
    let mut key = if header.is_empty() { format!("column {}", index + 1) } else { header.to_owned() };
    while taken.contains(&key) || is_field(&key) {
        key = format!("{key} (column {})", index + 1);
    }
    key
}

/// It is a field of incidents.
fn is_field(key: &str) -> bool {
    let text = format!("{{{}:0}}", json_text(key));
    let read = Record::read(Kind::Incident, &mut Reader::of_values(&text));
    !matches!(read, Ok(Record::Incident { record }) if record.other.len() == 1)
}

fn json_text(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    write_text(&mut json, text);
    json
}
