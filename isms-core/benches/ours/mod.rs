//! What the library does in a process of its own: `WAY FILE LOOPS`, one line of JSON on standard
//! output, as `peers/open.py` gives it.

use super::Failed;
use super::clock::{peak, timed};
use isms_core::{Causes, Findings, Incident, Kind, Loss, Register, Threat};
use serde::Deserialize;
use serde_json::{Map, Value as Json, json};
use std::borrow::Cow;

/// Runs a way so often, and says what it took and what it found.
pub fn run(way: &str, file: &str, loops: usize) -> Result<Json, Failed> {
    match way {
        "isms" => {
            repeat(loops, || Ok(std::fs::read(file)?), checked, |(register, findings)| answer(register, findings))
        }
        "isms-lent" => {
            let bytes = std::fs::read(file)?;
            repeat(loops, nothing, |()| checked(&bytes), |(register, findings)| answer(register, findings))
        }
        "isms-file" => repeat(
            loops,
            nothing,
            |()| checked(std::fs::read(file)?),
            |(register, findings)| answer(register, findings),
        ),
        "isms-phone" => repeat(
            loops,
            || Ok(std::fs::read(file)?),
            traced,
            |(register, traces)| json!({"records": register.len(), "traces": traces}),
        ),
        "isms-save" => {
            let register = Register::open(std::fs::read(file)?)?;
            std::fs::write(format!("{file}.saved"), register.save())?;
            repeat(
                loops,
                nothing,
                |()| Ok(register.save()),
                |saved| json!({"records": register.len(), "bytes": saved.len()}),
            )
        }
        "floor" => {
            let bytes = std::fs::read(file)?;
            repeat(loops, nothing, |()| Ok(serde_json::from_slice::<Plain<'_>>(&bytes)?), Plain::answer)
        }
        _ => Err(format!("no way is called {way}").into()),
    }
}

fn nothing() -> Result<(), Failed> {
    Ok(())
}

/// Times some work again and again. What it works on is made, and what an earlier run left is freed,
/// outside the clock; memory is that of the first run.
fn repeat<I, T>(
    loops: usize,
    prepare: impl Fn() -> Result<I, Failed>,
    work: impl Fn(I) -> Result<T, Failed>,
    answer: impl Fn(&T) -> Json,
) -> Result<Json, Failed> {
    let (mut seconds, mut most, mut last) = (Vec::new(), 0, None);
    for _ in 0..loops {
        drop(last.take());
        let prepared = prepare()?;
        let (result, time) = timed(|| work(prepared));
        seconds.push(time);
        most = if most == 0 { peak() } else { most };
        last = Some(result?);
    }
    Ok(json!({"seconds": seconds, "peak": most, "answer": last.as_ref().map(answer)}))
}

/// The whole work: open, and find all findings with their places.
fn checked<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> Result<(Register, Findings), Failed> {
    let register = Register::open(bytes)?;
    let findings = register.check();
    Ok((register, findings))
}

/// What a phone does: the same, and one trace for each loss.
fn traced(bytes: Vec<u8>) -> Result<(Register, usize), Failed> {
    let (register, _) = checked(bytes)?;
    let traces: Result<Vec<_>, _> = register.ids(Kind::Loss).map(|id| register.trace(id)).collect();
    let traces = traces?.len();
    Ok((register, traces))
}

fn answer(register: &Register, findings: &Findings) -> Json {
    let links = |causes: Option<&Causes>| causes.map_or(0, |causes| causes.links.len());
    let all: usize = register.iter::<Threat>().map(|record| links(record.causes.as_ref())).sum::<usize>()
        + register.iter::<Incident>().map(|record| links(record.causes.as_ref())).sum::<usize>()
        + register.iter::<Loss>().map(|record| links(record.causes.as_ref())).sum::<usize>();
    let by_code: Map<String, Json> =
        findings.counts.by_code.iter().map(|tallied| (tallied.code.clone(), tallied.count.into())).collect();
    json!({"records": register.len(), "links": all, "findings": by_code, "places": places(findings)})
}

/// The digest of the code and place of every finding, but of codes whose lists are capped: the sum
/// of the FNV-1a digests, as `peers/checks.py` adds them up.
fn places(findings: &Findings) -> String {
    let listed = findings.findings.iter().filter(|finding| !findings.capped.contains(&finding.code));
    let digests = listed.map(|finding| {
        let text = format!("{} {}", finding.code, finding.path);
        text.bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |found, byte| (found ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    });
    format!("{:#018x}", digests.fold(0, u64::wrapping_add))
}

/// The floor of reading: what a general parser takes for the fields of the plain shape, text not
/// copied, nothing checked.
#[derive(Deserialize)]
struct Plain<'a> {
    #[serde(borrow)]
    places: Vec<PlainRecord<'a>>,
    risk_factors: Vec<PlainRecord<'a>>,
    threats: Vec<PlainRecord<'a>>,
    incidents: Vec<PlainRecord<'a>>,
    losses: Vec<PlainRecord<'a>>,
}

/// A record of the plain shape.
#[derive(Deserialize)]
#[expect(dead_code, reason = "read, as who reads a record must")]
struct PlainRecord<'a> {
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    #[serde(borrow)]
    title: Option<Cow<'a, str>>,
    #[serde(borrow)]
    place: Option<Cow<'a, str>>,
    #[serde(borrow)]
    harm: Option<Cow<'a, str>>,
    likelihood: Option<f64>,
    #[serde(borrow, default)]
    causes: Vec<PlainLink<'a>>,
}

/// A link of the plain shape.
#[derive(Deserialize)]
#[expect(dead_code, reason = "read, as who reads a link must")]
struct PlainLink<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    chance: f64,
}

impl Plain<'_> {
    fn answer(&self) -> Json {
        let tables = [&self.places, &self.risk_factors, &self.threats, &self.incidents, &self.losses];
        let records: usize = tables.iter().map(|table| table.len()).sum();
        let links: usize = tables.iter().flat_map(|table| table.iter()).map(|record| record.causes.len()).sum();
        json!({"records": records, "links": links})
    }
}
