//! What the dependency trees of that which ships hold: the core alone no binding, and nothing a feature that changes
//! what the host's own code does.

use crate::shell::{cargo, output};
use isms_conformance::Fault;

/// What is built into a host, an interpreter, an app, or run by itself.
const SHIPPED: [&str; 4] = ["isms-core", "isms-py", "isms-ffi", "isms-command"];

/// What the core alone must not have.
const BINDINGS: [&str; 4] = ["uniffi", "pyo3", "jni", "napi"];

/// Features of crates that hosts use too: a build has one set of features for all who depend on a crate.
const FEATURES: [&str; 4] = [
    "serde_json feature \"arbitrary_precision\"",
    "serde_json feature \"float_roundtrip\"",
    "serde_json feature \"preserve_order\"",
    "serde_json feature \"unbounded_depth\"",
];

/// Looks at all of them, on every platform.
pub(crate) fn check() -> Result<(), Fault> {
    for package in SHIPPED {
        let edges = "normal,features";
        let mut command = cargo(&["tree", "-p", package, "-e", edges, "--target", "all", "--prefix", "none"]);
        let tree = output(&mut command).ok_or("cargo tree: no answer")?;
        if !tree.starts_with(&format!("{package} ")) {
            return Err(format!("cargo tree: expected the tree of {package}, found {tree}"));
        }
        if let Some(line) = forbidden(&tree, &FEATURES) {
            return Err(format!("expected no feature that changes the host's own code, found {line} in {package}"));
        }
        let bindings = if package == "isms-core" { forbidden(&tree, &BINDINGS) } else { None };
        if let Some(line) = bindings {
            return Err(format!("expected a core without bindings, found {line} in its tree"));
        }
        println!("\n{package}: {} crates, no feature that changes the host's own code", crates(&tree));
    }
    println!("pure core: no {} in its tree", BINDINGS.join(", no "));
    Ok(())
}

fn forbidden<'t>(tree: &'t str, beginnings: &[&str]) -> Option<&'t str> {
    tree.lines().find(|line| beginnings.iter().any(|beginning| line.starts_with(beginning)))
}

fn crates(tree: &str) -> usize {
    let mut names: Vec<&str> = tree
        .lines()
        .filter(|line| !line.contains(" feature "))
        .map(|line| line.split(" (").next().unwrap_or(line))
        .collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_not_be_there_is_seen() {
        let tree =
            "isms-core v0.1.0 (/isms-core)\ncsv v1.4.0\nuniffi_core v0.32.2\nserde_json feature \"preserve_order\"";
        assert_eq!(forbidden(tree, &BINDINGS), Some("uniffi_core v0.32.2"));
        assert_eq!(forbidden(tree, &FEATURES), Some("serde_json feature \"preserve_order\""));
        assert_eq!(forbidden("serde_json feature \"std\"", &FEATURES), None);
        assert_eq!(crates(tree), 3);
    }
}
