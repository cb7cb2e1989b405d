//! All inputs that are kept, on the stable toolchain: what the fuzzer has found stays found.

use isms_core::SAMPLE;
use isms_fuzz::{TARGETS, Target};
use std::path::{Path, PathBuf};

/// The inputs of a target: those that the fuzzer found, and those that it begins with.
fn inputs(target: Target) -> Vec<(PathBuf, Vec<u8>)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![here.join("corpus").join(target.name), here.join("seeds").join(target.name)];
    if target.name == "document" {
        folders.push(here.join("../../tests/vectors/documents"));
    }
    let mut inputs = Vec::new();
    for folder in folders.iter().filter(|folder| folder.exists()) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let bytes = std::fs::read(&path).unwrap();
            inputs.push((path, bytes));
        }
    }
    inputs.sort();
    inputs
}

/// Names the input at which a test panics.
struct Named<'p>(&'p Path);

impl Drop for Named<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the input is {}", self.0.display());
        }
    }
}

fn replay(target: Target) {
    let inputs = inputs(target);
    let mut past = 0;
    for (path, bytes) in &inputs {
        let _named = Named(path);
        past += usize::from((target.run_all)(bytes));
    }
    println!("{}: {} inputs, {past} of them past the first refusal", target.name, inputs.len());
    // The fewest inputs that reach every edge are mostly refused ones: there are more ways to be wrong.
    assert!(inputs.len() >= 100 && past >= 20 && past * 10 >= inputs.len(), "{past} of {}", inputs.len());
}

#[test]
fn documents() {
    assert!((Target::document.run_all)(SAMPLE.as_bytes()));
    replay(Target::document);
}

#[test]
fn dates() {
    replay(Target::date);
}

#[test]
fn estimates() {
    replay(Target::estimate);
}

#[test]
fn tables() {
    replay(Target::csv);
}

#[test]
fn standards() {
    replay(Target::oscal);
}

#[test]
fn catalogs() {
    replay(Target::catalog);
}

#[test]
fn requests() {
    replay(Target::ask);
}

#[test]
fn every_corpus_has_a_target() {
    let corpora = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")).unwrap();
    for corpus in corpora {
        let name = corpus.unwrap().file_name();
        assert!(TARGETS.iter().any(|target| name == target.name), "{name:?}");
    }
}
