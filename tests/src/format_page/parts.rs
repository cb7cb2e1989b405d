//! The parts: small objects that stand in fields of a record.

use super::{definition, description, types::type_of};
use crate::Fault;
use isms_core::{Kind, RELATIONS, Register, RelationRow};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// The tables of all parts: definitions that are neither kinds nor types of section 4.
pub(super) fn parts(schema: &Json) -> Result<String, Fault> {
    const TYPES: [&str; 5] = ["id", "date", "duration", "estimate", "causes"];
    let known = schema.get("$defs").and_then(Json::as_object).ok_or("schema: no $defs")?;
    let is_kind = |name: &str| Kind::ALL.iter().any(|kind| kind.singular() == name);
    let references = references(schema)?;
    let mut out = String::new();
    for (name, definition) in known.iter().filter(|(name, _)| !TYPES.contains(&name.as_str()) && !is_kind(name)) {
        let keys = keys(name, definition)?;
        let must = definition.get("required").and_then(Json::as_array).ok_or(format!("{name}: no required"))?;
        out += &format!("**{name}**. {}\n\n| key | type | meaning |\n|---|---|---|\n", description(definition));
        let order = definition.get("propertyOrder").and_then(Json::as_array).ok_or(format!("{name}: no order"))?;
        for key in order.iter().filter_map(Json::as_str) {
            let property = keys.get(key).ok_or(format!("{name}: no {key}"))?;
            let refers = references.contains(&(name.clone(), key.to_owned()));
            let type_name = if refers { "reference".to_owned() } else { type_of(property)? };
            let there = if must.iter().any(|must| must == key) { ", must be there" } else { "" };
            out += &format!("| `{key}` | {type_name}{there} | {} |\n", description(property));
        }
        out.push('\n');
    }
    Ok(out)
}

fn keys<'a>(name: &str, definition: &'a Json) -> Result<&'a Map<String, Json>, Fault> {
    definition.get("properties").and_then(Json::as_object).ok_or(format!("{name}: no properties"))
}

/// The keys of parts that refer to records: part and key.
fn references(schema: &Json) -> Result<BTreeSet<(String, String)>, Fault> {
    let mut out = BTreeSet::new();
    for row in RELATIONS {
        let field = definition(schema, row.from)?.pointer(&format!("/properties/{}", row.field));
        let part = field.and_then(|field| field.pointer("/items/$ref").or_else(|| field.get("$ref")));
        let Some(name) = part.and_then(Json::as_str).and_then(|part| part.strip_prefix("#/$defs/")) else { continue };
        if let Some(part) = schema.pointer(&format!("/$defs/{name}")).filter(|part| part.get("properties").is_some()) {
            let found = dangling(row, keys(name, part)?)?;
            if found.is_empty() {
                return Err(format!("{name}: expected a key that refers to a record, found none"));
            }
            out.extend(found.into_iter().map(|key| (name.to_owned(), key)));
        }
    }
    Ok(out)
}

/// The keys of a part in a field that refer to records: those at which a text that is no id is found to be none. The
/// schema does not say it, since to JSON both are text.
fn dangling(row: &RelationRow, keys: &Map<String, Json>) -> Result<Vec<String>, Fault> {
    let is_text = |key: &&String| keys.get(*key).and_then(|key| key.get("type")).is_some_and(|type_| type_ == "string");
    let part: Map<String, Json> = keys.keys().filter(is_text).map(|key| (key.clone(), json!("nobody"))).collect();
    let document = json!({"isms": "1", row.from.plural(): [{"id": "a", row.field: [part]}]});
    let register = Register::open(document.to_string().as_bytes()).map_err(|refusal| refusal.to_string())?;
    let findings = register.check().findings;
    let paths = findings.iter().filter(|found| found.code == "dangling_reference").map(|found| &found.path);
    Ok(paths.filter_map(|path| path.rsplit('/').next()).map(str::to_owned).collect())
}
