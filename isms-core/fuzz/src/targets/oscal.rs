//! Standards of OSCAL: what is read of them is counted and is a catalogue; what is exported of it adds up.

use super::refusal;
use isms_core::{Catalogs, Imported, Office, OscalExport, OscalImport, Register, check_catalog, export_oscal};
use isms_core::{import_oscal, oscal_export_notes, oscal_notes};
use serde_json::{Value as Json, json};
use std::collections::HashSet;

/// What profiles select from.
const SOURCE: &[u8] = include_bytes!("../../seeds/oscal/catalog.json");

/// Imports a document, and exports what a register says of it.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let mut options = OscalImport::default();
    options.name = Some("standard".to_owned());
    options.source = Some(SOURCE.to_vec());
    options.place =
        Some(r#"{"r": {"sector": "protection"}, "r-1": {"function": "policy", "level": "headquarters"}}"#.to_owned());
    let imported = match import_oscal(bytes, &options) {
        Ok(imported) => imported,
        Err(refused) => {
            refusal::assert_whole(&refused);
            assert!(
                matches!(refused.code(), "not_the_format" | "not_json" | "over_limit" | "bad_request"),
                "{refused}"
            );
            return false;
        }
    };
    let catalogs = read(&imported);
    let ids: Vec<&str> =
        catalogs.iter().flat_map(|found| found.requirements()).filter_map(|found| found.id.as_deref()).collect();
    export(&ids, &catalogs);
    !ids.is_empty()
}

/// What was made is a catalogue without an error, and is counted.
fn read(imported: &Imported) -> Catalogs {
    let answer = &imported.answer;
    assert_eq!(answer.rows, answer.read + answer.refused);
    let total = |name| answer.total(name).expect(name);
    assert_eq!(answer.rows, total("controls") + total("enhancements"));
    assert_eq!(answer.read, total("requirements") + total("withdrawn"));
    let counted: u64 = answer.findings.iter().map(|tallied| tallied.count).sum();
    assert_eq!(counted, imported.notes.len() as u64);
    let kinds = oscal_notes();
    for note in &imported.notes {
        assert!(kinds.iter().any(|kind| kind.code == note.code), "{}", note.code);
        assert!(!note.done.is_empty() && (note.column.is_empty() || note.column.starts_with('/')), "{note:?}");
    }
    let mut catalogs = Catalogs::none();
    let made = catalogs.add(&imported.document);
    made.unwrap_or_else(|refusal| panic!("what was imported is refused: {refusal}"));
    let findings = check_catalog(&imported.document, &Catalogs::none()).expect("a catalogue");
    assert_eq!(findings.counts.error, 0, "{:?}", findings.findings);
    let standard = catalogs.find("standard", None).expect("its name");
    assert_eq!(standard.requirements().count() as u64, total("requirements"));
    catalogs
}

/// A register that verified each other requirement: what is exported names each once.
fn export(ids: &[&str], catalogs: &Catalogs) {
    let results = ["met", "partly", "unmet", "waived", "not_applicable"];
    let verified = ids.iter().step_by(2).zip(results.iter().cycle()).enumerate();
    let verifications = verified.map(|(nth, (id, result))| {
        json!({"id": format!("v{nth}"), "title": id, "agency": "ours", "place": "valley", "requirement": format!("standard:{id}"),
               "result": result, "date": "2026-03-14", "until": "2026-12", "reason": id, "approver": "post", "evidence": [id]})
    });
    let register = json!({"isms": "1", "agencies": [{"id": "ours", "title": "Ours"}], "places": [{"id": "valley", "title": "Valley"}],
        "adoptions": [{"id": "a", "title": "A", "agency": "ours", "standard": "standard"}],
        "verifications": verifications.collect::<Vec<_>>()});
    let register = Register::open(register.to_string().into_bytes()).expect("a register");
    let day = "2026-06-30".parse().expect("a day");
    let options = OscalExport::of("standard", Office::new("ours", "valley"), day);
    let exported = match export_oscal(&register, &options, catalogs) {
        Ok(exported) => exported,
        Err(refused) => return refusal::assert_whole(&refused),
    };
    let total = |name| exported.answer.total(name).expect(name);
    assert_eq!(total("requirements"), ids.len() as u64);
    let stated = ["met", "partly", "unmet", "waived", "not_known", "not_applicable"].map(total);
    assert_eq!(stated.iter().sum::<u64>(), total("requirements"));
    assert_eq!(total("satisfied"), stated[0]);
    assert_eq!(total("not_satisfied"), stated[1] + stated[2] + stated[3]);
    let kinds = oscal_export_notes();
    assert!(exported.notes.iter().all(|note| kinds.iter().any(|kind| kind.code == note.code)));
    let document: Json = serde_json::from_slice(&exported.document).expect("JSON");
    let results = document["assessment-results"]["results"].as_array().expect("results");
    let targets = results.iter().flat_map(|result| result["findings"].as_array().into_iter().flatten());
    let targets: Vec<&str> = targets.map(|found| found["target"]["target-id"].as_str().expect("an id")).collect();
    assert_eq!(targets.iter().collect::<HashSet<_>>().len(), targets.len(), "{targets:?}");
}
