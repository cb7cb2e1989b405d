//! Standards of OSCAL come in, results go out. The documents here are made up.

mod exported;
mod made;
mod profiles;
mod real;
mod refused;

use isms_core::{Catalogs, Imported, OscalImport, ReadingNote, Requirement, check_catalog, import_oscal};
use serde_json::{Value as Json, json};

/// A catalogue of OSCAL around these controls and whatever else.
fn catalog(rest: &Json) -> Json {
    let metadata = json!({"title": "Radio rules", "version": "2", "oscal-version": "1.1.2",
                          "last-modified": "2026-01-02T03:04:05Z"});
    let mut catalog = json!({"uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724", "metadata": metadata});
    for (key, value) in rest.as_object().unwrap() {
        catalog[key] = value.clone();
    }
    json!({"catalog": catalog})
}

/// A control with a statement.
fn control(id: &str, prose: &str) -> Json {
    json!({"id": id, "title": "Radio", "parts": [{"name": "statement", "prose": prose}]})
}

/// Imports a document and checks what holds of every import.
fn import_with(document: &Json, options: &OscalImport) -> Imported {
    let imported = import_oscal(document.to_string().as_bytes(), options).unwrap();
    let answer = &imported.answer;
    assert_eq!(answer.rows, answer.read + answer.refused);
    let requirements = answer.total("requirements").unwrap();
    assert_eq!(answer.read, requirements + answer.total("withdrawn").unwrap());
    let counted: u64 = answer.findings.iter().map(|tallied| tallied.count).sum();
    assert_eq!(counted, imported.notes.len() as u64);
    let kinds = isms_core::oscal_notes();
    assert!(imported.notes.iter().all(|note| kinds.iter().any(|kind| kind.code == note.code) && !note.done.is_empty()));
    let findings = check_catalog(&imported.document, &Catalogs::none()).unwrap();
    assert_eq!(findings.counts.error, 0, "{:?}", findings.findings);
    assert_eq!(self::requirements(&imported).len() as u64, requirements);
    imported
}

fn import(document: &Json) -> Imported {
    import_with(document, &OscalImport::default())
}

/// The requirements that were made.
fn requirements(imported: &Imported) -> Vec<Requirement> {
    let mut catalogs = Catalogs::none();
    catalogs.add(&imported.document).unwrap();
    catalogs.iter().flat_map(isms_core::Catalog::requirements).cloned().collect()
}

/// The text of the one requirement of these controls.
fn text(imported: &Imported) -> String {
    let found = requirements(imported);
    assert_eq!(found.len(), 1);
    found[0].text[0].text.clone()
}

fn noted<'i>(imported: &'i Imported, code: &str) -> Vec<&'i ReadingNote> {
    assert!(isms_core::oscal_notes().iter().any(|kind| kind.code == code), "{code} is no code");
    imported.notes.iter().filter(|note| note.code == code).collect()
}
