//! `isms fix`: what a check offers is changed, told, and written whole.

use crate::files::Folder;
use crate::run::isms;
use isms_core::{Fix, Register, SAMPLE};
use serde_json::Value as Json;

/// A register with a fault that is mended in two rounds, one that only people can mend, and one that no check offers.
const FAULTS: &str = r#"{"isms": "1", "places": [{"id": "upper-valley", "title": "Upper valley"}],
 "risk_factors": [{"id": "rumours", "title": "Rumours"}, {"id": "arms", "title": "Arms", "likelihood": 30}],
 "threats": [{"id": "mob", "title": "Mob", "place": "upper-vally", "causes": ["rumors", "rumors", "arms"]}]}"#;

fn fixed(args: &[&str]) -> Json {
    let ran = isms(["fix"].iter().chain(args).chain(&["--json"]));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn what_is_offered_is_changed_and_nothing_else() {
    let folder = Folder::new();
    let (file, out) = (folder.file("faults.json", FAULTS), folder.name("out.json"));
    let answer = fixed(&[&file, "-o", &out]);
    let changes: Vec<String> = answer["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| format!("{} {} {}", change["code"], change["field"], change["value"]).replace('"', ""))
        .collect();
    let expected = [
        "dangling_reference /place upper-valley",
        "dangling_reference /causes/0 rumours",
        "dangling_reference /causes/1 rumours",
        "repeated_link /causes/1 null",
    ];
    assert_eq!(changes, expected);
    assert_eq!((answer["more"].as_bool(), answer["left"]["error"].as_u64()), (Some(false), Some(1)));
    let mended = Register::open(std::fs::read(&out).unwrap()).unwrap();
    assert_eq!(
        mended.json("mob"),
        Some(r#"{"id":"mob","title":"Mob","place":"upper-valley","causes":["rumours","arms"]}"#)
    );
    assert_eq!(mended.save(), std::fs::read(&out).unwrap());
    // The same by hand.
    let mut register = Register::open(FAULTS.as_bytes()).unwrap();
    for _ in 0..2 {
        let fixes: Vec<Fix> = register.check().findings.into_iter().flat_map(|finding| finding.fix).collect();
        register.apply(&fixes).unwrap();
    }
    assert_eq!(register.save(), mended.save());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), FAULTS);
}

#[test]
fn people_are_told_what_was_changed_and_what_is_left() {
    let folder = Folder::new();
    let (file, out) = (folder.file("faults.json", FAULTS), folder.name("out.json"));
    let ran = isms(["fix", &file, "-o", &out]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for words in [
        "INSIDE PAGE",
        "CHANGED 4",
        "in mob, write \"upper-valley\" at /place",
        "take out /causes/1",
        "Left:",
        "isms check",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    // What is mended has nothing more to mend.
    let again = isms(["fix", &out, "-o", &folder.name("again.json")]);
    assert!(!again.out.contains("CHANGED") && again.out.contains("0 changes"), "{}", again.out);
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(folder.name("again.json")).unwrap());
}

#[test]
fn a_file_is_replaced_only_when_that_is_asked_for() {
    let folder = Folder::new();
    let file = folder.file("faults.json", FAULTS);
    let ran = isms(["fix", &file, "-o", &file]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("write_failed") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), FAULTS);
    assert_eq!(fixed(&[&file, "-o", &file, "--force"])["changes"].as_array().unwrap().len(), 4);
    assert!(Register::open(std::fs::read(&file).unwrap()).unwrap().check().counts.error == 1);
    assert_eq!(folder.names(), ["faults.json"]);
}

#[test]
fn a_refused_run_writes_nothing() {
    let folder = Folder::new();
    let (file, out) = (folder.file("none.json", "{}"), folder.name("out.json"));
    for args in [vec!["fix", &file, "-o", &out], vec!["fix", "--sample"], vec!["fix", "--sample", "-o", "-"]] {
        assert_eq!(isms(&args).code, 2, "{args:?}");
    }
    assert_eq!(folder.names(), ["none.json"]);
}

#[test]
fn more_findings_than_a_check_lists_are_mended() {
    let folder = Folder::new();
    let records: Vec<String> =
        (0..2_500).map(|at| format!(r#"{{"id": "t{at}", "title": "T", "note": "a", "note": "b"}}"#)).collect();
    let file = folder.file("many.json", format!(r#"{{"isms": "1", "threats": [{}]}}"#, records.join(",")));
    let answer = fixed(&[&file, "-o", &folder.name("out.json")]);
    assert_eq!(answer["changes"].as_array().unwrap().len(), 2_500);
    assert_eq!(answer["left"]["by_code"]["repeated_key"], Json::Null);
}

#[test]
fn the_digest_is_that_of_the_canonical_bytes() {
    let folder = Folder::new();
    let register = Register::open(SAMPLE.as_bytes()).unwrap();
    let (loose, tight) = (folder.file("loose.json", SAMPLE.as_bytes()), folder.file("tight.json", register.save()));
    for file in [&loose, &tight] {
        let ran = isms(["digest", file]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert_eq!(ran.out, format!("{}  {file}\n", register.digest()));
    }
}
