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
