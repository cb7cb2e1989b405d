//! The bundled sample: what is planted in it is found, and nothing else; what each agency's answers teach.

mod agencies;
mod neighbours;

use isms_core::{
    AssessOptions, Assessed, Catalogs, Date, Findings, Kind, Office, Register, SAMPLE, SAMPLE_PLANTED, review_page,
};
use serde_json::Value;

/// The day for which the sample is written.
const DAY: &str = "2026-10-15";

fn sample() -> Register {
    Register::open(SAMPLE.as_bytes()).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Some offices of an agency on the sample's day; of no place at all: every office of the register.
fn assessed(agency: &str, places: &[&str]) -> Assessed {
    let mut options = AssessOptions::on(day(DAY));
    options.offices = places.iter().map(|place| Office::new(agency, *place)).collect();
    sample().assess(&options, &Catalogs::bundled()).unwrap()
}

/// Code, severity and subject of what is planted, by the list that tells it.
fn planted(list: &str) -> Vec<[String; 3]> {
    let planted: Value = serde_json::from_str(SAMPLE_PLANTED).unwrap();
    let faults = planted[list].as_array().unwrap().iter();
    faults.map(|fault| ["code", "severity", "subject"].map(|key| fault[key].as_str().unwrap().to_owned())).collect()
}

fn found(findings: Findings) -> Vec<[String; 3]> {
    let findings = findings.findings.into_iter();
    let mut found: Vec<[String; 3]> = findings
        .map(|found| [found.code, found.severity.as_str().to_owned(), found.subject.unwrap_or_default()])
        .collect();
    found.sort();
    found
}

#[test]
fn check_finds_exactly_what_is_planted() {
    let mut expected = planted("planted");
    expected.sort();
    assert_eq!(expected.len(), 4);
    assert_eq!(found(sample().check()), expected);
    assert_eq!(found(sample().check_as_of(&day("2026-09-30"))), expected);
    expected.retain(|[code, _, _]| code != "broken_trace");
    assert_eq!(found(sample().check_as_of(&day(DAY))), expected, "one is acknowledged");
}

#[test]
fn a_later_day_finds_what_ran_out_besides() {
    let mut expected = [planted("planted"), planted("later")].concat();
    expected.sort();
    assert_eq!(found(sample().check_as_of(&day("2027-01-01"))), expected);
}

#[test]
fn every_kind_has_a_record() {
    for kind in Kind::ALL {
        assert!(sample().records(*kind).next().is_some(), "{}", kind.plural());
    }
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
    let records: Value = serde_json::from_str(&SAMPLE).unwrap();
    let tables = records.as_object().unwrap().values().filter_map(Value::as_array).flatten();
    assert!(tables.filter(|record| ours(&record.to_string())).count() > 10, "it has records of its own");
}

#[test]
fn the_sample_is_written_as_it_is_saved_and_fits_its_page() {
    let register = sample();
    assert!(register.save() == SAMPLE.as_bytes(), "the sample is not as it would be saved");
    assert!(review_page(&register.review(), "sample.json").lines().count() <= 60);
}
