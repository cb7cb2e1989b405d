//! The tests of every language, and the count of vectors that each has run.

use crate::shell::{cargo, run, target};
use crate::{kotlin, python};
use isms_conformance::Fault;
use std::path::Path;

/// A language: why it can't run here, and how it is tested.
struct Language {
    name: &'static str,
    missing: fn() -> Option<String>,
    test: fn(&Path) -> Result<(), Fault>,
}

const LANGUAGES: [Language; 3] = [
    Language { name: "rust", missing: || None, test: rust },
    Language { name: "python", missing: python::missing, test: python::test },
    Language { name: "kotlin", missing: kotlin::missing, test: kotlin::test },
];

/// Runs the tests of every language that can run here. A required language that can't is a failure.
pub(crate) fn run_all(required: &[&str]) -> Result<(), Fault> {
    if let Some(name) = required.iter().find(|name| LANGUAGES.iter().all(|language| language.name != **name)) {
        return Err(format!("expected rust, python or kotlin, found {name}"));
    }
    let folder = target().join("vectors");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (mut tallies, mut skipped) = (Vec::new(), Vec::new());
    for language in &LANGUAGES {
        if let Some(why) = (language.missing)() {
            if required.contains(&language.name) {
                return Err(format!("{} is required, and {why}", language.name));
            }
            skipped.push(format!("skipped {}: {why}", language.name));
            continue;
        }
        let file = folder.join(language.name);
        // What an earlier run left must not stand for this one.
        let _ = std::fs::remove_file(&file);
        (language.test)(&file)?;
        tallies.push(tally(language.name, &file)?);
    }
    if std::env::var_os("ISMS_TEST_DATA").is_none() {
        skipped.push("skipped the tests on real incident data: ISMS_TEST_DATA names no folder".to_owned());
    }
    summary(&tallies, &skipped)
}

fn rust(vectors: &Path) -> Result<(), Fault> {
    run(&mut cargo(&["test", "--quiet", "--package", "isms-core"]))?;
    run(cargo(&["test", "--quiet", "--workspace"]).env("ISMS_VECTORS_OUT", vectors))
}

/// How many vectors a language has run, and the digest of its answers.
struct Tally {
    language: &'static str,
    count: u64,
    digest: String,
}

fn tally(language: &'static str, file: &Path) -> Result<Tally, Fault> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("{language} left no count of its vectors: {}: {error}", file.display()))?;
    let mut words = text.split_whitespace();
    match (words.next(), words.next().and_then(|count| count.parse().ok()), words.next()) {
        (Some(name), Some(count), Some(digest)) if name == language && count > 0 => {
            Ok(Tally { language, count, digest: digest.to_owned() })
        }
        _ => Err(format!("expected `{language} COUNT DIGEST`, found `{}`", text.trim())),
    }
}

/// The last lines: what was skipped, and the counts, which must be equal.
fn summary(tallies: &[Tally], skipped: &[String]) -> Result<(), Fault> {
    println!();
    for line in skipped {
        println!("{line}");
    }
    let counts: Vec<String> = tallies.iter().map(|tally| format!("{} {}", tally.language, tally.count)).collect();
    println!("vectors {}", counts.join(" "));
    let first = tallies.first().ok_or("no language ran")?;
    match tallies.iter().find(|tally| tally.count != first.count || tally.digest != first.digest) {
        None => Ok(()),
        Some(other) => Err(format!(
            "{} and {} differ: {} {} against {} {}",
            first.language, other.language, first.count, first.digest, other.count, other.digest
        )),
    }
}
