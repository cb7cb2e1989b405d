//! Running all cases.

use crate::outcome::{difference, line, outcome};
use crate::{Case, Fault, cases};
use sha2::{Digest, Sha256};
use std::fmt::{self, Display, Formatter, Write};
use std::path::Path;

/// How many cases were run, and the digest of all answers. The same in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many.
    pub count: usize,
    /// SHA-256 of the raw answers, each with a line end, in the order of the files' names.
    pub digest: String,
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.count, self.digest)
    }
}

/// Runs all cases of a folder.
///
/// # Errors
/// All that differs, one sentence a case.
pub fn run(vectors: &Path) -> Result<Tally, Vec<Fault>> {
    let paths = cases(vectors).map_err(|fault| vec![fault])?;
    let mut digest = Sha256::new();
    let mut faults = Vec::new();
    for path in &paths {
        match run_case(vectors, path) {
            Ok(line) => digest.update(line),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(Tally { count: paths.len(), digest: hex(&digest.finalize()) }) } else { Err(faults) }
}

/// Runs one case and gives what the digest takes of it.
fn run_case(vectors: &Path, path: &Path) -> Result<String, Fault> {
    let case = Case::read(path)?;
    let outcome = outcome(vectors, &case)?;
    match difference(&case, &outcome) {
        None => Ok(line(&outcome)),
        Some(difference) => Err(format!("{}: {difference}", path.display())),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
