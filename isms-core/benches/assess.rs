//! How long it takes to assess all offices of a register, beside opening it; and one office of the register of a phone.
//!
//!     cargo bench -p isms-core --bench assess -- [RECORDS...] [--runs N]
//!
//! `docs/benchmarks.md` says what is measured, and how.

pub mod clock;
pub mod generator;
pub mod offices;

use clock::{median, timed};
use isms_core::{AssessOptions, Assessed, Catalogs, Office, Register};
use offices::{Counted, Offices};
use std::error::Error;
use std::io::Write as _;

type Failed = Box<dyn Error>;

/// How many records stand behind one office.
const BEHIND_AN_OFFICE: usize = 5_000;

/// How many requirements each office answers.
const REQUIREMENTS: usize = 400;

const DAY: &str = "2026-06-30";

/// Seconds of every run.
#[derive(Default)]
struct Times {
    open: Vec<f64>,
    assess: Vec<f64>,
    floor: Vec<f64>,
}

fn main() -> Result<(), Failed> {
    let (mut sizes, mut runs) = (Vec::new(), 5);
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    while let Some(word) = words.next() {
        match word.as_str() {
            "--runs" => runs = words.next().ok_or("--runs takes a number")?.parse::<usize>()?.max(1),
            size => sizes.push(size.replace('_', "").parse::<usize>()?),
        }
    }
    if sizes.is_empty() {
        sizes = vec![10_000, 100_000, 1_000_000];
    }
    say(
        "| records | offices x requirements | open ms | assess ms | assess / open | us a verification | floor ms | equal | raw open ms | raw assess ms |",
    )?;
    say("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- | --- |")?;
    for records in sizes {
        all_offices(records, runs)?;
    }
    say("\n| one office of a phone | records | requirements | catalogues ms | open ms | assess ms | raw assess ms |")?;
    say("| --- | ---: | ---: | ---: | ---: | ---: | --- |")?;
    one_office("of one office", Offices { offices: 1, requirements: 115, records: 2_000 }, runs)?;
    one_office("of twelve offices", Offices { offices: 12, requirements: 115, records: 2_000 }, runs)
}

fn all_offices(records: usize, runs: usize) -> Result<(), Failed> {
    let shape = Offices { offices: (records / BEHIND_AN_OFFICE).max(1), requirements: REQUIREMENTS, records };
    let (document, catalogs) = (shape.document(), Catalogs::with_own([shape.standard()])?);
    let options = AssessOptions::on(DAY.parse().map_err(|_| "a day")?);
    let (mut times, mut found, mut len) = (Times::default(), None, 0);
    for _ in 0..runs {
        let bytes = document.clone();
        let (register, open) = timed(|| Register::open(bytes));
        let register = register?;
        len = register.len();
        let (assessed, assess) = timed(|| register.assess(&options, &catalogs));
        drop(register);
        let (floor, by_hand) = timed(|| offices::counted(&document));
        times.open.push(open);
        times.assess.push(assess);
        times.floor.push(by_hand);
        found = Some((of(&assessed?), floor?));
    }
    let (ours, floor) = found.ok_or("no run")?;
    let (open, assess) = (median(&times.open), median(&times.assess));
    let verifications = shape.offices * shape.requirements;
    say(&format!(
        "| {len} | {} x {} | {} | {} | {:.2} | {:.2} | {} | {} | {} | {} |",
        shape.offices,
        shape.requirements,
        ms(open),
        ms(assess),
        assess / open,
        assess * 1e6 / f64::from(u32::try_from(verifications)?),
        ms(median(&times.floor)),
        if ours == floor { "yes" } else { "NO" },
        raw(&times.open),
        raw(&times.assess)
    ))?;
    if ours == floor { Ok(()) } else { Err(format!("assess counts {ours:?}, by hand it is {floor:?}").into()) }
}

/// The musts of the four sectors, each of which is in one of them.
fn of(assessed: &Assessed) -> Counted {
    let sectors = assessed.standings.iter().filter(|standing| standing.by == "sector");
    let musts: Vec<_> = sectors.map(|standing| standing.must).collect();
    Counted {
        met: musts.iter().map(|must| must.met).sum(),
        gaps: musts.iter().map(|must| must.partly + must.unmet).sum(),
    }
}

fn one_office(name: &str, shape: Offices, runs: usize) -> Result<(), Failed> {
    let document = shape.document();
    let mut options = AssessOptions::on(DAY.parse().map_err(|_| "a day")?);
    options.offices.push(Office::new("agency-0", "p1"));
    let (mut times, mut read) = (Times::default(), Vec::new());
    for _ in 0..runs.max(15) {
        let (catalogs, reading) = timed(|| Catalogs::with_own([shape.standard()]));
        let (register, open) = timed(|| Register::open(&document));
        let (register, catalogs) = (register?, catalogs?);
        let (assessed, assess) = timed(|| register.assess(&options, &catalogs));
        if assessed?.offices.len() != 1 {
            return Err("one office was asked for".into());
        }
        read.push(reading);
        times.open.push(open);
        times.assess.push(assess);
    }
    say(&format!(
        "| {name} | {} | {} | {} | {} | {} | {} |",
        shape.records,
        shape.requirements,
        ms(median(&read)),
        ms(median(&times.open)),
        ms(median(&times.assess)),
        raw(&times.assess)
    ))
}

fn ms(seconds: f64) -> String {
    format!("{:.2}", seconds * 1e3)
}

fn raw(times: &[f64]) -> String {
    times.iter().map(|time| ms(*time)).collect::<Vec<_>>().join(" ")
}

fn say(line: &str) -> Result<(), Failed> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
