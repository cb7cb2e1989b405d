//! Offices of one register that adopted different editions of one standard.

use crate::asked::{answer, edition, findings, musts, with};
use serde_json::{Value as Json, json};

fn editions() -> Json {
    let must = |id: &str| json!({"id": id, "text": {"en": "T"}, "sector": "analysis", "force": "must"});
    json!([
        edition("1", &json!([must("map"), must("talks"), must("gone")])),
        edition("2", &json!([must("map"), must("talks"), must("new")])),
    ])
}

/// Two agencies in two places: the first adopted edition 1, the second edition 2, with these verifications.
fn assessed(verifications: Json) -> Json {
    let left_out = |name: &str| json!([{"requirement": name, "change": "left_out", "reason": "none here"}]);
    let document = with(json!({
        "programmes": [{"id": "g1", "agency": "ours", "place": "valley"}, {"id": "g2", "agency": "theirs", "place": "capital"}],
        "adoptions": [
            {"id": "a1", "agency": "ours", "standard": "s", "edition": "1", "tailoring": left_out("s:gone")},
            {"id": "a2", "agency": "theirs", "standard": "s", "edition": "2", "tailoring": left_out("s:map")},
        ],
        "verifications": verifications,
    }));
    answer(&document, json!({"catalogs": editions()}))
}

/// What is found of talks, by an agency at its office, with other keys.
fn looked(agency: &str, place: &str, more: Json) -> Json {
    let mut found = json!({"id": format!("v-{agency}"), "agency": agency, "place": place, "requirement": "s:talks", "result": "met", "date": "2026-03"});
    found.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    found
}

#[test]
fn each_adoption_tailors_its_own_edition() {
    let found = assessed(json!([]));
    assert_eq!(findings(&found), []);
    for office in found["offices"].as_array().unwrap() {
        assert_eq!(musts(office), json!({"not_known": 2, "not_applicable": 1}), "{}", office["agency"]);
    }
    let standards = found["standards"].as_array().unwrap();
    let told: Vec<_> = standards.iter().map(|found| (found["edition"].clone(), found["offices"].clone())).collect();
    assert_eq!(told, [(json!("1"), json!(1)), (json!("2"), json!(1))], "each is adopted at one office");
}

#[test]
fn a_verification_counts_for_the_edition_of_its_agency() {
    for more in [json!({}), json!({"edition": "1"})] {
        let theirs = if more == json!({}) { more.clone() } else { json!({"edition": "2"}) };
        let found = assessed(json!([looked("ours", "valley", more), looked("theirs", "capital", theirs)]));
        assert_eq!(findings(&found), []);
        for office in found["offices"].as_array().unwrap() {
            assert_eq!(musts(office), json!({"met": 1, "not_known": 1, "not_applicable": 1}), "{}", office["agency"]);
        }
    }
}

#[test]
fn a_verification_of_an_edition_that_others_adopted_is_told() {
    let found = assessed(json!([looked("theirs", "capital", json!({"edition": "1"}))]));
    assert_eq!(findings(&found), [("idle_record".to_owned(), "/verifications/0/edition".to_owned())]);
    assert_eq!(musts(&found["offices"][1]), json!({"not_known": 2, "not_applicable": 1}));
}

/// Between two editions an office may answer for both.
#[test]
fn an_office_that_adopted_both_answers_for_both() {
    let document = |edition: Json| {
        with(json!({
            "programmes": [{"id": "g", "agency": "ours", "place": "valley"}],
            "adoptions": [
                {"id": "a1", "agency": "ours", "standard": "s", "edition": "1"},
                {"id": "a2", "agency": "ours", "standard": "s", "edition": "2"},
            ],
            "verifications": [looked("ours", "valley", edition)],
        }))
    };
    let counts = |edition| musts(&answer(&document(edition), json!({"catalogs": editions()}))["offices"][0]);
    assert_eq!(counts(json!({})), json!({"met": 2, "not_known": 4}), "it names none, so it says so of both");
    assert_eq!(counts(json!({"edition": "2"})), json!({"met": 1, "not_known": 5}));
}

#[test]
fn a_verification_counts_for_the_edition_of_its_office() {
    let offices = |found: Json| {
        let place = |place: &str| json!({"id": format!("g-{place}"), "agency": "ours", "place": place});
        let adoption = |place: &str, edition: &str| json!({"id": format!("a-{place}"), "agency": "ours", "place": place, "standard": "s", "edition": edition});
        let document = with(json!({
            "programmes": [place("valley"), place("capital")],
            "adoptions": [adoption("valley", "1"), adoption("capital", "2")],
            "verifications": [found],
        }));
        answer(&document, json!({"catalogs": editions()}))
    };
    for more in [json!({}), json!({"edition": "2"})] {
        let found = offices(looked("ours", "capital", more));
        assert_eq!(findings(&found), []);
        assert_eq!(musts(&found["offices"][0]), json!({"not_known": 3}));
        assert_eq!(musts(&found["offices"][1]), json!({"met": 1, "not_known": 2}));
    }
    let found = offices(looked("ours", "valley", json!({"edition": "2"})));
    assert_eq!(findings(&found), [("idle_record".to_owned(), "/verifications/0/edition".to_owned())]);
    assert_eq!(musts(&found["offices"][0]), json!({"not_known": 3}));
}
