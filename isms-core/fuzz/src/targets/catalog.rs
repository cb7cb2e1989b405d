//! Catalogues: what is wrong is found with its place, nothing is lost, what is asked for is counted once, and answers add up when they
//! are brought to the next edition.

use super::{findings, questions, refusal};
use crate::json::Tree;
use isms_core::{AssessOptions, Assessed, Catalog, Catalogs, Register, check_catalog};
use serde_json::{Value as Json, json};
use std::sync::OnceLock;

/// An edition that the one of most inputs takes the place of.
const OLDER: &[u8] = include_bytes!("../../seeds/catalog/edition-2.json");

/// Checks a catalogue, reads it, and assesses an office by it.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let checked = check_catalog(bytes, bundled());
    let mut catalogs = Catalogs::none();
    // What can be checked can be read, and the other way round.
    let added = catalogs.add(bytes);
    let findings = match (checked, added) {
        (Ok(findings), Ok(())) => findings,
        (Err(refused), Err(again)) => {
            refusal::assert_whole(&refused);
            assert_eq!(refused.code(), again.code());
            let known = ["not_a_catalog", "newer_version", "not_json", "not_utf8", "over_limit"];
            assert!(known.contains(&refused.code()), "{refused}");
            return false;
        }
        (checked, added) => panic!("checked {:?}, read {added:?}", checked.map(|found| found.counts)),
    };
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    assert!(questions::is_json(text));
    findings::assert_whole(&findings, &Tree::read(text).expect("JSON"));
    kept(bytes, &catalogs, &findings.counts);
    for catalog in catalogs.iter() {
        assess(catalog, &catalogs);
        migrate(catalog, bytes);
    }
    true
}

/// The bundled ones, read once.
fn bundled() -> &'static Catalogs {
    static BUNDLED: OnceLock<Catalogs> = OnceLock::new();
    BUNDLED.get_or_init(Catalogs::bundled)
}

/// A catalogue comes back with all that it came with, and so again, with the same findings.
fn kept(bytes: &[u8], catalogs: &Catalogs, counts: &isms_core::Counts) {
    let Some(catalog) = catalogs.iter().next() else { return };
    let text = catalogs.text(catalog.id(), None).expect("the only one");
    let mut again = Catalogs::none();
    again.add(text.as_bytes()).unwrap_or_else(|refused| panic!("{refused}: {text}"));
    assert_eq!(again.text(catalog.id(), None).expect("the only one"), text);
    let findings = check_catalog(text.as_bytes(), bundled()).expect("a catalogue");
    let input = String::from_utf8_lossy(bytes);
    assert_eq!(&findings.counts, counts, "{input} is {text}");
}

/// A register that adopted it, and verified each other requirement at its office and at headquarters.
fn register(catalog: &Catalog) -> Register {
    let results = ["met", "partly", "unmet", "waived", "not_applicable"];
    let requirements = catalog.requirements().filter_map(|found| found.id.as_deref());
    let verified = requirements.step_by(2).zip(results.iter().cycle()).enumerate();
    let verifications = verified.map(|(nth, (id, result))| {
        json!({"id": format!("v{nth}"), "title": id, "agency": "ours", "place": "valley",
               "requirement": format!("{}:{id}", catalog.id()), "edition": catalog.edition(), "result": result,
               "date": "2026-03-14", "until": "2026-12", "reason": id, "approver": "post", "evidence": [id]})
    });
    let verifications: Vec<Json> = verifications.collect();
    let register = json!({"isms": "1", "agencies": [{"id": "ours", "title": "Ours", "kind": "ngo"}],
        "places": [{"id": "valley", "title": "Valley", "kind": "district"}],
        "programmes": [{"id": "p", "title": "P", "agency": "ours", "place": "valley"}],
        "adoptions": [{"id": "a", "title": "A", "agency": "ours", "standard": catalog.id(), "edition": catalog.edition(), "since": "2026"}],
        "verifications": verifications});
    Register::open(register.to_string().into_bytes()).expect("a register")
}

fn options() -> AssessOptions {
    AssessOptions::on("2026-06-30".parse().expect("a day"))
}

/// Every requirement is asked for once, at the office or at headquarters.
fn assess(catalog: &Catalog, catalogs: &Catalogs) {
    let assessed = register(catalog).assess(&options(), catalogs).expect("an assessment");
    // Without a name it can't be adopted.
    let asked = if assessed.standards.is_empty() { 0 } else { catalog.requirements().count() as u64 };
    assert_eq!(counted(&assessed), asked, "{assessed:?}");
}

/// All verdicts of the office and of headquarters, musts and shoulds.
fn counted(assessed: &Assessed) -> u64 {
    let offices = assessed.offices.iter().chain(&assessed.headquarters);
    let standings = offices.flat_map(|office| &office.standings).filter(|standing| standing.by == "standard");
    let verdicts = standings.flat_map(|standing| [standing.must, standing.should]);
    verdicts.map(|of| of.met + of.partly + of.unmet + of.waived + of.not_known + of.not_applicable).sum()
}

/// Answers to the older edition are kept, to be reviewed, or lost: as many as there were, and none goes.
fn migrate(catalog: &Catalog, bytes: &[u8]) {
    let mut older = Catalogs::none();
    older.add(OLDER).expect("the older edition");
    let edition = older.iter().next().map(register).expect("one");
    older.add(bytes).expect("it was read before");
    let before = edition.len();
    match edition.migrate("small", catalog.edition(), &options(), &older) {
        Ok(found) => {
            assert_eq!(found.kept + found.review + found.lost, found.answers);
            let mut register = edition;
            register.apply(&found.fixes).unwrap_or_else(|refused| panic!("{refused}: {:?}", found.fixes));
            assert_eq!(register.len(), before);
        }
        Err(refused) => refusal::assert_whole(&refused),
    }
}
