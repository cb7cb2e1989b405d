//! Checks that need no test run: format, lints, docs, the pure core, licences.

use crate::generate;
use crate::shell::{cargo, output, program, run};
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
    pure_core()?;
    generate::check()?;
    deny()
}

/// The core alone, as a host builds it, has no binding in its tree.
fn pure_core() -> Result<(), Fault> {
    let tree = output(&mut cargo(&["tree", "-p", "isms-core", "-e", "normal", "--prefix", "none"]))
        .ok_or("cargo tree: no answer")?;
    if !tree.starts_with("isms-core ") {
        return Err(format!("cargo tree: expected the tree of isms-core, found {tree}"));
    }
    match tree.lines().find(|line| line.starts_with("uniffi") || line.starts_with("pyo3")) {
        Some(line) => Err(format!("expected a core without bindings, found {line} in its tree")),
        None => {
            println!("\npure core: no uniffi, no pyo3 among {} crates", tree.lines().count());
            Ok(())
        }
    }
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
