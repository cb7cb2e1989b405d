//! How long it takes to open and check a register, to save it, and what a phone does; beside other
//! libraries, if asked for.
//!
//!     cargo bench -p isms-core --bench open -- TASK [RECORDS...] [--shape SHAPE] [--faulty N] [--runs N] [--peers PYTHON]
//!
//! `--help` and `docs/benchmarks.md` say what is measured, and how.

pub mod clock;
pub mod contest;
pub mod generator;
pub mod interpreter;
pub mod ours;

use clock::median;
use contest::{Document, Way};
use generator::Shape;
use std::error::Error;
use std::io::Write as _;

type Failed = Box<dyn Error>;

const HELP: &str = "\
cargo bench -p isms-core --bench open -- TASK [RECORDS...] [options]

  TASK     open   open a document and find all findings (100000 1000000 records unless said)
           save   save an opened document (100000 1000000)
           phone  open, check, and trace every loss, one by one (2000)
           curve  open and check, from 1000 to 10000000 records: needs 24 GB, and the machine alone

  --shape SHAPE    real    places and the chain, about 163 bytes a record (unless said)
                   faulty  the same with faults that typed readers can read
                   rich    note, tags, label, an unknown field; faults of every kind
  --faulty N       how many records in a thousand have a fault, in shapes that have any (10)
  --runs N         how many processes each way is run in, in turn (5)
  --peers PYTHON   the interpreter of the peers: target/peers/bin/python, once `cargo dev peers` is run;
                   without it the library runs alone
";

/// What is asked for.
struct Options {
    task: String,
    records: Vec<usize>,
    shape: String,
    faulty: usize,
    runs: usize,
    peers: Option<String>,
}

fn main() -> Result<(), Failed> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    // A process of its own for one way.
    if let [flag, way, file, loops] = words.as_slice()
        && flag == "--way"
    {
        return print(&ours::run(way, file, loops.parse()?)?.to_string());
    }
    if words.is_empty() || words.iter().any(|word| word == "--help") {
        return print(HELP);
    }
    let options = options(&words)?;
    print(&machine())?;
    match options.task.as_str() {
        "open" => contests(&options, &[100_000, 1_000_000], &open_ways(&options), "isms"),
        "save" => contests(&options, &[100_000, 1_000_000], &save_ways(&options), "isms-save"),
        "phone" => contests(&options, &[2_000], &PHONE, "isms"),
        "curve" => curve(&options),
        other => Err(format!("expected open, save, phone or curve, found {other}").into()),
    }
}

fn options(words: &[String]) -> Result<Options, Failed> {
    let mut options =
        Options { task: String::new(), records: Vec::new(), shape: "real".into(), faulty: 10, runs: 5, peers: None };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} takes a value"));
        match word.as_str() {
            "--shape" => options.shape.clone_from(value()?),
            "--faulty" => options.faulty = value()?.parse()?,
            "--runs" => options.runs = value()?.parse()?,
            "--peers" => options.peers = Some(interpreter::from_root(value()?)),
            task if options.task.is_empty() => options.task = task.into(),
            records => options.records.push(records.replace('_', "").parse()?),
        }
    }
    if options.runs == 0 { Err("--runs takes a number from 1 on".into()) } else { Ok(options) }
}

/// The ways of opening and checking. Typed readers refuse a document of the rich shape at its first
/// fault; a reader that keeps both of equal keys recounts it.
fn open_ways(options: &Options) -> Vec<Way> {
    let rich = options.shape == "rich";
    let mut ways = vec![
        Way::ours("isms", "isms"),
        Way::ours("isms, bytes lent", "isms-lent"),
        Way::ours("isms, from a file", "isms-file"),
    ];
    if !rich {
        ways.push(Way::ours("floor: serde_json, typed, no checks", "floor"));
    }
    if options.peers.is_some() {
        ways.push(Way::peer("isms in Python, from a file", "isms-python"));
        ways.push(Way::peer("orjson", "orjson-collecting"));
        ways.push(Way::peer("orjson, collector off", "orjson"));
        if !rich {
            ways.push(Way::peer("msgspec + checks", "msgspec-collecting"));
            ways.push(Way::peer("msgspec + checks, collector off", "msgspec"));
        }
        ways.push(Way { once: true, ..Way::peer("json + checks", "json") });
    }
    ways
}

fn save_ways(options: &Options) -> Vec<Way> {
    let mut ways = vec![Way::ours("isms", "isms-save")];
    if options.peers.is_some() {
        ways.push(Way::peer("orjson.dumps", "orjson-dumps"));
        ways.push(Way { once: true, ..Way::peer("(compares what was saved)", "same") });
    }
    ways
}

const PHONE: [Way; 2] = [Way::ours("isms: open + check", "isms"), Way::ours("isms: + trace every loss", "isms-phone")];

/// One contest and one table for each size.
fn contests(options: &Options, sizes: &[usize], ways: &[Way], ours: &str) -> Result<(), Failed> {
    let sizes = if options.records.is_empty() { sizes } else { &options.records };
    for records in sizes {
        let document = document(options, *records)?;
        let results = contest::run(&document, ways, options.runs, options.peers.as_deref())?;
        let shape =
            if options.shape == "real" { String::new() } else { format!(", {} in 1000 faulty", options.faulty) };
        print(&format!(
            "\n{}: {records} records of shape {}{shape}, {} bytes; CPU seconds of one process a run\n",
            options.task, options.shape, document.bytes
        ))?;
        contest::report(&document, &results, ours, "orjson")?;
    }
    Ok(())
}

/// Time and memory as the document grows.
fn curve(options: &Options) -> Result<(), Failed> {
    let sizes = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000];
    let sizes = if options.records.is_empty() { &sizes[..] } else { &options.records };
    print(&format!("\ncurve: shape {}; open and check, CPU seconds of one process a run\n", options.shape))?;
    print("| records | bytes | median ms | ns a record | first ms | peak MB | bytes a byte | raw ms |")?;
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |")?;
    for records in sizes {
        let document = document(options, *records)?;
        for result in contest::run(&document, &[Way::ours("isms", "isms")], options.runs, None)? {
            let raw: Vec<String> = result.seconds.iter().map(|time| contest::milliseconds(*time)).collect();
            print(&format!(
                "| {records} | {} | {} | {:.0} | {} | {:.0} | {:.2} | {} |",
                document.bytes,
                contest::milliseconds(median(&result.seconds)),
                median(&result.seconds) * 1e9 / contest::ratio(*records as u64, 1),
                contest::milliseconds(median(&result.first)),
                contest::ratio(result.peak, 1_000_000),
                contest::ratio(result.peak, document.bytes as u64),
                raw.join(" ")
            ))?;
        }
    }
    Ok(())
}

fn document(options: &Options, records: usize) -> Result<Document, Failed> {
    let shape = match options.shape.as_str() {
        "real" => Shape::real(records),
        "faulty" => Shape::faulty(records, options.faulty),
        "rich" => Shape::rich(records, options.faulty),
        other => return Err(format!("expected real, faulty or rich, found {other}").into()),
    };
    Document::write(records, &generator::document(&shape))
}

/// On what, and beside how much other work.
fn machine() -> String {
    let read = |file| std::fs::read_to_string(file).unwrap_or_default();
    let (processor, load) = (read("/proc/cpuinfo"), read("/proc/loadavg"));
    let model = processor.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or("?");
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let load: Vec<&str> = load.split(' ').take(3).collect();
    format!("{cores} x{}; load {}", model.trim_start_matches(['\t', ':']), load.join(" "))
}

fn print(line: &str) -> Result<(), Failed> {
    writeln!(std::io::stdout().lock(), "{line}")?;
    Ok(())
}
