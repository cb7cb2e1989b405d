//! What is refused or misused: exit code 2, an empty standard output, and a reason.

use crate::files::Folder;
use crate::run::{Ran, isms, isms_given};
use serde_json::Value as Json;

/// Refused with this code, as text and as JSON.
fn refused(args: &[&str], code: &str) -> Ran {
    let text = isms(args);
    assert_eq!((text.code, text.out.as_str()), (2, ""), "{args:?}: {}", text.err);
    assert!(text.err.starts_with(&format!("isms: refused ({code})")), "{args:?}: {}", text.err);
    assert!(text.err.ends_with(&format!("isms explain {code}\n")), "{args:?}: {}", text.err);
    let json = isms(args.iter().chain(&["--json"]));
    assert_eq!((json.code, json.out.as_str(), json.err.lines().count()), (2, "", 1), "{args:?}: {}", json.err);
    let finding: Json = serde_json::from_str(&json.err).unwrap();
    assert_eq!((finding["code"].as_str(), finding["severity"].as_str()), (Some(code), Some("error")));
    text
}

#[test]
fn documents_that_can_not_be_opened() {
    let folder = Folder::new();
    let cases: [(&[u8], &str, &str); 7] = [
        (b"", "not_json", "end of the text"),
        (b"{\"isms\": \"1\", \"threats\": [", "not_json", "is the file whole?"),
        (b"{\"isms\": \"1\", \"title\": \"Caf\xE9\"}", "not_json", "byte 0xE9 at line 1, column 28"),
        (b"PK\x03\x04", "not_json", "line 1, column 1"),
        (b"{}", "not_a_register", "isms"),
        (b"{\"isms\": \"7\"}", "newer_version", "open it with a newer isms"),
        (&[b'['; 100_000], "over_limit", "at most 64"),
    ];
    for (content, code, words) in cases {
        let file = folder.file("document.json", content);
        for args in [vec!["check", &file], vec!["review", &file], vec!["trace", &file, "x"]] {
            let ran = refused(&args, code);
            let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(err.contains(words) && err.contains(&file), "{err}");
        }
    }
}

#[test]
fn files_that_can_not_be_read() {
    let folder = Folder::new();
    let missing = folder.name("missing.json");
    let ran = refused(&["check", &missing], "read_failed");
    assert!(ran.err.contains(&missing) && ran.err.contains("none of this name"), "{}", ran.err);
    let ran = refused(&["check", &folder.name("")], "read_failed");
    assert!(ran.err.contains("found a folder"), "{}", ran.err);
}

#[test]
fn questions_that_can_not_be_asked() {
    let ran = refused(&["trace", "--sample", "cash-assistant-injurd"], "unknown_id");
    assert!(ran.err.contains("cash-assistant-injured"), "{}", ran.err);
    refused(&["trace", "--sample", "two-vehicle-rule"], "not_in_chain");
    refused(&["trace", "--sample", "--paths", "3"], "bad_request");
    refused(&["trace", "--sample", "night-power-cuts", "--broken"], "bad_request");
    refused(&["trace", "--sample", "night-power-cuts", "list-rumours", "--paths", "3"], "bad_request");
    refused(&["check", "--sample", "file.json"], "bad_request");
    refused(&["digest", "--sample", "file.json"], "bad_request");
    refused(&["digest", "--sample", "ostrin", "sarn"], "bad_request");
    let ran = refused(&["digest", "--sample", "ostri"], "unknown_id");
    assert!(ran.err.contains("did you mean"), "{}", ran.err);
    let ran = refused(&["explain", "cicle"], "bad_request");
    assert!(ran.err.contains("did you mean `cycle`?"), "{}", ran.err);
}

#[test]
fn command_lines_that_are_none() {
    let cases: [(&[&str], &str); 21] = [
        (&["check"], "expected a file or --sample, found neither"),
        (&["review"], "expected a file or --sample, found neither"),
        (&["trace"], "expected a file or --sample, found neither"),
        (&["check", "--sample", "x"], "expected a file or --sample, found both; leave out `x`"),
        (&["trace", "--sample", "my.json"], "expected a file or --sample, found both; leave out `my.json`"),
        (&["trace", "--sample", "-", "x"], "expected a file or --sample, found both; leave out `-`"),
        (&["trace", "x", "y", "--paths", "-1"], "a whole number from 1 to 4294967295 behind --paths, found `-1`"),
        (&["trace", "x", "y", "--paths", "abc"], "behind --paths, found `abc`; such as --paths 10"),
        (&["trace", "x", "y", "--paths", "0"], "behind --paths, found `0`"),
        (&["trace", "x", "y", "--paths", "4294967296"], "behind --paths, found `4294967296`"),
        (&["trace", "x", "--paths", "1", "--broken"], "expected --paths N or --broken, found both"),
        (&["trace", "x", "--paths", "1", "--paths", "2"], "expected --paths N once"),
        (&["trace", "x", "--broken=y"], "expected no value behind --broken, found `y`"),
        (&["chek"], "found `chek`; did you mean `check`?"),
        (&["check", "x", "--smple"], "found `--smple`; did you mean `--sample`?"),
        (&["check", "--colour", "x"], "found `--colour`; leave it out"),
        (&["check", "my", "file.json"], "expected nothing more, found `file.json`"),
        (&["new"], "expected --output OUT, found none; add it"),
        (&["new", "-o"], "expected a value behind --output OUT, found none"),
        (&["new", "-o", "x", "--title", "y"], "expected --empty beside --title"),
        (&["import", "xlsx", "x", "-o", "y"], "expected FORMAT to be awsd, oscal, found `xlsx`"),
    ];
    for (args, words) in cases {
        let ran = refused(args, "bad_request");
        let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(err.contains(words), "{args:?}: {}", ran.err);
    }
    assert!(isms(["check", "--nope"]).err.contains("\n  usage: isms check --help\n"));
    assert!(isms(["chek"]).err.contains("\n  usage: isms --help\n"));
}

#[test]
fn nothing_asked_is_help_and_a_refusal() {
    let ran = isms::<&str>([]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("Usage: isms"), "{}", ran.err);
    let ran = isms(["--json"]);
    assert!(ran.code == 2 && ran.err.contains("expected one of the commands check,"), "{}", ran.err);
}

#[test]
fn an_empty_register_says_so() {
    let folder = Folder::new();
    let file = folder.file("empty.json", r#"{"isms": "1"}"#);
    for args in [vec!["x"], vec!["x", "y"], vec!["x", "--paths", "2"]] {
        let ran = refused(&[&["trace", &file], args.as_slice()].concat(), "unknown_id");
        assert!(ran.err.contains("found one that has none"), "{}", ran.err);
    }
    assert!(isms(["trace", &file, "--broken"]).out.contains("the register has no records"));
    let ran = isms(["trace", &file]);
    assert!(ran.code == 0 && ran.out.contains("The register has no records"), "{}", ran.out);
}

#[test]
fn a_refusal_as_json_is_the_finding_and_its_file() {
    let ran = isms_given(["check", "-", "--json"], br#"{"isms": "7"}"#);
    let mut finding: Json = serde_json::from_str(&ran.err).unwrap();
    assert_eq!(finding["facts"]["file"], "-");
    finding["facts"].as_object_mut().unwrap().remove("file");
    let refusal = isms_core::Register::open(br#"{"isms": "7"}"#).unwrap_err();
    assert_eq!(finding, serde_json::to_value(refusal.finding()).unwrap());
}
