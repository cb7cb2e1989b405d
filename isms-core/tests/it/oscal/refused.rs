//! What is no catalogue of OSCAL is refused, with what was found.

use super::{catalog, control};
use isms_core::{OscalImport, import_oscal};
use serde_json::json;

fn refused(bytes: &[u8], options: &OscalImport, code: &str, words: &str) {
    let refusal = import_oscal(bytes, options).unwrap_err();
    assert_eq!(refusal.code(), code, "{refusal}");
    assert!(refusal.to_string().contains(words), "{refusal}");
}

#[test]
fn other_files_are_named() {
    let none = OscalImport::default();
    for (bytes, words) in [
        (&b""[..], "an empty file"),
        (b"  <catalog xmlns=\"http://csrc.nist.gov/ns/oscal/1.0\"/>", "XML"),
        (b"PK\x03\x04", "zip"),
        (b"---\ncatalog:\n", "YAML"),
        (b"[]", "a list"),
        (b"{}", "an object"),
        (b"{\"isms\": \"1\"}", "a register of isms"),
        (b"{\"isms_catalog\": \"1\"}", "a catalogue of isms"),
        (b"{\"system-security-plan\": {}}", "an OSCAL system security plan"),
        (b"{\"catalog\": []}", "begins with the key `catalog`"),
        (b"{\"catalog\": {}}", "no control in it"),
        (b"{\"catalog\": {\"controls\": [{}]}}", "none that could be read"),
    ] {
        refused(bytes, &none, "not_the_format", words);
    }
    refused(b"{\"catalog\": {", &none, "not_json", "is the file whole?");
    refused(b"{\"catalog\": \xFF}", &none, "not_json", "UTF-8");
}

#[test]
fn profiles_want_their_catalogue() {
    let profile = json!({"profile": {"imports": [{"href": "#x"}]}}).to_string().into_bytes();
    let mut options = OscalImport::default();
    refused(&profile, &options, "bad_request", "found none");
    options.source = Some(profile.clone());
    refused(&profile, &options, "bad_request", "another profile");
    options.source = Some(b"<xml/>".to_vec());
    refused(&profile, &options, "not_the_format", "XML");
    options.source = Some(catalog(&json!({"controls": [control("r-1", "Check.")]})).to_string().into_bytes());
    let empty = json!({"profile": {"imports": [{"href": "#x", "include-controls": [{"with-ids": ["z"]}]}]}});
    refused(empty.to_string().as_bytes(), &options, "not_the_format", "none that is selected");
}

#[test]
fn names_and_placements_are_the_users_own() {
    let document = catalog(&json!({"controls": [control("r-1", "Check.")]})).to_string().into_bytes();
    for name in ["", "A", "a b", "é", "a:b", &"a".repeat(41)] {
        let mut options = OscalImport::default();
        options.name = Some(name.to_owned());
        refused(&document, &options, "bad_request", "small letters");
    }
    for (place, at) in [
        ("[]", "/place"),
        (r#"{"r": 1}"#, "/place/r"),
        (r#"{"r": {"sector": 1}}"#, "/place/r/sector"),
        (r#"{"r": {"sectors": "x"}}"#, "/place/r/sectors"),
        (r#"{"r": {"sector": "protecton"}}"#, "/place/r/sector"),
        (r#"{"*": {"level": "localy"}}"#, "/place/*/level"),
        (r#"{"r": {"review": "30 days"}}"#, "/place/r/review"),
        (r#"{"r": {}, "r": {}}"#, "/place/r"),
    ] {
        let mut options = OscalImport::default();
        options.place = Some(place.to_owned());
        let refusal = import_oscal(&document, &options).unwrap_err();
        assert_eq!((refusal.code(), refusal.finding().path.as_str()), ("bad_request", at), "{refusal}");
    }
}

#[test]
fn limits_are_said() {
    let none = OscalImport::default();
    let deep = format!("{{\"catalog\": {}{}}}", "[".repeat(70), "]".repeat(70));
    refused(deep.as_bytes(), &none, "over_limit", "64");
    let many = format!("{{\"catalog\": {{\"controls\": [{}1]}}}}", "1,".repeat(600_000));
    refused(many.as_bytes(), &none, "over_limit", "600000 values");
    refused(&vec![b' '; (32 << 20) + 1], &none, "not_the_format", "empty");
    let mut long = vec![b' '; 32 << 20];
    long.extend(b"{}");
    refused(&long, &none, "over_limit", "bytes");
    let patterns: Vec<_> = (0..300).map(|n| json!({"matching": [{"pattern": n.to_string()}]})).collect();
    let profile = json!({"profile": {"imports": [{"href": "#x", "include-controls": patterns}]}});
    let mut options = OscalImport::default();
    options.source = Some(catalog(&json!({"controls": [control("r-1", "Check.")]})).to_string().into_bytes());
    refused(profile.to_string().as_bytes(), &options, "over_limit", "256 patterns");
    let pattern = format!("*{}b", "a".repeat(70));
    let slow =
        json!({"profile": {"imports": [{"href": "#x", "include-controls": [{"matching": [{"pattern": pattern}]}]}]}});
    let controls: Vec<_> = (0..25_000).map(|n| control(&format!("{}{n}", "a".repeat(140)), "Check.")).collect();
    options.source = Some(catalog(&json!({"controls": controls})).to_string().into_bytes());
    refused(slow.to_string().as_bytes(), &options, "over_limit", "patterns");
}
