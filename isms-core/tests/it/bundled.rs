//! What is bundled is what stands in its files.

use isms_core::{Catalogs, SAMPLE, bundled_catalogs};
use std::fs;
use std::path::Path;

fn file(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

#[test]
fn every_text_is_that_of_its_file() {
    assert!(*SAMPLE == file("sample/register.json"));
    for (name, text) in bundled_catalogs() {
        assert!(text == file(&format!("catalog/{name}.json")), "{name}");
    }
    assert_eq!(
        bundled_catalogs().len(),
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("catalog")).unwrap().count()
    );
}

#[test]
fn catalogues_that_are_read_are_those_that_are_written() {
    let mut read = Catalogs::none();
    for (_, text) in bundled_catalogs() {
        read.add(text.as_bytes()).unwrap();
    }
    assert_eq!(Catalogs::bundled(), read);
}
