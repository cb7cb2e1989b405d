//! The response on a day: measures, training, exercises.

use crate::asked::{answer, with};
use serde_json::{Value as Json, json};

fn office(agency: &str, place: &str) -> Json {
    json!([{"agency": agency, "place": place}])
}

#[test]
fn a_measure_that_names_no_agency_is_of_all_of_them() {
    let postures = |measure: Json| {
        let document = with(json!({
            "programmes": [{"id": "g1", "agency": "ours", "place": "valley"}, {"id": "g2", "agency": "theirs", "place": "capital"}],
            "measures": [measure],
        }));
        let found = answer(&document, json!({}));
        assert_eq!(found["integration"]["measures"], 1);
        let postures = found["postures"].as_array().unwrap();
        postures.iter().map(|found| found["posture"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let measure = |more: Json| {
        let mut measure = json!({"id": "m", "status": "in_place", "approach": "system"});
        measure.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        measure
    };
    assert_eq!(postures(measure(json!({}))), ["system_based", "system_based"]);
    assert_eq!(postures(measure(json!({"place": "country"}))), ["system_based", "system_based"]);
    assert_eq!(postures(measure(json!({"place": "valley"}))), ["system_based", "none"]);
    assert_eq!(postures(measure(json!({"agency": "ours"}))), ["system_based", "none"]);
}

#[test]
fn a_training_counts_wherever_it_was_held() {
    let document = |agency: &str| {
        with(json!({
            "posts": [
                {"id": "guard", "agency": "ours", "place": "valley", "level": "local"},
                {"id": "clerk", "agency": "theirs", "place": "capital", "level": "local"},
            ],
            "trainings": [{"id": "course", "agency": agency, "place": "capital", "track": "technique", "topics": ["response_to_attack"],
                "posts": ["guard", "clerk"], "people": [{"category": "national", "count": 9}], "date": "2026-03"}],
        }))
    };
    for (agency, uncertified) in [("ours", json!(["course"])), ("theirs", json!([]))] {
        let found = answer(&document(agency), json!({"offices": office("ours", "valley")}));
        let found = &found["preparedness"];
        assert_ne!(found["untrained"][0]["lacks"], json!(["technique"]), "the guard was taught something");
        assert_eq!(found["uncertified"], uncertified, "records of other agencies are theirs to tell");
        let topics = found["topics"].as_array().unwrap();
        let topic = topics.iter().find(|topic| topic["topic"] == "response_to_attack").unwrap();
        assert_eq!((topic["posts"].clone(), topic["people"].clone()), (json!(1), json!(0)), "posts in scope alone");
    }
}

#[test]
fn a_drill_of_the_month_in_which_a_plan_was_tested_is_told() {
    let drilled = |tested: Option<&str>, drills: Json| {
        let mut plan = json!({"id": "plan", "agency": "ours", "place": "valley"});
        if let Some(tested) = tested {
            plan["tested"] = json!(tested);
        }
        let document = with(json!({"contingencies": [plan], "drills": drills}));
        let found = answer(&document, json!({}))["preparedness"]["drills"][0].clone();
        (found["last"].clone(), found["people"].clone())
    };
    let drill = json!([{"id": "d", "contingency": "plan", "date": "2026-03-14", "people": [{"category": "national", "count": 7}, {"category": "guard"}]}]);
    assert_eq!(drilled(Some("2026-03"), drill.clone()), (json!("2026-03-14"), json!(7)));
    assert_eq!(drilled(Some("2026-02"), drill.clone()), (json!("2026-03-14"), json!(7)));
    assert_eq!(drilled(Some("2026-04"), drill), (json!("2026-04"), json!(null)), "nobody says how many were there");
    assert_eq!(drilled(Some("2026-04"), json!([])), (json!("2026-04"), json!(null)));
    assert_eq!(drilled(None, json!([])), (json!(null), json!(null)));
    let uncounted =
        json!([{"id": "d", "contingency": "plan", "date": "2026-03-14", "people": [{"category": "guard"}]}]);
    assert_eq!(drilled(None, uncounted), (json!("2026-03-14"), json!(null)));
}

#[test]
fn a_function_of_ones_own_stands_for_the_one_above_it() {
    let own = json!([{"isms_catalog": "1", "id": "own", "edition": "1", "taxonomies": [
        {"id": "parts", "fields": ["evaluations.function"], "terms": [{"id": "audit", "title": {"en": "Audit"}, "within": "evaluation"}]},
    ]}]);
    let last = |function: &str| {
        let evaluation = json!({"id": "e", "agency": "ours", "function": function, "date": "2026-03"});
        let found = answer(
            &with(json!({"evaluations": [evaluation]})),
            json!({"catalogs": own, "offices": office("ours", "valley")}),
        );
        let all = found["preparedness"]["evaluations"].as_array().unwrap().clone();
        let one = all.into_iter().find(|found| found["name"] == "evaluation").unwrap();
        one["last"].clone()
    };
    assert_eq!(last("audit"), "2026-03");
    assert_eq!(last("evaluation"), "2026-03");
    assert_eq!(last("logistics"), json!(null));
}
