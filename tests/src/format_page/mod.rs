//! `docs/format.md`: the format as a page from which a stranger can implement it. The prose stands in
//! `template.md`; what the code knows of kinds, fields, relations, forms and codes is put into it.

mod parts;
mod types;

use crate::{Fault, SCHEMA_LIMITS};
use isms_core::{Code, Kind, RELATIONS, Relation, RelationRow, explain, schema};
use serde_json::Value as Json;
use types::{estimate_forms, type_of};

/// The fields of the document itself, in the order in which they are written.
const HEADER: [&str; 5] = ["isms", "id", "title", "period", "label"];

/// The page.
///
/// # Errors
/// Says what the template does not tell of: a code, a field of a type without a name, a key.
pub fn format_page() -> Result<String, Fault> {
    let schema = schema();
    let mut page = include_str!("template.md").to_owned();
    let parts = [
        ("version", version(&schema)?),
        ("header", header(&schema)?),
        ("common", rows(&schema, Kind::Threat, Kind::Threat.fields().get(..common()).unwrap_or_default())?),
        ("parts", parts::parts(&schema)?),
        ("kinds", kinds(&schema)?),
        ("relations", relations()),
        ("estimates", estimate_forms(&schema)?),
        ("findings", findings()?),
        ("refusals", refusals()?),
        ("limits", limits()),
    ];
    for (name, text) in parts {
        let place = format!("{{{{{name}}}}}");
        if !page.contains(&place) {
            return Err(format!("template.md: expected a place {place}, found none"));
        }
        page = page.replace(&place, text.trim_end());
    }
    match page.split_once("{{") {
        None => Ok(page),
        Some((_, rest)) => Err(format!("template.md: no text for {{{{{}", rest.chars().take(20).collect::<String>())),
    }
}

fn version(schema: &Json) -> Result<String, Fault> {
    let version = schema.pointer("/properties/isms/const").and_then(Json::as_str);
    version.map(str::to_owned).ok_or_else(|| "schema: expected the version, found none".to_owned())
}

/// How many fields, from the first on, all kinds have in common.
fn common() -> usize {
    let mut fields = Kind::ALL.iter().map(|kind| kind.fields());
    let first = fields.next().unwrap_or_default();
    let shared = |other: &[&str]| first.iter().zip(other).take_while(|(a, b)| a == b).count();
    fields.map(shared).min().unwrap_or_default()
}

fn header(schema: &Json) -> Result<String, Fault> {
    let known = schema.get("properties").and_then(Json::as_object).ok_or("schema: no properties")?;
    let tables = Kind::ALL.iter().map(|kind| kind.plural());
    let strange = known.keys().find(|key| !HEADER.contains(&key.as_str()) && tables.clone().all(|table| table != *key));
    if let Some(key) = strange {
        return Err(format!("format_page: the document's field {key} has no place in the page"));
    }
    let mut out = String::new();
    for field in HEADER {
        let property = known.get(field).ok_or_else(|| format!("schema: no field {field}"))?;
        let type_name = if field == "isms" { "text, must be there".to_owned() } else { type_of(property)? };
        out += &format!("| `{field}` | {type_name} | {} |\n", description(property));
    }
    Ok(out)
}

fn kinds(schema: &Json) -> Result<String, Fault> {
    let mut out = String::new();
    for kind in Kind::ALL {
        let definition = definition(schema, *kind)?;
        out += &format!("**`{}`**, singular `{}`. {}", kind.plural(), kind.singular(), description(definition));
        out += "\n\n| field | type | meaning |\n|---|---|---|\n";
        out += &rows(schema, *kind, kind.fields().get(common()..).unwrap_or_default())?;
        out.push('\n');
    }
    Ok(out)
}

fn definition(schema: &Json, kind: Kind) -> Result<&Json, Fault> {
    let at = format!("/$defs/{}", kind.singular());
    schema.pointer(&at).ok_or_else(|| format!("schema: expected {at}, found none"))
}

fn rows(schema: &Json, kind: Kind, fields: &[&str]) -> Result<String, Fault> {
    let mut out = String::new();
    for field in fields {
        let property = definition(schema, kind)?.pointer(&format!("/properties/{field}"));
        let property = property.ok_or_else(|| format!("schema: no field {field} in {}", kind.plural()))?;
        let refers = RELATIONS.iter().any(|row| row.from == kind && row.field == *field);
        let type_name = type_of(property).map_err(|fault| format!("{}: {field}: {fault}", kind.plural()))?;
        let type_name = match type_name.as_str() {
            "text" if refers => "reference",
            "list of text" if refers => "list of references",
            other => other,
        };
        let meaning = if *field == "id" { "Its id. Must be there.".to_owned() } else { description(property) };
        out += &format!("| `{field}` | {type_name} | {meaning} |\n");
    }
    Ok(out)
}

fn description(schema: &Json) -> String {
    schema.get("description").and_then(Json::as_str).unwrap_or_default().to_owned()
}

fn relations() -> String {
    let row = |row: &RelationRow, within: &str| {
        let to: Vec<String> = row.to.iter().map(|kind| format!("`{}`", kind.plural())).collect();
        let (relation, from) = (row.relation.as_str(), row.from.plural());
        format!("| `{relation}` | `{from}` | `{}`{within} | {} |\n", row.field, to.join(", "))
    };
    let mut out: String = RELATIONS.iter().map(|found| row(found, "")).collect();
    for from in Kind::ALL {
        let to = Relation::StoppedBy.targets(*from);
        if !to.is_empty() {
            let found = RelationRow { relation: Relation::StoppedBy, from: *from, field: "causes", to };
            out += &row(&found, ", `barriers` of a link");
        }
    }
    out
}

/// The codes of findings; those of refusals have no conditions within a register.
fn findings() -> Result<String, Fault> {
    let template = include_str!("template.md");
    let told: Vec<&str> = template.lines().filter(|line| line.starts_with("### `")).collect();
    let mut out = String::new();
    for code in Code::ALL {
        let name = format!("`{}`", code.as_str());
        if is_refusal(*code)? {
            continue;
        }
        if !told.iter().any(|heading| heading.contains(&name)) {
            return Err(format!(
                "template.md: expected a heading that names {name} and says its conditions, found none"
            ));
        }
        out += &format!("| {name} | {} |\n", code.severity().as_str());
    }
    Ok(out)
}

/// The codes of refusals, in their order.
fn refusals() -> Result<String, Fault> {
    let mut out = Vec::new();
    for code in Code::ALL {
        if is_refusal(*code)? {
            out.push(format!("`{}`", code.as_str()));
        }
    }
    Ok(out.join(", "))
}

fn is_refusal(code: Code) -> Result<bool, Fault> {
    const REFUSED: &str = "Never within a register";
    let page = explain(code.as_str()).map_err(|refusal| refusal.to_string())?;
    Ok(page.normal_when.starts_with(REFUSED))
}

fn limits() -> String {
    SCHEMA_LIMITS.iter().map(|limit| format!("- {limit}\n")).collect()
}
