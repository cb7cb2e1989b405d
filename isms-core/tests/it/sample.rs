//! The bundled sample: what is planted in it is found, and nothing else.

use isms_core::{Register, SAMPLE, SAMPLE_PLANTED, review_page};
use serde_json::Value;

fn sample() -> Register {
    Register::open(SAMPLE.as_bytes()).unwrap()
}

#[test]
fn check_finds_exactly_what_is_planted() {
    let planted: Value = serde_json::from_str(SAMPLE_PLANTED).unwrap();
    let mut expected: Vec<[String; 3]> = planted["planted"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| ["code", "severity", "subject"].map(|key| fault[key].as_str().unwrap().to_owned()))
        .collect();
    let findings = sample().check().findings;
    let mut found: Vec<[String; 3]> = findings
        .into_iter()
        .map(|found| [found.code, found.severity.as_str().to_owned(), found.subject.unwrap_or_default()])
        .collect();
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 4);
}

#[test]
fn nothing_fires_on_the_national_ngo() {
    let register = sample();
    let ours = |json: &str| json.contains("\"neighbours\"");
    let subjects: Vec<String> = register.check().findings.into_iter().filter_map(|found| found.subject).collect();
    assert!(!subjects.is_empty());
    for subject in subjects {
        assert!(!ours(register.json(&subject).unwrap()), "{subject}");
    }
    let records: Value = serde_json::from_str(SAMPLE).unwrap();
    let tables = records.as_object().unwrap().values().filter_map(Value::as_array).flatten();
    assert!(tables.filter(|record| ours(&record.to_string())).count() > 10, "it has records of its own");
}

#[test]
fn the_sample_is_written_as_it_is_saved_and_fits_its_page() {
    let register = sample();
    assert_eq!(String::from_utf8(register.save()).unwrap(), SAMPLE);
    assert!(review_page(&register.review(), "sample.json").lines().count() <= 60);
}
