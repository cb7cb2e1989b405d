//! A seeded generator of register documents, for the benchmarks.
//!
//! The same [`Shape`] gives the same bytes on every platform. A document has places and the four
//! kinds of the insecurity chain, one record a line: 55 % risk factors, 25 % threats (2 to 6
//! causes), 14 % incidents (1 to 3) and 6 % losses (1 to 2). Nine causes in ten lie in the place
//! of their effect; the records of a place are strewn over the document, as an office that writes
//! them down day by day would strew them. A record takes about 163 bytes.

use std::collections::VecDeque;

/// What a generated document looks like.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// How many records of the chain there are; places come on top.
    pub records: usize,
    /// Where the random numbers start.
    pub seed: u64,
    /// How many records of the chain share a place, on average.
    pub per_place: usize,
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

/// What the records of one kind have in common.
struct Kind {
    /// The key of the kind in the document.
    key: &'static str,
    /// The first letter of its ids.
    letter: &'static str,
    /// The fewest and the most causes of a record.
    causes: (usize, usize),
    /// Whether a record names its place; if not, it names a harm.
    placed: bool,
    /// How a title may begin.
    subjects: &'static [&'static str],
}

/// The records of one kind that are written, as causes of the next kind.
struct Stage {
    /// The first letter of their ids.
    letter: &'static str,
    /// How many there are.
    count: usize,
    /// The rows of each place, in random order.
    of_place: Vec<VecDeque<usize>>,
    /// Whether the rows of a place are drawn in turn, so that each is used as often as the next.
    in_turn: bool,
}

impl Stage {
    /// Sorts the records of a kind by place.
    fn new(letter: &'static str, homes: &[usize], writer: &mut Writer) -> Self {
        let mut of_place = vec![VecDeque::new(); writer.places];
        for (row, &home) in homes.iter().enumerate() {
            if let Some(rows) = of_place.get_mut(home) {
                rows.push_back(row);
            }
        }
        for rows in &mut of_place {
            writer.random.shuffle(rows.make_contiguous());
        }
        Self { letter, count: homes.len(), of_place, in_turn: letter == "f" }
    }

    /// Draws the rows of `wanted` different causes, or of as many as there are.
    fn draw(&mut self, wanted: usize, home: usize, random: &mut Random) -> Vec<usize> {
        let count = self.count;
        let mut rows = Vec::with_capacity(wanted);
        while rows.len() < wanted.min(count) {
            let next = (0..8)
                .map(|_| self.candidate(home, random))
                .find(|row| !rows.contains(row))
                .or_else(|| (0..count).find(|row| !rows.contains(row)));
            rows.extend(next);
        }
        rows
    }

    /// Draws one row: nine times in ten of the place `home`, else of anywhere.
    fn candidate(&mut self, home: usize, random: &mut Random) -> usize {
        let near = random.below(10) != 0;
        let rows = self.of_place.get_mut(home).filter(|_| near);
        let row = if self.in_turn {
            rows.and_then(next_in_turn)
        } else {
            rows.and_then(|rows| rows.get(random.below(rows.len())).copied())
        };
        row.unwrap_or_else(|| random.below(self.count))
    }
}

/// Takes the first row and puts it last.
fn next_in_turn(rows: &mut VecDeque<usize>) -> Option<usize> {
    let row = rows.pop_front()?;
    rows.push_back(row);
    Some(row)
}

/// Writes a document from front to back.
struct Writer {
    out: Vec<u8>,
    random: Random,
    places: usize,
}

impl Writer {
    /// Writes the head of the document.
    fn new(shape: &Shape) -> Self {
        let places = (shape.records / shape.per_place.max(1)).max(1);
        let out = Vec::with_capacity(shape.records.saturating_mul(172));
        let random = Random { state: shape.seed };
        let mut writer = Self { out, random, places };
        writer.text("{\"isms\":\"1\",\"id\":\"generated-");
        writer.text(&shape.records.to_string());
        writer.text("\",\"title\":\"A generated register\"");
        writer
    }

    /// Writes the end of the document.
    fn finish(mut self) -> Vec<u8> {
        self.text("\n}\n");
        self.out
    }

    /// Writes the places.
    fn places(&mut self) {
        self.open_list("places");
        for row in 0..self.places {
            self.open_record(row, "p");
            let part = self.random.pick(PARTS);
            let place = self.random.pick(WHERE);
            self.text(&format!("{part} {place}\"}}"));
        }
        self.text("\n]");
    }

    /// Writes the risk factors.
    fn factors(&mut self, count: usize) -> Stage {
        let homes = self.random.homes(count, self.places);
        self.open_list("risk_factors");
        for (row, &home) in homes.iter().enumerate() {
            self.open_record(row, "f");
            self.title(FACTORS);
            self.place(home);
            self.text(",\"likelihood\":");
            let decimals = 3 + self.random.below(2);
            self.share(decimals);
            self.text("}");
        }
        self.text("\n]");
        Stage::new("f", &homes, self)
    }

    /// Writes the records of a kind that has causes, drawn from the kind before it.
    fn effects(&mut self, kind: &Kind, count: usize, mut causes: Stage) -> Stage {
        let homes = self.random.homes(count, self.places);
        self.open_list(kind.key);
        for (row, &home) in homes.iter().enumerate() {
            self.open_record(row, kind.letter);
            self.title(kind.subjects);
            if kind.placed {
                self.place(home);
            } else {
                self.text("\",\"harm\":\"injury\"");
            }
            self.causes(kind, home, &mut causes);
        }
        self.text("\n]");
        Stage::new(kind.letter, &homes, self)
    }

    /// Writes the causes of a record, and the end of the record.
    fn causes(&mut self, kind: &Kind, home: usize, stage: &mut Stage) {
        let (fewest, most) = kind.causes;
        let wanted = fewest + self.random.below(most - fewest + 1);
        let mut before = ",\"causes\":[{\"id\":\"";
        for row in stage.draw(wanted, home, &mut self.random) {
            self.text(before);
            self.id(stage.letter, row);
            self.text("\",\"chance\":");
            let decimals = 2 + self.random.below(2);
            self.share(decimals);
            before = "},{\"id\":\"";
        }
        let end = if stage.count == 0 { "}" } else { "}]}" };
        self.text(end);
    }

    /// Begins the list of a kind.
    fn open_list(&mut self, key: &str) {
        self.text(",\n\"");
        self.text(key);
        self.text("\":[");
    }

    /// Begins a record on a line of its own, up to where the title's text starts.
    fn open_record(&mut self, row: usize, letter: &str) {
        let before = if row == 0 { "\n" } else { ",\n" };
        self.text(before);
        self.text("{\"id\":\"");
        self.id(letter, row);
        self.text("\",\"title\":\"");
    }

    /// Writes the text of a title: what, where and when.
    fn title(&mut self, subjects: &[&'static str]) {
        let subject = self.random.pick(subjects);
        let place = self.random.pick(WHERE);
        let day = 1 + self.random.below(28);
        let month = self.random.pick(MONTHS);
        let year = 2015 + self.random.below(12);
        self.text(&format!("{subject} {place}, {day} {month} {year}"));
    }

    /// Ends the title's text and writes the place.
    fn place(&mut self, home: usize) {
        self.text("\",\"place\":\"");
        self.id("p", home);
        self.text("\"");
    }

    /// Writes an id; rows count from 0, ids from 1.
    fn id(&mut self, letter: &str, row: usize) {
        self.text(letter);
        self.text(&(row + 1).to_string());
    }

    /// Writes a number between 0 and 1 with this many decimals (2 to 4), the last of them not 0.
    fn share(&mut self, decimals: usize) {
        let tens = match decimals {
            2 => 10,
            3 => 100,
            _ => 1000,
        };
        let number = self.random.below(tens) * 10 + 1 + self.random.below(9);
        self.text(&format!("0.{number:0decimals$}"));
    }

    /// Writes a text as it stands.
    fn text(&mut self, text: &str) {
        self.out.extend_from_slice(text.as_bytes());
    }
}

/// A source of random numbers: `SplitMix64`.
struct Random {
    state: u64,
}

impl Random {
    /// Draws 64 bits.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// Draws a number below `end`; 0 if there is none.
    fn below(&mut self, end: usize) -> usize {
        let bits = self.next();
        u64::try_from(end)
            .ok()
            .and_then(|end| bits.checked_rem(end))
            .and_then(|drawn| usize::try_from(drawn).ok())
            .unwrap_or(0)
    }

    /// Draws one of the items; the default value if there is none.
    fn pick<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let row = self.below(items.len());
        items.get(row).copied().unwrap_or_default()
    }

    /// Draws the places of `count` records: each place as often as the next, in random order.
    fn homes(&mut self, count: usize, places: usize) -> Vec<usize> {
        let mut homes: Vec<usize> = (0..places).cycle().take(count).collect();
        self.shuffle(&mut homes);
        homes
    }

    /// Puts the rows in random order.
    fn shuffle(&mut self, rows: &mut [usize]) {
        for row in (1..rows.len()).rev() {
            rows.swap(row, self.below(row + 1));
        }
    }
}

const THREATS: Kind = Kind {
    key: "threats",
    letter: "t",
    causes: (2, 6),
    placed: true,
    subjects: &[
        "Threat of ambush on convoys",
        "Threat of kidnapping of field staff",
        "Threat of robbery of the warehouse",
        "Threat of crossfire between the parties",
        "Threat of mines and unexploded shells",
        "Threat of a mob at the distribution",
        "Threat of detention of national staff",
        "Threat of shelling",
        "Threat of hijacking of vehicles",
        "Threat of false accusations",
    ],
};

const INCIDENTS: Kind = Kind {
    key: "incidents",
    letter: "i",
    causes: (1, 3),
    placed: true,
    subjects: &[
        "Relief convoy ambushed",
        "Two drivers held at a checkpoint",
        "Warehouse looted at night",
        "Vehicle hit a mine",
        "Stones thrown at the clinic staff",
        "Shell fell beside the compound",
        "Field team abducted for some hours",
        "Radio and fuel taken by armed men",
        "Shots fired over the water truck",
        "Local partner threatened by telephone",
    ],
};

const LOSSES: Kind = Kind {
    key: "losses",
    letter: "l",
    causes: (1, 2),
    placed: false,
    subjects: &[
        "Driver wounded in the arm",
        "Nurse hurt by broken glass",
        "Guard beaten during the robbery",
        "Interpreter injured by fragments",
        "Two community volunteers wounded",
        "Engineer burnt in the vehicle",
        "Visitor hurt in the crush",
        "Partner's accountant beaten",
    ],
};

const FACTORS: &[&str] = &[
    "Small arms sold on the market",
    "Militia not paid for months",
    "Agency seen as taking sides",
    "No contact with the armed group",
    "Young men without work",
    "Harvest failed again",
    "Rumours about vaccination",
    "Checkpoints change hands at dusk",
    "Radio coverage is poor",
    "Staff hired from one valley only",
    "Old minefields not marked",
    "Police withdrawn",
    "Cash carried on fixed days",
    "Dispute over the well",
    "Elections postponed again",
    "Drivers not trained for convoys",
];

const WHERE: &[&str] = &[
    "near the crossing",
    "on the valley road",
    "beside the northern camp",
    "at the old market",
    "in the lower town",
    "east of the airstrip",
    "around the hospital",
    "behind the grain store",
    "between the bridges",
    "at the border post",
    "in the hill villages",
    "south of the quarry",
];

const PARTS: &[&str] = &["Villages", "Quarter", "Camp", "Road", "Post", "Farms"];

const MONTHS: &[&str] = &["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
