//! Whatever a register and a standard hold, what is exported is valid.

use super::schema::Schema;
use isms_core::{Catalogs, Office, OscalExport, Register, export_oscal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value as Json, json};
use std::cell::Cell;

/// Texts that OSCAL does not take as they stand, and others.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("plain".to_owned()),
        Just("two\nlines  and\u{2028}more".to_owned()),
        Just("\u{200e}\u{7}".to_owned()),
        Just(String::new()),
        Just(" \t".to_owned()),
        "\\PC{1,12}",
    ]
}

/// Ids as a user writes them.
fn id() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,3}-[0-9]", "[0-9. ]{1,4}[a-z]", "\\PC{1,6}", Just("ü".to_owned())].prop_map(|id| {
        let id = id.trim().to_owned();
        if id.is_empty() { "x".to_owned() } else { id }
    })
}

fn date() -> impl Strategy<Value = &'static str> {
    let dates = ["2026-03-14", "2026-03", "2025", "2026-03-14T06:30:00.5+05:45", "1800-01-01", "2026-12-31"];
    prop::sample::select(dates.to_vec())
}

fn result() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["met", "met", "partly", "unmet", "waived", "not_applicable", "odd"])
}

prop_compose! {
    fn verification()(at in 0_usize..6, title in text(), result in result(), date in date(), until in prop::option::weighted(0.3, date()),
                      evidence in vec(text(), 0..3), reason in prop::option::of(text()), note in prop::option::of(text()),
                      place in prop::bool::weighted(0.8), post in any::<bool>()) -> (usize, Json) {
        let mut found = json!({"title": title, "agency": "a b", "result": result, "date": date, "evidence": evidence});
        let fields = [("until", until.map(str::to_owned)), ("reason", reason), ("note", note)];
        for (key, value) in fields.into_iter().filter_map(|(key, value)| Some((key, value?))) {
            found[key] = value.into();
        }
        if place {
            found["place"] = "1 place".into();
        }
        if post {
            (found["reviewer"], found["approver"]) = ("post".into(), "post".into());
        }
        (at, found)
    }
}

/// The results of a made-up standard in a made-up register, if there are any.
fn exported(ids: &[String], central: usize, title: &str, verifications: &[(usize, Json)]) -> Option<Vec<u8>> {
    let level = |nth: usize| if nth == central { "headquarters" } else { "local" };
    let requirements: Vec<Json> =
        ids.iter().enumerate().map(|(nth, id)| json!({"id": id, "text": {"en": title}, "level": level(nth)})).collect();
    let catalog = json!({"isms_catalog": "1", "id": "s t", "edition": title, "title": {"en": title}, "requirements": requirements});
    let mut catalogs = Catalogs::none();
    catalogs.add(catalog.to_string().as_bytes()).unwrap();
    let verifications = verifications.iter().enumerate().map(|(nth, (at, found))| {
        let mut found = found.clone();
        found["id"] = format!("v {nth}").into();
        found["requirement"] = format!("s t:{}", ids[at % ids.len()]).into();
        found
    });
    let register = json!({"isms": "1", "id": title.trim(), "agencies": [{"id": "a b", "title": title}],
        "places": [{"id": "1 place", "title": title}], "posts": [{"id": "post", "title": "Post"}],
        "adoptions": [{"id": "adopted", "title": "A", "agency": "a b", "standard": "s t"}],
        "verifications": verifications.collect::<Vec<_>>()});
    let register = Register::open(register.to_string().into_bytes()).unwrap();
    let options = OscalExport::of("s t", Office::new("a b", "1 place"), "2026-06-30".parse().unwrap());
    let export = || export_oscal(&register, &options, &catalogs);
    match export() {
        Ok(exported) => {
            assert_eq!(export().unwrap(), exported);
            Some(exported.document)
        }
        Err(refusal) => {
            assert_eq!(refusal.code(), "bad_request", "{refusal}");
            None
        }
    }
}

#[test]
fn whatever_is_exported_is_valid() {
    let Some(folder) = super::folder("whatever_is_exported_is_valid") else { return };
    let schema = Schema::open(&folder);
    let (valid, refused) = (Cell::new(0), Cell::new(0));
    let cases = (vec(id(), 1..8), 0_usize..8, text(), vec(verification(), 1..12));
    let mut runner =
        TestRunner::new(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() });
    let ran = runner.run(&cases, |(ids, central, title, verifications)| {
        let Some(document) = exported(&ids, central, &title, &verifications) else {
            refused.set(refused.get() + 1);
            return Ok(());
        };
        valid.set(valid.get() + 1);
        let faults = schema.faults(&serde_json::from_slice(&document).unwrap());
        prop_assert!(faults.is_empty(), "{}", faults.join("\n"));
        Ok(())
    });
    ran.unwrap();
    println!("{} exported, {} refused", valid.get(), refused.get());
    assert!(valid.get() >= 150 && refused.get() >= 10);
}

#[test]
fn the_schema_refuses_what_is_not_valid() {
    let Some(folder) = super::folder("the_schema_refuses_what_is_not_valid") else { return };
    let schema = Schema::open(&folder);
    let verification =
        json!({"title": "Seen", "agency": "a b", "place": "1 place", "result": "met", "date": "2026-03-14"});
    let document = exported(&["r-1".to_owned()], 9, "Rules", &[(0, verification)]).unwrap();
    let document: Json = serde_json::from_slice(&document).unwrap();
    schema.assert_valid(&document);
    for (at, value) in [
        ("/assessment-results/uuid", json!("no uuid")),
        ("/assessment-results/metadata/title", json!("two\nlines")),
        ("/assessment-results/results/0/props/0/value", json!(" blank")),
        ("/assessment-results/results/0/findings/0/target/target-id", json!("4 odd")),
        ("/assessment-results/results/0/findings/0/target/status/state", json!("partly")),
        ("/assessment-results/results/0/observations/0/collected", json!("2026-03-14")),
        ("/assessment-results/results", json!([])),
    ] {
        let mut broken = document.clone();
        *broken.pointer_mut(at).unwrap() = value;
        assert!(!schema.faults(&broken).is_empty(), "{at}");
    }
}
