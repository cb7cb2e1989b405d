//! Profiles select of a catalogue.

use super::{catalog, control, import_with, noted, requirements};
use isms_core::{Imported, OscalImport};
use serde_json::{Value as Json, json};

/// Four controls, one of them with two within.
fn source() -> Json {
    let mut outer = control("a-1", "One every {{ insert: param, p }}.");
    outer["params"] = json!([{"id": "p", "label": "period"}]);
    outer["controls"] = json!([control("a-1.1", "Two."), control("a-1.2", "Three.")]);
    catalog(&json!({"groups": [{"id": "a", "title": "A", "controls": [outer, control("a-2", "Four.")]},
                              {"id": "b", "title": "B", "controls": [control("b-1", "Five."), control("b-11", "Six.")]}]}))
}

fn select(rest: &Json) -> Imported {
    let mut profile = json!({"uuid": "u", "metadata": {"title": "Low", "version": "1", "oscal-version": "1.1.2"}});
    for (key, value) in rest.as_object().unwrap() {
        profile[key] = value.clone();
    }
    let mut options = OscalImport::default();
    options.source = Some(source().to_string().into_bytes());
    import_with(&json!({"profile": profile}), &options)
}

fn ids(import: &Json) -> Vec<String> {
    let imported = select(&json!({"imports": [import]}));
    requirements(&imported).into_iter().filter_map(|found| found.id).collect()
}

#[test]
fn controls_are_selected_by_id_by_pattern_with_those_within_or_without() {
    let all = ["a-1", "a-1.1", "a-1.2", "a-2", "b-1", "b-11"];
    assert_eq!(ids(&json!({"href": "#x", "include-all": {}})), all);
    assert_eq!(ids(&json!({"href": "#x"})), all, "with nothing said all are meant");
    assert_eq!(
        ids(&json!({"href": "#x", "include-controls": [{"with-ids": ["b-1", "a-1"]}]})),
        ["a-1", "b-1"],
        "in the order of the catalogue"
    );
    let with = json!([{"with-ids": ["a-1"], "with-child-controls": "yes"}]);
    assert_eq!(ids(&json!({"href": "#x", "include-controls": with})), ["a-1", "a-1.1", "a-1.2"]);
    let matching = |pattern: &str| json!([{"matching": [{"pattern": pattern}]}]);
    assert_eq!(ids(&json!({"href": "#x", "include-controls": matching("a-1.*")})), ["a-1.1", "a-1.2"]);
    assert_eq!(ids(&json!({"href": "#x", "include-controls": matching("?-1?")})), ["b-11"]);
    assert_eq!(ids(&json!({"href": "#x", "include-controls": matching("*1*1*")})), ["a-1.1", "b-11"]);
    let without = json!({"href": "#x", "include-all": {}, "exclude-controls": [{"with-ids": ["a-1"], "with-child-controls": "yes"}]});
    assert_eq!(ids(&without), ["a-2", "b-1", "b-11"]);
    let without = json!({"href": "#x", "include-all": {}, "exclude-controls": [{"with-ids": ["a-1"]}]});
    assert_eq!(ids(&without), ["a-1.1", "a-1.2", "a-2", "b-1", "b-11"]);
}

#[test]
fn what_a_profile_says_beyond_that_is_listed() {
    let imported = select(&json!({
        "imports": [{"href": "#x", "include-controls": [{"with-ids": ["a-1", "z-9"]}]}],
        "merge": {"as-is": true},
        "modify": {"set-parameters": [{"param-id": "p", "values": ["day"]}, {"param-id": "q", "values": ["x"]}],
                   "alters": [{"control-id": "a-1", "adds": []}]}}));
    assert_eq!(requirements(&imported)[0].text[0].text, "Radio: One every day.");
    let count = |code| noted(&imported, code).len();
    assert_eq!((count("unknown_control"), count("alter_left_out"), count("merge_left_out")), (1, 1, 1));
    assert_eq!((count("parameter_set"), count("parameter_unknown"), count("profile_import")), (1, 1, 1));
    assert_eq!(noted(&imported, "unknown_control")[0].value, "z-9");
    let answer = &imported.answer;
    assert_eq!((answer.rows, answer.total("not_selected"), answer.total("groups")), (1, Some(5), Some(1)));
    assert!(imported.notes.iter().all(|note| note.row <= 1), "of what is not selected nothing is said");
    let document = String::from_utf8(imported.document).unwrap();
    assert!(document.contains("selected from 74c8ba1e"), "{document}");
}
