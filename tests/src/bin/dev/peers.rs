//! The peers of the benchmarks, in an environment of their own, with the wheel as it ships.

use crate::python::environment;
use crate::shell::{program, run, target};
use isms_conformance::Fault;
use std::path::{Path, PathBuf};

/// What is installed.
pub(crate) const REQUIREMENTS: &str = "isms-core/benches/peers/requirements.txt";

/// The folder of the environment.
pub(crate) fn folder() -> PathBuf {
    target().join("peers")
}

/// Builds the wheel as it ships; the folder that holds it and nothing else.
pub(crate) fn wheel(programs: &Path) -> Result<PathBuf, Fault> {
    let wheels = folder().join("wheels");
    // A wheel of an earlier build must not be taken for this one.
    let _ = std::fs::remove_dir_all(&wheels);
    let to = wheels.to_string_lossy();
    run(&mut program(
        programs.join("maturin"),
        &["build", "--quiet", "--release", "--manifest-path", "isms-py/Cargo.toml", "--out", &to],
    ))?;
    Ok(wheels)
}

/// Installs both into `target/peers` and says how the benchmarks are run with them.
pub(crate) fn install() -> Result<(), Fault> {
    let programs = environment(&folder(), REQUIREMENTS)?;
    let wheels = wheel(&programs)?;
    run(program(
        programs.join("python"),
        &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-index"],
    )
    .args(["--find-links", &wheels.to_string_lossy(), "isms"]))?;
    println!("\ncargo bench -p isms-core --bench open -- open --peers {}", programs.join("python").display());
    Ok(())
}
