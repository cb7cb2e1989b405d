//! The JSON Schema of a document, made from the kinds.

use super::upgrade::VERSION;
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
    properties.insert("id".into(), json!({"type": "string", "description": "The register's id."}));
    properties.insert("title".into(), json!({"type": "string", "description": "What people call the register."}));
    properties.insert(
        "period".into(),
        json!({"$ref": "#/$defs/duration", "description": "The period to which likelihoods refer; missing: one year."}),
    );
    let mut label = Label::schema();
    if let Some(label) = label.as_object_mut() {
        label.insert("description".into(), "Who may see records that have no label of their own.".into());
    }
    properties.insert("label".into(), label);
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
    let mut definitions: Map<String, Json> = [
        ("id", model::id_schema()),
        ("date", value::date_schema()),
        ("duration", value::duration_schema()),
        ("estimate", value::estimate_schema()),
        ("causes", value::causes_schema()),
    ]
    .into_iter()
    .map(|(name, schema)| (name.to_owned(), schema))
    .collect();
    definitions.extend(value::parts().map(|(name, schema)| (name.to_owned(), schema)));
    for kind in Kind::ALL {
        definitions.insert(kind.singular().to_owned(), model::table(*kind).schema());
    }
    definitions
}
