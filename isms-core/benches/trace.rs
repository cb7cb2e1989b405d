//! How long it takes to trace every loss of a register to all its causes, beside plain arrays and,
//! if asked for, beside other libraries.
//!
//!     cargo bench -p isms-core --bench trace -- [RECORDS] [--runs N] [--peers PYTHON]
//!
//! `PYTHON` is an interpreter that has rustworkx and networkx. `docs/benchmarks.md` says what is
//! measured, and how.

pub mod clock;
pub mod floor;
pub mod generator;
pub mod interpreter;

use clock::{median, timed};
use floor::{Floor, Found};
use generator::Shape;
use isms_core::{Ancestors, Register};
use serde_json::Value as Json;
use std::collections::HashMap;
use std::error::Error;
use std::io::Write as _;
use std::process::Command;

type Failed = Box<dyn Error>;

/// What is asked for.
struct Options {
    records: usize,
    runs: usize,
    peers: Option<String>,
}

/// One way of tracing, measured.
struct Way {
    name: String,
    times: Vec<f64>,
    pairs: u64,
    digest: u64,
}

fn main() -> Result<(), Failed> {
    let options = options()?;
    let bytes = generator::document(&Shape::real(options.records));
    let register = Register::open(&bytes)?;
    let floor = Floor::new(&register);
    // The first question builds the graph.
    let first = register.ancestors();
    let rows = ChainRows::new(&register, &floor, &first)?;
    print(&format!(
        "{} records, {} links, {} losses, {:.1} bytes a record; CPU seconds",
        options.records,
        floor.links(),
        first.losses.len(),
        ratio(bytes.len(), options.records)
    ))?;
    compare(&rows.of(&first)?, &floor.trace())?;
    // The peers run in the middle, so that all meet the same load of the machine.
    let mut times = Times::default();
    times.measure(&register, &floor, options.runs.div_ceil(2));
    let peers = options.peers.map_or(Ok(Vec::new()), |python| peers(&python, &bytes))?;
    times.measure(&register, &floor, options.runs / 2);
    let mut ways = vec![
        way("isms", times.isms, &rows.of(&register.ancestors())?, &floor),
        way("floor", times.floor, &floor.trace(), &floor),
    ];
    ways.extend(peers);
    report(&ways)
}

fn options() -> Result<Options, Failed> {
    let mut options = Options { records: 1_000_000, runs: 7, peers: None };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match word.as_str() {
            // What `cargo bench` adds.
            "--bench" => (),
            "--runs" => options.runs = words.next().ok_or("--runs N")?.parse()?,
            "--peers" => options.peers = Some(interpreter::from_root(&words.next().ok_or("--peers PYTHON")?)),
            records => options.records = records.parse()?,
        }
    }
    if options.runs == 0 { Err("--runs takes a number from 1 on".into()) } else { Ok(options) }
}

/// The times of the library and of the floor.
#[derive(Default)]
struct Times {
    isms: Vec<f64>,
    floor: Vec<f64>,
}

impl Times {
    /// Runs both in turn.
    fn measure(&mut self, register: &Register, floor: &Floor, runs: usize) {
        for _ in 0..runs {
            self.isms.push(timed(|| register.ancestors()).1);
            self.floor.push(timed(|| floor.trace()).1);
        }
    }
}

fn way(name: &str, times: Vec<f64>, found: &Found, floor: &Floor) -> Way {
    Way { name: name.to_owned(), times, pairs: found.rows.len() as u64, digest: digest(found, floor) }
}

/// Where the rows of the register stand in the chain: the floor and the peers number its records
/// alone.
struct ChainRows(HashMap<u32, u32>);

impl ChainRows {
    fn new(register: &Register, floor: &Floor, answer: &Ancestors) -> Result<Self, Failed> {
        let by_id: HashMap<&str, u32> = (0..).zip(&floor.ids).map(|(row, id)| (id.as_str(), row)).collect();
        let mut rows = HashMap::new();
        for row in answer.losses.iter().chain(&answer.rows) {
            let id = register.id_of_row(*row).ok_or("a row without an id")?;
            rows.insert(*row, *by_id.get(id).ok_or("an ancestor outside the chain")?);
        }
        Ok(Self(rows))
    }

    /// The answer, renumbered.
    fn of(&self, answer: &Ancestors) -> Result<Found, Failed> {
        let rows: Option<Vec<u32>> = answer.rows.iter().map(|row| self.0.get(row).copied()).collect();
        Ok(Found { offsets: answer.offsets.clone(), rows: rows.ok_or("an ancestor outside the chain")? })
    }
}

/// Fails unless every loss has the same ancestors in both.
fn compare(answer: &Found, expected: &Found) -> Result<(), Failed> {
    if answer.offsets != expected.offsets {
        return Err("isms and the floor differ in how many ancestors the losses have".into());
    }
    let sorted = |rows: &[u32]| {
        let mut rows = rows.to_vec();
        rows.sort_unstable();
        rows
    };
    let differ = answer.losses().zip(expected.losses()).position(|(ours, floors)| sorted(ours) != sorted(floors));
    differ.map_or(Ok(()), |loss| Err(format!("isms and the floor differ on loss number {loss}").into()))
}

/// The digest of all pairs of a loss and an ancestor, as `peers/trace.py` describes it.
fn digest(found: &Found, floor: &Floor) -> u64 {
    let count = floor.ids.len() as u64;
    let losses = (floor.first_loss as u64..).zip(found.losses());
    let pairs = losses.flat_map(|(loss, rows)| rows.iter().map(move |row| mix(loss * count + u64::from(*row))));
    pairs.fold(0, u64::wrapping_add)
}

/// The first number that SplitMix64 gives from this state.
fn mix(state: u64) -> u64 {
    let state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ (state >> 31)
}

/// Has the peers trace the same document.
fn peers(python: &str, bytes: &[u8]) -> Result<Vec<Way>, Failed> {
    let file = std::env::temp_dir().join(format!("isms-trace-{}.json", std::process::id()));
    std::fs::write(&file, bytes)?;
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/peers/trace.py");
    let run = Command::new(python).arg(script).arg(&file).args(["--runs", "3"]).output();
    std::fs::remove_file(&file)?;
    let run = run?;
    if !run.status.success() {
        return Err(String::from_utf8_lossy(&run.stderr).into());
    }
    let answer: Json = serde_json::from_slice(&run.stdout)?;
    let peers = answer.get("peers").and_then(Json::as_object).ok_or("the peers gave no answer")?;
    peers.iter().map(|(name, peer)| way_of_peer(name, peer)).collect()
}

fn way_of_peer(name: &str, peer: &Json) -> Result<Way, Failed> {
    let text = |key: &str| peer.get(key).and_then(Json::as_str);
    let times = peer.get("cpu_seconds").and_then(Json::as_array).ok_or("no times")?;
    let digest = text("digest").and_then(|digest| digest.strip_prefix("0x")).ok_or("no digest")?;
    Ok(Way {
        name: format!("{name} {}", text("version").unwrap_or_default()),
        times: times.iter().filter_map(Json::as_f64).collect(),
        pairs: peer.get("ancestors").and_then(Json::as_u64).ok_or("no count of ancestors")?,
        digest: u64::from_str_radix(digest, 16)?,
    })
}

/// Prints one table; fails if the answers are not all equal.
fn report(ways: &[Way]) -> Result<(), Failed> {
    let [ours, floor, ..] = ways else { return Err("nothing was measured".into()) };
    let (our, bare) = (median(&ours.times), median(&floor.times));
    print("| way | median ms | x isms | x floor | pairs | digest | equal | raw ms |")?;
    print("| --- | ---: | ---: | ---: | ---: | --- | --- | --- |")?;
    for way in ways {
        let time = median(&way.times);
        let equal = if (way.pairs, way.digest) == (floor.pairs, floor.digest) { "yes" } else { "no" };
        let raw: Vec<String> = way.times.iter().map(|time| format!("{:.2}", time * 1e3)).collect();
        print(&format!(
            "| {} | {:.2} | {:.2} | {:.2} | {} | {:#018x} | {equal} | {} |",
            way.name,
            time * 1e3,
            time / our,
            time / bare,
            way.pairs,
            way.digest,
            raw.join(" ")
        ))?;
    }
    let same = ways.iter().all(|way| (way.pairs, way.digest) == (floor.pairs, floor.digest));
    if same { Ok(()) } else { Err("the answers differ".into()) }
}

fn ratio(part: usize, whole: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "printed with one digit")]
    let ratio = part as f64 / whole.max(1) as f64;
    ratio
}

fn print(line: &str) -> Result<(), Failed> {
    writeln!(std::io::stdout().lock(), "{line}")?;
    Ok(())
}
