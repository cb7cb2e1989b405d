//! Every command answers, and `--json` prints what the one door answers.

use crate::files::Folder;
use crate::run::{isms, isms_given};
use isms_core::{Code, Register, SAMPLE, SAMPLE_PLANTED, ask};
use serde_json::Value as Json;
use unicode_width::UnicodeWidthStr as _;

const LOSS: &str = "cash-assistant-injured";

fn asked(request: &str) -> String {
    let register = Register::open(SAMPLE.as_bytes()).unwrap();
    ask(&register, request).unwrap() + "\n"
}

/// A command line with FILE for the sample, the request that asks the same, and the exit code.
type Question = (&'static [&'static str], &'static str, i32);

const QUESTIONS: [Question; 18] = [
    (&["check", "FILE", "--as-of", "2026-10-15"], r#"{"ask": "check", "as_of": "2026-10-15"}"#, 1),
    (&["review", "FILE", "--page", "register"], r#"{"ask": "review"}"#, 0),
    (&["review", "FILE", "--as-of", "2026-10-15"], r#"{"ask": "meeting", "as_of": "2026-10-15"}"#, 0),
    (
        &["review", "FILE", "--page", "go-no-go", "--programme", "hadrel-health", "--as-of", "2026-10-15"],
        r#"{"ask": "go_no_go", "programme": "hadrel-health", "as_of": "2026-10-15"}"#,
        0,
    ),
    (&["assess", "FILE", "--as-of", "2026-10-15"], r#"{"ask": "assess", "as_of": "2026-10-15"}"#, 0),
    (
        &[
            "assess",
            "FILE",
            "--as-of",
            "2026",
            "--office",
            "ostrin@ossel-valley",
            "--standard",
            "isms",
            "--language",
            "fr",
        ],
        r#"{"ask": "assess", "as_of": "2026", "offices": [{"agency": "ostrin", "place": "ossel-valley"}], "standards": ["isms"], "language": "fr"}"#,
        0,
    ),
    (
        &["diff", "FILE", "--since", "2026-01-31", "--as-of", "2026-10-15"],
        r#"{"ask": "diff", "since": "2026-01-31", "as_of": "2026-10-15"}"#,
        0,
    ),
    (&["digest", "FILE"], r#"{"ask": "digest"}"#, 0),
    (&["digest", "FILE", "ostrin"], r#"{"ask": "digest", "id": "ostrin"}"#, 0),
    (&["catalog", "list"], r#"{"ask": "catalogs"}"#, 0),
    (&["catalog", "list", "--language", "fr"], r#"{"ask": "catalogs", "language": "fr"}"#, 0),
    (&["catalog", "show", "isms", "--edition", "1"], r#"{"ask": "catalog", "id": "isms", "edition": "1"}"#, 0),
    (&["trace", "FILE", LOSS], r#"{"ask": "trace", "id": "cash-assistant-injured"}"#, 0),
    (&["trace", "FILE", LOSS, "--paths", "1"], r#"{"ask": "paths", "id": "cash-assistant-injured", "budget": 1}"#, 0),
    (
        &["trace", "FILE", LOSS, "residence-goods-stolen"],
        r#"{"ask": "common_causes", "ids": ["cash-assistant-injured", "residence-goods-stolen"]}"#,
        0,
    ),
    (&["trace", "FILE", "--broken"], r#"{"ask": "broken_traces"}"#, 0),
    (&["explain", "cycle"], r#"{"ask": "explain", "code": "cycle"}"#, 0),
    (&["schema"], r#"{"ask": "schema"}"#, 0),
];

#[test]
fn json_is_what_the_one_door_answers() {
    let folder = Folder::new();
    let file = folder.sample();
    for (args, request, code) in QUESTIONS {
        let args: Vec<&str> = args.iter().map(|arg| if *arg == "FILE" { file.as_str() } else { arg }).collect();
        let ran = isms(args.iter().chain(&["--json"]));
        assert_eq!((ran.code, ran.err.as_str()), (code, ""), "{args:?}");
        assert_eq!(ran.out, asked(request), "{args:?}");
        let sampled: Vec<&str> = args.iter().map(|arg| if *arg == file { "--sample" } else { arg }).collect();
        assert_eq!(isms(sampled.iter().chain(&["--json"])).out, ran.out, "{sampled:?}");
    }
}

#[test]
fn the_digest_of_a_record_is_that_of_its_line() {
    let register = Register::open(SAMPLE.as_bytes()).unwrap();
    let ran = isms(["digest", "--sample", "ostrin"]);
    assert_eq!(ran.out, format!("{}  ostrin\n", register.digest_of("ostrin").unwrap()));
    assert_eq!(isms(["digest", "--sample"]).out, format!("{}  bundled sample\n", register.digest()));
}

#[test]
fn check_finds_the_planted_faults_of_the_sample_and_nothing_else() {
    let ran = isms(["check", "--sample", "--as-of", "2026-09-30", "--json"]);
    assert_eq!(ran.code, 1);
    let pairs = |list: &Json| -> Vec<(String, String)> {
        let text = |item: &Json, key: &str| item[key].as_str().unwrap().to_owned();
        let mut pairs: Vec<_> =
            list.as_array().unwrap().iter().map(|item| (text(item, "code"), text(item, "subject"))).collect();
        pairs.sort();
        pairs
    };
    let planted: Json = serde_json::from_str(SAMPLE_PLANTED).unwrap();
    let found: Json = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(pairs(&planted["planted"]).len(), 4);
    assert_eq!(pairs(&found["findings"]), pairs(&planted["planted"]));

    let text = isms(["check", "--sample", "--as-of", "2026-09-30"]);
    assert_eq!(text.code, 1);
    for (code, subject) in pairs(&planted["planted"]) {
        assert!(text.out.contains(&format!("  {code} {subject}\n")), "{}", text.out);
    }
    assert!(text.out.contains("fix: in robbery-at-dusk, write \"two-vehicle-rule\" at"), "{}", text.out);
    assert!(text.out.contains("bundled sample as of 2026-09-30: 2 errors, 2 warnings, 0 notes."), "{}", text.out);
    assert!(text.out.contains("isms explain dangling_reference"), "{}", text.out);
}

#[test]
fn check_is_fine_with_warnings_alone_and_with_nothing() {
    let warning = br#"{"isms": "1", "losses": [{"id": "driver", "title": "Driver injured"}]}"#;
    let ran = isms_given(["check", "-", "--as-of", "2026"], warning);
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("standard input as of 2026: 0 errors, 1 warning, 0 notes."), "{}", ran.out);
    let ran = isms_given(["check", "-", "--as-of", "2026"], br#"{"isms": "1"}"#);
    let page = "INSIDE PAGE, TLP:RED: it shows gaps. Not for release.\n\nstandard input as of 2026: 0 errors, 0 warnings, 0 notes.\n";
    assert_eq!((ran.code, ran.out.as_str()), (0, page));
}

#[test]
fn what_is_acknowledged_on_a_day_is_set_aside_and_counted() {
    let ran = isms(["check", "--sample", "--as-of", "2026-10-15"]);
    assert!(ran.out.contains("bundled sample as of 2026-10-15: 2 errors, 1 warning, 0 notes.\n"), "{}", ran.out);
    assert!(ran.out.contains("Acknowledged, and set aside: broken_trace 1.\n"), "{}", ran.out);
    assert!(!ran.out.contains("kirit-water-truck-shots"), "{}", ran.out);
    let ran = isms(["check", "--sample", "--as-of", "15.10.2026"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("expected a date") && ran.err.contains("--as-of"), "{}", ran.err);
}

#[test]
fn a_capped_list_says_so() {
    let losses: Vec<String> = (0..1234).map(|n| format!(r#"{{"id": "l{n}", "title": "Loss"}}"#)).collect();
    let ran = isms_given(["check", "-"], format!(r#"{{"isms": "1", "losses": [{}]}}"#, losses.join(",")).as_bytes());
    assert!(ran.out.contains("broken_trace: the first 1000 of 1234 are listed"), "{}", ran.out);
    assert!(ran.out.contains("0 errors, 1234 warnings"), "{}", ran.out);
}

#[test]
fn trace_tells_the_stages_back_and_where_they_break() {
    let ran = isms(["trace", "--sample", LOSS]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let stages = ["LOSS (TLP:AMBER)\n", "incidents 1\n", "threats 1\n", "risk factors 2\n", "nowhere: it leads back"];
    let places: Vec<usize> = stages.iter().map(|stage| ran.out.find(stage).expect(stage)).collect();
    assert!(places.is_sorted(), "{}", ran.out);
    assert!(ran.out.contains("Cash team stoned in Zerin market square"), "{}", ran.out);

    let ran = isms(["trace", "--sample", "kirit-water-truck-shots"]);
    assert!(ran.out.contains("kirit-water-truck-shots: no cause is named; a threat is missing"), "{}", ran.out);
    assert!(ran.out.contains("driver-mate-wounded"), "{}", ran.out);

    let ran = isms(["trace", "--sample", "--broken"]);
    assert!(ran.out.starts_with("INSIDE PAGE, TLP:RED: it shows gaps. Not for release.\n\nBROKEN TRACES 1\n\nINCIDENT 1: a threat is missing\n"), "{}", ran.out);
}

#[test]
fn trace_without_an_id_lists_the_last_incidents_and_losses() {
    let ran = isms(["trace", "--sample"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("INCIDENTS 25: the last 10, in the order of the document (TLP:RED)\n"), "{}", ran.out);
    assert!(ran.out.contains("\nLOSSES 25: the last 10"), "{}", ran.out);
    assert!(ran.out.contains("\n  killed-at-tap-stand       2026-06-16  People killed"), "{}", ran.out);
    assert!(ran.out.ends_with("isms trace --sample driver-mate-wounded\n"), "{}", ran.out);
    // Only people need the list: a program that forgot the id is told so.
    assert_eq!(isms(["trace", "--sample", "--json"]).code, 2);

    let losses: Vec<String> = (0..30).map(|n| format!(r#"{{"id": "l{n}", "title": "Loss"}}"#)).collect();
    let document = |incidents: &str| format!(r#"{{"isms": "1", "losses": [{}]{incidents}}}"#, losses.join(","));
    let ran = isms_given(["trace", "-"], document("").as_bytes());
    assert!(ran.out.starts_with("LOSSES 30: the last 20,") && !ran.out.contains("  l9 "), "{}", ran.out);
    assert!(ran.out.contains("  l10                       no date     Loss\n"), "{}", ran.out);
    let ran = isms_given(["trace", "-"], document(r#", "incidents": [{"id": "i"}]"#).as_bytes());
    assert!(
        ran.out.starts_with("INCIDENTS 1 (TLP:AMBER+STRICT)\n  i                         no date     (no title)\n"),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("LOSSES 30: the last 19,"), "{}", ran.out);
    let ran = isms_given(["trace", "-"], br#"{"isms": "1", "places": [{"id": "p", "title": "P"}]}"#);
    assert!(ran.out.starts_with("No incident or loss with an id is on record."), "{}", ran.out);
}

#[test]
fn long_lists_are_cut_in_text_alone() {
    let causes: Vec<String> = (0..33).map(|n| format!(r#""gone{n}""#)).collect();
    let factors: Vec<String> = (0..21).map(|n| format!(r#"{{"id": "f{n}", "title": "Factor"}}"#)).collect();
    let named: Vec<String> = (0..21).map(|n| format!(r#""f{n}""#)).collect();
    let document = format!(
        r#"{{"isms": "1", "risk_factors": [{}], "threats": [{{"id": "t", "title": "T", "causes": [{}]}},
        {{"id": "u", "title": "U", "causes": [{}]}}]}}"#,
        factors.join(","),
        named.iter().chain(&causes).cloned().collect::<Vec<_>>().join(","),
        named.join(",")
    );
    let ran = isms_given(["trace", "-", "t"], document.as_bytes());
    assert!(ran.out.contains("  risk factors 21\n") && ran.out.contains("\n    and 1 more: --json\n"), "{}", ran.out);
    assert!(ran.out.contains("\n  and 13 more: --json\n") && !ran.out.contains("gone20"), "{}", ran.out);
    let ran = isms_given(["trace", "-", "t", "--json"], document.as_bytes());
    assert!(ran.out.contains("f20") && ran.out.contains("gone32"), "{}", ran.out);
    let ran = isms_given(["trace", "-", "t", "u"], document.as_bytes());
    assert!(ran.out.contains("\n    and 1 more: --json\n"), "{}", ran.out);
}

#[test]
fn paths_and_common_causes_are_told() {
    let ran = isms(["trace", "--sample", LOSS, "--paths", "1"]);
    assert!(ran.out.contains("1. cash-assistant-injured <- cash-team-stoned <- "), "{}", ran.out);
    assert!(ran.out.contains("The first 1 of 2;"), "{}", ran.out);
    assert!(isms(["trace", "--sample", LOSS, "--paths", "9"]).out.contains("All of them: 2."));
    let ran = isms(["trace", "--sample", LOSS, "residence-goods-stolen"]);
    assert!(ran.out.contains("none: they share no cause on record"), "{}", ran.out);
    let document = br#"{"isms": "1", "risk_factors": [{"id": "f", "title": "Curfew"}],
        "threats": [{"id": "t", "title": "Threat", "causes": ["f"]}, {"id": "u", "title": "Other", "causes": ["f"]}]}"#;
    let ran = isms_given(["trace", "-", "t", "u"], document);
    assert!(ran.out.contains("risk factors 1\n    f                         Curfew"), "{}", ran.out);
    assert!(ran.out.contains("They share 1 cause in all"), "{}", ran.out);
}

#[test]
fn a_link_that_cannot_be_followed_is_told_in_words() {
    let document = br#"{"isms": "1", "threats": [{"id": "t", "title": "T", "causes": ["gone", "t", "i"]}],
        "incidents": [{"id": "i", "title": "I", "causes": ["t"]}]}"#;
    let ran = isms_given(["trace", "-", "i"], document);
    for words in ["cause gone, which no record has", "names itself", "cause i, which is of a stage"] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
}

#[test]
fn review_of_the_sample_is_one_page_and_says_how_to_go_on() {
    let ran = isms(["review", "--sample"]);
    assert_eq!(ran.code, 0);
    assert!(ran.out.starts_with("INSIDE PAGE"), "{}", ran.out);
    assert!(ran.out.contains("isms review FILE"), "{}", ran.out);
    // The commands that the page names work as they stand.
    let named = ran.out.lines().filter_map(|line| Some(line.split_once("isms trace --sample ")?.1));
    for id in named {
        assert_eq!(isms(["trace", "--sample", id]).code, 0, "{id}");
    }
    let folder = Folder::new();
    let page = isms(["review".to_owned(), folder.sample(), "--page".to_owned(), "register".to_owned()]);
    assert!(page.out.lines().count() <= 60 && !page.out.contains("bundled"), "{}", page.out);
}

#[test]
fn explain_has_a_page_for_each_code_and_lists_them_all() {
    let list = isms(["explain"]);
    assert_eq!(list.code, 0);
    let pages: Json = serde_json::from_str(&isms(["explain", "--json"]).out).unwrap();
    assert_eq!(pages.as_array().unwrap().len(), Code::ALL.len());
    for code in Code::ALL.iter().map(|code| code.as_str()) {
        assert!(list.out.lines().any(|line| line.starts_with(&format!("  {code} "))), "{code}");
        let page = isms(["explain", code]);
        assert_eq!(page.code, 0);
        assert!(page.out.starts_with(&format!("{code} (")) && page.out.contains("\nWhat to do\n"), "{}", page.out);
    }
}

#[test]
fn explain_reads_codes_in_any_case() {
    assert_eq!(isms(["explain", "BROKEN_TRACE"]).out, isms(["explain", "broken_trace"]).out);
}

#[test]
fn schema_is_the_same_on_one_line_and_on_many() {
    let (many, one) = (isms(["schema"]).out, isms(["schema", "--json"]).out);
    assert!(many.lines().count() > 100 && one.lines().count() == 1);
    let read = |text: &str| serde_json::from_str::<Json>(text).unwrap();
    assert_eq!(read(&many), read(&one));
}

#[test]
fn text_fits_in_eighty_columns() {
    let asked: [&[&str]; 40] = [
        &["--help"],
        &["check", "--help"],
        &["trace", "--help"],
        &["new", "--help"],
        &["import", "--help"],
        &["review", "--help"],
        &["diff", "--help"],
        &["catalog", "migrate", "--help"],
        &["check", "--sample"],
        &["review", "--sample"],
        &["review", "--sample", "--as-of", "2026-10-15"],
        &["review", "--sample", "--as-of", "2026-10-15", "--page", "cover"],
        &["review", "--sample", "--as-of", "2026-10-15", "--page", "go-no-go", "--programme", "pelun-water"],
        &["review", "--sample", "--page", "register"],
        &["diff", "--sample", "--since", "2026-06-30", "--as-of", "2026-10-15"],
        &["trace", "--sample"],
        &["trace", "--sample", LOSS],
        &["trace", "--sample", LOSS, "--paths", "9"],
        &["trace", "--sample", "night-power-cuts"],
        &["trace", "--sample", "--broken"],
        &["explain"],
        &["explain", "broken_trace"],
        &["assess", "--help"],
        &["assess", "--sample"],
        &["diff", "--help"],
        &["diff", "--sample", "--since", "2026-01-31", "--as-of", "2026-10-15"],
        &["review", "--help"],
        &["review", "--sample", "--page", "cover"],
        &["review", "--sample", "--page", "register"],
        &["digest", "--help"],
        &["catalog", "--help"],
        &["catalog", "list", "--help"],
        &["catalog", "show", "--help"],
        &["catalog", "check", "--help"],
        &["catalog", "migrate", "--help"],
        &["catalog", "list"],
        &["catalog", "show", "isms"],
        &["catalog", "show", "isms", "--language", "fr"],
        &["catalog", "show", "terms"],
        &["catalog", "show", "red-cross"],
    ];
    for args in asked {
        let ran = isms(args);
        let wide = ran.out.lines().find(|line| line.width() > 80);
        assert_eq!(wide, None, "{args:?}");
        assert_eq!(ran.out.lines().find(|line| line.ends_with(' ')), None, "{args:?}");
    }
}

#[test]
fn long_and_wide_records_fit_in_eighty_columns() {
    let (long, wide) = ("x".repeat(150), "護衛車列".repeat(40));
    let losses: Vec<String> =
        (0..1001).map(|n| format!(r#"{{"id": "{long}{n}", "title": "{wide}", "causes": ["{wide}"]}}"#)).collect();
    let document = format!(r#"{{"isms": "1", "{long}": 1, "losses": [{}]}}"#, losses.join(","));
    let id = format!("{long}7");
    for args in [vec!["check", "-"], vec!["trace", "-", &id, "--paths", "2"], vec!["trace", "-", &id, &long]] {
        let ran = isms_given(&args, document.as_bytes());
        for line in ran.out.lines().chain(ran.err.lines()) {
            assert!(line.width() <= 80, "{args:?}: {line}");
        }
    }
    // Commands to copy stand whole.
    for args in [vec!["trace", "-"], vec!["trace", "-", "--broken"], vec!["trace", "-", &id]] {
        let ran = isms_given(&args, document.as_bytes());
        for line in ran
            .out
            .lines()
            .filter(|line| !line.contains("isms trace - x") && !line.contains("isms trace --paths 10 - x"))
        {
            assert!(line.width() <= 80, "{args:?}: {line}");
        }
    }
}

#[test]
fn help_of_every_command_has_examples() {
    let commands = [
        "check", "review", "assess", "diff", "trace", "fix", "catalog", "import", "explain", "schema", "new", "digest",
    ];
    for command in commands {
        let ran = isms([command, "--help"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command}");
        assert!(ran.out.contains(&format!("Examples:\n  isms {command} ")), "{}", ran.out);
    }
    assert_eq!(isms(["--version"]).out, format!("isms {}\n", env!("CARGO_PKG_VERSION")));
}
