//! Incidents that may not be told: a review without them is the same to the byte.

use isms_core::{Register, ask, review_page};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

const KINDS: [&str; 6] = ["places", "risk_factors", "threats", "incidents", "losses", "signals"];

/// The first two letters of a kind, with which the ids of its records begin.
fn short(kind: &str) -> String {
    kind.chars().take(2).collect()
}

/// A register of people who work: threats in a chain, observed incidents and losses, signals.
/// `told` and `open` stand on incidents.
fn document(genes: &[[u8; 10]]) -> Json {
    let mut tables: Vec<Vec<Json>> = vec![Vec::new(); KINDS.len()];
    for (at, gene) in genes.iter().enumerate() {
        let kind = usize::from(gene[0] % 6);
        let mut record = json!({"id": format!("{}-{at}", short(KINDS[kind]))});
        if gene[1] % 8 > 0 {
            record["title"] = json!(format!("Title {at}"));
        }
        let pick = |table: usize, gene: u8| -> Vec<Json> {
            let all = &tables[table];
            let count = usize::from(gene % 3).min(all.len());
            (0..count).map(|nth| all[(usize::from(gene) / 3 + nth) % all.len()]["id"].clone()).collect()
        };
        if kind >= 3 && gene[2] % 4 > 0 {
            record[if kind == 5 { "heard" } else { "date" }] =
                json!(format!("20{:02}-0{}", 10 + gene[2] % 9, 1 + gene[2] % 7));
        }
        match KINDS[kind] {
            "threats" => record["causes"] = [pick(1, gene[3]), pick(2, gene[4])].concat().into(),
            "incidents" => {
                record["causes"] = pick(2, gene[3]).into();
                record["place"] = pick(0, gene[4]).pop().unwrap_or(json!("nowhere"));
                record["source"] = json!("the same");
                held_back(&mut record, gene);
                if let Some(assessed) = pick(3, gene[7]).pop() {
                    record["realises"] = assessed;
                }
            }
            "losses" => {
                record["causes"] = pick(3, gene[3]).into();
                record["harm"] = json!(["death", "injury", "theft"][usize::from(gene[5] % 3)]);
                record["count"] = json!(gene[6]);
                record["source"] = json!("the same");
            }
            "signals" => record["threat"] = pick(2, gene[3]).pop().unwrap_or(json!("no-threat")),
            _ => (),
        }
        tables[kind].push(record);
    }
    let mut document = json!({"isms": "1", "title": "Office"});
    for (kind, table) in KINDS.iter().zip(tables) {
        document[*kind] = table.into();
    }
    document
}

fn held_back(record: &mut Json, gene: &[u8; 10]) {
    match gene[8] % 9 {
        0 => record["consent"] = json!("none"),
        1 => record["consent"] = json!("no way"),
        2 => record["consent"] = json!(["share"]),
        3 => record["open"] = json!(true),
        4 => record["open"] = json!("yes"),
        5 => record["consent"] = json!("share"),
        6 => record["open"] = json!(false),
        _ => (),
    }
    if gene[9] % 16 == 15 {
        (record["open"], record["consent"]) = (json!(true), json!("count_only"));
    }
}

fn is_withheld(record: &Json) -> bool {
    let consent =
        record.get("consent").is_some_and(|consent| !["share", "count_only"].map(Json::from).contains(consent));
    consent || record.get("open").is_some_and(|open| *open != json!(false))
}

fn all(document: &Json) -> impl Iterator<Item = (&str, &Json)> {
    let tables = document.as_object().unwrap().iter().filter(|(_, table)| table.is_array());
    tables.flat_map(|(kind, table)| table.as_array().unwrap().iter().map(move |record| (kind.as_str(), record)))
}

/// The ids of what may not be told, and of what would reveal it.
fn revealing(document: &Json, is_held: impl Fn(&Json) -> bool) -> BTreeSet<String> {
    let id = |record: &Json| record["id"].as_str().unwrap().to_owned();
    let named = |record: &Json| -> Vec<String> {
        let causes = record.get("causes").and_then(Json::as_array).cloned().unwrap_or_default();
        causes.iter().chain(record.get("realises")).filter_map(Json::as_str).map(str::to_owned).collect()
    };
    let mut hidden: BTreeSet<String> = all(document)
        .filter(|(kind, record)| *kind == "incidents" && is_held(record))
        .map(|(_, record)| id(record))
        .collect();
    let mut threats: BTreeSet<String> = BTreeSet::new();
    for _ in 0..40 {
        for (_, record) in all(document) {
            if hidden.contains(&id(record)) && is_held(record) || threats.contains(&id(record)) {
                threats.extend(named(record).into_iter().filter(|id| id.starts_with("th")));
            }
        }
    }
    hidden.extend(
        all(document)
            .filter(|(_, record)| record.get("threat").is_some_and(|threat| threats.contains(threat.as_str().unwrap())))
            .map(|(_, record)| id(record)),
    );
    for _ in 0..40 {
        let more: Vec<String> = all(document)
            .filter(|(_, record)| named(record).iter().any(|id| hidden.contains(id)))
            .map(|(_, record)| id(record))
            .collect();
        hidden.extend(more);
    }
    hidden
}

fn without(document: &Json, hidden: &BTreeSet<String>) -> Json {
    let mut left = document.clone();
    for table in left.as_object_mut().unwrap().values_mut().filter_map(Json::as_array_mut) {
        table.retain(|record| !hidden.contains(record["id"].as_str().unwrap()));
    }
    left
}

fn review(document: &Json) -> (String, String) {
    let register = Register::open(document.to_string().as_bytes()).unwrap();
    (ask(&register, "{\"ask\": \"review\"}").unwrap(), review_page(&register.review(), "office.json"))
}

fn genes() -> impl Strategy<Value = Vec<[u8; 10]>> {
    vec(any::<[u8; 10]>(), 0..60)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn a_review_is_as_if_what_is_withheld_were_not_there(genes in genes()) {
        let document = document(&genes);
        let left = without(&document, &revealing(&document, is_withheld));
        prop_assert_eq!(review(&document), review(&left));
    }

    #[test]
    fn what_may_be_counted_is_counted_and_not_told(genes in genes()) {
        let mut document = document(&genes);
        let shared = document["incidents"].as_array_mut().unwrap();
        shared.iter_mut().for_each(|record| { record.as_object_mut().unwrap().retain(|key, _| key != "open" && key != "consent"); });
        let mut counted = document.clone();
        counted["incidents"].as_array_mut().unwrap().iter_mut().step_by(2).for_each(|record| record["consent"] = json!("count_only"));
        let hidden = revealing(&counted, |record| record.get("consent").is_some());
        let [found, all, told] = [&counted, &document, &without(&counted, &hidden)].map(|document| serde_json::from_str::<Json>(&review(document).0).unwrap());
        for same in ["contents", "picture", "measures", "title"] {
            prop_assert_eq!(&found[same], &all[same]);
        }
        for same in ["worst", "missed", "first", "last"] {
            prop_assert_eq!(&found[same], &told[same]);
        }
        for (list, more) in [("worst", "worst_more"), ("missed", "missed_more")] {
            let sum = |review: &Json| review[list].as_array().unwrap().len() as u64 + review[more].as_u64().unwrap();
            prop_assert_eq!(sum(&found), sum(&all));
        }
        let text = review(&counted).0;
        for id in &hidden {
            prop_assert!(!text.contains(&format!("\"{id}\"")) && !text.contains(&format!("`{id}`")), "{}", id);
        }
        let counts = |review: &Json| -> Vec<Json> { review["fix"].as_array().unwrap().iter().map(|code| json!([code["code"], code["count"]])).collect() };
        prop_assert_eq!(counts(&found), counts(&all));
    }
}

/// The properties say nothing if nothing is withheld, or all.
#[test]
fn enough_is_withheld_and_enough_is_left() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut records, mut hidden, mut by_kind) = (0, 0, [0; KINDS.len()]);
    for _ in 0..200 {
        let document = document(&genes().new_tree(&mut runner).unwrap().current());
        let found = revealing(&document, is_withheld);
        records += all(&document).count();
        hidden += found.len();
        for (at, kind) in KINDS.iter().enumerate() {
            by_kind[at] += found.iter().filter(|id| id.starts_with(&short(kind))).count();
        }
    }
    assert!(hidden * 20 > records && hidden * 2 < records, "{hidden} of {records}");
    assert_eq!(by_kind.map(|count| count > 0), [false, false, false, true, true, true]);
}

#[test]
fn records_that_name_what_is_withheld_by_mistake_do_not_reveal_it() {
    let document = r#"{"isms": "1", "places": [{"id": "valley", "title": "V", "within": "abduction-of-may"}],
        "incidents": [{"id": "abduction-of-may", "title": "Two taken", "open": true, "date": "2026-05-04", "causes": ["abduction"]},
            {"id": "abduction-of-may", "title": "Told twice", "date": "2026-05-04", "causes": ["abduction"]},
            {"id": "theft", "title": "Theft", "date": "2026-05-05", "causes": ["abduction-of-ma"]}],
        "threats": [{"id": "abduction", "title": "Abduction", "causes": ["abduction-of-may"]}]}"#;
    let register = Register::open(document.as_bytes()).unwrap();
    let text = ask(&register, "{\"ask\": \"review\"}").unwrap();
    assert!(
        !text.contains("abduction-of-may") && !text.contains("Two taken") && !text.contains("Told twice"),
        "{text}"
    );
    assert!(text.contains("theft"));
    assert!(
        register.check().findings.iter().any(|found| found.message.contains("abduction-of-may")),
        "check tells the keepers"
    );
}
