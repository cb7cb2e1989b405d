//! Small mutants of the code, plausible as slips: each must turn the test of its law red.

mod list;

use crate::patched::{Edit, copy};
use crate::shell::{cargo, target};
use isms_conformance::Fault;
use list::MUTANTS;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Stdio;

/// A slip, and the test that must notice it.
struct Mutant {
    /// The law or promise of the design.
    law: &'static str,
    /// What was done wrong.
    slip: &'static str,
    edit: Edit,
    /// A test of isms-core, as the test program names it.
    test: &'static str,
}

/// How a test ended.
#[derive(PartialEq)]
enum End {
    Passed,
    Failed,
}

/// Runs the tests on a copy of the workspace as it is, then with each of the mutants whose slip
/// contains a word, and prints a table.
pub(crate) fn run(word: &str) -> Result<(), Fault> {
    let folder = target().join("mutants");
    let root = folder.join("copy");
    let chosen: Vec<&Mutant> = MUTANTS.iter().filter(|mutant| mutant.slip.contains(word)).collect();
    if chosen.is_empty() {
        return Err(format!("no slip contains `{word}`"));
    }
    // Every text is looked for before anything is built.
    chosen.iter().try_for_each(|mutant| copy(&root, std::slice::from_ref(&mutant.edit)))?;
    copy(&root, &[])?;
    for test in chosen.iter().map(|mutant| mutant.test).collect::<BTreeSet<_>>() {
        if ends(&root, &folder, test)? == End::Failed {
            return Err(format!("{test} fails without a mutant"));
        }
        println!("passes without a mutant: {test}");
    }
    let mut table = String::from("| law | slip | test | |\n| --- | --- | --- | --- |\n");
    let mut survivors = Vec::new();
    for mutant in chosen {
        copy(&root, std::slice::from_ref(&mutant.edit))?;
        let killed = ends(&root, &folder, mutant.test)? == End::Failed;
        let row = format!(
            "| {} | {} | `{}` | {} |\n",
            mutant.law,
            mutant.slip,
            mutant.test,
            if killed { "red" } else { "GREEN" }
        );
        print!("{row}");
        table.push_str(&row);
        if !killed {
            survivors.push(mutant.slip);
        }
    }
    println!("\n{table}");
    if survivors.is_empty() { Ok(()) } else { Err(format!("nobody noticed: {}", survivors.join("; "))) }
}

/// Runs one test in the copy. It must be there, and the copy must compile.
fn ends(root: &Path, folder: &Path, test: &str) -> Result<End, Fault> {
    let mut command = cargo(&["test", "--quiet", "--package", "isms-core", "--test", "it", "--", "--exact", test]);
    command.current_dir(root).env("CARGO_TARGET_DIR", folder.join("build"));
    // The same documents in every run; how small the one is that fails does not matter.
    command.env("PROPTEST_RNG_SEED", "1").env("PROPTEST_MAX_SHRINK_ITERS", "0");
    command.env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1").stdin(Stdio::null());
    let output = command.output().map_err(|error| format!("{test}: {error}"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    match (output.status.success(), text.contains("1 passed"), text.contains("1 failed")) {
        (true, true, _) => Ok(End::Passed),
        (false, _, true) => Ok(End::Failed),
        (true, ..) => Err(format!("{test}: there is no such test")),
        _ => Err(format!("{test}: {}\n{text}{}", output.status, String::from_utf8_lossy(&output.stderr))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_every_mutant_is_there() {
        let lost: Vec<Fault> = MUTANTS.iter().filter_map(|mutant| mutant.edit.check().err()).collect();
        assert!(lost.is_empty(), "{}", lost.join("\n"));
    }
}
