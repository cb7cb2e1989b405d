//! Pages for a meeting, and what changed between two days.

use crate::files::Folder;
use crate::run::{Ran, isms, isms_given};
use isms_core::{Register, SAMPLE, ask};
use serde_json::Value as Json;
use std::time::UNIX_EPOCH;
use unicode_width::UnicodeWidthStr as _;

/// The day for which the sample is written.
const DAY: &str = "2026-10-15";

fn json(ran: &Ran) -> Json {
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    serde_json::from_str(&ran.out).unwrap()
}

/// `review` of the sample on its day.
fn reviewed(more: &[&str]) -> Ran {
    isms([&["review", "--sample", "--as-of", DAY], more].concat())
}

#[test]
fn json_of_each_page_is_what_the_one_door_answers() {
    let cases: [(&[&str], &str); 7] = [
        (&["review"], r#"{"ask": "meeting", "as_of": "2026-10-15"}"#),
        (
            &["review", "--since", "2026-06", "--office", "ostrin@pelun", "--standard", "isms", "--language", "fr"],
            r#"{"ask": "meeting", "as_of": "2026-10-15", "since": "2026-06", "language": "fr", "standards": ["isms"],
                "offices": [{"agency": "ostrin", "place": "pelun"}]}"#,
        ),
        (&["review", "--page", "meeting"], r#"{"ask": "meeting", "as_of": "2026-10-15"}"#),
        (&["review", "--page", "cover"], r#"{"ask": "assess", "as_of": "2026-10-15"}"#),
        (
            &["review", "--page", "go-no-go", "--programme", "pelun-water"],
            r#"{"ask": "go_no_go", "as_of": "2026-10-15", "programme": "pelun-water"}"#,
        ),
        (&["diff", "--since", "2026-06-30"], r#"{"ask": "diff", "since": "2026-06-30", "as_of": "2026-10-15"}"#),
        (
            &["diff", "--since", "2026-06-30", "--office", "ostrin@pelun"],
            r#"{"ask": "diff", "since": "2026-06-30", "as_of": "2026-10-15",
                "offices": [{"agency": "ostrin", "place": "pelun"}]}"#,
        ),
    ];
    let register = Register::open(SAMPLE.as_bytes()).unwrap();
    for (args, request) in cases {
        let ran = isms(args.iter().chain(&["--sample", "--as-of", DAY, "--json"]));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(ran.out == ask(&register, request).unwrap() + "\n", "{args:?}");
        assert!(ran.out.starts_with(r#"{"label":"red""#), "{args:?}");
    }
}

#[test]
fn each_page_tells_its_parts_in_their_order() {
    let told = |page: &[&str], parts: &[&str]| {
        let ran = reviewed(page);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{page:?}");
        assert!(ran.out.starts_with("INSIDE PAGE, TLP:RED"), "{}", ran.out);
        let wide = ran.out.lines().find(|line| line.width() > 80 || line.ends_with(' '));
        assert_eq!(wide, None, "{page:?}");
        let places: Vec<usize> = parts.iter().map(|part| ran.out.find(part).expect(part)).collect();
        assert!(places.is_sorted(), "{places:?}: {}", ran.out);
    };
    let meeting = [
        "WHAT CHANGED  after 2026-09-15, up to 2026-10-15",
        "WHAT HAPPENED",
        "THE WORST",
        "TRIGGERS REACHED",
        "SIGNALS NOT ACTED ON",
        "WEAKEST",
        "NOT COVERED",
        "WHAT FIRST",
        "MEASURES",
        "TO FIX IN THE RECORD",
        "This is the bundled sample",
    ];
    told(&[], &meeting);
    told(&["--since", "2026-06-30"], &["WHAT CHANGED  after 2026-06-30, up to 2026-10-15"]);
    told(&["--page", "cover"], &["WHO IS COVERED BY WHAT  as of 2026-10-15", "insurance", "cells say no or partly"]);
    let sheet =
        ["GO / NO GO  pelun-water", "THE NEED", "DECIDED  GO, WITH", "WHAT SPEAKS AGAINST IT", "WHO MAY DECIDE"];
    told(&["--page", "go-no-go", "--programme", "pelun-water"], &sheet);
    let register = isms(["review", "--sample", "--page", "register"]);
    assert!(register.code == 0 && !register.out.contains("WHAT CHANGED"), "{}", register.out);
    // The note on the sample belongs to the page that people meet first.
    assert!(!register.out.contains("This is the bundled sample"), "{}", register.out);
}

#[test]
fn a_section_of_the_meeting_has_at_most_seven_lines() {
    let page = reviewed(&[]).out;
    let (_, sections) = page.split_once("WHAT CHANGED").unwrap();
    let (sections, _) = sections.split_once("This is the bundled sample").unwrap();
    for section in sections.split("\n\n") {
        assert!(section.trim().lines().count() <= 8, "a title and more than seven lines: {section}");
    }
}

#[test]
fn the_commands_that_a_page_names_work_and_are_of_its_day() {
    let page = reviewed(&["--since", "2026-06-30"]).out;
    let named: Vec<&str> = page.lines().filter_map(|line| Some(line.split_once("isms ")?.1)).collect();
    let named: Vec<&str> = named.into_iter().filter(|command| command.contains("--sample")).collect();
    let dated = named.iter().filter(|command| command.contains(&format!("--as-of {DAY}"))).count();
    assert!(dated >= 4, "{dated} of {named:?}");
    for command in named {
        let ran = isms(command.split_whitespace());
        assert!(ran.code == i32::from(command.starts_with("check")), "{command}: {}", ran.err);
    }
}

#[test]
fn the_day_is_today_unless_it_is_said_and_is_printed() {
    let folder = Folder::new();
    let file = folder.sample();
    // Not all end with 0: the sample has planted errors.
    let day = |ran: Ran| serde_json::from_str::<Json>(&ran.out).unwrap()["as_of"].as_str().unwrap().to_owned();
    let before = day(isms(["assess", &file, "--json"]));
    let found = [
        day(isms(["check", &file, "--json"])),
        day(isms(["review", &file, "--json"])),
        day(isms(["review", &file, "--page", "cover", "--json"])),
        day(isms(["review", &file, "--page", "go-no-go", "--programme", "pelun-water", "--json"])),
        day(isms(["diff", &file, "--since", "2026-01-01", "--json"])),
    ];
    let after = day(isms(["assess", &file, "--json"]));
    assert!(found.iter().all(|day| *day == before || *day == after), "{before}, {found:?}");
    // A file is asked for the day of the clock: `DAY` is the 20741st day after 1970-01-01.
    let days = UNIX_EPOCH.elapsed().unwrap().as_secs() / (24 * 60 * 60);
    assert_eq!(before == DAY, days == 20_741, "{before}");
    // The bundled sample is asked for the day for which it is written.
    assert_eq!(day(isms(["review", "--sample", "--json"])), DAY);
    assert!(isms(["check", "--sample"]).out.contains(&format!("bundled sample as of {DAY}: ")));
    assert!(isms(["assess", "--sample"]).out.contains(&format!("As of {DAY}: ")));
    let ran = isms(["assess", "--sample", "--as-of", "May"]);
    assert!(ran.code == 2 && ran.err.contains("behind --as-of"), "{}", ran.err);
    // Unless another day is given, changes are those of thirty days.
    assert_eq!(json(&reviewed(&["--json"]))["changes"]["since"], "2026-09-15");
}

#[test]
fn an_empty_register_has_its_pages_too() {
    let empty = br#"{"isms": "1"}"#;
    let ran = isms_given(["review", "-", "--as-of", DAY], empty);
    assert!(ran.code == 0 && ran.out.contains("nothing that is dated"), "{}{}", ran.out, ran.err);
    let ran = isms_given(["review", "-", "--page", "cover"], empty);
    assert!(ran.code == 0 && ran.out.contains("Nobody is said to be there"), "{}{}", ran.out, ran.err);
    let ran = isms_given(["diff", "-", "--since", "2026", "--as-of", "2026"], empty);
    assert!(ran.code == 0 && ran.out.ends_with("After 2026, up to 2026:\nnothing that is dated.\n"), "{}", ran.out);
}

#[test]
fn what_can_not_be_asked_of_a_page_is_refused() {
    let cases: [(&[&str], &str); 15] = [
        (&["review", "--page", "go-no-go"], "--page go-no-go and --programme ID together"),
        (&["review", "--programme", "pelun-water"], "--page go-no-go and --programme ID together"),
        (&["review", "--page", "cover", "--programme", "pelun-water"], "together, found one alone"),
        (&["review", "--page", "covers"], "to be meeting, cover, go-no-go, register, found `covers`"),
        (&["review", "--page", "cover", "--since", "2026"], "--since with the page meeting alone"),
        (
            &["review", "--page", "go-no-go", "--programme", "pelun-water", "--office", "ostrin@pelun"],
            "no --office with the page go-no-go",
        ),
        (&["review", "--page", "register", "--as-of", DAY], "no --as-of with the page register"),
        (&["review", "--page", "register", "--office", "ostrin@pelun"], "no --office with the page register"),
        (&["review", "--page", "register", "--standard", "isms"], "no --standard with the page register"),
        (&["review", "--page", "register", "--catalog", "x.json"], "no --catalog with the page register"),
        (&["review", "--page", "register", "--language", "fr"], "no --language with the page register"),
        (&["review", "--since", "June"], "behind --since"),
        (&["review", "--office", "pelun"], "expected AGENCY@PLACE behind --office, found `pelun`"),
        (&["diff"], "expected --since DATE, found none; add it"),
        (&["diff", "--since", "June"], "behind --since"),
    ];
    for (args, words) in cases {
        refused(args, "bad_request", "", words);
    }
}

#[test]
fn what_a_page_can_not_be_made_of_is_refused() {
    let sheet = |programme| ["review", "--page", "go-no-go", "--programme", programme];
    refused(&sheet("pelun-watr"), "unknown_id", "/programme", "did you mean `pelun-water`?");
    refused(&sheet("convoy-ambush-february"), "bad_request", "/programme", "which is of kind incident");
    refused(&["review", "--since", "2027", "--as-of", "2026"], "bad_request", "/since", "a day up to 2026, found 2027");
    refused(&["diff", "--since", "2027", "--as-of", "2026"], "bad_request", "/since", "a day up to 2026, found 2027");
    refused(&["diff", "--since", "2026", "--office", "ostrn@pelun"], "unknown_id", "/offices/0/agency", "ostrin");
    let folder = Folder::new();
    let catalog = folder.file("none.json", "{}");
    for args in [vec!["review", "--catalog", &catalog], vec!["diff", "--since", "2025", "--catalog", &catalog]] {
        refused(&args, "not_a_catalog", "/isms_catalog", "none.json");
    }
}

/// Refused on the sample with this code at this place, saying these words.
fn refused(args: &[&str], code: &str, path: &str, words: &str) {
    let ran = isms(args.iter().chain(&["--sample", "--json"]));
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.err);
    let finding: Json = serde_json::from_str(&ran.err).unwrap();
    assert_eq!((finding["code"].as_str(), finding["path"].as_str()), (Some(code), Some(path)), "{args:?}: {finding}");
    assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
}
