//! Writing files: all or nothing.

use crate::failure::{Failure, reason};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file in the making, beside the place where it will stand. It appears there whole, by
/// [`Draft::publish`], or not at all. On Unix only its owner may read it, unless it takes the place
/// of a file with other permissions.
pub(crate) struct Draft {
    file: NamedTempFile,
    target: PathBuf,
    replace: bool,
}

impl Draft {
    /// Begins a file. Refuses a place that is taken, unless `replace`, and one that is no file.
    pub(crate) fn new(target: &Path, replace: bool) -> Result<Self, Failure> {
        let failed = |error: io::Error| Failure::write(target, &reason(&error));
        // Where a link stands, the file behind it is replaced and not the link.
        let place = if replace { fs::canonicalize(target).ok() } else { None };
        let place = place.unwrap_or_else(|| target.to_owned());
        let there = match fs::symlink_metadata(&place) {
            Ok(there) => Some(there),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        };
        let found = match &there {
            Some(there) if there.is_dir() => Some("a folder; name a file in it"),
            Some(_) if !replace => Some("a file of this name; choose another, or replace it with --force"),
            Some(there) if !there.is_file() => Some("something that is no file"),
            _ => None,
        };
        if let Some(found) = found {
            return Err(Failure::write(target, found));
        }
        let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let file =
            tempfile::Builder::new().prefix(".isms-").tempfile_in(folder).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound if folder.is_dir() => {
                    Failure::write(target, "a folder in which the system makes no files; choose another")
                }
                io::ErrorKind::NotFound => Failure::write(target, "no such folder; make it first"),
                _ => failed(error),
            })?;
        if let Some(there) = there {
            file.as_file().set_permissions(there.permissions()).map_err(failed)?;
        }
        Ok(Self { file, target: place, replace })
    }

    /// Where to write.
    pub(crate) fn file(&mut self) -> &mut File {
        self.file.as_file_mut()
    }

    /// Writes it all.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        self.file.write_all(bytes).map_err(|error| Failure::write(&self.target, &reason(&error)))
    }

    /// Puts it in its place, safe from a loss of power.
    pub(crate) fn publish(self) -> Result<(), Failure> {
        let Self { file, target, replace } = self;
        let synced = file.as_file().sync_all();
        synced.map_err(|error| Failure::write(&target, &reason(&error)))?;
        let put = if replace { file.persist(&target) } else { file.persist_noclobber(&target) };
        put.map_err(|error| Failure::write(&target, &reason(&error.error)))?;
        sync_folder(&target);
        Ok(())
    }
}

/// Makes the new name last. Not every system can; the file itself is safe by then.
fn sync_folder(target: &Path) {
    if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        drop(File::open(folder).and_then(|folder| folder.sync_all()));
    }
}
