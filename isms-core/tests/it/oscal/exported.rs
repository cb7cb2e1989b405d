//! Results as assessment results of OSCAL: what is satisfied, what is not, and what OSCAL has no word for.

use isms_core::{AssessOptions, Catalogs, Exported, Office, OscalExport, Register, export_oscal};
use serde_json::{Value as Json, json};

fn catalogs() -> Catalogs {
    let requirement = |id: &str, rest: Json| {
        let mut found = json!({"id": id, "text": {"en": id}, "sector": "protection", "level": "local", "approach": "system", "force": "must"});
        for (key, value) in rest.as_object().unwrap() {
            found[key] = value.clone();
        }
        found
    };
    let catalog = json!({"isms_catalog": "1", "id": "small", "edition": "2", "title": {"en": "Small rules", "fr": "Petites règles"},
        "requirements": [
            requirement("met", json!({})), requirement("partly", json!({})), requirement("unmet", json!({"force": "should"})),
            requirement("waived", json!({})), requirement("old", json!({"review": "P1Y"})), requirement("never", json!({})),
            requirement("not-here", json!({})), requirement("left-out", json!({})),
            requirement("premises", json!({"applies": {"places": ["premises"]}})), requirement("4 odd:id", json!({})),
            requirement("core", json!({"level": "headquarters", "function": "policy"}))]});
    let mut catalogs = Catalogs::none();
    catalogs.add(catalog.to_string().as_bytes()).unwrap();
    catalogs
}

/// A register in which each requirement was found as its name says.
fn register(more: &[Json]) -> Register {
    let verification = |name: &str, result: &str, rest: Json| {
        let mut found = json!({"id": format!("v-{name}"), "title": "Seen", "agency": "ours", "place": "valley",
            "requirement": format!("small:{name}"), "result": result, "date": "2026-03-14"});
        for (key, value) in rest.as_object().unwrap() {
            found[key] = value.clone();
        }
        if name == "core" {
            found.as_object_mut().unwrap().remove("place");
        }
        found
    };
    let mut verifications = vec![
        verification("met", "met", json!({"evidence": ["The list.", " "], "reviewer": "auditor", "note": "Mine."})),
        verification("partly", "partly", json!({"date": "2026-03"})),
        verification("unmet", "unmet", json!({"title": "Two\nlines"})),
        verification("waived", "waived", json!({"approver": "head", "until": "2026-12-31", "reason": "No money."})),
        verification("old", "met", json!({"date": "2024-01-01"})),
        verification("not-here", "not_applicable", json!({"reason": "No cars."})),
        verification("4 odd:id", "met", json!({})),
        verification("core", "met", json!({})),
        verification("met", "unmet", json!({"id": "v-earlier", "date": "2025-03-14"})),
    ];
    verifications.extend_from_slice(more);
    let document = json!({"isms": "1", "id": "made",
        "agencies": [{"id": "ours", "title": "Our agency"}], "places": [{"id": "valley", "title": "The valley", "kind": "area"}],
        "posts": [{"id": "auditor", "title": "Auditor"}, {"id": "head", "title": "Head"}],
        "adoptions": [{"id": "a", "title": "Small", "agency": "ours", "standard": "small",
                       "tailoring": [{"requirement": "small:left-out", "change": "left_out", "reason": "No radios."}]}],
        "verifications": verifications});
    Register::open(document.to_string().into_bytes()).unwrap()
}

fn options() -> OscalExport {
    OscalExport::of("small", Office::new("ours", "valley"), "2026-06-30".parse().unwrap())
}

fn export(register: &Register) -> (Exported, Json) {
    let exported = export_oscal(register, &options(), &catalogs()).unwrap();
    let counted: u64 = exported.answer.not_carried.iter().map(|tallied| tallied.count).sum();
    assert_eq!(counted, exported.notes.len() as u64);
    let kinds = isms_core::oscal_export_notes();
    assert!(exported.notes.iter().all(|note| kinds.iter().any(|kind| kind.code == note.code) && !note.done.is_empty()));
    let document: Json = serde_json::from_slice(&exported.document).unwrap();
    (exported, document["assessment-results"].clone())
}

fn property<'j>(of: &'j Json, name: &str) -> Vec<&'j str> {
    let props = of["props"].as_array().unwrap();
    assert!(props.iter().all(|prop| prop["ns"] == "urn:isms:oscal"));
    props.iter().filter(|prop| prop["name"] == name).map(|prop| prop["value"].as_str().unwrap()).collect()
}

#[test]
fn each_requirement_is_told_once_and_only_what_is_met_is_satisfied() {
    let (exported, results) = export(&register(&[]));
    let [office, headquarters] = results["results"].as_array().unwrap().as_slice() else {
        panic!("an office and headquarters")
    };
    let findings: Vec<(&str, &str, &str)> = office["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| {
            let text = |pointer: &str| found.pointer(pointer).unwrap().as_str().unwrap();
            (text("/target/target-id"), text("/target/status/state"), text("/target/status/reason"))
        })
        .collect();
    let odd = findings[4].0;
    assert!(odd.starts_with("_4-odd-id."), "{odd}");
    assert_eq!(
        findings,
        [
            ("met", "satisfied", "pass"),
            ("partly", "not-satisfied", "other"),
            ("unmet", "not-satisfied", "fail"),
            ("waived", "not-satisfied", "other"),
            (odd, "satisfied", "pass")
        ]
    );
    assert_eq!(property(&office["findings"][3], "result"), ["waived"]);
    assert_eq!(property(&office["findings"][2], "force"), ["should"]);
    assert_eq!(property(office, "not-known"), ["old", "never"]);
    assert_eq!(property(office, "not-applicable"), ["not-here", "left-out", "premises"]);
    let selected = |pointer: &str| {
        let list = office.pointer(pointer).unwrap().as_array().unwrap().iter();
        list.map(|found| found["control-id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let selection = "/reviewed-controls/control-selections/0";
    assert_eq!(
        selected(&format!("{selection}/include-controls")),
        ["met", "partly", "unmet", "waived", "not-here", odd]
    );
    assert_eq!(selected(&format!("{selection}/exclude-controls")), ["left-out", "premises"]);
    assert_eq!(headquarters["findings"][0]["target"]["target-id"], "core");
    let total = |name: &str| exported.answer.total(name).unwrap();
    let names = [
        "requirements",
        "met",
        "partly",
        "unmet",
        "waived",
        "not_known",
        "not_applicable",
        "satisfied",
        "not_satisfied",
    ];
    assert_eq!(names.map(total), [11, 3, 1, 1, 1, 2, 3, 3, 3]);
}

#[test]
fn the_counts_are_those_of_the_assessment() {
    let (register, catalogs) = (register(&[]), catalogs());
    let (exported, _) = export(&register);
    let assessed = register.assess(&AssessOptions::on("2026-06-30".parse().unwrap()), &catalogs).unwrap();
    let of_standard = assessed.standings.iter().find(|standing| standing.by == "standard").unwrap();
    let sum = |of: fn(&isms_core::Verdicts) -> u64| of(&of_standard.must) + of(&of_standard.should);
    let total = |name: &str| exported.answer.total(name).unwrap();
    assert_eq!(total("met"), sum(|verdicts| verdicts.met));
    assert_eq!(total("partly"), sum(|verdicts| verdicts.partly));
    assert_eq!(total("unmet"), sum(|verdicts| verdicts.unmet));
    assert_eq!(total("waived"), sum(|verdicts| verdicts.waived));
    assert_eq!(total("not_known"), sum(|verdicts| verdicts.not_known));
    assert_eq!(total("not_applicable"), sum(|verdicts| verdicts.not_applicable));
}

#[test]
fn an_observation_carries_the_verification() {
    let (_, results) = export(&register(&[]));
    let observations = results["results"][0]["observations"].as_array().unwrap();
    let of = |id: &str| observations.iter().find(|found| property(found, "verification") == [id]).unwrap();
    let met = of("v-met");
    assert_eq!((&met["collected"], &met["methods"]), (&json!("2026-03-14T00:00:00Z"), &json!(["UNKNOWN"])));
    assert_eq!(met["relevant-evidence"], json!([{"description": "The list."}]));
    assert_eq!((property(met, "reviewer"), property(met, "date")), (vec!["auditor"], vec!["2026-03-14"]));
    assert_eq!(
        (&of("v-waived")["expires"], &of("v-waived")["remarks"]),
        (&json!("2026-12-31T23:59:59Z"), &json!("No money."))
    );
    assert_eq!(
        (&of("v-partly")["collected"], property(of("v-partly"), "date")),
        (&json!("2026-03-01T00:00:00Z"), vec!["2026-03"])
    );
    assert_eq!(of("v-unmet")["title"], "Two lines");
    let finding = &results["results"][0]["findings"][0];
    assert_eq!(finding["related-observations"][0]["observation-uuid"], met["uuid"]);
    assert_eq!(met["subjects"][0]["subject-uuid"], results["metadata"]["locations"][0]["uuid"]);
    assert_eq!(
        results["results"][1]["observations"][0]["subjects"][0]["subject-uuid"],
        results["metadata"]["parties"][0]["uuid"]
    );
    let plan = format!("#{}", results["back-matter"]["resources"][0]["uuid"].as_str().unwrap());
    assert_eq!(results["import-ap"]["href"], plan);
}

#[test]
fn what_oscal_can_not_carry_is_listed() {
    let beyond = json!({"id": "v-beyond", "title": "Long ago", "agency": "ours", "place": "valley", "requirement": "small:never",
                        "result": "met", "date": "1800-01-01"});
    let (exported, results) = export(&register(&[beyond]));
    let lacked = |code: &str| {
        exported.notes.iter().filter(|note| note.code == code).map(|note| note.subject.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(lacked("partly"), ["small:partly"]);
    assert_eq!(lacked("waived"), ["small:waived"]);
    assert_eq!(lacked("not_known"), ["small:old"]);
    assert_eq!(lacked("not_applicable"), ["small:not-here", "small:left-out", "small:premises"]);
    assert_eq!(lacked("not_counted"), ["v-earlier"]);
    assert_eq!(lacked("date_beyond"), ["v-beyond"]);
    assert_eq!(lacked("fields_left_out"), ["v-met"]);
    assert_eq!(lacked("text_reshaped"), ["v-unmet"]);
    assert_eq!(lacked("id_rewritten"), ["4 odd:id"]);
    for once in ["no_plan", "whole_control", "method_unknown"] {
        assert_eq!(lacked(once), [""]);
    }
    let reason = |id: &str| {
        let note = exported.notes.iter().find(|note| note.code == "not_applicable" && note.subject == id);
        note.unwrap().value.clone()
    };
    assert_eq!(reason("small:left-out"), "left out by the adoption: No radios.");
    assert_eq!(reason("small:premises"), "its conditions are not met here");
    let finding = results["results"][0]["findings"].as_array().unwrap().iter();
    let finding = finding.clone().find(|found| found["target"]["target-id"] == "never").unwrap();
    assert_eq!(
        (&finding["target"]["status"]["state"], finding.get("related-observations")),
        (&json!("satisfied"), None)
    );
}

#[test]
fn it_says_inside_first_and_carries_the_label() {
    let (exported, results) = export(&register(&[]));
    assert_eq!(exported.answer.label.tlp, "red");
    let first = &results["metadata"]["props"][0];
    assert_eq!((&first["name"], &first["value"]), (&json!("inside"), &json!("yes")));
    assert!(first["remarks"].as_str().unwrap().starts_with("INSIDE"));
    assert!(results["metadata"]["title"].as_str().unwrap().starts_with("INSIDE: Small rules, ours@valley"));
    assert_eq!(property(&results["metadata"], "label"), ["red"]);
    let mut register = register(&[]);
    let labelled = r#"{"id": "v-met", "title": "Seen", "label": {"tlp": "amber", "audience": ["ours"]}, "agency": "ours",
        "place": "valley", "requirement": "small:met", "result": "met", "date": "2026-03-14"}"#;
    register.replace_json(isms_core::Kind::Verification, labelled).unwrap();
    let (exported, results) = export(&register);
    assert_eq!(property(&results["metadata"], "audience"), ["ours"]);
    assert_eq!(exported.answer.lacked("audience_in_property"), 1);
}

#[test]
fn the_same_gives_the_same_bytes_and_what_changes_has_another_uuid() {
    let (first, results) = export(&register(&[]));
    assert_eq!(export(&register(&[])).0, first);
    let mut later = options();
    later.as_of = "2026-07-01".parse().unwrap();
    later.language = "fr".to_owned();
    let other = export_oscal(&register(&[]), &later, &catalogs()).unwrap();
    let other: Json = serde_json::from_slice(&other.document).unwrap();
    let other = &other["assessment-results"];
    assert_ne!(other["uuid"], results["uuid"]);
    assert_eq!(other["metadata"]["parties"], results["metadata"]["parties"]);
    assert_eq!(other["results"][0]["observations"], results["results"][0]["observations"]);
    assert!(other["metadata"]["title"].as_str().unwrap().contains("Petites règles"));
    let mut seen = std::collections::HashSet::new();
    let text = String::from_utf8(first.document).unwrap();
    for line in text.lines().filter(|line| line.trim_start().starts_with("\"uuid\"")) {
        assert!(seen.insert(line.trim().to_owned()), "{line} stands twice");
    }
}

#[test]
fn what_can_not_be_exported_is_refused() {
    let refused = |change: fn(&mut OscalExport), code: &str, words: &str| {
        let mut options = options();
        change(&mut options);
        let refusal = export_oscal(&register(&[]), &options, &catalogs()).unwrap_err();
        assert_eq!(refusal.code(), code);
        assert!(refusal.to_string().contains(words), "{refusal}");
    };
    refused(|options| options.office.place = "vally".to_owned(), "unknown_id", "did you mean `valley`?");
    refused(|options| options.standard = "smal".to_owned(), "bad_request", "found `smal`; give its catalogue");
    refused(|options| options.as_of = "1850-01-01".parse().unwrap(), "bad_request", "1900");
    refused(|options| options.as_of = "2020-01-01".parse().unwrap(), "bad_request", "found none");
    let both =
        r#"{"id": "b", "title": "Again", "agency": "ours", "place": "valley", "standard": "small", "edition": "2"}"#;
    let mut register = register(&[]);
    register.insert_json(isms_core::Kind::Adoption, both).unwrap();
    let mut catalogs = catalogs();
    catalogs.add(br#"{"isms_catalog": "1", "id": "small", "edition": "1", "requirements": [{"id": "met"}]}"#).unwrap();
    let refusal = export_oscal(&register, &options(), &catalogs).unwrap_err();
    assert!(refusal.to_string().contains("several adopted at once"), "{refusal}");
    let none = Register::open(
        br#"{"isms": "1", "agencies": [{"id": "ours", "title": "O"}], "places": [{"id": "valley", "title": "V"}]}"#,
    )
    .unwrap();
    let refusal = export_oscal(&none, &options(), &catalogs).unwrap_err();
    assert!(refusal.to_string().contains("expected an adoption of `small`"), "{refusal}");
}
