//! The place of a finding on a reference is where its text stands, whatever around it can't be read.

use isms_core::Register;

/// Where the references lead nowhere, in the order of the findings.
fn dangling(threat: &str) -> Vec<String> {
    let text = format!("{{\"isms\": \"1\", \"threats\": [{{\"id\": \"t\", \"title\": \"T\", {threat}}}]}}");
    let findings = Register::open(text.as_bytes()).unwrap().check().findings;
    let found = findings.into_iter().filter(|found| found.code == "dangling_reference");
    found.map(|found| found.path.trim_start_matches("/threats/0").to_owned()).collect()
}

#[test]
fn items_that_can_t_be_read_are_counted() {
    for (threat, places) in [
        (r#""targets": [7, "x", null, "y"]"#, vec!["/targets/1", "/targets/3"]),
        (
            r#""causes": [7, "x", {"chance": 1}, {"id": "y", "barriers": [0, "z"]}]"#,
            vec!["/causes/1", "/causes/3/id", "/causes/3/barriers/1"],
        ),
        (r#""causes": [{"id": "x"}, {"id": "y", "chance": "high"}]"#, vec!["/causes/0/id", "/causes/1/id"]),
        (
            r#""causes": [{"id": "x", "barriers": ["a", "b"], "barriers": [1, 2, "c"]}]"#,
            vec!["/causes/0/id", "/causes/0/barriers/2"],
        ),
        (r#""causes": {"any": [null, "x"]}"#, vec!["/causes/any/1"]),
        (r#""causes": {"at_least": "two", "of": ["x"]}"#, vec!["/causes/of/0"]),
        (r#""causes": {"all": 5, "any": ["x"]}"#, vec!["/causes/any/0"]),
        (r#""causes": {"any": ["a"], "any": ["x", "y"]}"#, vec!["/causes/any/0", "/causes/any/1"]),
        (r#""causes": ["a"], "causes": [1, "x"], "place": "p""#, vec!["/place", "/causes/1"]),
        (r#""causes": {"any": ["x"], "all": ["y"]}"#, vec![]),
    ] {
        assert_eq!(dangling(threat), places, "{threat}");
    }
}

#[test]
fn a_table_that_comes_again_goes_on() {
    let text = br#"{"isms":"1","losses":[{"id":"a","title":"A"}],"losses":[{"id":"b"}]}"#;
    let findings = Register::open(text).unwrap().check().findings;
    let found: Vec<_> = findings.iter().map(|found| (found.code.as_str(), found.path.as_str())).collect();
    assert!(found.contains(&("repeated_key", "/losses")) && found.contains(&("missing_title", "/losses/1/title")));
    let again = findings.iter().find(|found| found.code == "repeated_key").unwrap();
    assert!(again.message.contains("the records of both are read"), "{}", again.message);
}
