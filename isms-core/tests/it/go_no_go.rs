//! Go or no go: what fails must fail towards no.

use isms_core::{AssessOptions, Catalogs, GoNoGo, Register, go_no_go_page};
use serde_json::{Value as Json, json};

/// The sheet of the one programme, as of 2026-11-20, with these tables besides.
fn sheet(tables: &Json) -> GoNoGo {
    let mut document = json!({
        "isms": "1",
        "agencies": [{"id": "ours", "title": "Ours"}, {"id": "theirs", "title": "Theirs"}],
        "places": [{"id": "land", "title": "Land"}, {"id": "kessa", "title": "Kessa", "within": "land"}],
        "posts": [{"id": "head", "title": "Head", "agency": "ours", "held": [{"since": "2025"}]}],
        "programmes": [
            {"id": "water", "title": "Water", "agency": "ours", "place": "kessa"},
            {"id": "school", "title": "School", "agency": "ours", "place": "kessa"},
        ],
    });
    document.as_object_mut().unwrap().extend(tables.as_object().unwrap().clone());
    let register = Register::open(document.to_string().into_bytes()).unwrap();
    let options = AssessOptions::on("2026-11-20".parse().unwrap());
    register.go_no_go("water", &options, &Catalogs::bundled()).unwrap()
}

/// A decision of 2026-11-01 on the programme, but for these fields.
fn decision(id: &str, choice: &str, other: &Json) -> Json {
    let mut made = json!({"id": id, "title": id, "choice": choice, "agency": "ours", "programmes": ["water"],
                          "date": "2026-11-01", "by": "head"});
    for (key, value) in other.as_object().unwrap() {
        if value.is_null() {
            made.as_object_mut().unwrap().remove(key);
        } else {
            made[key] = value.clone();
        }
    }
    made
}

fn decided(decisions: &[Json]) -> GoNoGo {
    sheet(&json!({"decisions": decisions}))
}

fn says(sheet: &GoNoGo, word: &str) -> bool {
    sheet.against.iter().any(|found| found == word)
}

#[test]
fn a_stop_holds_whatever_is_wrong_with_it() {
    let go = decision("go", "proceed", &json!({"date": "2026-11-05"}));
    for wrong in [
        json!({}),
        json!({"date": null}),
        json!({"date": "5.11.2026"}),
        json!({"programmes": ["watr"]}),
        json!({"programmes": null, "agency": "our", "place": "kessa"}),
        json!({"programmes": null, "place": "kesa"}),
        json!({"programmes": null, "place": "land"}),
    ] {
        let is_renewed = wrong == json!({});
        let found = decided(&[decision("stop", "suspend", &wrong), go.clone()]);
        assert_eq!(found.decided, if is_renewed { "go" } else { "no_go" }, "{wrong}");
        assert_eq!(says(&found, "decisions_differ"), !is_renewed, "{wrong}");
    }
    let undated = decided(&[decision("stop", "suspend", &json!({"date": null})), go]);
    assert!(says(&undated, "decision_without_date"));
}

#[test]
fn what_is_decided_for_others_lets_nothing_go_on_here() {
    for other in [
        json!({"programmes": ["school"]}),
        json!({"programmes": ["schol"]}),
        json!({"programmes": ["schol"], "place": "kessa"}),
        json!({"programmes": null, "agency": "theirs", "place": "kessa"}),
        json!({"programmes": null, "agency": "our", "place": "kessa"}),
        json!({"date": null}),
    ] {
        let found = decided(&[decision("go", "proceed", &other)]);
        assert_eq!((found.decided.as_str(), found.decision), ("undecided", None), "{other}");
    }
    let undated = decided(&[decision("go", "proceed", &json!({"date": null}))]);
    assert_eq!(undated.also_in_force[0].id, "go", "it is told all the same");
    assert!(says(&undated, "decision_without_date"));
    assert!(go_no_go_page(&undated).contains("also in force: proceed"));
}

#[test]
fn who_decided_and_on_what_must_be_on_record() {
    let found = decided(&[decision("go", "proceed", &json!({"by": "haed", "assessment": "gone", "digest": "0"}))]);
    assert!(says(&found, "nobody_decided") && says(&found, "no_assessment") && !says(&found, "stale_digest"));
}

#[test]
fn a_plan_answers_a_trigger_only_since_it_was_reached() {
    let incident = |id: &str, date: Json, other: Json| {
        let mut made = json!({"id": id, "title": id, "date": date});
        made.as_object_mut().unwrap().extend(other.as_object().unwrap().clone());
        made
    };
    let reached = |activated_for: Json| {
        let plan = json!({"id": "leave", "title": "Leave", "agency": "ours", "place": "land", "activated_for": activated_for,
                          "triggers": [{"observable": "Shots", "reached": "2026-11-10"}]});
        let incidents = [
            incident("shots", json!("2026-11-10"), json!({})),
            incident("siege", json!("2026-10-01"), json!({"ended": "2026-11-12"})),
            incident("old", json!("2025-08-01"), json!({})),
            incident("to-come", json!("2026-12-01"), json!({})),
            json!({"id": "perhaps", "title": "Perhaps"}),
        ];
        let found = sheet(&json!({"contingencies": [plan], "incidents": incidents}));
        assert_eq!(found.triggers.len(), 1);
        assert_eq!(says(&found, "trigger_reached"), !found.triggers[0].activated);
        found.triggers[0].activated
    };
    for set_going in [json!(["shots"]), json!(["siege"]), json!(["old", "shots"])] {
        assert!(reached(set_going.clone()), "{set_going}");
    }
    for not in [json!([]), json!(["shotts"]), json!(["head"]), json!(["old"]), json!(["to-come"]), json!(["perhaps"])] {
        assert!(!reached(not.clone()), "{not}");
    }
}

#[test]
fn what_can_not_be_read_is_said_on_the_sheet() {
    let plan = |trigger: Json| json!({"contingencies": [{"id": "leave", "title": "Leave", "agency": "ours", "triggers": trigger}]});
    for (tables, code) in [
        (plan(json!([{"observable": "Shots", "reached": "10.11.2026"}])), "out_of_range"),
        (plan(json!({"observable": "Shots"})), "wrong_type"),
        (plan(json!([{"observable": "Shots", "reched": "2026-11-10"}])), "unknown_field"),
        (json!({"decisons": [decision("stop", "suspend", &json!({}))]}), "unknown_kind"),
        (json!({"decisions": [decision("go", "proceed", &json!({"by": "haed"}))]}), "dangling_reference"),
    ] {
        let found = sheet(&tables);
        assert_eq!(found.against.first().map(String::as_str), Some("record_in_error"), "{tables}");
        assert_eq!(found.fix.iter().map(|fix| fix.code.as_str()).collect::<Vec<_>>(), [code], "{tables}");
        assert!(go_no_go_page(&found).contains(code));
    }
    // Each agency sees its own.
    let theirs = json!({"decisions": [decision("go", "proceed", &json!({"agency": "theirs", "programmes": null, "by": "haed"}))]});
    assert!(sheet(&theirs).fix.is_empty());
}

#[test]
fn what_binds_is_told_whole() {
    let many: Vec<String> = (0..13).map(|at| format!("Condition {at}")).collect();
    let long = format!("{} never by the lower road", "words ".repeat(60));
    let other = json!({"conditions": many, "lapses_when": ["A shot is heard"], "dissent": long});
    let found = decided(&[decision("go", "proceed_with_conditions", &other)]);
    let page = go_no_go_page(&found);
    let words = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for text in many.iter().map(String::as_str).chain(["lapses when: A shot is heard", "never by the lower road"]) {
        assert!(words.contains(text), "{text}: {page}");
    }
    let endless = decision("go", "proceed", &json!({"conditions": ["word ".repeat(10_000)]}));
    assert!(go_no_go_page(&decided(&[endless])).contains("(cut: --json has all of it)"));
}
