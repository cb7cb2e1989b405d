//! The Python types of records are those of the schema.

use std::path::Path;

#[test]
fn the_written_types_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../isms-py/python/isms/records.py");
    let written = std::fs::read_to_string(path).unwrap();
    assert!(
        written == isms_conformance::python_types(&isms_core::schema()),
        "isms-py/python/isms/records.py is stale: cargo run -p isms-conformance --bin python_types"
    );
}
