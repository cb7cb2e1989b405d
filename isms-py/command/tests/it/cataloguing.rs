//! `isms catalog`: what is at hand, and what is wrong in a catalogue of one's own.

use crate::files::Folder;
use crate::run::{isms, isms_given};
use isms_core::{Catalogs, bundled_catalogs, check_catalog};
use serde_json::Value as Json;

#[test]
fn the_list_names_every_catalogue_and_one_of_the_users() {
    let folder = Folder::new();
    let ran = isms(["catalog", "list", "--catalog", &folder.small(), "--language", "fr"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for (name, _) in bundled_catalogs() {
        assert!(ran.out.contains(&format!("\n{name} ")) || ran.out.starts_with(&format!("{name} ")), "{}", ran.out);
    }
    assert!(
        ran.out.contains("\nsmall               Une petite norme. Edition 2, not official; 12 requirements;\n"),
        "{}",
        ran.out
    );
    assert!(ran.out.ends_with("\nOne of them: isms catalog show NAME\n"), "{}", ran.out);
}

#[test]
fn a_catalogue_is_shown_by_sector_and_function() {
    let folder = Folder::new();
    let ran = isms(["catalog", "show", "small", "--catalog", &folder.small()]);
    assert!(ran.out.starts_with("A small standard (edition 2)\nMade up for a test.\n\nPOLICY (1)\n"), "{}", ran.out);
    let titles: Vec<&str> = ran.out.lines().filter(|line| line.ends_with(')') && !line.starts_with(' ')).collect();
    let expected = [
        "A small standard (edition 2)",
        "POLICY (1)",
        "TRAINING (1)",
        "ANALYSIS (2)",
        "COMMUNITY (2)",
        "PROTECTION (5)",
        "MITIGATION (1)",
    ];
    assert_eq!(titles, expected);
    assert!(ran.out.contains("  map                         There is a map of risks."), "{}", ran.out);
}

#[test]
fn every_requirement_and_term_that_is_bundled_is_shown() {
    for (name, text) in bundled_catalogs() {
        let ran = isms(["catalog", "show", name]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
        let catalog: Json = serde_json::from_str(text).unwrap();
        let requirements = catalog["requirements"].as_array().into_iter().flatten();
        let terms =
            catalog["taxonomies"].as_array().into_iter().flatten().flat_map(|found| found["terms"].as_array().unwrap());
        for item in requirements.chain(terms) {
            let id = item["id"].as_str().unwrap();
            assert!(ran.out.lines().any(|line| line.split_whitespace().next() == Some(id)), "{name}: {id}");
        }
        assert!(!ran.out.contains(r"\u{"), "{name}");
    }
}

#[test]
fn what_is_shown_as_json_is_a_catalogue_without_a_fault() {
    let folder = Folder::new();
    for (name, text) in bundled_catalogs() {
        let ran = isms(["catalog", "show", name, "--json"]);
        assert_eq!(ran.out.trim_end(), text.trim_end(), "{name}: as it was written, to be changed by hand");
        let file = folder.file("ours.json", &ran.out);
        let checked = isms(["catalog", "check", &file]);
        assert_eq!(checked.code, 0, "{name}: {}", checked.out);
        assert!(checked.out.ends_with("ours.json: 0 errors, 0 warnings, 0 notes.\n"), "{name}: {}", checked.out);
    }
    // In an edition, or beside another of its name, as it is read.
    let one = isms(["catalog", "show", "isms", "--edition", "1", "--json"]).out;
    assert_eq!(one.trim_end(), Catalogs::bundled().text("isms", None).unwrap());
    let ours =
        folder.file("second.json", r#"{"title": {"en": "Ours"}, "id": "isms", "edition": "2", "isms_catalog": "1"}"#);
    let two = isms(["catalog", "show", "isms", "--catalog", &ours, "--json"]).out;
    assert_eq!(two, "{\"title\":{\"en\":\"Ours\"},\"id\":\"isms\",\"edition\":\"2\",\"isms_catalog\":\"1\"}\n");
}

#[test]
fn names_and_editions_that_are_not_at_hand_are_refused() {
    for args in [vec!["ismss"], vec!["isms", "--edition", "9"], vec!["ISMS"]] {
        let ran = isms([&["catalog", "show"], args.as_slice()].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains("bad_request") && ran.err.contains("catalogue that is at hand"), "{}", ran.err);
    }
}

#[test]
fn a_catalogue_is_checked_against_those_at_hand() {
    let folder = Folder::new();
    let text = r#"{"isms_catalog": "1", "id": "ours", "edition": "1", "title": {"en": "Ours"},
        "requirements": [{"id": "radio", "text": {"en": "Every car has a radio."}, "sector": "protection", "level": "local", "approach": "system", "force": "must"}],
        "mappings": [{"from": "ours:radio", "to": "small:radios", "degree": "equal"}]}"#;
    let file = folder.file("ours.json", text);
    let alone = isms(["catalog", "check", &file]);
    assert_eq!(alone.code, 1);
    assert!(alone.out.contains("at /mappings/0/to") && alone.out.contains("ours.json: 1 error,"), "{}", alone.out);
    let beside = isms(["catalog", "check", &file, "--catalog", &folder.small()]);
    assert_eq!(
        (beside.code, beside.out.ends_with("ours.json: 0 errors, 0 warnings, 0 notes.\n")),
        (0, true),
        "{}",
        beside.out
    );
    let json = isms(["catalog", "check", &file, "--json"]);
    assert_eq!(json.code, 1);
    let expected = check_catalog(text.as_bytes(), &Catalogs::bundled()).unwrap();
    assert_eq!(json.out, serde_json::to_string(&expected).unwrap() + "\n");
    let piped = isms_given(["catalog", "check", "-"], text.as_bytes());
    assert!(piped.out.contains("standard input: 1 error"), "{}", piped.out);
}

#[test]
fn warnings_alone_are_fine_and_what_is_no_catalogue_is_refused() {
    let text = br#"{"isms_catalog": "1", "id": "ours", "edition": "1", "title": {"en": "Ours"},
        "requirements": [{"id": "radio", "text": {"en": "Radio"}, "level": "local", "approach": "system", "force": "must"}]}"#;
    let ran = isms_given(["catalog", "check", "-"], text);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("unplaced_requirement radio"), "{}", ran.out);
    for (text, code) in [("{}", "not_a_catalog"), (r#"{"isms_catalog": "2"}"#, "newer_version"), ("x", "not_json")] {
        let ran = isms_given(["catalog", "check", "-"], text.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{text}");
        assert!(ran.err.contains(&format!("refused ({code})")), "{}", ran.err);
    }
}

#[test]
fn the_schema_of_catalogues_is_printed() {
    let (many, one) = (isms(["catalog", "schema"]).out, isms(["catalog", "schema", "--json"]).out);
    assert!(many.lines().count() > 50 && one.lines().count() == 1);
    let read = |text: &str| serde_json::from_str::<Json>(text).unwrap();
    assert_eq!(read(&many), read(&one));
    assert_eq!(read(&one), isms_core::catalog_schema());
}

#[test]
fn nothing_named_is_help() {
    let ran = isms(["catalog"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("Usage: isms catalog"), "{}", ran.err);
    let ran = isms(["catalog", "shw"]);
    assert!(ran.code == 2 && ran.err.contains("shw"), "{}", ran.err);
}
