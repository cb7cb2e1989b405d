//! The Python package: built into an environment of its own, tested there.

use crate::shell::{cargo, output, program, root, run, target};
use isms_conformance::Fault;
use std::path::{Path, PathBuf};

/// The interpreters that are looked for, the first that is new enough is taken.
const NAMES: [&str; 4] = ["python3", "python3.12", "python3.11", "python"];

/// Why the Python tests can't run here; `None`: they can.
pub(crate) fn missing() -> Option<String> {
    match interpreter() {
        Some(_) => None,
        None => Some(format!("none of {} is CPython 3.11 or later", NAMES.join(", "))),
    }
}

fn interpreter() -> Option<&'static str> {
    const NEW_ENOUGH: &str = "import sys; print(sys.version_info >= (3, 11) and sys.implementation.name)";
    NAMES
        .into_iter()
        .find(|name| output(&mut program(name, &["-c", NEW_ENOUGH])).is_some_and(|text| text.trim() == "cpython"))
}

/// Builds the package into `target/venv`; the folder of its programs.
pub(crate) fn build() -> Result<PathBuf, Fault> {
    let venv = target().join("venv");
    let programs = environment(&venv, "isms-py/requirements-dev.txt")?;
    let mut maturin =
        program(programs.join("maturin"), &["develop", "--quiet", "--manifest-path", "isms-py/Cargo.toml"]);
    run(maturin.env("VIRTUAL_ENV", &venv))?;
    Ok(programs)
}

/// An environment with what a file lists; the folder of its programs.
pub(crate) fn environment(venv: &Path, requirements: &str) -> Result<PathBuf, Fault> {
    let programs = venv.join("bin");
    if !programs.join("python").exists() {
        let name = interpreter().ok_or("CPython 3.11 or later is not there")?;
        run(&mut program(name, &["-m", "venv", &text(venv)]))?;
    }
    let requirements = text(&root().join(requirements));
    run(&mut program(
        programs.join("python"),
        &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", &requirements],
    ))?;
    Ok(programs)
}

/// Builds the package, runs its tests, compares its stubs with it, checks types.
pub(crate) fn test(vectors: &Path) -> Result<(), Fault> {
    let programs = build()?;
    let at = root().join("isms-py");
    run(program(programs.join("python"), &["-m", "pytest", "-q"]).current_dir(&at).env("ISMS_VECTORS_OUT", vectors))?;
    run(program(
        programs.join("python"),
        &["-m", "mypy.stubtest", "isms", "--allowlist", "tests/stubtest-allowlist.txt"],
    )
    .current_dir(&at))?;
    run(program(programs.join("python"), &["-m", "mypy"]).current_dir(&at))?;
    run(&mut program(programs.join("python"), &["tests/independent/compare.py"]))?;
    run(&mut program(programs.join("python"), &["tests/independent/assess_compare.py", "400"]))?;
    from_page(&programs)?;
    recount(&programs)
}

/// Holds the reader that was written from the page against the library: on what is kept, on documents of the core's own
/// generator, and on such as it makes of the page.
fn from_page(programs: &Path) -> Result<(), Fault> {
    const GENERATED: &str = "400";
    let (compare, dirty) = ("tests/independent/from_page/compare.py", text(&target().join("dirty")));
    run(&mut program(programs.join("python"), &[compare]))?;
    run(&mut cargo(&["run", "--quiet", "-p", "isms-conformance", "--example", "dirty", "--", &dirty, GENERATED]))?;
    run(&mut program(programs.join("python"), &[compare, &dirty]))?;
    run(&mut program(programs.join("python"), &[compare, "--made", GENERATED]))
}

/// Imports real incident data with the command and recounts what was written, where there is any.
fn recount(programs: &Path) -> Result<(), Fault> {
    let Some(data) = std::env::var_os("ISMS_TEST_DATA") else { return Ok(()) };
    recount_oscal(programs, &Path::new(&data).join("oscal"))?;
    let data = Path::new(&data).join("awsd");
    for release in ["2025-08-17", "2020-11-25"] {
        let export = text(&data.join(format!("awsd_incidents_{release}.csv")));
        let register = text(&target().join(format!("awsd-{release}.json")));
        run(&mut program(programs.join("isms"), &["import", "awsd", &export, "-o", &register, "--force", "--json"]))?;
        let reference = text(&data.join("reference"));
        run(&mut program(programs.join("python"), &["tests/awsd/recount.py", &register, &reference, release]))?;
    }
    Ok(())
}

/// Imports published standards, adopts one, assesses and exports with the command, and recounts what was written.
fn recount_oscal(programs: &Path, data: &Path) -> Result<(), Fault> {
    let (isms, data, work) = (text(&programs.join("isms")), text(data), text(&target().join("oscal")));
    run(&mut program(programs.join("python"), &["tests/oscal/recount.py", &isms, &data, &work]))
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
