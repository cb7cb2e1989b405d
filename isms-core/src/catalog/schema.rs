//! The JSON Schema of a catalogue.

use super::contents::Written;
use super::read::VERSION;
use crate::value::{Value as _, parts};
use serde_json::{Value as Json, json};

/// The JSON Schema (2020-12) of a catalogue, made from the types that read it.
///
/// ```
/// assert_eq!(isms_core::catalog_schema()["properties"]["isms_catalog"]["const"], "1");
/// ```
#[must_use]
pub fn catalog_schema() -> Json {
    let mut schema = Written::schema();
    if let Some(object) = schema.as_object_mut() {
        object.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        object.insert("title".into(), "isms catalogue".into());
        object.insert("required".into(), json!(["isms_catalog"]));
        let level = parts().into_iter().find(|(name, _)| *name == "risk_level");
        object.insert("$defs".into(), level.map(|(name, schema)| json!({name: schema})).unwrap_or_default());
    }
    if let Some(version) = schema.pointer_mut("/properties/isms_catalog") {
        *version = json!({"const": VERSION});
    }
    schema
}
