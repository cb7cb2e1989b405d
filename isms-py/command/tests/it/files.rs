//! Files to run on.

use isms_core::SAMPLE;
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder of its own for one test.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A file with this content.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.name(name)
    }

    pub(crate) fn sample(&self) -> String {
        self.file("sample.json", SAMPLE.as_bytes())
    }

    /// A register of three offices of two agencies, which the vectors of all languages ask too.
    pub(crate) fn offices(&self) -> String {
        self.file("offices.json", vector("documents/offices.json"))
    }

    /// The standard that they adopted.
    pub(crate) fn small(&self) -> String {
        let case: serde_json::Value = serde_json::from_str(&vector("assess/all.json")).unwrap();
        self.file("small.json", case["request"]["catalogs"][0].to_string())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn name(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }

    /// What is in it, sorted.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn vector(name: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/");
    std::fs::read_to_string(format!("{folder}{name}")).unwrap()
}
