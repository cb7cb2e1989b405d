//! A contest: several ways of doing the same work on one document, each run in a process of its
//! own, in turn.

mod table;

use super::Failed;
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::process::Command;

pub use table::{milliseconds, ratio, report};

/// One way of doing the work.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// What the table calls it.
    pub label: &'static str,
    /// What the program that does it calls it.
    pub name: &'static str,
    /// Whether it is a Python program.
    pub python: bool,
    /// Whether it is run once only: it is there for its answer.
    pub once: bool,
}

impl Way {
    /// One that the library itself does.
    pub const fn ours(label: &'static str, name: &'static str) -> Self {
        Self { label, name, python: false, once: false }
    }

    /// One that a Python program does.
    pub const fn peer(label: &'static str, name: &'static str) -> Self {
        Self { label, name, python: true, once: false }
    }
}

/// What a way took and found.
#[derive(Debug, Clone)]
pub struct Result {
    /// The way.
    pub way: Way,
    /// The median of the repetitions within each process.
    pub seconds: Vec<f64>,
    /// The first repetition in each process.
    pub first: Vec<f64>,
    /// The most memory, of all processes.
    pub peak: u64,
    /// What it found.
    pub answer: Json,
}

/// A document, in a file.
pub struct Document {
    /// Where it is.
    pub file: PathBuf,
    /// How many records of the chain it was made with.
    pub records: usize,
    /// How long it is.
    pub bytes: usize,
}

impl Document {
    /// Writes a document into a temporary file.
    pub fn write(records: usize, bytes: &[u8]) -> std::result::Result<Self, Failed> {
        let file = std::env::temp_dir().join(format!("isms-open-{}-{records}.json", std::process::id()));
        std::fs::write(&file, bytes)?;
        Ok(Self { file, records, bytes: bytes.len() })
    }

    /// How often a process repeats its work, so that a small document is timed too.
    fn loops(&self) -> usize {
        (300_000 / self.records.max(1)).clamp(1, 200)
    }
}

impl Drop for Document {
    fn drop(&mut self) {
        for file in [self.file.clone(), saved(&self.file)] {
            // Nobody reads them any more; a saved one may never have been written.
            let _ = std::fs::remove_file(file);
        }
    }
}

fn saved(file: &Path) -> PathBuf {
    PathBuf::from(format!("{}.saved", file.display()))
}

/// Runs all ways in turn, so often; every other turn backwards, so that none always follows the
/// same one.
pub fn run(
    document: &Document,
    ways: &[Way],
    runs: usize,
    python: Option<&str>,
) -> std::result::Result<Vec<Result>, Failed> {
    let mut results: Vec<Result> = ways
        .iter()
        .map(|way| Result { way: *way, seconds: Vec::new(), first: Vec::new(), peak: 0, answer: Json::Null })
        .collect();
    for turn in 0..runs {
        let backwards = turn % 2 == 1;
        if backwards {
            results.reverse();
        }
        for result in results.iter_mut().filter(|result| turn == 0 || !result.way.once) {
            one(document, result, python)?;
        }
        if backwards {
            results.reverse();
        }
    }
    Ok(results)
}

/// Runs one way once, in a process of its own.
fn one(document: &Document, result: &mut Result, python: Option<&str>) -> std::result::Result<(), Failed> {
    let way = result.way;
    let mut command = if way.python {
        let mut command = Command::new(python.ok_or("a peer needs --peers PYTHON")?);
        command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/open.py"));
        command
    } else {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("--way");
        command
    };
    let loops = if way.once { 1 } else { document.loops() };
    let run = command.arg(way.name).arg(&document.file).arg(loops.to_string()).output()?;
    if !run.status.success() {
        return Err(format!("{}: {}", way.label, String::from_utf8_lossy(&run.stderr)).into());
    }
    let said: Json = serde_json::from_slice(&run.stdout)?;
    let times = said.get("seconds").and_then(Json::as_array).ok_or("no times")?;
    let times: Vec<f64> = times.iter().filter_map(Json::as_f64).collect();
    result.first.extend(times.first());
    result.seconds.push(super::clock::median(&times));
    result.peak = result.peak.max(said.get("peak").and_then(Json::as_u64).unwrap_or_default());
    result.answer = said.get("answer").cloned().unwrap_or_default();
    Ok(())
}
