//! Building the targets with the fuzzer.

use super::target::Target;
use crate::shell::{cargo, program, root, run, target};
use isms_conformance::Fault;
use std::path::{Path, PathBuf};

/// The version of cargo-fuzz that the flags were written for.
const VERSION: &str = "0.13.2";

/// Targets that are built.
pub(super) struct Built {
    /// The workspace that they are of.
    root: PathBuf,
    programs: PathBuf,
}

impl Built {
    /// One of them.
    pub(super) fn program(&self, name: &'static str) -> Target {
        Target { name, program: self.programs.join(name), root: self.root.clone(), work: target().join("fuzz") }
    }
}

/// The targets of this workspace.
pub(super) fn here() -> Result<Built, Fault> {
    build(&root(), &target().join("fuzz/build"))
}

/// Builds the targets of a workspace. The fuzzer sees every edge; overflow and debug assertions are
/// checked. Comparisons are not traced: the mutators know the words, and inputs are many more.
/// `RUSTC_BOOTSTRAP` lets the stable compiler take the flags.
pub(super) fn build(root: &Path, folder: &Path) -> Result<Built, Fault> {
    let mut command = program(tool()?, &["fuzz", "build", "--fuzz-dir", "isms-core/fuzz", "--features", "libfuzzer"]);
    command.args(["--sanitizer", "none", "--no-cfg-fuzzing", "--no-trace-compares", "--target-dir"]).arg(folder);
    command.current_dir(root).env("RUSTC_BOOTSTRAP", "1");
    run(command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_STRIP", "none"))?;
    let host = host()?;
    Ok(Built { root: root.to_owned(), programs: folder.join(host).join("release") })
}

/// The triple of this machine.
fn host() -> Result<String, Fault> {
    let version = crate::shell::output(&mut program("rustc", &["-vV"])).ok_or("rustc -vV: no answer")?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).ok_or_else(|| "rustc -vV: no host".to_owned())
}

/// cargo-fuzz, installed where it is not yet.
fn tool() -> Result<PathBuf, Fault> {
    let tools = target().join("tools");
    let tool = tools.join("bin/cargo-fuzz");
    if !tool.exists() {
        let root = tools.to_string_lossy();
        run(&mut cargo(&["install", "cargo-fuzz", "--locked", "--debug", "--version", VERSION, "--root", &root]))?;
    }
    Ok(tool)
}
