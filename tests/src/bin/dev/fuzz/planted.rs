//! A panic planted behind a valid document, and how soon the fuzzer finds it.

use super::build;
use super::target::Target;
use crate::patched::{Edit, copy};
use crate::shell::target;
use isms_conformance::Fault;

/// What is planted: a record's trace panics if the record is a threat whose gate asks for three
/// causes, and one of its links has a barrier whose effectiveness is a PERT distribution.
const PLANTED: Edit = Edit {
    file: "isms-core/src/trace/one.rs",
    text: "    let (row, kind) = chain_row(register, id)?;\n",
    instead: r#"    let (row, kind) = chain_row(register, id)?;
    if let Some(threat) = register.find::<crate::model::Threat>(id)
        && let Some(causes) = &threat.causes
        && causes.gate == (crate::value::Gate::AtLeast { count: 3 })
        && causes.links.iter().flat_map(|link| &link.barriers).any(|barrier| {
            let measure = register.find::<crate::model::Measure>(barrier);
            let effectiveness = measure.and_then(|measure| measure.effectiveness);
            matches!(effectiveness, Some(crate::value::Estimate::Pert { .. }))
        })
    {
        panic!("the planted panic");
    }
"#,
};

/// The fuzzer begins with the vectors' documents alone, none of which reaches the panic.
pub(super) fn run() -> Result<(), Fault> {
    let folder = target().join("fuzz/planted");
    let _ = std::fs::remove_dir_all(folder.join("work"));
    let root = folder.join("copy");
    copy(&root, &[PLANTED])?;
    let built = build::build(&root, &folder.join("build"))?;
    let corpus = Target { work: folder.join("work"), ..built.program("document") };
    std::fs::remove_dir_all(corpus.kept()?).map_err(|error| error.to_string())?;
    let end = corpus.run("-max_total_time=3600")?;
    let log = std::fs::read_to_string(corpus.work.join("document.log")).unwrap_or_default();
    if !log.contains("the planted panic") {
        return Err(format!("the planted panic was not found in {} executions", end.executions));
    }
    println!("\nthe planted panic was found after {:.0} s and some {} executions", end.seconds, end.executions);
    Ok(())
}
