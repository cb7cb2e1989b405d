//! Checks that need no test run: format, lints, docs, the pure core, licences.

use crate::shell::{cargo, program, run};
use crate::{generate, tree};
use isms_conformance::Fault;

/// The version of cargo-deny that the checks were written for.
const DENY: &str = "0.20.2";

fn run_all(steps: &mut [std::process::Command]) -> Result<(), Fault> {
    steps.iter_mut().try_for_each(run)
}

/// All checks.
pub(crate) fn all() -> Result<(), Fault> {
    run_all(&mut [
        cargo(&["fmt", "--all", "--check"]),
        cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    ])?;
    let mut docs = cargo(&["doc", "--workspace", "--no-deps"]);
    run(docs.env("RUSTDOCFLAGS", "-D warnings"))?;
    tree::check()?;
    generate::check()?;
    deny()
}

/// Licences, bans and sources of all that we depend on. The tool is built without optimisation: it
/// runs for a second, and takes minutes less to build.
fn deny() -> Result<(), Fault> {
    let tools = crate::shell::target().join("tools");
    let program_path = tools.join("bin/cargo-deny");
    if !program_path.exists() {
        let root = tools.to_string_lossy();
        run(&mut cargo(&["install", "cargo-deny", "--locked", "--debug", "--version", DENY, "--root", &root]))?;
    }
    run(&mut program(program_path, &["check", "licenses", "bans", "sources"]))
}
