//! The names of types, from the schema of a field.

use crate::Fault;
use serde_json::Value as Json;

/// The type of a field, as the page names it.
///
/// # Errors
/// When the page has no name for it.
pub(super) fn type_of(schema: &Json) -> Result<String, Fault> {
    if let Some(reference) = schema.get("$ref").and_then(Json::as_str) {
        return Ok(reference.rsplit('/').next().unwrap_or_default().to_owned());
    }
    let has = |pointer: &str| schema.pointer(pointer).is_some();
    let word = |pointer: &str| schema.pointer(pointer).and_then(Json::as_str).unwrap_or_default();
    let name = match word("/type") {
        "string" => "text",
        "boolean" => "true or false",
        "integer" => "whole number",
        "array" => return Ok(format!("list of {}", type_of(schema.get("items").unwrap_or(&Json::Null))?)),
        "object" if has("/properties/lat") => "point",
        "object" if has("/properties/unit") => "amount",
        "object" if word("/additionalProperties/additionalProperties/type") == "integer" => "breakdown",
        "object" if has("/additionalProperties/anyOf/1/properties/tlp") => "labels",
        "" if has("/anyOf/1/properties/tlp") => "label",
        "" if word("/anyOf/0/type") == "integer" => "count",
        _ => return Err(format!("the page of the format has no name for the type {schema}")),
    };
    Ok(name.to_owned())
}

/// The forms of an estimate: their keys, each with what it may be.
pub(super) fn estimate_forms(schema: &Json) -> Result<String, Fault> {
    let forms = schema.pointer("/$defs/estimate/anyOf").and_then(Json::as_array).ok_or("schema: no estimate")?;
    let mut out = String::new();
    for form in forms {
        let Some(properties) = form.get("properties").and_then(Json::as_object) else { continue };
        let required: Vec<&str> =
            form.get("required").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect();
        let (mut must, mut may) = (Vec::new(), Vec::new());
        for key in &required {
            must.push(told(key, properties.get(*key).unwrap_or(&Json::Null))?);
        }
        for (key, property) in properties.iter().filter(|(_, property)| property.is_object()) {
            if !required.contains(&key.as_str()) {
                may.push(told(key, property)?);
            }
        }
        out += &format!("| {} | {} | {} |\n", required.join(", "), must.join("; "), may.join("; "));
    }
    Ok(out)
}

/// A key, and what may stand under it.
fn told(key: &str, schema: &Json) -> Result<String, Fault> {
    Ok(format!("`{key}`: {}", number_or_text(schema)?))
}

fn number_or_text(schema: &Json) -> Result<String, Fault> {
    match schema.get("type").and_then(Json::as_str) {
        Some("integer") => Ok("whole number".to_owned()),
        Some("number") if schema.get("maximum").and_then(Json::as_i64) == Some(1) => Ok("probability".to_owned()),
        Some("number") => Ok("number".to_owned()),
        Some("array") => {
            let count = schema.get("minItems").and_then(Json::as_u64).unwrap_or_default();
            Ok(format!("list of {count} numbers"))
        }
        _ => type_of(schema),
    }
}
