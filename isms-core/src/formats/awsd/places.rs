//! Places: the tree of country, region, district and city that the rows name.

use super::codes::{Code, Notes};
use super::columns::Column;
use super::spellings::Spellings;
use super::table::Row;
use super::text::{collapsed, folded, id_part, id_within};
use crate::model::Place;
use crate::value::sort_by;
use hashbrown::HashMap;

/// The levels of the tree, the coarsest first, each with its column.
const LEVELS: [(Column, &str); 4] =
    [(Column::Country, "country"), (Column::Region, "region"), (Column::District, "district"), (Column::City, "city")];

/// The place that a row names: its country code, and a name of each level that it has.
#[derive(Debug, Default)]
pub(super) struct PlaceNames {
    code: Option<String>,
    names: [Option<String>; LEVELS.len()],
}

/// Which codes stand beside a country's name.
#[derive(Debug, Default)]
pub(super) struct Countries(HashMap<String, Option<String>>);

/// The place in which a place lies, its level, its code or folded name.
type Key = (Option<usize>, usize, String);

#[derive(Debug, Default)]
struct Node {
    within: Option<usize>,
    level: usize,
    code: Option<String>,
    spellings: Spellings,
    /// The path of its id.
    path: String,
}

/// The tree, as it grows.
#[derive(Debug, Default)]
pub(super) struct Places {
    nodes: Vec<Node>,
    at: HashMap<Key, usize>,
}

/// A place of the tree.
pub(super) struct Found<'p> {
    pub(super) id: String,
    title: &'p str,
    /// The country in which it lies, unless it has the same name.
    country: Option<&'p str>,
}

impl Found<'_> {
    /// How it is called where nothing else tells the country.
    pub(super) fn called(&self) -> String {
        match self.country {
            Some(country) => format!("{}, {country}", self.title),
            None => self.title.to_owned(),
        }
    }
}

impl PlaceNames {
    /// The place that a row names.
    pub(super) fn read(row: &Row<'_>, notes: &mut Notes<'_>) -> Self {
        let mut place = Self::default();
        for (slot, (column, _)) in place.names.iter_mut().zip(LEVELS) {
            let text = row.trimmed(column, notes).map(collapsed);
            *slot = text.map(|text| {
                if row.cell(column).is_some_and(|cell| cell.trim() != text) {
                    row.note(notes, Code::Trimmed, column, || format!("read as {text:?}"));
                }
                text.into_owned()
            });
        }
        let code = row.trimmed(Column::CountryCode, notes).map(str::to_uppercase);
        if let Some(code) = code {
            if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                if row.cell(Column::CountryCode).is_some_and(|cell| cell.trim() != code) {
                    row.note(notes, Code::CaseUnified, Column::CountryCode, || format!("written as {code:?}"));
                }
                place.code = Some(code);
            } else {
                row.note(notes, Code::CountryCodeUnreadable, Column::CountryCode, || {
                    "expected two letters such as SD; not used".to_owned()
                });
            }
        }
        place
    }

    fn country(&self) -> Option<&str> {
        self.names.first().and_then(Option::as_deref)
    }

    /// The levels that are named, with code or name.
    fn steps(&self) -> impl Iterator<Item = (usize, Option<&str>, Option<&str>)> {
        self.names.iter().enumerate().filter_map(|(level, name)| {
            let code = self.code.as_deref().filter(|_| level == 0);
            (code.is_some() || name.is_some()).then_some((level, code, name.as_deref()))
        })
    }

    /// The finest level that is named.
    pub(super) fn precision(&self) -> Option<&'static str> {
        let finest = self.steps().map(|(level, ..)| level).last()?;
        LEVELS.get(finest).map(|(_, kind)| *kind)
    }
}

impl Countries {
    /// Takes in the code of a country.
    pub(super) fn add(&mut self, place: &PlaceNames) {
        let (Some(name), Some(code)) = (place.country(), &place.code) else {
            return;
        };
        let known = self.0.entry(folded(name)).or_insert_with(|| Some(code.clone()));
        if known.as_ref() != Some(code) {
            *known = None;
        }
    }

    /// Gives a country without a code the only one that its name has elsewhere.
    pub(super) fn fill(&self, place: &mut PlaceNames, row: &Row<'_>, notes: &mut Notes<'_>) {
        if place.code.is_some() {
            return;
        }
        let Some(name) = place.country() else {
            row.note(notes, Code::CountryBlank, Column::Country, || match place.precision() {
                Some(kind) => format!("the {kind} stands by itself"),
                None => "the incident has no place".to_owned(),
            });
            return;
        };
        if let Some(Some(code)) = self.0.get(&folded(name)) {
            row.note(notes, Code::CountryCodeFilled, Column::CountryCode, || format!("read as {code:?}"));
            place.code = Some(code.clone());
        } else if row.layout.has(Column::CountryCode) {
            row.note(notes, Code::CountryCodeBlank, Column::CountryCode, || {
                "no code; the id was made from the name".to_owned()
            });
        }
    }
}

impl Places {
    /// Takes in a place with all in which it lies.
    pub(super) fn add(&mut self, place: &PlaceNames) {
        let mut within = None;
        for (level, code, name) in place.steps() {
            let key = (within, level, key(code, name));
            let at = *self.at.entry(key).or_insert_with_key(|(_, _, key)| {
                self.nodes.push(Node {
                    within,
                    level,
                    code: code.map(str::to_owned),
                    path: key.clone(),
                    ..Node::default()
                });
                self.nodes.len() - 1
            });
            if let (Some(node), Some(name)) = (self.nodes.get_mut(at), name) {
                node.spellings.add(name);
            }
            within = Some(at);
        }
    }

    /// Makes the ids, when all places are in.
    pub(super) fn finish(&mut self) {
        for at in 0..self.nodes.len() {
            let Some(node) = self.nodes.get(at) else {
                continue;
            };
            let (above, level) = match node.within.and_then(|within| self.nodes.get(within)) {
                Some(above) => (above.path.as_str(), above.level),
                None => ("", 0),
            };
            let path = format!("{above}{}{}", "/".repeat(node.level - level), id_part(&node.path, '/'));
            if let Some(node) = self.nodes.get_mut(at) {
                node.path = path;
            }
        }
    }

    /// The place that a row names, and how it is called. Notes other spellings of it.
    pub(super) fn find(&self, place: &PlaceNames, row: &Row<'_>, notes: &mut Notes<'_>) -> Option<Found<'_>> {
        let (mut found, mut country) = (None, None);
        for (level, code, name) in place.steps() {
            let at = *self.at.get(&(found, level, key(code, name)))?;
            found = Some(at);
            let title = self.nodes.get(at)?.title();
            if level == 0 {
                country = Some(title);
            }
            let (Some(name), Some((column, _))) = (name, LEVELS.get(level)) else {
                continue;
            };
            if name != title {
                let code = if folded(name) == folded(title) { Code::CaseUnified } else { Code::NameUnified };
                row.note(notes, code, *column, || format!("written as {title:?}, as in most rows"));
            }
        }
        let node = self.nodes.get(found?)?;
        let country = country.filter(|country| folded(country) != folded(node.title()));
        Some(Found { id: node.id(), title: node.title(), country })
    }

    /// The records, sorted by id.
    pub(super) fn records(&self) -> Vec<Place> {
        let mut records: Vec<Place> = self.nodes.iter().map(|node| self.record(node)).collect();
        sort_by(&mut records, |a, b| a.id.cmp(&b.id));
        records
    }

    fn record(&self, node: &Node) -> Place {
        let mut place = Place::new(node.id(), node.title());
        place.source = Some(super::SOURCE.to_owned());
        place.kind = LEVELS.get(node.level).map(|(_, kind)| (*kind).to_owned());
        place.within = node.within.and_then(|within| self.nodes.get(within)).map(Node::id);
        place.code.clone_from(&node.code);
        place
    }
}

impl Node {
    fn id(&self) -> String {
        id_within(format!("awsd-place-{}", self.path), 0)
    }

    fn title(&self) -> &str {
        self.spellings.chosen().or(self.code.as_deref()).unwrap_or_default()
    }
}

/// What a place is known by among those that lie beside it. Codes are upper, names lower case.
fn key(code: Option<&str>, name: Option<&str>) -> String {
    code.map_or_else(|| folded(name.unwrap_or_default()), str::to_owned)
}
