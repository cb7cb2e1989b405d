//! Kotlin on the JVM: bindings are generated, compiled and tested by Maven. Swift: generated.

use crate::shell::{cargo, output, program, root, run, target};
use isms_conformance::Fault;
use std::path::Path;

/// Why the Kotlin tests can't run here; `None`: they can.
pub(crate) fn missing() -> Option<String> {
    let lacks = |name: &str, flag: &str| output(&mut program(name, &[flag])).is_none();
    match (lacks("javac", "-version"), lacks("mvn", "--version")) {
        (false, false) => None,
        (true, _) => Some("there is no JDK (javac)".to_owned()),
        (false, true) => Some("there is no Maven (mvn)".to_owned()),
    }
}

/// Builds the library as it ships and writes the bindings of a language.
pub(crate) fn bindings(language: &str, to: &Path) -> Result<(), Fault> {
    bindings_with(&[], language, to)
}

/// Builds the library with these arguments and writes the bindings of a language.
fn bindings_with(arguments: &[&str], language: &str, to: &Path) -> Result<(), Fault> {
    run(cargo(&["build", "--package", "isms-ffi"]).args(arguments))?;
    let library = target().join("debug").join(format!(
        "{}isms_ffi{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    ));
    let (library, to) = (library.to_string_lossy(), to.to_string_lossy());
    let mut generator =
        cargo(&["run", "--quiet", "--package", "isms-ffi", "--features", "bindgen", "--bin", "uniffi-bindgen", "--"]);
    generator.args([
        "generate",
        &library,
        "--language",
        language,
        "--out-dir",
        &to,
        "--no-format",
        "--config",
        "isms-ffi/bindings.toml",
    ]);
    run(&mut generator)
}

/// Generates, compiles and tests the Kotlin module.
pub(crate) fn test(vectors: &Path) -> Result<(), Fault> {
    let module = root().join("isms-ffi/kotlin");
    let build = target().join("kotlin");
    bindings_with(&["--features", "drill"], "kotlin", &build.join("generated-sources"))?;
    let native = format!("-Dnative.dir={}", target().join("debug").display());
    let sources = format!("-Dbindings.dir={}", build.join("generated-sources").display());
    let mut maven = program("mvn", &["--batch-mode", "--no-transfer-progress", "--quiet", &native, &sources, "test"]);
    run(maven.current_dir(module).env("ISMS_VECTORS_OUT", vectors))
}
