//! Parties: the actors that the rows name.

use super::cells;
use super::codes::{Code, Notes};
use super::columns::Column;
use super::spellings::Spellings;
use super::table::Row;
use super::terms::{ACTOR_TYPES, Match, NOT_NAMED, UNKNOWN};
use super::text::{collapsed, folded, id_part, id_within};
use crate::model::Party;
use crate::value::sort_by;
use std::collections::BTreeMap;

/// The actor of a row: its type and its name, as far as they are known.
#[derive(Debug, Default)]
pub(super) struct Actor {
    kind: Option<String>,
    name: Option<String>,
}

#[derive(Debug, Default)]
struct Names {
    kinds: Spellings,
    names: Spellings,
}

/// The actors by folded type and name.
#[derive(Debug, Default)]
pub(super) struct Parties(BTreeMap<(String, String), Names>);

impl Actor {
    /// The actor of a row. A name that says that there is none is none.
    pub(super) fn read(row: &Row<'_>, notes: &mut Notes<'_>) -> Self {
        let kind = cells::term(row, Column::ActorType, &ACTOR_TYPES, notes);
        let Some(text) = row.trimmed(Column::ActorName, notes) else {
            if row.layout.has(Column::ActorName) {
                row.note(notes, Code::TermBlank, Column::ActorName, || "not named".to_owned());
            }
            return Self { kind, name: None };
        };
        let name = match NOT_NAMED.find(text) {
            Match::Same => None,
            Match::Case(_) => {
                row.note(notes, Code::CaseUnified, Column::ActorName, || "not named".to_owned());
                None
            }
            Match::Spelling(term) => {
                row.note(notes, Code::SpellingUnified, Column::ActorName, || format!("read as {term:?}: not named"));
                None
            }
            Match::Unknown => Some(collapsed(text).into_owned()),
        };
        if name.as_deref().is_some_and(|name| name != text) {
            row.note(notes, Code::Trimmed, Column::ActorName, || format!("read as {:?}", collapsed(text)));
        }
        Self { kind, name }
    }

    /// Nothing is known of it.
    fn is_nobody(&self) -> bool {
        self.name.is_none() && self.kind.as_deref().is_none_or(|kind| kind == UNKNOWN)
    }

    fn key(&self) -> (String, String) {
        let fold = |text: &Option<String>| text.as_deref().map(folded).unwrap_or_default();
        (fold(&self.kind), fold(&self.name))
    }
}

impl Parties {
    /// Takes in an actor.
    pub(super) fn add(&mut self, actor: &Actor) {
        if actor.is_nobody() {
            return;
        }
        let names = self.0.entry(actor.key()).or_default();
        if let Some(kind) = &actor.kind {
            names.kinds.add(kind);
        }
        if let Some(name) = &actor.name {
            names.names.add(name);
        }
    }

    /// The id of an actor's party. Notes other spellings of its name.
    pub(super) fn find(&self, actor: &Actor, row: &Row<'_>, notes: &mut Notes<'_>) -> Option<String> {
        if actor.is_nobody() {
            return None;
        }
        let key = actor.key();
        let names = self.0.get(&key)?;
        if let (Some(name), Some(chosen)) = (&actor.name, names.names.chosen())
            && name != chosen
        {
            row.note(notes, Code::CaseUnified, Column::ActorName, || format!("written as {chosen:?}, as in most rows"));
        }
        Some(id(&key))
    }

    /// The records, sorted by id.
    pub(super) fn records(&self) -> Vec<Party> {
        let mut records: Vec<Party> = self.0.iter().map(|(key, names)| record(key, names)).collect();
        sort_by(&mut records, |a, b| a.id.cmp(&b.id));
        records
    }
}

fn record(key: &(String, String), names: &Names) -> Party {
    let kind = names.kinds.chosen();
    let unnamed = || format!("{} (not named)", kind.unwrap_or_default());
    let title = names.names.chosen().map_or_else(unnamed, str::to_owned);
    let mut party = Party::new(id(key), title);
    party.source = Some(super::SOURCE.to_owned());
    party.kind = kind.map(str::to_owned);
    party
}

fn id((kind, name): &(String, String)) -> String {
    let slash = if name.is_empty() { "" } else { "/" };
    id_within(format!("awsd-party-{}{slash}{}", id_part(kind, '/'), id_part(name, '/')), 0)
}
