//! The peers of the benchmarks, in an environment of their own, with the wheel as it ships.

use crate::python::environment;
use crate::shell::{program, run, target};
use isms_conformance::Fault;

/// Installs both into `target/peers` and says how the benchmarks are run with them.
pub(crate) fn install() -> Result<(), Fault> {
    let venv = target().join("peers");
    let programs = environment(&venv, "isms-core/benches/peers/requirements.txt")?;
    let wheels = venv.join("wheels");
    // A wheel of an earlier build must not be taken for this one.
    let _ = std::fs::remove_dir_all(&wheels);
    let folder = wheels.to_string_lossy();
    run(&mut program(
        programs.join("maturin"),
        &["build", "--quiet", "--release", "--manifest-path", "isms-py/Cargo.toml", "--out", &folder],
    ))?;
    run(program(
        programs.join("python"),
        &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-index"],
    )
    .args(["--find-links", &folder, "isms"]))?;
    println!("\ncargo bench -p isms-core --bench open -- open --peers {}", programs.join("python").display());
    Ok(())
}
