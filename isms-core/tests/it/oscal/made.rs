//! What becomes of controls, parameters, groups and all around them.

use super::{catalog, control, import, import_with, noted, requirements, text};
use isms_core::{Catalogs, OscalImport};
use serde_json::json;

#[test]
fn a_statement_is_joined_behind_its_title_and_labels() {
    let item = |label: &str, prose: &str| json!({"name": "item", "prose": prose, "props": [{"name": "label", "value": label}]});
    let mut second = item("b.", "Keep:");
    second["parts"] = json!([item("1.", "one;"), item("2.", "  two\n\nthree."), {"name": "guidance", "prose": "Why."}]);
    let statement = json!({"name": "statement", "parts": [item("a.", "Check."), second]});
    let imported = import(&catalog(&json!({"controls": [{"id": "r-1", "title": "Radio", "parts": [statement]}]})));
    assert_eq!(text(&imported), "Radio: a. Check. b. Keep: 1. one; 2. two three.");
    assert_eq!(noted(&imported, "statement_joined").len(), 1);
    let blanks = noted(&imported, "blanks_joined");
    assert_eq!(blanks[0].column, "/catalog/controls/0/parts/0/parts/1/parts/1/prose");
    assert_eq!(noted(&imported, "guidance_left_out")[0].row, 1);
}

#[test]
fn parameters_are_their_values_else_choices_else_labels() {
    let prose = "Every {{ insert: param, a }}, by {{insert:param,b}}, {{ insert: param, c }}, {{ insert: param, gone }}, {{ other }}.";
    let mut control = control("r-1", prose);
    control["params"] = json!([
        {"id": "a", "label": "period", "values": ["day", "night"]},
        {"id": "b", "select": {"how-many": "one-or-more", "choice": ["post", "ask {{ insert: param, d }}"]}},
        {"id": "c"},
        {"id": "d", "label": "whom", "guidelines": [{"prose": "Ask."}]},
        {"id": "e", "label": "nothing"},
    ]);
    let imported = import(&catalog(&json!({"controls": [control]})));
    let made =
        "Radio: Every day, night, by [one or more of: post; ask [whom]], [c], {{ insert: param, gone }}, {{ other }}.";
    assert_eq!(text(&imported), made);
    let count = |code| noted(&imported, code).len();
    assert_eq!((count("parameter_inserted"), count("parameter_unknown"), count("parameter_unused")), (3, 1, 1));
    assert_eq!(noted(&imported, "parameter_unused")[0].value, "e");
    assert_eq!(noted(&imported, "parameter_left_out")[0].column, "/catalog/controls/0/params/3/guidelines");
}

#[test]
fn parameters_that_lead_to_themselves_or_grow_without_end_stay_as_written() {
    let mut own = control("r-1", "{{ insert: param, a }} {{ insert: param, p0 }}");
    let twice = |next: String| format!("{{{{ insert: param, {next} }}}}{{{{ insert: param, {next} }}}}");
    let mut params = vec![
        json!({"id": "a", "select": {"choice": ["{{ insert: param, b }}"]}}),
        json!({"id": "b", "select": {"choice": ["{{ insert: param, a }}"]}}),
    ];
    params
        .extend((0..60).map(|n| json!({"id": format!("p{n}"), "select": {"choice": [twice(format!("p{}", n + 1))]}})));
    params.push(json!({"id": "p60", "label": "x"}));
    own["params"] = params.into();
    let imported = import(&catalog(&json!({"controls": [own]})));
    assert_eq!(text(&imported), "Radio: {{ insert: param, a }} {{ insert: param, p0 }}");
    assert_eq!(noted(&imported, "parameter_too_long").len(), 2);
}

#[test]
fn what_all_parameters_add_is_limited() {
    let prose = "{{ insert: param, a }} ".repeat(20_000);
    let mut own = control("r-1", &prose);
    own["params"] = json!([{"id": "a", "label": "x".repeat(4_000)}]);
    let imported = import(&catalog(&json!({"controls": [own]})));
    assert!(imported.document.len() < 20 << 20, "{}", imported.document.len());
    assert!(noted(&imported, "parameter_too_long").len() > 10_000);
}

#[test]
fn withdrawn_controls_are_changes_and_no_requirements() {
    let withdrawn = |id: &str, links: serde_json::Value| json!({"id": id, "title": "Gone", "links": links, "props": [{"name": "status", "value": "withdrawn"}]});
    let kept = json!({"id": "r-1", "title": "Radio", "parts": [{"id": "r-1_smt", "name": "statement", "prose": "Check.",
        "parts": [{"id": "r-1_smt.a", "name": "item", "prose": "Twice."}]}], "controls": [
        withdrawn("r-1.1", json!([{"href": "#r-1_smt.a", "rel": "incorporated-into"}, {"href": "#x", "rel": "related"}])),
        withdrawn("r-1.2", json!([{"href": "#r-1.1", "rel": "moved-to"}]))]});
    let moved = withdrawn("r-2", json!([{"href": "#r-1", "rel": "moved-to"}]));
    let imported = import(&catalog(&json!({"controls": [kept, moved]})));
    let answer = &imported.answer;
    let totals = ["controls", "enhancements", "withdrawn", "requirements"].map(|name| answer.total(name).unwrap());
    assert_eq!((answer.rows, totals), (4, [2, 2, 3, 1]));
    let mut catalogs = Catalogs::none();
    catalogs.add(&imported.document).unwrap();
    let changes = &catalogs.find("radio-rules", None).unwrap().replaces().unwrap().changes;
    let change = |id: &str| {
        let found = changes.iter().find(|change| change.was == [id]).unwrap();
        (found.how.clone().unwrap(), found.now.clone())
    };
    assert_eq!(change("r-1.1"), ("merged".to_owned(), vec!["r-1".to_owned()]));
    assert_eq!(change("r-2"), ("moved".to_owned(), vec!["r-1".to_owned()]));
    assert_eq!(change("r-1.2"), ("withdrawn".to_owned(), Vec::new()), "a withdrawn control is no place to move to");
    let found = noted(&imported, "withdrawn");
    assert_eq!((found[0].row, found[0].value.as_str()), (2, "r-1_smt.a"));
    assert_eq!(noted(&imported, "link_left_out").len(), 1);
}

#[test]
fn a_control_that_is_withdrawn_in_another_house_alone_is_not() {
    let mut own = control("r-1", "Check.");
    own["props"] = json!([{"name": "status", "value": "withdrawn", "ns": "https://other.example"}]);
    let imported = import(&catalog(&json!({"controls": [own]})));
    assert_eq!(imported.answer.total("withdrawn"), Some(0));
    assert_eq!(noted(&imported, "property_left_out").len(), 1);
}

#[test]
fn methods_become_the_evidence_and_groups_the_source() {
    let method = |method: &str, prose: &str| {
        json!({"name": "assessment-method", "props": [{"name": "method", "value": method}],
               "parts": [{"name": "assessment-objects", "prose": prose}]})
    };
    let mut own = control("r-1", "Check.");
    own["props"] =
        json!([{"name": "label", "value": "R-01", "class": "zero-padded"}, {"name": "label", "value": "R-1"}]);
    for part in
        [method("EXAMINE", "the list\n\nthe radios"), method("TEST", "a call"), json!({"name": "assessment-objective"})]
    {
        own["parts"].as_array_mut().unwrap().push(part);
    }
    let group =
        json!({"id": "r", "title": "Radios", "groups": [{"id": "rr", "title": "Small  radios", "controls": [own]}]});
    let imported = import(&catalog(&json!({"groups": [group]})));
    let found = requirements(&imported);
    assert_eq!(found[0].evidence[0].text, "EXAMINE: the list; the radios. TEST: a call.");
    assert_eq!(found[0].source.as_deref(), Some("R-1, Small radios"));
    assert_eq!(imported.answer.total("groups"), Some(2));
    assert_eq!(noted(&imported, "property_left_out")[0].value, "R-01");
    assert_eq!((noted(&imported, "methods_joined").len(), noted(&imported, "objective_left_out").len()), (1, 1));
}

#[test]
fn a_placement_is_that_of_the_nearest() {
    let mut outer = control("r-1", "Check.");
    outer["controls"] = json!([control("r-1.1", "Twice.")]);
    let group = json!({"id": "r", "title": "Radios", "controls": [outer, control("r-2", "Call.")]});
    let document = catalog(&json!({"groups": [group], "controls": [control("t-1", "Train.")]}));
    let mut options = OscalImport::default();
    let place = json!({"r": {"sector": "protection", "field": "communication", "force": "must"},
        "r-1": {"function": "policy", "level": "headquarters"}, "*": {"function": "training", "review": "P1Y"}, "x": {}});
    options.place = Some(place.to_string());
    let imported = import_with(&document, &options);
    let found = requirements(&imported);
    let placed = |id: &str| {
        let found = found.iter().find(|found| found.id.as_deref() == Some(id)).unwrap();
        (found.sector.as_deref(), found.function.as_deref(), found.field.as_deref())
    };
    assert_eq!(placed("r-1"), (None, Some("policy"), None));
    assert_eq!(placed("r-1.1"), (None, Some("policy"), None), "as the control around it");
    assert_eq!(placed("r-2"), (Some("protection"), None, Some("communication")));
    assert_eq!(placed("t-1"), (None, Some("training"), None));
    assert_eq!(noted(&imported, "unplaced").len(), 0);
    assert_eq!(noted(&imported, "unknown_place")[0].value, "x");
    assert_eq!(noted(&import(&document), "unplaced").len(), 4);
}

#[test]
fn the_head_says_where_it_comes_from_and_names_no_person() {
    let mut document = catalog(
        &json!({"controls": [control("r-1", "Check.")], "back-matter": {"resources": [{"uuid": "u", "title": "A book"}]}}),
    );
    let metadata = &mut document["catalog"]["metadata"];
    metadata["parties"] = json!([{"uuid": "p", "type": "person", "name": "Ann Other"},
        {"uuid": "q", "type": "organization", "name": "A house"}, {"uuid": "s", "type": "organization", "name": "The  publisher"}]);
    metadata["responsible-parties"] =
        json!([{"role-id": "contact", "party-uuids": ["q"]}, {"role-id": "creator", "party-uuids": ["p", "s"]}]);
    metadata["remarks"] = "Read me.".into();
    let mut options = OscalImport::default();
    (options.name, options.language) = (Some("radio".to_owned()), Some("fr".to_owned()));
    let imported = import_with(&document, &options);
    let mut catalogs = Catalogs::none();
    catalogs.add(&imported.document).unwrap();
    let found = catalogs.find("radio", Some("2")).unwrap();
    assert_eq!((found.publisher(), found.is_official()), (Some("The publisher"), false));
    assert_eq!((found.title()[0].language.as_str(), found.title()[0].text.as_str()), ("fr", "Radio rules"));
    let provenance = &found.provenance()[0].text;
    assert!(
        provenance.contains("74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724, version 2, last modified 2026-01-02"),
        "{provenance}"
    );
    assert!(!String::from_utf8_lossy(&imported.document).contains("Ann Other"));
    assert!(imported.notes.iter().all(|note| !note.value.contains("Ann") && !note.done.contains("Ann")));
    assert_eq!(noted(&imported, "person_left_out")[0].column, "/catalog/metadata/parties/0");
    assert_eq!((noted(&imported, "resource_left_out").len(), noted(&imported, "language_assumed").len()), (1, 0));
}

#[test]
fn what_can_not_be_read_is_left_out_with_its_place_and_the_rest_stays() {
    let mut odd = control("r-2", "Call.");
    odd["title"] = 5.into();
    odd["colour"] = "red".into();
    odd["links"] = json!([4]);
    let again = control("r-2", "Again.");
    let nameless = json!({"title": "Nameless"});
    let bad = control(" r", "Blank.");
    let imported = import(&catalog(&json!({"controls": [control("r-1", "Check."), odd, again, nameless, bad, 7]})));
    assert_eq!((imported.answer.rows, imported.answer.read, imported.answer.refused), (5, 2, 3));
    let places = |code| noted(&imported, code).iter().map(|note| note.column.clone()).collect::<Vec<_>>();
    assert_eq!(
        places("wrong_type"),
        ["/catalog/controls/5", "/catalog/controls/1/title", "/catalog/controls/1/links/0"]
    );
    assert_eq!(places("unknown_key"), ["/catalog/controls/1/colour"]);
    assert_eq!(places("duplicate_id"), ["/catalog/controls/2"]);
    assert_eq!(places("id_unusable"), ["/catalog/controls/3", "/catalog/controls/4"]);
    let texts: Vec<String> = requirements(&imported).into_iter().map(|found| found.text[0].text.clone()).collect();
    assert_eq!(texts, ["Radio: Check.", "Call."]);
}

#[test]
fn a_repeated_key_is_noted_once_an_object_and_the_last_counts() {
    let text = r#"{"catalog": {"metadata": {"title": "A", "title": "B", "title": "C", "version": "1", "oscal-version": "1.0.0"},
        "controls": [{"id": "r-1", "title": "One"}]}}"#;
    let imported = isms_core::import_oscal(text.as_bytes(), &OscalImport::default()).unwrap();
    assert_eq!(noted(&imported, "repeated_key").len(), 1);
    assert_eq!(noted(&imported, "repeated_key")[0].column, "/catalog/metadata/title");
    assert!(String::from_utf8_lossy(&imported.document).contains("\"title\":{\"en\":\"C\"}"));
}
