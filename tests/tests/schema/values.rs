//! The readers that are written by hand, one by one: schema and reader accept the same values.

use crate::grow::Grower;
use crate::mutate::mutate;
use crate::verdict::{Tally, validator};
use serde_json::{Value as Json, json};

/// Types by name, each with a place in the schema where it stands, the field of a document that has it, and
/// values that are near its bounds, inside or out.
fn types() -> Json {
    serde_json::from_str(include_str!("values.json")).unwrap()
}

/// A document with a value in a field of that type.
fn document(name: &str, of: &Json, value: &Json) -> Json {
    let value = if name == "link" { json!([value]) } else { value.clone() };
    let (kind, field) = (of["kind"].as_str().unwrap(), of["field"].as_str().unwrap());
    let mut document = json!({"isms": "1"});
    if kind.is_empty() {
        document[field] = value;
    } else {
        document[kind] = json!([{"id": "x", "title": "X"}]);
        document[kind][0][field] = value;
    }
    document
}

fn values(of: &Json) -> impl Iterator<Item = &Json> {
    of["values"].as_array().into_iter().flatten()
}

#[test]
fn schema_and_reader_accept_the_same_values() {
    let types = types();
    let all = || types.as_object().into_iter().flatten();
    for (name, of) in all() {
        let (mut tally, mut grower) = (Tally::default(), Grower::new(3));
        let mut compare = |value: &Json| tally.compare(validator(), &document(name, of, value).to_string());
        // The values of all other types are strange ones.
        all().flat_map(|(_, other)| values(other)).for_each(&mut compare);
        let long = ["x".repeat(200), "x".repeat(201), "é".repeat(100)];
        long.into_iter().for_each(|text| compare(&json!(text)));
        for _ in 0..250 {
            let mut value = grower.at(of["at"].as_str().unwrap());
            compare(&value);
            mutate(&mut grower, &mut value);
            compare(&value);
        }
        tally.represents(name, 100);
    }
}
