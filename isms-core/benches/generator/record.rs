//! How one record is written, faults and all.

use super::Writer;
use super::fault::Fault;
use super::stage::Stage;
use super::words::{Kind, LABELS, NOTES, TAGS, UNKNOWN};

impl Writer {
    /// Writes a record on a line of its own; `own` writes the fields that only its kind has.
    pub(super) fn record(
        &mut self,
        row: usize,
        letter: &str,
        fault: Option<Fault>,
        title: &str,
        own: impl FnOnce(&mut Self),
    ) {
        self.text(if row == 0 { "\n" } else { ",\n" });
        if fault == Some(Fault::NoObject) {
            return self.text("7");
        }
        self.text("{");
        if fault != Some(Fault::MissingId) {
            let row = if fault == Some(Fault::DuplicateId) { row.saturating_sub(1) } else { row };
            self.key("id");
            self.id(letter, row);
        }
        if fault != Some(Fault::MissingTitle) {
            self.field("title", &format!("\"{title}\""));
        }
        self.common(letter, fault);
        own(self);
        match fault {
            Some(Fault::RepeatedKey) => self.field("title", "\"Written again\""),
            Some(Fault::NearKey) => self.field("titel", "\"Misspelt\""),
            _ => (),
        }
        if self.rich {
            let unknown = self.extra.pick(UNKNOWN);
            self.field("radio_plan", unknown);
        }
        self.text("}");
    }

    /// Writes fields that every kind has.
    fn common(&mut self, letter: &str, fault: Option<Fault>) {
        if fault == Some(Fault::WrongType) {
            self.field("note", "7");
        } else if self.rich {
            let (first, second) = (self.extra.pick(NOTES), self.extra.pick(NOTES));
            self.field("note", &format!("\"{first} {second}\""));
        }
        if self.rich {
            let (first, second) = (self.extra.pick(TAGS), self.extra.pick(TAGS));
            self.field("tags", &format!("[\"{first}\",\"{second}\"]"));
        }
        let ended = fault == Some(Fault::OrderInTime) && self.extra.below(2) == 0;
        if ended {
            self.field("since", "\"2019-05-01\"");
            self.field("until", "\"2018-11\"");
        } else if self.planter.is_on() && "ft".contains(letter) && self.extra.below(4) == 0 {
            let begin = if letter == "f" { 2015 } else { 2018 };
            let (year, month) = (begin + self.extra.below(2), 1 + self.extra.below(12));
            self.field("since", &format!("\"{year}-{month:02}\""));
        }
        if self.rich {
            let label = self.extra.pick(LABELS);
            self.field("label", label);
        }
    }

    /// Writes the place.
    pub(super) fn place(&mut self, home: usize, fault: Option<Fault>) {
        match fault {
            Some(Fault::NoPlace) => (),
            Some(Fault::Dangling) => self.field("place", "\"nowhere\""),
            Some(Fault::WrongKind) => self.field("place", "\"f1\""),
            _ => {
                self.key("place");
                self.id("p", home);
            }
        }
    }

    /// Writes the date of an incident or a loss, if it has one.
    pub(super) fn date(&mut self, letter: &str, fault: Option<Fault>) {
        if !self.planter.is_on() || letter == "t" {
            return;
        }
        let begin = if letter == "i" { 2020 } else { 2022 };
        match fault {
            Some(Fault::OrderInTime) => self.field("date", "\"2012-03-04\""),
            Some(Fault::OrderInDoubt) => self.field("date", "\"2019\""),
            _ if self.extra.below(4) == 0 => {
                let (year, month) = (begin + self.extra.below(2), 1 + self.extra.below(12));
                let day = 1 + self.extra.below(28);
                self.field("date", &format!("\"{year}-{month:02}-{day:02}\""));
            }
            _ => (),
        }
    }

    /// Writes the causes of a record.
    pub(super) fn causes(&mut self, kind: &Kind, row: usize, home: usize, stage: &mut Stage, fault: Option<Fault>) {
        let (fewest, most) = kind.causes;
        let wanted = fewest + self.random.below(most - fewest + 1);
        let mut rows = stage.draw(wanted, home, &mut self.random);
        if rows.is_empty() || fault == Some(Fault::NoCauses) {
            return;
        }
        if fault == Some(Fault::SingleFactor) {
            let lone = self.lone.pop();
            if lone.is_some() || kind.letter == "t" {
                self.next_lone.push(row);
            }
            rows.truncate(1);
            rows = lone.map_or(rows, |lone| vec![lone]);
        }
        let mut before = ",\"causes\":[";
        for link in &rows {
            let decimals = 2 + self.random.below(2);
            let chance = self.share(decimals);
            self.text(before);
            self.link(stage.letter, *link, if fault == Some(Fault::OutOfRange) { "1.5" } else { &chance });
            before = ",";
        }
        self.more_links(kind, row, &rows, stage, fault);
        self.text("]");
    }

    /// Writes links that should not be there.
    fn more_links(&mut self, kind: &Kind, row: usize, rows: &[usize], stage: &Stage, fault: Option<Fault>) {
        if let Some(back) = self.back.take().filter(|_| kind.letter == "t") {
            self.text(",");
            self.link("t", back, "0.5");
        }
        let (letter, other) = match fault {
            Some(Fault::RepeatedLink) => (stage.letter, rows.first().copied().unwrap_or_default()),
            Some(Fault::WrongKind) => ("p", 0),
            Some(Fault::Dangling) => ("x", row),
            // A threat takes no incident, an incident no factor, a loss no threat.
            Some(Fault::WrongStage) => (
                if kind.letter == "t" {
                    "i"
                } else if kind.letter == "i" {
                    "f"
                } else {
                    "t"
                },
                0,
            ),
            Some(Fault::Cycle) if row.is_multiple_of(2) => ("t", row),
            Some(Fault::Cycle) => {
                self.back = Some(row);
                ("t", row + 1)
            }
            _ => return,
        };
        self.text(",");
        self.link(letter, other, "0.5");
    }

    fn link(&mut self, letter: &str, row: usize, chance: &str) {
        self.text("{\"id\":");
        self.id(letter, row);
        self.text(",\"chance\":");
        self.text(chance);
        self.text("}");
    }

    /// Writes a key, and the comma before it.
    pub(super) fn key(&mut self, key: &str) {
        let first = self.out.last() == Some(&b'{');
        self.text(if first { "\"" } else { ",\"" });
        self.text(key);
        self.text("\":");
    }

    /// Writes a key and its value.
    pub(super) fn field(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text(value);
    }

    /// Writes an id; rows count from 0, ids from 1.
    fn id(&mut self, letter: &str, row: usize) {
        self.text("\"");
        self.text(letter);
        self.text(&(row + 1).to_string());
        self.text("\"");
    }
}
