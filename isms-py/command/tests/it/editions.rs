//! Answers brought to the next edition of a standard.

use crate::files::Folder;
use crate::run::{Ran, isms};
use isms_core::{Register, ask};
use serde_json::{Value as Json, json};

const OLDER: &str = r#"{"isms_catalog": "1", "id": "ours", "edition": "1", "requirements": [
    {"id": "map", "text": {"en": "There is a map."}, "sector": "analysis", "level": "local", "force": "must"},
    {"id": "talks", "text": {"en": "There are talks."}, "sector": "community", "level": "local", "force": "must"},
    {"id": "guards", "text": {"en": "There are guards."}, "sector": "protection", "level": "local", "force": "must"},
    {"id": "boats", "text": {"en": "Boats have vests."}, "sector": "protection", "level": "local", "force": "must"}]}"#;

const NEWER: &str = r#"{"isms_catalog": "1", "id": "ours", "edition": "2",
    "replaces": {"edition": "1", "changes": [
        {"was": ["map"], "now": ["risk-map"], "how": "moved"},
        {"was": ["guards"], "now": ["guards-day", "guards-night"], "how": "split"},
        {"was": ["boats"], "now": [], "how": "withdrawn"}]},
    "requirements": [
    {"id": "risk-map", "text": {"en": "There is a map."}, "sector": "analysis", "level": "local", "force": "must"},
    {"id": "talks", "text": {"en": "There are talks."}, "sector": "community", "level": "local", "force": "must"},
    {"id": "guards-day", "text": {"en": "By day."}, "sector": "protection", "level": "local", "force": "must"},
    {"id": "guards-night", "text": {"en": "By night."}, "sector": "protection", "level": "local", "force": "must"}]}"#;

const REGISTER: &str = r#"{"isms": "1", "agencies": [{"id": "we", "title": "We"}],
    "places": [{"id": "valley", "title": "Valley"}],
    "adoptions": [{"id": "adopted", "title": "Ours", "agency": "we", "place": "valley", "standard": "ours"}],
    "verifications": [
    {"id": "v-map", "title": "M", "agency": "we", "place": "valley", "requirement": "ours:map", "result": "met", "date": "2026"},
    {"id": "v-talks", "title": "T", "agency": "we", "place": "valley", "requirement": "ours:talks", "edition": "1", "result": "met", "date": "2026"},
    {"id": "v-guards", "title": "G", "agency": "we", "place": "valley", "requirement": "ours:guards", "result": "met", "date": "2026"},
    {"id": "v-boats", "title": "B", "agency": "we", "place": "valley", "requirement": "ours:boats", "result": "met", "date": "2026"},
    {"id": "v-other", "title": "O", "agency": "we", "place": "valley", "requirement": "isms:field-contacts", "result": "met", "date": "2026"}]}"#;

/// A register, and the two editions.
struct Files {
    folder: Folder,
    register: String,
    older: String,
    newer: String,
}

impl Files {
    fn new() -> Self {
        let folder = Folder::new();
        let [register, older, newer] = [("register.json", REGISTER), ("one.json", OLDER), ("two.json", NEWER)]
            .map(|(name, text)| folder.file(name, text));
        Self { folder, register, older, newer }
    }

    fn migrate(&self, register: &str, more: &[&str]) -> Ran {
        let editions = ["--catalog", &self.older, "--catalog", &self.newer, "--as-of", "2026-12-31"];
        isms([&["catalog", "migrate", register, "--standard", "ours", "--to", "2"], &editions[..], more].concat())
    }

    /// There is nothing in the folder but what was there, as it was.
    fn are_untouched(&self) {
        assert_eq!(self.folder.names(), ["one.json", "register.json", "two.json"]);
        assert_eq!(std::fs::read_to_string(&self.register).unwrap(), REGISTER);
    }
}

#[test]
fn without_a_place_to_write_to_it_is_told_and_nothing_written() {
    let files = Files::new();
    let ran = files.migrate(&files.register, &[]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    for words in [
        "INSIDE PAGE, TLP:RED",
        "ours, from edition 1 to 2: 4 answers and 1 adoption.",
        "     2 kept\n     1 to be reviewed\n     1 lost",
        "v-guards                ours:guards -> ours:guards-day, ours:guards-night\n                          (split)",
        "v-boats                 ours:boats (withdrawn)",
        "protection at we, valley: holds -> not known; met 2 -> 0",
        "Nothing was written; -o OUT",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    files.are_untouched();
}

#[test]
fn its_json_is_what_the_one_door_answers() {
    let files = Files::new();
    let ran = files.migrate(&files.register, &["--json"]);
    let request =
        json!({"ask": "migrate", "standard": "ours", "to": "2", "as_of": "2026-12-31", "catalogs": [OLDER, NEWER]});
    let register = Register::open(REGISTER.as_bytes()).unwrap();
    assert_eq!((ran.code, ran.out), (0, ask(&register, &request.to_string()).unwrap() + "\n"));
    files.are_untouched();
}

#[test]
fn what_it_writes_opens_with_what_is_kept_in_the_new_edition() {
    let files = Files::new();
    let out = files.folder.name("out.json");
    let ran = files.migrate(&files.register, &["-o", &out]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("Written to ") && !ran.out.contains("Nothing was written"), "{}", ran.out);
    assert_eq!(std::fs::read_to_string(&files.register).unwrap(), REGISTER);

    let bytes = std::fs::read(&out).unwrap();
    let register = Register::open(&bytes).unwrap();
    assert_eq!(register.save(), bytes);
    let field = |id: &str, field: &str| -> Json {
        serde_json::from_str::<Json>(register.json(id).unwrap()).unwrap()[field].clone()
    };
    for (id, requirement, edition) in [
        ("v-map", "ours:risk-map", json!("2")),
        ("v-talks", "ours:talks", json!("2")),
        ("v-guards", "ours:guards", json!("1")),
        ("v-boats", "ours:boats", json!("1")),
        ("v-other", "isms:field-contacts", Json::Null),
    ] {
        assert_eq!((field(id, "requirement"), field(id, "edition")), (json!(requirement), edition), "{id}");
    }
    assert_eq!(field("adopted", "edition"), "2");
    assert_eq!(register.len(), Register::open(REGISTER.as_bytes()).unwrap().len());

    // What was brought over once is not brought over again, and none of the rest is lost on the way.
    let again: Json = serde_json::from_str(&files.migrate(&out, &["--json"]).out).unwrap();
    let counts = ["answers", "kept", "review", "lost", "adoptions"].map(|key| again[key].as_u64().unwrap());
    assert_eq!((counts, again["fixes"].as_array().unwrap().len()), ([2, 0, 1, 1, 0], 0));
}

#[test]
fn a_file_is_replaced_only_when_that_is_asked_for() {
    let files = Files::new();
    let ran = files.migrate(&files.register, &["-o", &files.register]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("write_failed") && ran.err.contains("--force"), "{}", ran.err);
    files.are_untouched();
    assert_eq!(files.migrate(&files.register, &["-o", &files.register, "--force"]).code, 0);
    assert!(std::fs::read_to_string(&files.register).unwrap().contains("ours:risk-map"));
    assert_eq!(files.folder.names(), ["one.json", "register.json", "two.json"]);
}

#[test]
fn a_refused_run_writes_nothing() {
    let files = Files::new();
    let (file, out) = (files.register.as_str(), files.folder.name("out.json"));
    let (older, newer) = (files.older.as_str(), files.newer.as_str());
    let cases: [(&[&str], &str, &str); 7] = [
        (&["--standard", "ours", "--to", "2"], "bad_request", "found `ours 2`"),
        (&["--standard", "ours", "--to", "3", "--catalog", older, "--catalog", newer], "bad_request", "found `ours 3`"),
        (
            &["--standard", "ours", "--to", "2", "--catalog", newer],
            "bad_request",
            "the older edition at hand, `ours 1`",
        ),
        (&["--standard", "ours", "--to", "1", "--catalog", older], "bad_request", "under `replaces`"),
        (&["--standard", "ours", "--to", "2", "--catalog", file], "not_a_catalog", "register.json"),
        (&["--standard", "ours"], "bad_request", "expected --to EDITION, found none"),
        (&["--to", "2"], "bad_request", "expected --standard NAME, found none"),
    ];
    for (args, code, words) in cases {
        let ran = isms([&["catalog", "migrate", file, "-o", &out, "--json"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        let finding: Json = serde_json::from_str(&ran.err).unwrap();
        assert_eq!(finding["code"], code, "{args:?}: {finding}");
        assert!(ran.err.contains(words), "{args:?}: {}", ran.err);
        files.are_untouched();
    }
}
