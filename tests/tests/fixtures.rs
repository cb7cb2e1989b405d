//! Documents of released formats open for ever.
//!
//! A document in `tests/fixtures` never changes, nor does what stands beside it in `NAME.expected.json`: an agency has
//! records like it from that year on. A later version that reads it otherwise is broken. What is new in the format is shown
//! by a new document: the last test here fails until there is one.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that meets what can't be stops there")]

use isms_core::{Register, schema};
use serde_json::{Map, Value as Json, json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The documents of a version, or of all.
fn fixtures(version: Option<&str>) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let inner = |folder: PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let folders: Vec<PathBuf> =
        inner(root).filter(|folder| version.is_none_or(|version| folder.ends_with(version))).collect();
    let mut files: Vec<PathBuf> = folders.into_iter().flat_map(inner).collect();
    files.sort();
    files.retain(|file| !file.to_string_lossy().ends_with(".expected.json"));
    assert!(!files.is_empty());
    files
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a document says: what is found of each code, its canonical bytes, and traces. Codes that are not `known` are left
/// out, and so are parts of a trace: a later version may have more to say of an old document, but no error.
fn says(bytes: &[u8], known: &Json, traced: &Json) -> Json {
    let register = Register::open(bytes).unwrap();
    let findings = register.check();
    let mut found: Map<String, Json> =
        known.as_object().unwrap().keys().map(|code| (code.clone(), json!([]))).collect();
    for finding in &findings.findings {
        if let Some(Json::Array(places)) = found.get_mut(&finding.code) {
            places.push(json!(finding.path));
        }
    }
    let mut traces = Map::new();
    for (id, parts) in traced.as_object().unwrap() {
        let mut trace = serde_json::to_value(register.trace(id).unwrap()).unwrap();
        if let (Some(trace), Some(parts)) = (trace.as_object_mut(), parts.as_object()) {
            trace.retain(|part, _| parts.contains_key(part));
        }
        traces.insert(id.clone(), trace);
    }
    json!({
        "document_sha256": sha256(bytes),
        "canonical_sha256": sha256(&register.save()),
        "records": register.len(),
        "errors": findings.counts.error,
        "findings": found,
        "traces": traces,
    })
}

#[test]
fn a_released_document_opens_and_says_what_it_said() {
    let present = format!("v{}", schema()["properties"]["isms"]["const"].as_str().unwrap());
    for file in fixtures(None) {
        let bytes = std::fs::read(&file).unwrap();
        let mut expected: Json =
            serde_json::from_slice(&std::fs::read(file.with_extension("expected.json")).unwrap()).unwrap();
        let found = says(&bytes, &expected["findings"], &expected["traces"]);
        let same = found["document_sha256"] == expected["document_sha256"];
        let rule = "a released document may never be changed; show what is new in a document of its own";
        assert!(same, "{}: {rule}; found {found}", file.display());
        if !file.parent().unwrap().ends_with(&present) {
            // An older document is saved in the present version, which has other bytes.
            expected["canonical_sha256"] = found["canonical_sha256"].clone();
        }
        assert!(found == expected, "{}: expected {expected}, found {found}", file.display());
        let register = Register::open(&bytes).unwrap();
        let again = Register::open(register.save()).unwrap();
        assert_eq!(again.save(), register.save(), "{}", file.display());
    }
}

/// Codes that are not found in a register alone and without a day: they need catalogues, or a date.
const ELSEWHERE: [&str; 8] = [
    "unplaced_requirement",
    "self_mapping",
    "lost_requirement",
    "missing_language",
    "idle_record",
    "unknown_standard",
    "lapsed_waiver",
    "future_verification",
];

#[test]
fn every_code_of_a_finding_is_in_some_released_document() {
    let found: BTreeSet<String> = fixtures(None)
        .iter()
        .flat_map(|file| Register::open(std::fs::read(file).unwrap()).unwrap().check().counts.by_code)
        .map(|tallied| tallied.code)
        .collect();
    for code in isms_core::Code::ALL {
        let page = isms_core::explain(code.as_str()).unwrap();
        let refused = page.normal_when.starts_with("Never within a register");
        let elsewhere = ELSEWHERE.contains(&code.as_str());
        assert!(refused || elsewhere || found.contains(&page.code), "no document shows {}: add one", page.code);
    }
}

#[test]
fn every_kind_field_and_form_of_the_present_version_is_shown() {
    let schema = schema();
    let version = schema["properties"]["isms"]["const"].as_str().unwrap();
    let mut shown = BTreeSet::new();
    for file in fixtures(Some(&format!("v{version}"))) {
        // What can't be read shows nothing; some of it is no JSON to other readers.
        if let Ok(document) = serde_json::from_slice::<Json>(&std::fs::read(file).unwrap()) {
            walk(&schema, "", Some(&document), &mut shown);
        }
    }
    let mut all = BTreeSet::new();
    walk(&schema, "", None, &mut all);
    assert!(all.len() > 300, "{}", all.len());
    let missing: Vec<&String> = all.difference(&shown).collect();
    assert!(missing.is_empty(), "shown by no document of tests/fixtures/v{version}: add one that has {missing:#?}");
}

/// Collects the places of the schema that a value shows; without a value all there are.
fn walk(schema: &Json, at: &str, value: Option<&Json>, found: &mut BTreeSet<String>) {
    let node = schema.pointer(at).unwrap_or_else(|| panic!("no {at} in the schema"));
    if let Some(reference) = node["$ref"].as_str() {
        let to = reference.trim_start_matches('#');
        // All places of a definition are the same, wherever it is referred to.
        if value.is_some() || !found.contains(to) {
            walk(schema, to, value, found);
        }
        return;
    }
    if value.is_some_and(|value| !fits(node, value)) {
        return;
    }
    found.insert(at.to_owned());
    for form in 0..node["anyOf"].as_array().map_or(0, Vec::len) {
        walk(schema, &format!("{at}/anyOf/{form}"), value, found);
    }
    for (key, property) in node["properties"].as_object().into_iter().flatten() {
        let inner = value.map(|value| value.get(key));
        if property.is_object() && inner != Some(None) {
            walk(schema, &format!("{at}/properties/{key}"), inner.flatten(), found);
        }
    }
    let items = value.map(|value| value.as_array().into_iter().flatten().collect());
    walk_all(schema, &format!("{at}/items"), items, found);
    let fields = value.map(|value| value.as_object().into_iter().flatten().map(|(_, field)| field).collect());
    walk_all(schema, &format!("{at}/additionalProperties"), fields, found);
}

fn walk_all(schema: &Json, at: &str, values: Option<Vec<&Json>>, found: &mut BTreeSet<String>) {
    if !schema.pointer(at).is_some_and(Json::is_object) {
        return;
    }
    match values {
        None => walk(schema, at, None, found),
        Some(values) => values.into_iter().for_each(|value| walk(schema, at, Some(value), found)),
    }
}

/// Whether a value is of the type of a schema, and an object of its keys.
fn fits(node: &Json, value: &Json) -> bool {
    let has = |key: &Json| key.as_str().is_some_and(|key| value.get(key).is_some());
    let required = node["required"].as_array().into_iter().flatten().all(has);
    let forbidden = |(key, property): (&String, &Json)| *property == json!(false) && value.get(key).is_some();
    let foreign = node["properties"].as_object().into_iter().flatten().any(forbidden);
    match node["type"].as_str() {
        Some("string") => value.is_string(),
        Some("integer" | "number") => value.is_number(),
        Some("boolean") => value.is_boolean(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object() && required && !foreign,
        _ => true,
    }
}
