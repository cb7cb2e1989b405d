//! `import oscal`, `export oscal`: from another house's standard to results in its format.

use crate::files::Folder;
use crate::run::{isms, isms_given};
use isms_core::{Catalogs, Office, OscalExport, OscalImport, Register, export_oscal, import_oscal};
use serde_json::Value as Json;

const CATALOG: &str = r##"{"catalog": {"uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724",
    "metadata": {"title": "Radio rules", "version": "2", "oscal-version": "1.1.2"},
    "groups": [{"id": "r", "title": "Radios", "controls": [
        {"id": "r-1", "title": "Check", "parts": [{"name": "statement", "prose": "Radios are checked."}]},
        {"id": "r-2", "title": "Gone", "props": [{"name": "status", "value": "withdrawn"}], "links": [{"href": "#r-1", "rel": "moved-to"}]},
        {"id": "r-3", "title": "Call"}]}]}}"##;

const PROFILE: &str = r##"{"profile": {"metadata": {"title": "Low", "version": "1", "oscal-version": "1.1.2"},
    "imports": [{"href": "#x", "include-controls": [{"with-ids": ["r-3"]}]}]}}"##;

const REGISTER: &str = r#"{"isms": "1", "id": "made", "agencies": [{"id": "ours", "title": "Our agency"}],
    "places": [{"id": "valley", "title": "The valley", "kind": "area"}],
    "adoptions": [{"id": "a", "title": "Radio rules", "agency": "ours", "standard": "radio-rules", "edition": "2"}],
    "verifications": [{"id": "v", "title": "Seen", "agency": "ours", "place": "valley", "requirement": "radio-rules:r-1",
                       "result": "partly", "date": "2026-03-14"}]}"#;

#[test]
fn json_is_the_answer_of_the_import() {
    let folder = Folder::new();
    let (file, out, rows) = (folder.file("in.json", CATALOG), folder.name("out.json"), folder.name("rows.csv"));
    let place = folder.file("place.json", r#"{"r": {"sector": "protection"}}"#);
    let ran =
        isms(["import", "oscal", &file, "-o", &out, "--report", &rows, "--name", "radio", "--place", &place, "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let mut options = OscalImport::default();
    options.name = Some("radio".to_owned());
    options.place = Some(std::fs::read_to_string(&place).unwrap());
    let mut imported = import_oscal(CATALOG.as_bytes(), &options).unwrap();
    imported.answer.output = Some(out.clone());
    assert_eq!(ran.out, serde_json::to_string(&imported.answer).unwrap() + "\n");
    assert_eq!(std::fs::read(&out).unwrap(), imported.document);
    let mut report = csv::Reader::from_path(&rows).unwrap();
    let codes: Vec<String> = report.records().map(|row| row.unwrap()[3].to_owned()).collect();
    assert_eq!(codes, imported.notes.iter().map(|note| note.code.clone()).collect::<Vec<_>>());
}

#[test]
fn text_tells_controls_totals_notes_and_what_is_next() {
    let folder = Folder::new();
    let out = folder.name("out.json");
    let ran = isms_given(["import", "oscal", "-", "-o", &out], CATALOG.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Read 3 of 3 controls of standard input into"), "{}", ran.out);
    for found in ["withdrawn 1", "requirements 2", "1 withdrawn A withdrawn control asks for nothing", "2 unplaced"] {
        assert!(words.contains(found), "{found}: {}", ran.out);
    }
    assert!(words.contains("isms catalog show radio-rules --catalog"), "{}", ran.out);
    assert!(words.contains(r#""standard": "radio-rules", "edition": "2"}"#), "{}", ran.out);
    let shown = isms(["catalog", "show", "radio-rules", "--catalog", &out]);
    assert!(
        shown.out.contains("UNPLACED (2)\n  r-1                         Check: Radios are checked.\n"),
        "{}",
        shown.out
    );
}

#[test]
fn a_profile_comes_with_its_catalogue() {
    let folder = Folder::new();
    let (profile, source, out) =
        (folder.file("low.json", PROFILE), folder.file("in.json", CATALOG), folder.name("out.json"));
    let ran = isms(["import", "oscal", &profile, "-o", &out]);
    assert!(ran.code == 2 && ran.err.contains("--source FILE"), "{}", ran.err);
    let ran = isms(["import", "oscal", &profile, "--source", &source, "-o", &out, "--json"]);
    let answer: Json = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((&answer["totals"]["requirements"], &answer["totals"]["not_selected"]), (&1.into(), &2.into()));
}

#[test]
fn what_is_wrong_is_said_of_the_file_in_which_it_is() {
    let folder = Folder::new();
    let (file, out) = (folder.file("in.json", CATALOG), folder.file("out.json", "mine"));
    let (place, profile) = (folder.file("place.json", r#"{"r": {"sectr": "x"}}"#), folder.file("low.json", PROFILE));
    let told = |args: &[&str], words: &str| {
        let ran = isms(["import", "oscal"].iter().chain(args).chain(&["-o", &out, "--force"]));
        let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(ran.code == 2 && ran.out.is_empty() && err.contains(words), "{args:?}: {}", ran.err);
        assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
    };
    told(&[&file, "--place", &place], "place.json at /place/r/sectr");
    told(&[&profile, "--source", &place], "found no catalogue");
    told(&[&file, "--name", "A b"], "refused (bad_request) at /name");
    told(&[&place], "begins with the key `r`");
    told(&[&file, "--place", &out], "different files");
    let ran = isms(["import", "awsd", &file, "--name", "x", "-o", &folder.name("new.json")]);
    assert!(ran.err.contains("expected --name beside oscal alone"), "{}", ran.err);
}

#[test]
fn results_are_exported_and_what_oscal_can_not_carry_is_told() {
    let folder = Folder::new();
    let (file, register) = (folder.file("in.json", CATALOG), folder.file("register.json", REGISTER));
    let (catalog, out, lacks) = (folder.name("radio.json"), folder.name("results.json"), folder.name("lacks.csv"));
    assert_eq!(isms(["import", "oscal", &file, "-o", &catalog]).code, 0);
    let export = [
        "export",
        "oscal",
        &register,
        "--office",
        "ours@valley",
        "--as-of",
        "2026-06-30",
        "--catalog",
        &catalog,
        "-o",
        &out,
    ];
    let ran = isms(export.iter().chain(&["--report", &lacks]));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("INSIDE PAGE, TLP:RED"), "{}", ran.out);
    let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for found in
        ["not satisfied 1", "not known 1", "1 partly OSCAL knows satisfied and not satisfied", "It is an INSIDE file."]
    {
        assert!(words.contains(found), "{found}: {}", ran.out);
    }
    let mut catalogs = Catalogs::bundled();
    catalogs.add(&std::fs::read(&catalog).unwrap()).unwrap();
    let options = OscalExport::of("radio-rules", Office::new("ours", "valley"), "2026-06-30".parse().unwrap());
    let exported = export_oscal(&Register::open(REGISTER.as_bytes()).unwrap(), &options, &catalogs).unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), exported.document);
    assert_eq!(csv::Reader::from_path(&lacks).unwrap().records().count(), exported.notes.len());

    let ran = isms(export.iter().chain(&["--json"]));
    assert!(ran.code == 2 && ran.err.contains("write_failed"), "{}", ran.err);
    let ran = isms(export.iter().chain(&["--json", "--force", "--standard", "radio-rules"]));
    let mut answer = exported.answer;
    answer.output = Some(out.clone());
    assert_eq!(ran.out, serde_json::to_string(&answer).unwrap() + "\n");
}

#[test]
fn an_export_that_can_not_be_is_refused() {
    let folder = Folder::new();
    let (register, out) = (folder.file("register.json", REGISTER), folder.name("results.json"));
    let refused = |args: &[&str], words: &str| {
        let ran = isms(["export", "oscal", &register, "-o", &out, "--as-of", "2026-06-30"].iter().chain(args));
        let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(ran.code == 2 && err.contains(words), "{args:?}: {}", ran.err);
    };
    refused(&["--office", "ours@valley"], "expected --standard NAME, found none");
    refused(&["--office", "ours"], "expected AGENCY@PLACE behind --office, found `ours`");
    refused(&["--office", "ours@vally", "--standard", "isms"], "did you mean `valley`?");
    refused(&["--office", "ours@valley", "--standard", "isms"], "expected an adoption of `isms`");
    refused(&["--office", "ours@valley", "--standard", "isms", "--report", "-"], "expected files to write to");
    assert_eq!(folder.names(), ["register.json"]);
}
