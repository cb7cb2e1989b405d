//! Writes dirty documents into a folder, for readers that are not ours.
//!
//!     cargo run -p isms-conformance --example dirty -- FOLDER COUNT
//!
//! They come from the generator of the core's own tests, always the same ones: `0000.json` and on.

#![expect(clippy::indexing_slicing, reason = "the generator of tests")]

#[expect(dead_code, reason = "what the core's tests know of a document besides its text")]
#[path = "../../isms-core/tests/it/dirt.rs"]
mod dirt;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use std::path::Path;

fn main() -> Result<(), String> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count] = args.as_slice() else { return Err("expected FOLDER COUNT".to_owned()) };
    let count: u32 = count.parse().map_err(|_| format!("expected a count, found {count}"))?;
    std::fs::create_dir_all(folder).map_err(|error| format!("{folder}: {error}"))?;
    let (documents, mut runner) = (dirt::documents(), TestRunner::deterministic());
    for number in 0..count {
        let document = documents.new_tree(&mut runner).map_err(|error| error.to_string())?.current();
        let path = Path::new(folder).join(format!("{number:04}.json"));
        std::fs::write(&path, document.tree.write()).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
