//! Writes the answers of new vectors: `cargo run -p isms-conformance --bin fill_vectors`.

fn main() -> Result<(), String> {
    isms_conformance::fill(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors").as_ref())
}
