//! What carries over from one standard to another: as much as the mapping says, and nothing else.

use crate::asked::{answer, with};
use serde_json::{Value as Json, json};

/// A verdict on `a:one` of a standard, and what an office that adopted both then has of `b:two`.
fn carried(mappings: &Json, verification: &Json, level: &str) -> Json {
    let standard = |id: &str, requirement: &str, mappings: &Json| {
        json!({"isms_catalog": "1", "id": id, "edition": "1", "title": {"en": "T"}, "mappings": mappings, "requirements": [
            {"id": requirement, "text": {"en": "T"}, "sector": "analysis", "force": "must", "level": level, "review": "P1Y"}]})
    };
    let mut found = json!({"id": "v", "agency": "ours", "place": "valley", "requirement": "a:one", "result": "met", "date": "2026-03"});
    found.as_object_mut().unwrap().extend(verification.as_object().unwrap().clone());
    let document = with(json!({
        "programmes": [{"id": "g", "agency": "ours", "place": "valley"}],
        "adoptions": [
            {"id": "first", "agency": "ours", "standard": "a"},
            {"id": "second", "agency": "ours", "standard": "b"},
        ],
        "verifications": [found],
    }));
    let answer =
        answer(&document, json!({"catalogs": [standard("a", "one", mappings), standard("b", "two", &json!([]))]}));
    let offices = answer["offices"].as_array().unwrap();
    offices.iter().find(|office| office["place"] == "valley").unwrap().clone()
}

/// The one verdict on `b:two`.
fn verdict(office: &Json) -> String {
    let standings = office["standings"].as_array().unwrap();
    let own = standings.iter().find(|found| found["by"] == "standard" && found["name"] == "b").unwrap();
    let counts = own["must"].as_object().unwrap();
    counts.iter().find(|(_, count)| **count == 1).unwrap().0.clone()
}

fn mapped(from: &str, to: &str, degree: &str) -> Json {
    json!([{"from": from, "to": to, "degree": degree}])
}

#[test]
fn as_much_as_the_mapping_says() {
    for (degree, backwards, found, expected) in [
        ("equal", false, "met", "met"),
        ("equal", true, "met", "met"),
        ("equal", true, "unmet", "unmet"),
        ("equal", false, "partly", "partly"),
        ("equal", false, "waived", "not_known"),
        ("equal", false, "not_applicable", "not_known"),
        ("covers", false, "met", "met"),
        ("covers", false, "unmet", "not_known"),
        ("covers", false, "partly", "not_known"),
        ("covers", true, "met", "not_known"),
        ("part", false, "met", "not_known"),
        ("related", false, "met", "not_known"),
        ("fully", false, "met", "not_known"),
    ] {
        let (from, to) = if backwards { ("b:two", "a:one") } else { ("a:one", "b:two") };
        let more = json!({"result": found, "approver": "post", "until": "2026-12", "reason": "none here"});
        let office = carried(&mapped(from, to, degree), &more, "local");
        assert_eq!(verdict(&office), expected, "{degree}, backwards {backwards}: {found}");
        let told = json!([{"requirement": "b:two", "from": "a:one", "result": expected, "verification": "v"}]);
        assert_eq!(office["carried"], if expected == "not_known" { json!([]) } else { told });
    }
}

#[test]
fn an_answer_of_its_own_counts() {
    for own in ["unmet", "waived", "met"] {
        // A waiver without an approver is not known, and stands all the same.
        let expected = if own == "waived" { "not_known" } else { own };
        let office =
            carried(&mapped("a:one", "b:two", "equal"), &json!({"requirement": "b:two", "result": own}), "local");
        assert_eq!(verdict(&office), expected);
        assert_eq!(
            office["carried"].as_array().unwrap().len(),
            usize::from(own != "waived"),
            "{own}: it carries to the other"
        );
    }
}

#[test]
fn what_is_out_of_date_carries_nothing() {
    let office = carried(&mapped("a:one", "b:two", "equal"), &json!({"date": "2024-03"}), "local");
    assert_eq!((verdict(&office), &office["carried"]), ("not_known".to_owned(), &json!([])));
}

#[test]
fn what_was_found_in_a_region_carries_to_the_offices_within() {
    let office = carried(&mapped("a:one", "b:two", "equal"), &json!({"place": "country"}), "regional");
    assert_eq!(verdict(&office), "met");
    let office = carried(&mapped("a:one", "b:two", "equal"), &json!({"place": "country"}), "local");
    assert_eq!(verdict(&office), "not_known");
}
