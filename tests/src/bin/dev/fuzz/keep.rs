//! Keeping what was found: the fewest inputs that reach every edge that all of them reach.

use super::build;
use crate::shell::run;
use isms_conformance::Fault;
use std::path::Path;

/// Minimises the inputs of these targets into the repository.
pub(super) fn all(targets: &[&'static str]) -> Result<(), Fault> {
    let built = build::here()?;
    for name in targets {
        let target = built.program(name);
        let fewest = target.work.join("fewest").join(name);
        let fault = |error: std::io::Error| format!("{}: {error}", fewest.display());
        let _ = std::fs::remove_dir_all(&fewest);
        std::fs::create_dir_all(&fewest).map_err(fault)?;
        let kept = target.kept()?;
        let mut command = target.command()?;
        command.arg("-set_cover_merge=1").arg(&fewest).arg(target.found()?).arg(&kept).arg(target.seeds());
        run(&mut command)?;
        replace(&kept, &fewest).map_err(fault)?;
        println!("{name}: {} inputs kept", std::fs::read_dir(&kept).map_err(fault)?.count());
    }
    Ok(())
}

/// Puts the files of one folder in the place of those of another.
fn replace(old: &Path, new: &Path) -> std::io::Result<()> {
    for file in std::fs::read_dir(old)? {
        std::fs::remove_file(file?.path())?;
    }
    for file in std::fs::read_dir(new)? {
        let file = file?;
        std::fs::copy(file.path(), old.join(file.file_name()))?;
    }
    Ok(())
}
