//! Writes the Python types of records: `cargo run -p isms-conformance --bin python_types`.

fn main() -> Result<(), std::io::Error> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../isms-py/python/isms/records.py");
    std::fs::write(path, isms_conformance::python_types(&isms_core::schema()))
}
