//! Rust answers all vectors as every other language does.

use isms_conformance::run;
use std::path::Path;

#[test]
fn vectors() {
    let tally = run(&Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")).unwrap_or_else(|faults| {
        panic!("{}", faults.join("\n"));
    });
    if let Some(out) = std::env::var_os("ISMS_VECTORS_OUT") {
        std::fs::write(out, format!("rust {tally}\n")).unwrap();
    }
}

#[test]
fn a_question_without_cases_fails() {
    let vectors = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bare");
    std::fs::create_dir_all(vectors.join("trace")).unwrap();
    let faults = run(&vectors).unwrap_err();
    assert!(faults.iter().all(|fault| fault.ends_with("trace: no case")), "{faults:?}");
}
