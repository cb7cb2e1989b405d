//! Registers of which claims are asked.

use crate::Fault;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// A register as JSON.
#[derive(Clone, Debug)]
pub(super) struct Document(Map<String, Json>);

/// How a register is changed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Records that go.
    #[serde(default)]
    remove: Vec<String>,
    /// Fields that are set in records; null: the field goes.
    #[serde(default)]
    set: BTreeMap<String, Map<String, Json>>,
    /// Records that come, by kind.
    #[serde(default)]
    insert: BTreeMap<String, Vec<Json>>,
}

impl Document {
    pub(super) fn new(register: Option<&Json>) -> Result<Self, Fault> {
        let document = match register {
            Some(given) => given.clone(),
            None => serde_json::from_str(&isms_core::SAMPLE).map_err(|error| error.to_string())?,
        };
        match document {
            Json::Object(fields) => Ok(Self(fields)),
            _ => Err("expected a register".to_owned()),
        }
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, Fault> {
        serde_json::to_vec(&self.0).map_err(|error| error.to_string())
    }

    /// The records of a kind.
    pub(super) fn of(&mut self, kind: &str) -> Option<&mut Vec<Json>> {
        self.0.get_mut(kind)?.as_array_mut()
    }

    /// # Errors
    /// A record that is to be changed is not there, or one that comes is.
    pub(super) fn change(&mut self, changes: &Changes) -> Result<(), Fault> {
        for id in &changes.remove {
            self.remove(id)?;
        }
        for (id, fields) in &changes.set {
            let record = self.record(id).ok_or_else(|| format!("no record has the id {id}"))?;
            for (field, value) in fields {
                match value {
                    Json::Null => drop(record.remove(field)),
                    value => drop(record.insert(field.clone(), value.clone())),
                }
            }
        }
        for (kind, records) in &changes.insert {
            for record in records {
                let id = record.get("id").and_then(Json::as_str).unwrap_or_default();
                if self.record(id).is_some() {
                    return Err(format!("a record has the id {id} already"));
                }
            }
            let table = self.0.entry(kind).or_insert_with(|| Json::Array(Vec::new()));
            table.as_array_mut().ok_or_else(|| format!("{kind} is no list"))?.extend(records.iter().cloned());
        }
        Ok(())
    }

    fn record(&mut self, id: &str) -> Option<&mut Map<String, Json>> {
        let tables = self.0.values_mut().filter_map(Json::as_array_mut);
        let mut records = tables.flatten().filter_map(Json::as_object_mut);
        records.find(|record| record.get("id").and_then(Json::as_str) == Some(id))
    }

    fn remove(&mut self, id: &str) -> Result<(), Fault> {
        let mut removed = 0;
        for table in self.0.values_mut().filter_map(Json::as_array_mut) {
            let before = table.len();
            table.retain(|record| record.get("id").and_then(Json::as_str) != Some(id));
            removed += before - table.len();
        }
        if removed == 1 { Ok(()) } else { Err(format!("{removed} records have the id {id}")) }
    }
}

impl Changes {
    /// One field of one record.
    pub(super) fn of(id: &str, field: &str, value: &str) -> Self {
        let fields = Map::from_iter([(field.to_owned(), value.into())]);
        Self { set: BTreeMap::from([(id.to_owned(), fields)]), ..Self::default() }
    }
}
