//! A case: the file format, and where the files are.

use crate::{Edit, Fault};
use serde::Deserialize;
use serde_json::Value as Json;
use std::fs;
use std::path::{Path, PathBuf};

/// One case, as its file says it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// What it shows, in one sentence.
    pub about: String,
    /// The document, a file in `documents/`.
    pub register: String,
    /// What is done to the register before it is asked, in this order.
    #[serde(default)]
    pub edits: Vec<Edit>,
    /// The request; null: the document is opened and nothing is asked.
    pub request: Option<Json>,
    /// The answer, where there is one.
    pub answer: Option<Json>,
    /// Why there is none.
    pub refusal: Option<Expected>,
}

/// The refusal that a case expects.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// Its code.
    pub code: String,
    /// Its place.
    pub path: String,
}

impl Case {
    /// Reads a case.
    ///
    /// # Errors
    /// When the file can't be read or is no case.
    pub fn read(path: &Path) -> Result<Self, Fault> {
        let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        serde_json::from_slice(&bytes).map_err(|error| format!("{}: {error}", path.display()))
    }
}

/// The files of all cases, sorted: one folder a question, one file a case.
///
/// # Errors
/// When a folder can't be read, holds no case, or holds something else.
pub fn cases(vectors: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut all = Vec::new();
    for question in entries(vectors)? {
        if question.file_name().is_some_and(|name| name == "documents") {
            continue;
        }
        let cases = entries(&question)?;
        if cases.is_empty() {
            return Err(format!("{}: no case", question.display()));
        }
        if let Some(other) = cases.iter().find(|case| case.extension().is_none_or(|extension| extension != "json")) {
            return Err(format!("{}: no case", other.display()));
        }
        all.extend(cases);
    }
    if all.is_empty() {
        return Err(format!("{}: no case", vectors.display()));
    }
    Ok(all)
}

/// What a folder holds, sorted by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = fs::read_dir(folder).map_err(fault)?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>().map_err(fault)?;
    paths.sort();
    Ok(paths)
}
