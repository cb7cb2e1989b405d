//! The schema of catalogues and their reader accept the same values, and what is bundled is valid.

use isms_core::{Catalogs, bundled_catalogs, catalog_schema, check_catalog};
use serde_json::{Value as Json, json};

/// A catalogue with every key of the form.
fn whole() -> Json {
    let text = json!({"en": "Text"});
    json!({"isms_catalog": "1", "id": "ours", "title": text, "edition": "2", "official": true, "publisher": "Us", "provenance": text,
        "scales": [{"id": "phase", "title": text, "levels": [{"id": "red", "title": text}]}],
        "requirements": [{"id": "radio", "text": text, "sector": "protection", "field": "transport", "level": "local",
            "approach": "system", "force": "must", "evidence": text, "review": "P1Y", "within": "P30D", "claims": ["A"], "source": "S",
            "applies": {"agencies": ["ingo"], "places": ["town"], "assets": ["vehicle"], "staff_at_least": 3,
                "level_at_least": {"level": "red", "scale": "phase"}}}, {"id": "talks", "function": "policy", "text": text}],
        "taxonomies": [{"id": "harm", "title": text, "fields": ["losses.harm"], "terms": [{"id": "a", "title": text, "within": "b"}]}],
        "mappings": [{"from": "ours:radio", "to": "isms:one-model", "degree": "part", "note": text}],
        "replaces": {"edition": "1", "changes": [{"was": ["a"], "now": ["radio"], "how": "moved"}]}})
}

/// The pointers of all values within a value.
fn pointers(value: &Json, at: &str, found: &mut Vec<String>) {
    let within: Vec<(String, &Json)> = match value {
        Json::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Json::Array(items) => items.iter().enumerate().map(|(nth, value)| (nth.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (step, value) in within {
        let at = format!("{at}/{step}");
        found.push(at.clone());
        pointers(value, &at, found);
    }
}

/// Whether the reader can't read a value. Words and durations that are none are for the rules.
fn is_misread(catalog: &Json) -> bool {
    let found = check_catalog(catalog.to_string().as_bytes(), &Catalogs::none()).unwrap().findings;
    found.iter().any(|finding| {
        let of_a_rule = ["/review", "/within", "/now"].iter().any(|end| finding.path.ends_with(end));
        finding.code == "wrong_type" || finding.code == "out_of_range" && !of_a_rule
    })
}

#[test]
fn what_is_bundled_is_valid_as_it_is_written_and_as_it_is_read() {
    let validator = jsonschema::validator_for(&catalog_schema()).unwrap();
    for (name, text) in bundled_catalogs() {
        let read = Catalogs::bundled().text(name, None).unwrap();
        for text in [text, read.as_str()] {
            let catalog: Json = serde_json::from_str(text).unwrap();
            let faults: Vec<String> = validator.iter_errors(&catalog).map(|error| error.to_string()).collect();
            assert!(faults.is_empty(), "{name}: {faults:?}");
            assert!(!is_misread(&catalog), "{name}");
        }
    }
    assert!(validator.is_valid(&whole()) && !is_misread(&whole()));
}

#[test]
fn the_schema_refuses_what_the_reader_can_not_read() {
    let validator = jsonschema::validator_for(&catalog_schema()).unwrap();
    let values = [
        json!(5),
        json!(-1),
        json!(1.5),
        json!("x"),
        json!(true),
        json!([]),
        json!({}),
        json!([5]),
        json!({"en": 5}),
        Json::Null,
    ];
    let mut all = Vec::new();
    pointers(&whole(), "", &mut all);
    all.retain(|at| at != "/isms_catalog");
    let (mut valid, mut refused) = (0, 0);
    for at in &all {
        for value in &values {
            let mut catalog = whole();
            *catalog.pointer_mut(at).unwrap() = value.clone();
            let is_valid = validator.is_valid(&catalog);
            assert_eq!(is_valid, !is_misread(&catalog), "{value} at {at}");
            *if is_valid { &mut valid } else { &mut refused } += 1;
        }
    }
    println!("of {} places {valid} values are valid, {refused} refused", all.len());
    assert!(valid > 80 && refused > 500, "{valid} {refused}");
}
