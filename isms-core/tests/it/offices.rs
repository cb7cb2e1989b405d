//! Which offices there are, and which standards hold there.

use crate::asked::{answer, edition, findings, musts, with};
use serde_json::{Value as Json, json};

fn standard() -> Json {
    json!([edition(
        "1",
        &json!([
            {"id": "map", "text": {"en": "T"}, "sector": "analysis", "force": "must", "within": "P30D"},
        ])
    )])
}

fn tables(adoptions: Json) -> Json {
    json!({"programmes": [{"id": "g", "agency": "ours", "place": "valley"}], "adoptions": adoptions})
}

/// An answer to a register with these adoptions.
fn adopted(adoptions: Json, request: Json) -> Json {
    let mut request = request;
    request["catalogs"] = standard();
    answer(&with(tables(adoptions)), request)
}

fn found(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

#[test]
fn a_standard_that_nobody_adopted_is_told() {
    let ours =
        json!([{"id": "a", "agency": "ours", "standard": "s"}, {"id": "b", "agency": "ours", "standard": "other"}]);
    let told = |standards: Json, offices: Json| {
        findings(&adopted(ours.clone(), json!({"standards": standards, "offices": offices})))
    };
    assert_eq!(told(json!(["s"]), json!([])), []);
    assert_eq!(told(json!(["s", "iims", "iims"]), json!([])), [found("unknown_standard", "/adoptions")]);
    // What its adoption already tells is not told again.
    assert_eq!(told(json!(["other"]), json!([])), [found("unknown_standard", "/adoptions/1/standard")]);
    // Others adopted it: where an office is asked for, that is theirs to tell.
    let theirs = json!([{"agency": "theirs", "place": "capital"}]);
    assert_eq!(told(json!(["s"]), theirs), [found("unknown_standard", "/adoptions")]);
}

#[test]
fn an_office_that_is_asked_for_twice_counts_once() {
    let ours = json!([{"id": "a", "agency": "ours", "standard": "s"}]);
    let office = json!({"agency": "ours", "place": "valley"});
    let once = adopted(ours.clone(), json!({"offices": [office]}));
    let twice = adopted(ours, json!({"offices": [office, office]}));
    assert!(once == twice);
    assert_eq!(musts(&twice), json!({"not_known": 1}));
}

#[test]
fn an_adoption_in_a_place_that_is_none_holds_nowhere() {
    let told = adopted(json!([{"id": "a", "agency": "ours", "standard": "s", "place": "vallei"}]), json!({}));
    assert_eq!(findings(&told), [found("idle_record", "/adoptions/0/place")]);
    assert_eq!(told["offices"][0]["adoptions"], json!([]));
    assert_eq!(told["headquarters"], json!([]));
}

#[test]
fn the_time_to_meet_a_must_runs_from_the_earliest_adoption() {
    let adoption = |id: &str, since: &str| json!({"id": id, "agency": "ours", "standard": "s", "since": since});
    let overdue = |adoptions: Json| adopted(adoptions, json!({}))["offices"][0]["overdue"].clone();
    let (early, late) = (adoption("a", "2026-01-01"), adoption("b", "2026-06-20"));
    assert_eq!(overdue(json!([early, late])), 1);
    assert_eq!(overdue(json!([late, early])), 1);
    assert_eq!(overdue(json!([late])), 0);
    let undated = json!({"id": "c", "agency": "ours", "standard": "s"});
    assert_eq!(overdue(json!([undated, early])), 1, "it is adopted since then, at least");
    assert_eq!(overdue(json!([undated])), 0, "nobody knows since when");
}

/// The places of the offices of a register.
fn places(tables: Json) -> Vec<String> {
    let told = answer(&with(tables), json!({"catalogs": standard()}));
    told["offices"].as_array().unwrap().iter().map(|office| office["place"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_has_ended_makes_no_office() {
    let here = |until: &str, kind: &str| {
        let mut tables = json!({"adoptions": [{"id": "a", "agency": "ours", "standard": "s"}]});
        tables[kind] = json!([{"id": "x", "agency": "ours", "place": "valley", "level": "local", "until": until}]);
        tables["verifications"] = json!([{"id": "v", "agency": "ours", "place": "valley", "requirement": "s:map", "result": "met", "date": "2025"}]);
        tables
    };
    for kind in ["programmes", "exposures", "posts"] {
        assert_eq!(places(here("2026-12", kind)), ["valley"], "{kind}");
        assert_eq!(places(here("2025-12", kind)), Vec::<String>::new(), "{kind}: all that was there has ended");
        let mut moved = here("2025-12", kind);
        moved["exposures"] = json!([{"id": "y", "agency": "ours", "place": "valley"}]);
        assert_eq!(places(moved), ["valley"], "{kind}: there are people");
    }
    let mut not_yet = here("2025-12", "programmes");
    not_yet["posts"] = json!([{"id": "y", "agency": "ours", "place": "valley", "level": "local", "since": "2026-09"}]);
    assert_eq!(places(not_yet), ["valley"], "not all has ended");
    let mut verified = here("2025-12", "programmes");
    verified["programmes"] = json!([]);
    assert_eq!(places(verified), ["valley"], "nobody says that it was closed");
}

/// What is unknown takes no requirement away.
#[test]
fn an_asset_of_which_nobody_says_what_it_is_may_be_one() {
    let requirement =
        json!([{"id": "map", "text": {"en": "T"}, "sector": "analysis", "applies": {"assets": ["vehicle"]}}]);
    let counts = |assets: Json| {
        let mut all = tables(json!([{"id": "a", "agency": "ours", "standard": "s"}]));
        all["assets"] = assets;
        musts(&answer(&with(all), json!({"catalogs": [edition("1", &requirement)]}))["offices"][0])
    };
    let asset = |kind: Option<&str>| {
        let mut asset = json!({"id": "x", "agency": "ours", "place": "valley"});
        if let Some(kind) = kind {
            asset["kind"] = json!(kind);
        }
        asset
    };
    assert_eq!(counts(json!([asset(Some("vehicle"))])), json!({"not_known": 1}));
    assert_eq!(counts(json!([asset(Some("warehouse"))])), json!({"not_applicable": 1}));
    assert_eq!(counts(json!([asset(None)])), json!({"not_known": 1}));
}
