//! The JSON Schema of a document, made from the kinds.

use super::open::VERSION;
use crate::model::{self, Kind};
use crate::value::{self, Label, Value as _};
use serde_json::{Map, Value as Json, json};

/// The JSON Schema (2020-12) of a document, made from the same tables as the reader.
///
/// ```
/// let schema = isms_core::schema();
/// assert_eq!(schema["properties"]["losses"]["type"], "array");
/// ```
#[must_use]
pub fn schema() -> Json {
    let mut properties = Map::new();
    properties.insert("isms".into(), json!({"const": VERSION, "description": "The version of the format."}));
    properties.insert("id".into(), json!({"type": "string"}));
    properties.insert("title".into(), json!({"type": "string"}));
    properties.insert(
        "period".into(),
        json!({"type": "string", "description": "The period to which likelihoods refer, an ISO 8601 duration; missing: one year."}),
    );
    properties.insert("label".into(), Label::schema());
    for kind in Kind::ALL {
        let items = json!({"$ref": format!("#/$defs/{}", kind.singular())});
        properties.insert(kind.plural().to_owned(), json!({"type": "array", "items": items}));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "isms register",
        "type": "object",
        "properties": properties,
        "required": ["isms"],
        "$defs": definitions(),
    })
}

fn definitions() -> Map<String, Json> {
    let id = json!({
        "description": "One id space for all kinds; 1 to 200 bytes, no control characters, no outer blanks.",
        "type": "string",
        "minLength": 1,
        "maxLength": 200,
        "pattern": "^[^\\s\\u0000-\\u001f\\u007f]([^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?$",
    });
    let mut definitions: Map<String, Json> = [
        ("id", id),
        ("date", value::date_schema()),
        ("estimate", value::estimate_schema()),
        ("causes", value::causes_schema()),
    ]
    .into_iter()
    .map(|(name, schema)| (name.to_owned(), schema))
    .collect();
    for kind in Kind::ALL {
        definitions.insert(kind.singular().to_owned(), model::schema(*kind));
    }
    definitions
}
