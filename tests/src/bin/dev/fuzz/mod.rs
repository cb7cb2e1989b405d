//! Fuzzing: the targets of `isms-core/fuzz`, built with the fuzzer and run. See docs/fuzzing.md.

mod build;
mod end;
mod keep;
mod planted;
mod target;

use isms_conformance::Fault;
use std::path::Path;

/// The targets, in the order in which they are run.
const TARGETS: [&str; 7] = ["date", "estimate", "ask", "csv", "catalog", "oscal", "document"];

/// How long a run goes on unless something else is asked for.
const MINUTE: [&str; 2] = ["--seconds", "60"];

/// `cargo dev fuzz WORDS`.
pub(crate) fn run(words: &[&str]) -> Result<(), Fault> {
    match words {
        ["--keep"] => keep::all(&TARGETS),
        [target, "--keep"] => keep::all(&[known(target)?]),
        ["--planted"] => planted::run(),
        [target] => run(&[*target, MINUTE[0], MINUTE[1]]),
        [target, "--input", file] => build::here()?.program(known(target)?).replay(Path::new(file)),
        ["--all", limit, count] => all(&TARGETS, &limit_of(limit, count)?),
        [target, limit, count] => all(&[known(target)?], &limit_of(limit, count)?),
        _ => Err(format!("expected --all, --keep, --planted or one of {}", TARGETS.join(", "))),
    }
}

fn known(target: &str) -> Result<&'static str, Fault> {
    let known = TARGETS.into_iter().find(|known| *known == target);
    known.ok_or_else(|| format!("expected one of {}, found {target}", TARGETS.join(", ")))
}

/// The fuzzer's own word for when it ends.
fn limit_of(limit: &str, count: &str) -> Result<String, Fault> {
    let flag = match limit {
        "--runs" => "runs",
        "--seconds" => "max_total_time",
        _ => return Err(format!("expected --runs or --seconds, found {limit}")),
    };
    match count.replace('_', "").parse::<u64>() {
        Ok(count) if count > 0 => Ok(format!("-{flag}={count}")),
        _ => Err(format!("expected a number above 0 behind {limit}, found {count}")),
    }
}

/// Runs targets one after the other and prints what came of them.
fn all(targets: &[&'static str], limit: &str) -> Result<(), Fault> {
    let built = build::here()?;
    let ends = targets.iter().map(|target| built.program(target).run(limit)).collect::<Result<Vec<_>, _>>()?;
    println!("\n{}", end::table(&ends));
    let crashed: Vec<&str> = ends.iter().filter_map(|end| end.crash.as_deref()).collect();
    if crashed.is_empty() { Ok(()) } else { Err(format!("inputs that break a promise:\n  {}", crashed.join("\n  "))) }
}
