//! What a document says besides its records comes back as it was, readable or not.

use isms_core::Register;

/// Opens and saves; the text saved is saved again as it is.
fn saved(document: &str) -> String {
    let first = Register::open(document.as_bytes()).unwrap().save();
    assert_eq!(Register::open(&first).unwrap().save(), first, "saving twice gives the same bytes");
    String::from_utf8(first).unwrap()
}

fn codes(document: &str) -> Vec<String> {
    Register::open(document.as_bytes()).unwrap().check().findings.into_iter().map(|found| found.code).collect()
}

#[test]
fn fields_of_the_document_that_repeat_or_can_t_be_read_are_kept() {
    for (document, kept) in [
        (r#"{"isms":"1","title":"A","title":"B"}"#, vec![r#""title":"A""#, r#""title":"B""#]),
        (r#"{"isms":"1","isms":"7"}"#, vec![r#""isms":"1""#, r#""isms":"7""#]),
        (r#"{"isms":"1","label":{"tlp":"amber","tlp":"red"}}"#, vec![r#""label":{"tlp":"amber","tlp":"red"}"#]),
        (r#"{"isms":"1","label":{"tlp":"amber","by":"us"}}"#, vec![r#""label":{"tlp":"amber","by":"us"}"#]),
        (r#"{"isms":"1","title":5,"losses":{}}"#, vec![r#""title":5"#, r#""losses":{}"#]),
        (r#"{"isms":"1","\ud800":2,"x y":[]}"#, vec![r#""\ud800":2"#, r#""x y":[]"#]),
    ] {
        let text = saved(document);
        for part in kept {
            assert_eq!(text.matches(part).count(), 1, "{part} in {text}");
        }
        assert_eq!(codes(&text), codes(document), "{text}");
    }
}

#[test]
fn of_equal_ids_the_same_one_is_meant_before_and_after_saving() {
    let document = r#"{"isms":"1","measures":[{"id":"x","title":"M"}],
        "threats":[{"id":"t","title":"T","causes":["x"]}],"risk_factors":[{"id":"x","title":"F"}]}"#;
    let before = Register::open(document.as_bytes()).unwrap();
    let after = Register::open(saved(document).as_bytes()).unwrap();
    assert_eq!(before.get("x").unwrap().title(), "F");
    assert_eq!(before.trace("t").unwrap(), after.trace("t").unwrap());
    assert_eq!(before.check().counts, after.check().counts);
}

#[test]
fn a_label_that_can_t_be_read_leaves_the_records_as_they_are() {
    let text = saved(r#"{"isms":"1","label":{"tlp":5,"by":"us"},"losses":[{"title":"L","id":"l"}]}"#);
    assert!(text.contains(r#"{"id":"l","title":"L"}"#), "a record in its canonical form: {text}");
}

/// What nobody knows stays in the order in which it was read, also in a record that is written anew.
#[test]
fn unknown_fields_and_kinds_come_back_in_their_order() {
    let text = saved(
        r#"{"zebras":[1],"isms":"1","losses":[{"z":1,"title":"L","y":{"b":1,"a":2},"id":"l","x":[2.50]}],"antelopes":[2],"mice":3}"#,
    );
    assert!(text.contains(r#"{"id":"l","title":"L","z":1,"y":{"b":1,"a":2},"x":[2.50]}"#), "{text}");
    let at = |key: &str| text.find(key).unwrap();
    assert!(at("losses") < at("zebras") && at("zebras") < at("antelopes") && at("antelopes") < at("mice"), "{text}");
}
