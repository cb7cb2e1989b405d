//! The Aid Worker Security Database: its public CSV export.
//!
//! The export has one row an incident. It is read four times, each time row by row: for the names
//! and ids that all rows share, for the tree of places and for ids that stand on several rows,
//! for the incidents, and for the losses. So memory grows with places, parties and ids and not
//! with the text of the rows.

mod cells;
mod codes;
mod columns;
mod counts;
mod facts;
mod identity;
mod incident;
mod layout;
mod losses;
mod output;
mod parties;
mod places;
mod refuse;
mod scan;
mod spellings;
mod table;
mod terms;
mod text;
mod totals;

pub use codes::awsd_notes;

use super::{ImportAnswer, Imported, ReadingNote};
use crate::document::Header;
use crate::finding::Refusal;
use crate::value::{Label, NoWatch, Watch};
use codes::Notes;
use facts::{Facts, Named};
use identity::{Giver, Repeated, Shared};
use output::Output;
use parties::Actor;
use places::PlaceNames;
use std::io::{Cursor, Read, Seek, Write};
use table::{Table, Tally};
use totals::Totals;

/// The class of source of every record that is made.
const SOURCE: &str = "Aid Worker Security Database";

/// Reads a CSV export of the Aid Worker Security Database and writes it as a document: places,
/// parties, incidents, and a loss for each harm to national or international staff.
///
/// Columns are found by their headers. Nothing is repaired, left out or guessed without a reading
/// note to `notes`; [`awsd_notes`] explains their codes. A blank count is unknown and never 0. An
/// incident's narrative is labelled red, the document amber. `watch` is told the bytes read, of
/// those of all passes. Cost: linear in the bytes; memory grows with places, parties and ids.
///
/// ```
/// use isms_core::{NoWatch, Register, import_awsd};
/// let table = "Incident ID,Year,Month,Country Code,Country,Nationals killed,Internationals killed,Means of attack\n\
///              35,2025,8,SD,Sudan,2,0,Shooting\n";
/// let (mut document, mut notes) = (Vec::new(), Vec::new());
/// let mut source = std::io::Cursor::new(table);
/// let answer = import_awsd(&mut source, &mut document, &mut |note| notes.push(note.clone()), &mut NoWatch)?;
/// assert_eq!((answer.read, answer.total("killed"), answer.total("wounded")), (1, Some(2), None));
/// assert!(notes.iter().any(|note| note.code == "missing_column" && note.column == "Nationals wounded"));
/// let register = Register::open(&document)?;
/// assert_eq!(register.get("awsd-35").unwrap().title(), "Shooting, Sudan, 2025-08");
/// assert!(register.get("awsd-35-killed-national").is_some());
/// # Ok::<(), isms_core::Refusal>(())
/// ```
///
/// # Errors
/// Refuses what is no such export, and one of which no row can be read, saying what was expected
/// and found at which row and column; a row over 16 MiB; a source that can't be read, an `out` that
/// can't be written, and a stop by `watch`. What stands in `out` is whole only if the call succeeds.
pub fn import_awsd<S: Read + Seek, W: Write>(
    source: &mut S,
    out: &mut W,
    notes: &mut dyn FnMut(&ReadingNote),
    watch: &mut dyn Watch,
) -> Result<ImportAnswer, Refusal> {
    let mut table = Table::open(source)?;
    let (named, shared, last) = survey(&mut table, watch)?;
    let mut notes = Notes::to(notes);
    let header = Header {
        id: Some("awsd".to_owned()),
        title: Some(title(last.as_deref())),
        label: Some(Label::new("amber")),
        ..Header::default()
    };
    let mut text = String::new();
    let mut output = Output::begin(out, &mut text, &header);
    named.parties.records().iter().try_for_each(|party| output.add(party))?;
    named.places.records().iter().try_for_each(|place| output.add(place))?;
    let (tally, totals) = write_incidents(&mut table, &named, &shared, &mut output, &mut notes, watch)?;
    write_losses(&mut table, &named, &shared, &mut output, watch)?;
    let out = output.end(&header);
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|error| refuse::write(&error))?;
    let (totals, at_least) = totals.finish(&table.layout, &mut notes);
    Ok(ImportAnswer {
        label: header.default_label(),
        format: "awsd".to_owned(),
        rows: tally.rows,
        read: tally.rows - tally.refused,
        refused: tally.refused,
        totals,
        findings: notes.tallied(),
        output: None,
        at_least,
    })
}

/// As [`import_awsd`], from bytes to bytes.
///
/// ```
/// let refusal = isms_core::import_awsd_bytes(b"PK\x03\x04...").unwrap_err();
/// assert_eq!(refusal.code(), "not_the_format");
/// assert!(refusal.to_string().contains("Excel workbook"));
/// ```
///
/// # Errors
/// As [`import_awsd`].
pub fn import_awsd_bytes(table: &[u8]) -> Result<Imported, Refusal> {
    import_awsd_bytes_watched(table, &mut NoWatch)
}

/// As [`import_awsd_bytes`], and tells `watch` the bytes read, of those of all passes.
///
/// # Errors
/// As [`import_awsd`].
pub fn import_awsd_bytes_watched(table: &[u8], watch: &mut dyn Watch) -> Result<Imported, Refusal> {
    let (mut document, mut notes) = (Vec::new(), Vec::new());
    let mut keep = |note: &ReadingNote| notes.push(note.clone());
    let answer = import_awsd(&mut Cursor::new(table), &mut document, &mut keep, watch)?;
    Ok(Imported { document, answer, notes })
}

/// The document's title, as it can be cited: whose data it is, and how far it goes.
fn title(last: Option<&str>) -> String {
    let to = last.map(|last| format!(", incidents to {last}")).unwrap_or_default();
    format!("{SOURCE} (Humanitarian Outcomes, CC BY){to}")
}

/// What all rows together name, the ids that they share, and the last date.
type Survey = (Named, Shared, Option<String>);

/// Gathers them in two passes: a place needs the codes of all countries. Refuses a table of which
/// no row can be read.
fn survey<S: Read + Seek>(table: &mut Table<'_, S>, watch: &mut dyn Watch) -> Result<Survey, Refusal> {
    let mut last: Option<String> = None;
    let (mut named, mut repeated, mut shared) = (Named::default(), Repeated::default(), Shared::default());
    let mut silent = Notes::silent();
    let tally = table.each(0, &mut silent, watch, |row, notes| {
        let Some(date) = cells::date(row, notes) else {
            return Ok(false);
        };
        // The years have four digits, so the later date is the greater text.
        if last.as_deref().is_none_or(|last| last < date.as_str()) {
            last = Some(date.as_str().to_owned());
        }
        repeated.add(row);
        named.parties.add(&Actor::read(row, notes));
        named.countries.add(&PlaceNames::read(row, notes));
        Ok(true)
    })?;
    if let Some(first) = tally.first.as_ref().filter(|_| tally.refused == tally.rows) {
        return Err(refuse::nothing_read(tally.rows, first));
    }
    table.each(1, &mut silent, watch, |row, notes| {
        let Some(date) = cells::date(row, notes) else {
            return Ok(false);
        };
        shared.add(&repeated, row, &date);
        let mut place = PlaceNames::read(row, notes);
        named.countries.fill(&mut place, row, notes);
        named.places.add(&place);
        Ok(true)
    })?;
    named.places.finish();
    Ok((named, shared, last))
}

fn write_incidents<S: Read + Seek, W: Write>(
    table: &mut Table<'_, S>,
    named: &Named,
    shared: &Shared,
    output: &mut Output<'_, '_, W>,
    notes: &mut Notes<'_>,
    watch: &mut dyn Watch,
) -> Result<(Tally, Totals), Refusal> {
    let (mut giver, mut totals) = (Giver::new(shared), Totals::default());
    let tally = table.each(2, notes, watch, |row, notes| {
        let Some(facts) = Facts::read(row, named, notes) else {
            return Ok(false);
        };
        totals.add(&facts.counts);
        let id = giver.give(row, &facts.date, notes);
        output.add(&incident::incident(row, &facts, id, notes))?;
        Ok(true)
    })?;
    table.note(notes, &tally);
    Ok((tally, totals))
}

fn write_losses<S: Read + Seek, W: Write>(
    table: &mut Table<'_, S>,
    named: &Named,
    shared: &Shared,
    output: &mut Output<'_, '_, W>,
    watch: &mut dyn Watch,
) -> Result<(), Refusal> {
    let mut giver = Giver::new(shared);
    table.each(3, &mut Notes::silent(), watch, |row, notes| {
        let Some(facts) = Facts::read(row, named, notes) else {
            return Ok(false);
        };
        let id = giver.give(row, &facts.date, notes);
        losses::losses(&id, &facts).try_for_each(|loss| output.add(&loss))?;
        Ok(true)
    })?;
    Ok(())
}
