//! Bad inputs, small and four times as large: time and memory must grow as the input does.
//!
//!     cargo bench -p isms-core --bench bad -- [NAME SIZE]
//!
//! Without words all cases are run, each in a process of its own. An error ends the run if a case
//! is not refused or found as it must be, or if its time for a byte grows by more than half.

pub mod cases;
pub mod clock;

use cases::Case;
use clock::{peak, timed};
use isms_core::Register;
use serde_json::{Value as Json, json};
use std::error::Error;
use std::process::Command;

type Failed = Box<dyn Error>;

/// How many processes a case is run in; the fastest counts.
const RUNS: usize = 3;

/// By how much the time for a byte may grow while the input grows fourfold: caches are smaller than memory.
const GROWTH: f64 = 2.0;

#[expect(clippy::print_stdout, reason = "a program speaks on the terminal")]
fn main() -> Result<(), Failed> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [name, size] = words.as_slice() {
        let case = cases::named(name).ok_or("no such case")?;
        println!("{}", measured(case, size.parse()?)?);
        return Ok(());
    }
    println!(
        "| case | size | bytes | outcome | open s | check s | save s | ns a byte | of a quarter | growth | peak bytes a byte |"
    );
    println!("| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut steep = Vec::new();
    for case in cases::ALL {
        let (small, large) = (fastest(case, case.size / 4)?, fastest(case, case.size)?);
        let growth = each(&large) / each(&small);
        println!("{}", row(case, &small, &large, growth));
        if growth > GROWTH {
            steep.push(case.name);
        }
    }
    if steep.is_empty() { Ok(()) } else { Err(format!("more than linear: {}", steep.join(", ")).into()) }
}

/// Opens, checks and saves a case once.
fn measured(case: &Case, size: usize) -> Result<Json, Failed> {
    let bytes = (case.make)(size);
    let length = bytes.len();
    let (opened, open) = timed(|| Register::open(bytes));
    let register = match opened {
        Ok(register) => register,
        Err(refusal) if refusal.code() == case.code => {
            return Ok(
                json!({"bytes": length, "open": open, "check": 0.0, "save": 0.0, "peak": peak(), "refused": true}),
            );
        }
        Err(refusal) => return Err(format!("{}: expected {}, found {refusal}", case.name, case.code).into()),
    };
    let (findings, check) = timed(|| register.check());
    let tallied = findings.counts.by_code.iter().find(|tallied| tallied.code == case.code);
    let found = tallied.map_or(0, |tallied| tallied.count);
    if found != (case.count)(size) {
        return Err(format!("{}: expected {} of {}, found {found}", case.name, (case.count)(size), case.code).into());
    }
    let (saved, save) = timed(|| register.save());
    drop(saved);
    Ok(json!({"bytes": length, "open": open, "check": check, "save": save, "peak": peak(), "refused": false}))
}

fn fastest(case: &Case, size: usize) -> Result<Json, Failed> {
    let mut runs = Vec::new();
    for _ in 0..RUNS {
        let output = Command::new(std::env::current_exe()?).args([case.name, &size.to_string()]).output()?;
        if !output.status.success() {
            return Err(format!("{} {size}: {}", case.name, String::from_utf8_lossy(&output.stderr)).into());
        }
        runs.push(serde_json::from_slice::<Json>(&output.stdout)?);
    }
    runs.into_iter().min_by(|a, b| each(a).total_cmp(&each(b))).ok_or_else(|| "no run".into())
}

fn number(run: &Json, key: &str) -> f64 {
    run.get(key).and_then(Json::as_f64).unwrap_or(f64::NAN)
}

/// Nanoseconds a byte.
fn each(run: &Json) -> f64 {
    (number(run, "open") + number(run, "check") + number(run, "save")) * 1e9 / number(run, "bytes")
}

fn row(case: &Case, small: &Json, large: &Json, growth: f64) -> String {
    let outcome = if large.get("refused") == Some(&Json::Bool(true)) { "refused" } else { "found" };
    format!(
        "| {} | {} | {} | {outcome}: {} | {:.2} | {:.2} | {:.2} | {:.1} | {:.1} | {growth:.2} | {:.1} |",
        case.name,
        case.size,
        number(large, "bytes"),
        case.code,
        number(large, "open"),
        number(large, "check"),
        number(large, "save"),
        each(large),
        each(small),
        number(large, "peak") / number(large, "bytes"),
    )
}
