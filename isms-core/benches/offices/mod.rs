//! A register with offices: the generated chain, and agencies that adopted a standard whose requirements were verified at every
//! office. And the same counts by hand.

use super::generator::{self, Shape};
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

/// How many offices there are, and how many requirements each answers.
#[derive(Debug, Clone, Copy)]
pub struct Offices {
    /// Offices, each in a place of its own.
    pub offices: usize,
    /// Requirements of the standard, each verified once at every office.
    pub requirements: usize,
    /// All records, those of the chain included.
    pub records: usize,
}

/// How many agencies share the offices.
const AGENCIES: usize = 10;

/// What is found, again and again; verifications of one requirement follow each other in time.
const RESULTS: [&str; 5] = ["met", "met", "met", "partly", "unmet"];

const SECTORS: [&str; 4] = ["analysis", "community", "protection", "mitigation"];

impl Offices {
    /// How many records the response has; an office is in a place of the chain.
    fn response(&self) -> usize {
        self.offices * (self.requirements + 1) + 2 * AGENCIES
    }

    /// The document.
    pub fn document(&self) -> Vec<u8> {
        let chain = self.records.saturating_sub(self.response());
        // A hundredth of the records of a chain are places.
        let per_place = (chain / self.offices.max(1)).clamp(1, 100);
        let shape = Shape { per_place, ..Shape::real(chain * 100 / 101) };
        let mut text = String::from_utf8(generator::document(&shape)).unwrap_or_default();
        text.truncate(text.trim_end().len().saturating_sub(1));
        table(&mut text, "agencies", AGENCIES, |out, row| {
            write!(out, "{{\"id\":\"agency-{row}\",\"title\":\"Agency {row}\",\"kind\":\"ingo\"}}")
        });
        table(&mut text, "programmes", self.offices, |out, row| {
            let (agency, place) = (row % AGENCIES, row + 1);
            write!(
                out,
                "{{\"id\":\"programme-{row}\",\"title\":\"Clinics\",\"agency\":\"agency-{agency}\",\"place\":\"p{place}\"}}"
            )
        });
        table(&mut text, "adoptions", AGENCIES, |out, row| {
            write!(
                out,
                "{{\"id\":\"adoption-{row}\",\"title\":\"Adopted\",\"agency\":\"agency-{row}\",\"standard\":\"bench\"}}"
            )
        });
        table(&mut text, "verifications", self.offices * self.requirements, |out, row| {
            let (office, requirement) = (row / self.requirements, row % self.requirements);
            let result = RESULTS.get(row * 7 % RESULTS.len()).copied().unwrap_or_default();
            let (agency, place, day) = (office % AGENCIES, office + 1, 1 + row % 28);
            write!(
                out,
                "{{\"id\":\"found-{row}\",\"title\":\"Seen on site\",\"agency\":\"agency-{agency}\",\"place\":\"p{place}\",\
                 \"requirement\":\"bench:r{requirement}\",\"result\":\"{result}\",\"evidence\":[\"minutes\"],\"date\":\"2026-05-{day:02}\"}}"
            )
        });
        text.push_str("\n}\n");
        text.into_bytes()
    }

    /// The standard that they adopted.
    pub fn standard(&self) -> Vec<u8> {
        let mut text = String::from(
            "{\"isms_catalog\":\"1\",\"id\":\"bench\",\"edition\":\"1\",\"title\":{\"en\":\"Standard of the benchmark\"}",
        );
        table(&mut text, "requirements", self.requirements, |out, row| {
            let sector = SECTORS.get(row % SECTORS.len()).copied().unwrap_or_default();
            let force = if is_must(row) { "must" } else { "should" };
            write!(
                out,
                "{{\"id\":\"r{row}\",\"text\":{{\"en\":\"What is asked for, number {row}.\"}},\"sector\":\"{sector}\",\
                 \"level\":\"local\",\"force\":\"{force}\",\"review\":\"P1Y\"}}"
            )
        });
        text.push_str("\n}\n");
        text.into_bytes()
    }
}

/// Two of three requirements are musts.
fn is_must(row: usize) -> bool {
    !row.is_multiple_of(3)
}

fn table(out: &mut String, key: &str, rows: usize, row: impl Fn(&mut String, usize) -> std::fmt::Result) {
    out.push_str(",\n\"");
    out.push_str(key);
    out.push_str("\":[\n");
    for at in 0..rows {
        out.push_str(if at == 0 { "" } else { ",\n" });
        // Writing to a `String` cannot fail.
        let _ = row(out, at);
    }
    out.push_str("\n]");
}

/// What there is to know of the gaps: musts met, and musts partly or not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// Found met.
    pub met: u64,
    /// Found met in part, or not.
    pub gaps: u64,
}

/// The verifications alone, read by a general parser and counted by hand: the latest of each requirement of each office.
///
/// # Errors
/// The document is none.
pub fn counted(document: &[u8]) -> Result<Counted, serde_json::Error> {
    let document: Plain<'_> = serde_json::from_slice(document)?;
    let mut latest: HashMap<(&str, &str, &str), &Found<'_>> = HashMap::new();
    for found in &document.verifications {
        let known = latest.entry((&found.agency, &found.place, &found.requirement)).or_insert(found);
        if found.date > known.date {
            *known = found;
        }
    }
    let mut counted = Counted { met: 0, gaps: 0 };
    for ((_, _, requirement), found) in latest {
        let row = requirement.rsplit('r').next().and_then(|row| row.parse().ok()).unwrap_or(0);
        if is_must(row) {
            let count = if found.result == "met" { &mut counted.met } else { &mut counted.gaps };
            *count += 1;
        }
    }
    Ok(counted)
}

#[derive(Deserialize)]
struct Plain<'a> {
    #[serde(borrow)]
    verifications: Vec<Found<'a>>,
}

#[derive(Deserialize)]
struct Found<'a> {
    #[serde(borrow)]
    agency: Cow<'a, str>,
    #[serde(borrow)]
    place: Cow<'a, str>,
    #[serde(borrow)]
    requirement: Cow<'a, str>,
    #[serde(borrow)]
    result: Cow<'a, str>,
    #[serde(borrow)]
    date: Cow<'a, str>,
}
