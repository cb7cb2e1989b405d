//! A seeded generator of register documents, for the benchmarks.
//!
//! The same [`Shape`] gives the same bytes on every platform. A document has places and the four
//! kinds of the insecurity chain, one record a line: 55 % risk factors, 25 % threats (2 to 6
//! causes), 14 % incidents (1 to 3) and 6 % losses (1 to 2). Nine causes in ten lie in the place
//! of their effect; the records of a place are strewn over the document, as an office that writes
//! them down day by day would strew them. A record takes about 163 bytes; a rich one, which also
//! has a note, tags, a label and a field that no reader knows, about 360.

pub mod fault;
mod random;
mod record;
mod stage;
mod words;

use fault::{Fault, Planter};
use random::Random;
use stage::Stage;
use words::{FACTORS, INCIDENTS, Kind, LOSSES, PARTS, THREATS, WHERE};

/// What a generated document looks like.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// How many records of the chain there are; places come on top.
    pub records: usize,
    /// Where the random numbers start.
    pub seed: u64,
    /// How many records of the chain share a place, on average.
    pub per_place: usize,
    /// Whether every record has a note, tags, a label and a field that no reader knows.
    pub rich: bool,
    /// How many records in a thousand have a fault. Where there are faults, a record in four has a
    /// date.
    pub faulty: usize,
    /// The faults, each as often as the next as far as records can have them.
    pub faults: &'static [Fault],
}

impl Shape {
    /// The plain shape: no faults planted, a hundred records a place, seed 1.
    #[must_use]
    pub fn real(records: usize) -> Self {
        Self { records, seed: 1, per_place: 100, rich: false, faulty: 0, faults: &[] }
    }

    /// The plain shape with faults that typed readers can read.
    #[must_use]
    pub fn faulty(records: usize, faulty: usize) -> Self {
        Self { faulty, faults: fault::READABLE, ..Self::real(records) }
    }

    /// The rich shape, with faults of all kinds.
    #[must_use]
    pub fn rich(records: usize, faulty: usize) -> Self {
        Self { rich: true, faulty, faults: fault::ALL, ..Self::real(records) }
    }
}

/// Returns the bytes of the document that has this shape.
///
/// Time and memory are linear in the number of records.
pub fn document(shape: &Shape) -> Vec<u8> {
    let mut writer = Writer::new(shape);
    let threats = shape.records / 4;
    let incidents = shape.records.saturating_mul(14) / 100;
    let losses = shape.records.saturating_mul(6) / 100;
    let factors = shape.records - threats - incidents - losses;

    writer.places();
    let factors = writer.factors(factors);
    let threats = writer.effects(&THREATS, threats, factors);
    let incidents = writer.effects(&INCIDENTS, incidents, threats);
    writer.effects(&LOSSES, losses, incidents);
    writer.finish()
}

/// Writes a document from front to back.
struct Writer {
    out: Vec<u8>,
    random: Random,
    places: usize,
    rich: bool,
    /// What the real shape does not have is drawn apart, so that its bytes don't depend on it.
    extra: Random,
    planter: Planter,
    /// The threat to which the next one leads back.
    back: Option<usize>,
    /// Records of the stage before that have one risk factor alone, and those of this stage.
    lone: Vec<usize>,
    next_lone: Vec<usize>,
}

impl Writer {
    /// Writes the head of the document.
    fn new(shape: &Shape) -> Self {
        let places = (shape.records / shape.per_place.max(1)).max(1);
        let bytes = if shape.rich { 380 } else { 172 };
        let mut writer = Self {
            out: Vec::with_capacity(shape.records.saturating_mul(bytes)),
            random: Random { state: shape.seed },
            places,
            rich: shape.rich,
            extra: Random { state: shape.seed ^ 0x0dd_f1e1d },
            planter: Planter::new(shape.faulty, shape.faults, shape.seed),
            back: None,
            lone: Vec::new(),
            next_lone: Vec::new(),
        };
        writer.text("{\"isms\":\"1\",\"id\":\"generated-");
        writer.text(&shape.records.to_string());
        writer.text("\",\"title\":\"A generated register\"");
        writer
    }

    /// Writes the end of the document, with a table of no known kind before it if there are faults
    /// of all kinds.
    fn finish(mut self) -> Vec<u8> {
        if self.planter.has(Fault::NoObject) {
            self.text(",\n\"radios\":[\n{\"id\":\"r1\",\"title\":\"Base station\"},\n{\"id\":\"r2\"}\n]");
        }
        self.text("\n}\n");
        self.out
    }

    /// Writes the places.
    fn places(&mut self) {
        self.open_list("places");
        for row in 0..self.places {
            let part = self.random.pick(PARTS);
            let place = self.random.pick(WHERE);
            let fault = self.planter.next("p");
            self.record(row, "p", fault, &format!("{part} {place}"), |_| ());
        }
        self.text("\n]");
    }

    /// Writes the risk factors.
    fn factors(&mut self, count: usize) -> Stage {
        let homes = self.random.homes(count, self.places);
        self.open_list("risk_factors");
        for (row, &home) in homes.iter().enumerate() {
            let title = self.title(FACTORS);
            let decimals = 3 + self.random.below(2);
            let likelihood = self.share(decimals);
            let fault = self.planter.next("f");
            self.record(row, "f", fault, &title, |writer| {
                writer.place(home, fault);
                writer.key("likelihood");
                writer.text(if fault == Some(Fault::OutOfRange) { "1.5" } else { &likelihood });
            });
        }
        self.text("\n]");
        Stage::new("f", &homes, self.places, &mut self.random)
    }

    /// Writes the records of a kind that has causes, drawn from the kind before it.
    fn effects(&mut self, kind: &Kind, count: usize, mut causes: Stage) -> Stage {
        let homes = self.random.homes(count, self.places);
        self.open_list(kind.key);
        for (row, &home) in homes.iter().enumerate() {
            let title = self.title(kind.subjects);
            let fault = self.planter.next(kind.letter);
            self.record(row, kind.letter, fault, &title, |writer| {
                if kind.placed {
                    writer.place(home, fault);
                } else {
                    writer.field("harm", "\"injury\"");
                }
                writer.date(kind.letter, fault);
                writer.causes(kind, row, home, &mut causes, fault);
            });
        }
        self.lone = std::mem::take(&mut self.next_lone);
        self.text("\n]");
        Stage::new(kind.letter, &homes, self.places, &mut self.random)
    }

    /// Begins the list of a kind.
    fn open_list(&mut self, key: &str) {
        self.text(",\n\"");
        self.text(key);
        self.text("\":[");
    }

    /// Draws the text of a title: what, where and when.
    fn title(&mut self, subjects: &[&'static str]) -> String {
        let subject = self.random.pick(subjects);
        let place = self.random.pick(WHERE);
        let day = 1 + self.random.below(28);
        let month = self.random.pick(words::MONTHS);
        let year = 2015 + self.random.below(12);
        format!("{subject} {place}, {day} {month} {year}")
    }

    /// Draws a number between 0 and 1 with this many decimals (2 to 4), the last of them not 0.
    fn share(&mut self, decimals: usize) -> String {
        let tens = match decimals {
            2 => 10,
            3 => 100,
            _ => 1000,
        };
        let number = self.random.below(tens) * 10 + 1 + self.random.below(9);
        format!("0.{number:0decimals$}")
    }

    /// Writes a text as it stands.
    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }
}
