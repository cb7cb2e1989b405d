//! A copy of the workspace in which something is written otherwise.

use crate::shell::{output, program, root};
use isms_conformance::Fault;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A text of a file, and what stands there instead.
pub(crate) struct Edit {
    pub(crate) file: &'static str,
    /// It must stand in the file once.
    pub(crate) text: &'static str,
    pub(crate) instead: &'static str,
}

/// Makes a folder the copy of this workspace, but for these edits. What is the same stays
/// untouched, so that little is built again.
pub(crate) fn copy(to: &Path, edits: &[Edit]) -> Result<(), Fault> {
    let files = files(&root())?;
    for file in files.iter().map(String::as_str) {
        let from = root().join(file);
        let mut bytes = std::fs::read(&from).map_err(|error| format!("{}: {error}", from.display()))?;
        for edit in edits.iter().filter(|edit| edit.file == file) {
            bytes = edit.applied(&bytes)?;
        }
        write(&to.join(file), &bytes)?;
    }
    if let Some(edit) = edits.iter().find(|edit| !files.contains(edit.file)) {
        return Err(format!("{}: there is no such file", edit.file));
    }
    remove_others(to, &files)
}

impl Edit {
    /// Whether its text stands where it is looked for.
    #[cfg(test)]
    pub(crate) fn check(&self) -> Result<(), Fault> {
        let bytes = std::fs::read(root().join(self.file)).map_err(|error| format!("{}: {error}", self.file))?;
        self.applied(&bytes).map(drop)
    }

    fn applied(&self, bytes: &[u8]) -> Result<Vec<u8>, Fault> {
        let text = String::from_utf8_lossy(bytes);
        match text.matches(self.text).count() {
            1 => Ok(text.replacen(self.text, self.instead, 1).into_bytes()),
            found => Err(format!("{}: expected this text once, found it {found} times:\n{}", self.file, self.text)),
        }
    }
}

/// The files of the workspace: those that are tracked, and new ones.
fn files(root: &Path) -> Result<BTreeSet<String>, Fault> {
    let list = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"];
    let listed = output(program("git", &list).current_dir(root)).ok_or("git ls-files: no answer")?;
    Ok(listed.lines().filter(|file| root.join(file).is_file()).map(str::to_owned).collect())
}

fn write(to: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let fault = |error: std::io::Error| format!("{}: {error}", to.display());
    if std::fs::read(to).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    std::fs::create_dir_all(to.parent().unwrap_or(to)).map_err(fault)?;
    std::fs::write(to, bytes).map_err(fault)
}

/// Removes files that the workspace no longer has.
fn remove_others(copy: &Path, files: &BTreeSet<String>) -> Result<(), Fault> {
    let list = copy.join(".copied");
    let before = std::fs::read_to_string(&list).unwrap_or_default();
    for file in before.lines().filter(|file| !files.contains(*file)) {
        let _ = std::fs::remove_file(copy.join(PathBuf::from(file)));
    }
    let text = files.iter().map(|file| format!("{file}\n")).collect::<String>();
    write(&list, text.as_bytes())
}
