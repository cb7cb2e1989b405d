//! A stranger's standard, from its publisher's file to results: imported, adopted, verified, assessed, exported, and the results
//! held against the schema of OSCAL. Where `ISMS_TEST_DATA` names a folder with that.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test that meets what can't be stops there")]
#![expect(clippy::print_stdout, reason = "a test says what its generators made")]

mod made;
mod schema;

use isms_core::{
    AssessOptions, Catalogs, Office, OscalExport, OscalImport, Register, State, export_oscal, import_oscal,
};
use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;

/// The folder of OSCAL's files.
fn folder(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ISMS_TEST_DATA").map(|folder| PathBuf::from(folder).join("oscal"));
    if folder.as_ref().is_none_or(|folder| !folder.is_dir()) {
        // Past the capture of the test runner: what was skipped must be seen.
        let _ = writeln!(std::io::stderr(), "skipped {test}: ISMS_TEST_DATA names no folder with oscal/");
        return None;
    }
    folder
}

/// The results that a verification may have; what is `lapsed` was met once, and is not known any more.
const RESULTS: [&str; 6] = ["met", "partly", "unmet", "waived", "not_applicable", "lapsed"];

/// A register that adopted the standard, leaves the first control of its last group out, and verified a hundred others, each
/// tenth, in all results.
fn register(standard: &str, edition: &str, ids: &[String]) -> (Json, BTreeMap<&'static str, u64>) {
    let mut counts = BTreeMap::new();
    let left_out = ids.last().unwrap();
    let verified = ids.iter().filter(|id| *id != left_out).step_by(10).take(100);
    let verifications: Vec<Json> = verified
        .zip(RESULTS.iter().cycle())
        .map(|(id, result)| {
            *counts.entry(if *result == "lapsed" { "not_known" } else { result }).or_default() += 1;
            let said = if *result == "lapsed" { "met" } else { result };
            let mut found = json!({"id": format!("v-{id}"), "title": format!("Look at {id}"), "agency": "ours", "place": "valley",
                "requirement": format!("{standard}:{id}"), "edition": edition, "result": said, "date": "2026-03-14",
                "evidence": ["Seen on paper."], "reason": "So it is."});
            match *result {
                "waived" => (found["approver"], found["until"]) = ("head".into(), "2026-12-31".into()),
                "lapsed" => found["until"] = "2026-04-01".into(),
                _ => (),
            }
            found
        })
        .collect();
    *counts.entry("not_applicable").or_default() += 1;
    *counts.entry("not_known").or_default() += ids.len() as u64 - 1 - verifications.len() as u64;
    let adoption = json!({"id": "adopted", "title": "A stranger's standard", "agency": "ours", "place": "valley", "standard": standard,
        "edition": edition, "since": "2026-01-01",
        "tailoring": [{"requirement": format!("{standard}:{left_out}"), "change": "left_out", "reason": "Not ours."}]});
    let register = json!({"isms": "1", "id": "made", "title": "Made up", "agencies": [{"id": "ours", "title": "Our agency"}],
        "places": [{"id": "valley", "title": "The valley", "kind": "area"}], "posts": [{"id": "head", "title": "Head of office"}],
        "adoptions": [adoption], "verifications": verifications});
    (register, counts)
}

#[test]
fn a_strangers_standard_works() {
    let Some(folder) = folder("a_strangers_standard_works") else { return };
    let file = std::fs::read(folder.join("nist/NIST_SP-800-53_rev5_catalog_5.0.1.json")).unwrap();
    let mut options = OscalImport::default();
    options.name = Some("sp800-53".to_owned());
    let imported = import_oscal(&file, &options).unwrap();
    assert_eq!((imported.answer.read, imported.answer.total("requirements")), (1189, Some(1007)));
    let mut catalogs = Catalogs::bundled();
    catalogs.add(&imported.document).unwrap();
    let standard = catalogs.find("sp800-53", Some("5.0.1")).unwrap();
    let ids: Vec<String> = standard.requirements().filter_map(|found| found.id.clone()).collect();

    let (document, counts) = register("sp800-53", "5.0.1", &ids);
    let register = Register::open(document.to_string().into_bytes()).unwrap();
    assert_eq!(register.check().counts.error, 0);
    let day = "2026-06-30".parse::<isms_core::Date>().unwrap();
    let assessed = register.assess(&AssessOptions::on(day.clone()), &catalogs).unwrap();
    assert!(assessed.findings.findings.is_empty(), "{:?}", assessed.findings.findings);
    let [office] = assessed.offices.as_slice() else { panic!("one office") };
    assert_eq!(office.state, State::Gap);
    for by in ["standard", "sector"] {
        let standing = office.standings.iter().find(|found| found.by == by && found.must.not_known > 0).unwrap();
        let must = serde_json::to_value(standing.must).unwrap();
        let found: BTreeMap<&str, u64> = counts.keys().map(|name| (*name, must[name].as_u64().unwrap())).collect();
        assert_eq!(found, counts, "{by} {}", standing.name);
    }

    let export = OscalExport::of("sp800-53", Office::new("ours", "valley"), day);
    let exported = export_oscal(&register, &export, &catalogs).unwrap();
    for (name, count) in &counts {
        assert_eq!(exported.answer.total(name), Some(*count), "{name}");
    }
    let total = |name: &str| exported.answer.total(name).unwrap();
    assert_eq!(total("satisfied"), counts["met"]);
    assert_eq!(total("not_satisfied"), counts["partly"] + counts["unmet"] + counts["waived"]);
    for (code, name) in [("partly", "partly"), ("waived", "waived"), ("not_known", "not_known")] {
        assert_eq!(exported.answer.lacked(code), counts[name], "{code}");
    }
    let results: Json = serde_json::from_slice(&exported.document).unwrap();
    schema::Schema::open(&folder).assert_valid(&results);
    println!("{counts:?}");
}
