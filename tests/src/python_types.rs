//! Writes the Python types of records from the JSON Schema of a document, so that they can't
//! drift from the core. The result is `isms-py/python/isms/records.py`.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

const HEADER: &str = "\
# Generated from the schema of the document; do not edit.
\"\"\"Types of records, as they stand in a document.

A record may have fields besides: what this version does not know is kept.
\"\"\"

from typing import Literal, Required, TypeAlias, TypedDict
";

/// The text of the Python module with the types of all records.
///
/// Objects become `TypedDict`s. One without a name of its own is named by the place where it is
/// first met, and is written once, however often it is met. A field whose name is a keyword of
/// Python would make the module a syntax error, which its tests would find.
#[must_use]
pub fn python_types(schema: &Value) -> String {
    let mut writer = Writer { out: HEADER.to_owned(), ..Writer::default() };
    for (name, definition) in fields(schema, "$defs") {
        writer.define(schema, name, definition);
    }
    writer.kinds(schema);
    writer.out
}

#[derive(Default)]
struct Writer {
    out: String,
    /// Definitions that are written, under the names of the schema.
    defined: Vec<String>,
    /// The name of each object without a name of its own, by its schema without descriptions.
    objects: BTreeMap<String, String>,
}

impl Writer {
    /// Writes a definition, after those that it needs.
    fn define(&mut self, schema: &Value, name: &str, definition: &Value) {
        if self.defined.iter().any(|defined| defined == name) {
            return;
        }
        self.defined.push(name.to_owned());
        for needed in references(definition) {
            if let Some(definition) = schema.pointer(&format!("/$defs/{needed}")) {
                self.define(schema, &needed, definition);
            }
        }
        let pascal = pascal(name);
        if definition.get("properties").is_some() {
            self.class(&pascal, description(definition), definition);
            return;
        }
        let alias = self.type_of(&pascal, definition);
        self.out.push_str(&format!("\n\n{pascal}: TypeAlias = {alias}\n"));
        if let Some(doc) = description(definition) {
            self.out.push_str(&format!("\"\"\"{doc}\"\"\"\n"));
        }
    }

    /// The Python type of a schema; `name` is for an object without a name of its own.
    fn type_of(&mut self, name: &str, schema: &Value) -> String {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            return pascal(reference.rsplit('/').next().unwrap_or(reference));
        }
        if let Some(forms) = schema.get("anyOf").and_then(Value::as_array) {
            return self.any_of(name, forms);
        }
        match schema.get("type").and_then(Value::as_str) {
            Some("string") => "str".to_owned(),
            Some("integer") => "int".to_owned(),
            Some("number") => "float".to_owned(),
            Some("boolean") => "bool".to_owned(),
            Some("array") => {
                let item = schema.get("items").map_or_else(any, |items| self.type_of(&format!("{name}Item"), items));
                format!("list[{item}]")
            }
            Some("object") if schema.get("properties").is_some() => self.object(name, schema),
            Some("object") => {
                let value = schema.get("additionalProperties");
                format!("dict[str, {}]", value.map_or_else(any, |value| self.type_of(name, value)))
            }
            _ => any(),
        }
    }

    /// One of several forms. Where more than one is an object, each is named by its first key too.
    fn any_of(&mut self, name: &str, forms: &[Value]) -> String {
        let one = forms.iter().filter(|form| form.get("properties").is_some()).count() < 2;
        let types: Vec<String> = forms
            .iter()
            .map(|form| {
                let key = required(form).next().unwrap_or_default();
                self.type_of(&if one { name.to_owned() } else { format!("{name}{}", pascal(key)) }, form)
            })
            .collect();
        types.join(" | ")
    }

    /// Writes an object without a name of its own, unless an equal one is written, and returns its
    /// name. Its description belongs to the field that holds it.
    fn object(&mut self, name: &str, schema: &Value) -> String {
        let key = undescribed(schema).to_string();
        if let Some(name) = self.objects.get(&key) {
            return name.clone();
        }
        self.class(name, None, schema);
        self.objects.insert(key, name.to_owned());
        name.to_owned()
    }

    fn class(&mut self, name: &str, doc: Option<String>, schema: &Value) {
        let mut body = String::new();
        for (field, property) in required_first(schema) {
            let of_field = self.type_of(&pascal(field), property);
            let must = required(schema).any(|required| required == field);
            let annotation = if must { format!("Required[{of_field}]") } else { of_field };
            body.push_str(&format!("    {field}: {annotation}\n"));
            if let Some(doc) = description(property) {
                body.push_str(&format!("    \"\"\"{doc}\"\"\"\n"));
            }
        }
        self.out.push_str(&format!("\n\nclass {name}(TypedDict, total=False):\n"));
        if let Some(doc) = doc {
            self.out.push_str(&format!("    \"\"\"{doc}\"\"\"\n\n"));
        }
        self.out.push_str(&body);
    }

    /// Writes the kinds: their plurals, and a record of any of them.
    fn kinds(&mut self, schema: &Value) {
        let tables = fields(schema, "properties").filter_map(|(plural, table)| {
            let reference = table.pointer("/items/$ref")?.as_str()?;
            Some((format!("\"{plural}\""), pascal(reference.rsplit('/').next()?)))
        });
        let (plurals, records): (Vec<String>, Vec<String>) = tables.unzip();
        self.out.push_str(&format!("\n\nKind: TypeAlias = Literal[\n    {},\n]\n", plurals.join(",\n    ")));
        self.out.push_str("\"\"\"A kind, named by its plural, as in a document.\"\"\"\n");
        self.out.push_str(&format!("\n\nRecord: TypeAlias = (\n    {}\n)\n", records.join("\n    | ")));
        self.out.push_str("\"\"\"A record of any kind.\"\"\"\n");
    }
}

fn any() -> String {
    "object".to_owned()
}

fn fields<'s>(schema: &'s Value, key: &str) -> impl Iterator<Item = (&'s String, &'s Value)> {
    schema.get(key).and_then(Value::as_object).into_iter().flatten()
}

fn required(schema: &Value) -> impl Iterator<Item = &str> {
    schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

/// The properties of an object: those that it must have, then `title`, then the others.
fn required_first(schema: &Value) -> Vec<(&String, &Value)> {
    // A key that is forbidden, being of another form, is none of this one's.
    let mut properties: Vec<_> = fields(schema, "properties").filter(|(_, property)| property.is_object()).collect();
    properties.sort_by_key(|(field, _)| (!required(schema).any(|name| name == *field), *field != "title"));
    properties
}

/// The description as one line of a docstring.
fn description(schema: &Value) -> Option<String> {
    Some(schema.get("description")?.as_str()?.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The names of the definitions to which a schema refers.
fn references(schema: &Value) -> Vec<String> {
    match schema {
        Value::Object(map) => {
            let own = map.get("$ref").and_then(Value::as_str).and_then(|path| path.rsplit('/').next());
            own.map(str::to_owned).into_iter().chain(map.values().flat_map(references)).collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}

/// A schema without its descriptions: what makes two objects equal.
fn undescribed(schema: &Value) -> Value {
    match schema {
        Value::Object(map) => {
            let kept = map.iter().filter(|(key, value)| *key != "description" || !value.is_string());
            Value::Object(kept.map(|(key, value)| (key.clone(), undescribed(value))).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(undescribed).collect()),
        other => other.clone(),
    }
}

/// `risk_factor` as `RiskFactor`.
fn pascal(name: &str) -> String {
    let words = name.split('_').filter_map(|word| word.split_at_checked(1));
    words.map(|(first, rest)| first.to_uppercase() + rest).collect()
}
