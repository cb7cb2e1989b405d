//! `isms assess`: the page, and what it says where an answer can't be had.

use crate::files::Folder;
use crate::run::{isms, isms_given};
use unicode_width::UnicodeWidthStr as _;

#[test]
fn the_page_tells_where_the_gaps_are() {
    let folder = Folder::new();
    let (file, own) = (folder.offices(), folder.small());
    let ran = isms(["assess", &file, "--catalog", &own, "--as-of", "2026-05-01"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for words in [
        "INSIDE PAGE, TLP:RED: it shows gaps. Not for release.\n\nAs of 2026-05-01: there are gaps.\n",
        "small           A small standard, edition 2, not official: 12 requirements at 3\n",
        "\nOFFICES                   analysis   community  protection mitigation core\n\
         ours@valley               holds 2    GAP 1      GAP 1      GAP 1      no must\n\
         ours@border               ? 1        ? 2        ? 3        ? 1        no must\n",
        "\nHEADQUARTERS              policy     training   evaluation sectors\n\
         ours                      holds 1    ? 1        no must    no must\n",
        "GAP: so many musts are known not to be met;",
        "\nours@valley: 3 musts known not to be met; of 2 musts nothing is known; 1\n  overdue; 2 met without a reviewer; another agency in this place has a gap\n",
        "  unmet small:talks                 There are talks with the elders.\n                                    (2026-04-02) OVERDUE\n",
        "  ? small:radios                    Vehicles have radios. (last looked at\n                                    2026-02-01)\n",
        "\nRESULTS PASSED ON ",
        "\nCOVERED  who by what\n",
        "\nWHAT STOOD IN THE WAY\n\nWARNINGS 11: ",
    ] {
        assert!(ran.out.contains(words), "{words}\n{}", ran.out);
    }
    // Commands are whole: people copy them.
    let wide = ran.out.lines().find(|line| line.width() > 80 && !line.contains("isms review "));
    assert_eq!(wide, None);
    let again = format!("isms review {file} --as-of 2026-05-01 --catalog {own} --page cover");
    assert!(ran.out.contains(&again), "{}", ran.out);
    // Of what stood in the way seven are told.
    assert!(ran.out.contains("\n  and 4 more: --json lists them\n"), "{}", ran.out);
}

#[test]
fn offices_standards_and_the_language_are_those_asked_for() {
    let folder = Folder::new();
    let (file, own) = (folder.offices(), folder.small());
    let args = ["assess", &file, "--catalog", &own, "--as-of", "2026-05-01", "--office"];
    let ran = isms(args.iter().chain(&["ours@valley", "--language", "fr"]));
    assert!(
        ran.out.contains("Il y a des entretiens avec les anciens.") && !ran.out.contains("ours@border"),
        "{}",
        ran.out
    );
    let both = isms(args.iter().chain(&["ours@valley", "--office", "ours@border"]));
    assert!(both.out.contains("ours@border") && !both.out.contains("theirs@valley"), "{}", both.out);
    let none = isms(["assess", &file, "--catalog", &own, "--standard", "iims"]);
    assert_eq!(none.code, 0);
    assert!(none.out.contains("Of what was asked for (iims) nothing is adopted"), "{}", none.out);
}

#[test]
fn a_standard_that_is_not_adopted_or_not_at_hand_is_said() {
    let ran = isms_given(["assess", "-", "--as-of", "2026-05-01"], br#"{"isms": "1"}"#);
    assert_eq!(ran.code, 0);
    for words in ["No standard is adopted", "\"standard\": \"isms\"}", "isms catalog list"] {
        assert!(ran.out.contains(words), "{}", ran.out);
    }
    let folder = Folder::new();
    let ran = isms(["assess", &folder.offices(), "--as-of", "2026-05-01"]);
    assert!(ran.out.contains("No standard that is adopted is at hand"), "{}", ran.out);
    assert!(ran.out.contains("unknown_standard ours-small"), "{}", ran.out);
}

#[test]
fn what_belongs_to_no_sector_is_counted_too() {
    let folder = Folder::new();
    let own = folder.file(
        "taken.json",
        r#"{"isms_catalog": "1", "id": "taken", "edition": "1", "title": {"en": "Taken over"},
            "requirements": [{"id": "one", "text": {"en": "One"}, "level": "local", "force": "must"}]}"#,
    );
    let document = r#"{"isms": "1", "agencies": [{"id": "ours"}], "places": [{"id": "valley"}],
        "adoptions": [{"id": "a", "agency": "ours", "place": "valley", "standard": "taken"}],
        "verifications": [{"id": "v", "agency": "ours", "place": "valley", "requirement": "taken:one", "result": "unmet", "date": "2026-05"}]}"#;
    let ran = isms_given(["assess", "-", "--catalog", &own, "--as-of", "2026-05-31"], document.as_bytes());
    assert!(
        ran.out.contains("OFFICES                   in no sector\nours@valley               GAP 1\n"),
        "{}",
        ran.out
    );
}

#[test]
fn offices_that_are_none_are_refused() {
    let folder = Folder::new();
    let file = folder.offices();
    let cases = [
        ("ours", "bad_request", "expected AGENCY@PLACE behind --office, found `ours`; such as --office ours@valley"),
        ("@valley", "bad_request", "found `@valley`"),
        ("ours@", "bad_request", "found `ours@`"),
        ("ours@vally", "unknown_id", "did you mean `valley`?"),
        ("ours@trucks", "bad_request", "found `trucks`, which is of kind asset; an office is an agency in a place"),
        ("valley@ours", "bad_request", "found `valley`, which is of kind place"),
    ];
    for (office, code, words) in cases {
        let ran = isms(["assess", &file, "--office", office]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{office}");
        let err = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(err.contains(&format!("refused ({code})")) && err.contains(words), "{office}: {}", ran.err);
    }
    // Which of them, and in which file.
    let ran = isms(["assess", &file, "--office", "ours@valley", "--office", "ours@vally"]);
    assert!(ran.err.contains("/offices/1/place") && ran.err.contains("offices.json"), "{}", ran.err);
}

#[test]
fn what_is_no_catalogue_is_refused_by_its_file() {
    let folder = Folder::new();
    let (file, own) = (folder.offices(), folder.small());
    let cases = [
        (folder.offices(), "not_a_catalog"),
        (folder.file("newer.json", r#"{"isms_catalog": "2"}"#), "newer_version"),
        (folder.file("none.json", "["), "not_json"),
        (folder.name("missing.json"), "read_failed"),
    ];
    for (catalog, code) in cases {
        let ran = isms(["assess", &file, "--catalog", &own, "--catalog", &catalog]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{catalog}");
        let err = ran.err.split_whitespace().collect::<String>();
        assert!(err.contains(&format!("refused({code}):{catalog}")), "{}", ran.err);
    }
}

#[test]
fn long_and_wide_names_fit_in_eighty_columns() {
    let (long, wide) = ("x".repeat(120), "護衛車列".repeat(15));
    let document = format!(
        r#"{{"isms": "1", "agencies": [{{"id": "{wide}"}}], "places": [{{"id": "{long}"}}],
        "programmes": [{{"id": "p", "agency": "{wide}", "place": "{long}"}}],
        "posts": [{{"id": "{long}post", "agency": "{wide}", "place": "{long}", "level": "local"}}],
        "measures": [{{"id": "{wide}measure", "agency": "{wide}", "place": "{long}", "status": "in_place"}}],
        "adoptions": [{{"id": "a", "agency": "{wide}", "standard": "isms"}}, {{"id": "{long}b", "agency": "{wide}", "standard": "{wide}"}}],
        "verifications": [{{"id": "v", "agency": "{wide}", "place": "{long}", "requirement": "isms:field-contacts", "result": "unmet", "date": "2026-05"}}]}}"#
    );
    let ran = isms_given(["assess", "-", "--as-of", "2026-05-31"], document.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("unmet isms:field-contacts"), "{}", ran.out);
    assert_eq!(ran.out.lines().find(|line| line.width() > 80), None);
}
