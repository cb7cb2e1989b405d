//! Asking for an assessment as a host does: JSON in, JSON out.

use isms_core::{Register, ask};
use serde_json::{Value as Json, json};

/// A register of one agency in a place within a country, with the capital beside it, and other tables.
pub(crate) fn with(tables: Json) -> Json {
    let mut document = json!({
        "isms": "1",
        "agencies": [{"id": "ours", "title": "Ours"}, {"id": "theirs", "title": "Theirs"}],
        "places": [
            {"id": "country", "title": "Country"},
            {"id": "valley", "title": "Valley", "within": "country"},
            {"id": "capital", "title": "Capital", "within": "country"},
        ],
    });
    for (table, records) in tables.as_object().unwrap() {
        let mut records = records.clone();
        for record in records.as_array_mut().unwrap() {
            let title = record["id"].clone();
            record.as_object_mut().unwrap().insert("title".to_owned(), title);
        }
        document[table] = records;
    }
    document
}

/// An edition of a standard with these requirements.
pub(crate) fn edition(name: &str, requirements: &Json) -> Json {
    json!({"isms_catalog": "1", "id": "s", "edition": name, "title": {"en": "S"}, "requirements": requirements})
}

/// What a request is answered, of 30 June 2026 unless it names a day.
pub(crate) fn answer(document: &Json, request: Json) -> Json {
    let mut asked = json!({"ask": "assess", "as_of": "2026-06-30"});
    asked.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
    let register = Register::open(document.to_string().into_bytes()).unwrap();
    serde_json::from_str(&ask(&register, &asked.to_string()).unwrap()).unwrap()
}

/// The codes and places of the findings of an answer.
pub(crate) fn findings(answer: &Json) -> Vec<(String, String)> {
    let text = |found: &Json, key: &str| found[key].as_str().unwrap().to_owned();
    let found = answer["findings"]["findings"].as_array().unwrap();
    found.iter().map(|found| (text(found, "code"), text(found, "path"))).collect()
}

/// The musts of the standard at an office, counted.
pub(crate) fn musts(office: &Json) -> Json {
    let standings = office["standings"].as_array().unwrap();
    let own = standings.iter().find(|found| found["by"] == "standard");
    let counts = own.map(|found| found["must"].as_object().unwrap().clone()).unwrap_or_default();
    counts.into_iter().filter(|(_, count)| *count != 0).collect::<serde_json::Map<_, _>>().into()
}
