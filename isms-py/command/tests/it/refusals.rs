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
        (b"{\"isms\": \"1\", \"title\": \"Caf\xE9\"}", "not_json", "byte 0xE9 at byte 27"),
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
    refused(&["trace", "--sample"], "bad_request");
    refused(&["trace", "--sample", "night-power-cuts", "--broken"], "bad_request");
    refused(&["trace", "--sample", "night-power-cuts", "list-rumours", "--paths", "3"], "bad_request");
    refused(&["check", "--sample", "file.json"], "bad_request");
    let ran = refused(&["explain", "cicle"], "bad_request");
    assert!(ran.err.contains("did you mean `cycle`?"), "{}", ran.err);
}

#[test]
fn command_lines_that_are_none() {
    let cases: [&[&str]; 5] = [&[], &["chek"], &["check"], &["check", "--colour", "x"], &["new"]];
    for args in cases {
        let ran = isms(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains("Usage: isms"), "{args:?}: {}", ran.err);
    }
    let ran = isms(["check", "--json", "--nope"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let finding: Json = serde_json::from_str(&ran.err).unwrap();
    assert_eq!(finding["code"], "bad_request");
    assert!(finding["message"].as_str().unwrap().contains("--nope"), "{finding}");
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
