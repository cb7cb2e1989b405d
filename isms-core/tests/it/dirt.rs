//! Documents with dirt in them, and what was put there.
//!
//! A record is made from a few bytes ("genes"), so that a failing document shrinks to a clean and
//! small one: a gene of 0 is the plain choice. The text is written here by hand, with repeated keys
//! and lone surrogates that no JSON library would write.

use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The kinds that are made, in the order in which a document has them.
pub const KINDS: [&str; 7] = ["places", "risk_factors", "threats", "incidents", "losses", "measures", "parties"];
pub const PLACE: usize = 0;
pub const FACTOR: usize = 1;
pub const THREAT: usize = 2;
pub const INCIDENT: usize = 3;
pub const LOSS: usize = 4;
pub const MEASURE: usize = 5;

/// Dates, with the first and the last second that they mean, counted from the start of 2026.
pub const DATES: [(&str, i64, i64); 7] = [
    ("2026-03-14", 72 * 86_400, 73 * 86_400 - 1),
    ("2026-03-10", 68 * 86_400, 69 * 86_400 - 1),
    ("2026-03", 59 * 86_400, 90 * 86_400 - 1),
    ("2026", 0, 365 * 86_400 - 1),
    ("2025-12-31", -86_400, -1),
    ("2026-03-14T06:00:00Z", 72 * 86_400 + 21_600, 72 * 86_400 + 21_600),
    ("2026-03-14T09:30:00+02:00", 72 * 86_400 + 27_000, 72 * 86_400 + 27_000),
];

/// JSON as it is written.
#[derive(Clone, Debug)]
pub enum Tree {
    /// A number, a literal or a text, as its characters.
    Raw(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// A record as it was made. What can't be read of it is `None`.
#[derive(Clone, Debug)]
pub struct Made {
    pub kind: usize,
    pub id: Option<String>,
    pub links: Vec<String>,
    pub barriers: Vec<String>,
    pub place: Option<String>,
    pub within: Option<String>,
    pub date: Option<usize>,
    pub source: Option<String>,
    pub tree: Tree,
}

/// A document, and how much of which dirt was put into it by hand.
#[derive(Clone, Debug)]
pub struct Document {
    pub records: Vec<Made>,
    pub tree: Tree,
    /// Faults that lie in one record alone, by the code of their finding.
    pub planted: BTreeMap<&'static str, u64>,
    /// Dirt that is no fault: unknown fields, partial dates, tables in another order.
    pub harmless: BTreeMap<&'static str, u64>,
}

impl Tree {
    pub fn text(text: &str) -> Self {
        Self::Raw(format!("\"{text}\""))
    }

    pub fn write(&self) -> String {
        let join = |parts: Vec<String>| parts.join(", ");
        match self {
            Self::Raw(raw) => raw.clone(),
            Self::List(items) => format!("[{}]", join(items.iter().map(Self::write).collect())),
            Self::Object(fields) => {
                let fields = fields.iter().map(|(key, value)| format!("\"{key}\": {}", value.write()));
                format!("{{{}}}", join(fields.collect()))
            }
        }
    }

    /// What stands at a JSON pointer; of repeated keys the last.
    pub fn at(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |tree, step| match tree {
            Self::Object(fields) => fields.iter().rev().find(|(key, _)| key == step).map(|(_, value)| value),
            Self::List(items) => items.get(step.parse::<usize>().ok()?),
            Self::Raw(_) => None,
        })
    }
}

/// Dirty documents.
pub fn documents() -> impl Strategy<Value = Document> {
    (any::<[u8; 4]>(), vec(any::<[u8; 20]>(), 0..40)).prop_map(|(head, genes)| build(head, &genes))
}

/// A document from its genes.
pub fn build(head: [u8; 4], genes: &[[u8; 20]]) -> Document {
    let mut document = Document {
        records: Vec::new(),
        tree: Tree::Object(Vec::new()),
        planted: BTreeMap::new(),
        harmless: BTreeMap::new(),
    };
    let mut kinds: Vec<usize> = (0..KINDS.len()).collect();
    if head[0] % 4 == 3 {
        kinds.reverse();
        *document.harmless.entry("tables in another order").or_default() += 1;
    }
    let mut fields = vec![("isms".to_owned(), Tree::text("1"))];
    if head[0] % 2 == 1 {
        fields.push(("title".to_owned(), Tree::text("Dirty")));
    }
    for kind in kinds {
        let table: Vec<Made> = genes
            .iter()
            .filter(|genes| kind_of(genes) == kind)
            .map(|genes| record(kind, genes, &mut document))
            .collect();
        if !table.is_empty() {
            fields.push((KINDS[kind].to_owned(), Tree::List(table.iter().map(|made| made.tree.clone()).collect())));
        }
        document.records.extend(table);
    }
    if head[1] % 3 == 2 {
        fields.push(("kites".to_owned(), Tree::List(vec![Tree::Object(vec![("id".to_owned(), Tree::text("f1"))])])));
        *document.planted.entry("unknown_kind").or_default() += 1;
    }
    if head[1] % 5 == 4 {
        fields.push(("colour".to_owned(), Tree::Raw("{\"a\": [1, 2.50, null]}".to_owned())));
        *document.harmless.entry("unknown header field").or_default() += 1;
    }
    if head[2] % 3 == 2 {
        let version = fields.remove(0);
        fields.push(version);
        *document.harmless.entry("version last").or_default() += 1;
    }
    document.tree = Tree::Object(fields);
    document
}

/// Half of the records are threats, or what they lead to.
fn kind_of(genes: &[u8; 20]) -> usize {
    [FACTOR, THREAT, INCIDENT, LOSS, PLACE, MEASURE, 6, THREAT][usize::from(genes[0] % 8)]
}

/// The first letters of the ids of each kind.
const LETTERS: [&str; 7] = ["p", "f", "t", "i", "l", "m", "a"];

/// One of five ids of a kind: some come twice, some not at all.
fn id(kind: usize, gene: u8) -> String {
    format!("{}{}", LETTERS[kind], gene % 5)
}

fn record(kind: usize, genes: &[u8; 20], document: &mut Document) -> Made {
    let mut made = Made {
        kind,
        id: None,
        links: Vec::new(),
        barriers: Vec::new(),
        place: None,
        within: None,
        date: None,
        source: None,
        tree: Tree::Raw("\"no record\"".to_owned()),
    };
    let mut note = |code| *document.planted.entry(code).or_default() += 1;
    if genes[1] % 32 == 31 {
        note("wrong_type");
        return made;
    }
    let mut fields: Vec<(&str, Tree)> = Vec::new();
    match genes[1] % 32 {
        30 => note("missing_id"),
        29 => {
            note("wrong_type");
            fields.push(("id", Tree::Raw("7".to_owned())));
        }
        28 => {
            note("out_of_range");
            fields.push(("id", Tree::text(" f1 ")));
        }
        _ => {
            let found = id(kind, genes[2]);
            fields.push(("id", Tree::text(&found)));
            made.id = Some(found);
        }
    }
    match genes[3] % 16 {
        15 => note("missing_title"),
        14 => {
            note("wrong_type");
            fields.push(("title", Tree::Raw("\"half \\ud83d\"".to_owned())));
        }
        13 => {
            note("repeated_key");
            fields.push(("title", Tree::text("First")));
            fields.push(("title", Tree::text("Second")));
        }
        _ => fields.push(("title", Tree::text("A title"))),
    }
    if kind == PLACE && genes[4] % 3 > 0 {
        let outer = if genes[4] % 16 == 14 { id(FACTOR, genes[5]) } else { id(PLACE, genes[5]) };
        fields.push(("within", Tree::text(&outer)));
        made.within = Some(outer);
    }
    if [FACTOR, THREAT, INCIDENT].contains(&kind) && genes[4] % 3 > 0 {
        let place = if genes[4] % 16 == 14 { "nowhere".to_owned() } else { id(PLACE, genes[5]) };
        fields.push(("place", Tree::text(&place)));
        made.place = Some(place);
    }
    if kind == FACTOR || kind == MEASURE {
        let field = if kind == FACTOR { "likelihood" } else { "effectiveness" };
        match genes[6] % 12 {
            0..=5 => fields.push((field, Tree::Raw("{\"low\": 0.25, \"high\": 0.50}".to_owned()))),
            6 => {
                note("wrong_type");
                fields.push((field, Tree::text("high")));
            }
            7 => {
                note("out_of_range");
                fields.push((field, Tree::Raw("30".to_owned())));
            }
            8 => {
                note("out_of_range");
                fields.push((field, Tree::Raw("1e400".to_owned())));
            }
            _ => fields.push((field, Tree::Raw("-0".to_owned()))),
        }
    }
    if [THREAT, INCIDENT, LOSS].contains(&kind) {
        dated(&mut made, genes, &mut fields, &mut note);
        causes(&mut made, genes, &mut fields, &mut note);
    }
    if genes[18] % 4 == 3 {
        fields.push(("weather", Tree::Raw("{\"wind\" : [ 1.0e1, \"n\\u00f6\" ]}".to_owned())));
        *document.harmless.entry("unknown field").or_default() += 1;
    }
    if made.date.is_some_and(|date| matches!(date, 2 | 3)) {
        *document.harmless.entry("partial date").or_default() += 1;
    }
    if genes[19] % 4 == 3 {
        fields.reverse();
        *document.harmless.entry("fields in another order").or_default() += 1;
    }
    made.tree = Tree::Object(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect());
    made
}

fn dated(made: &mut Made, genes: &[u8; 20], fields: &mut Vec<(&str, Tree)>, note: &mut impl FnMut(&'static str)) {
    match genes[7] % 16 {
        0..=6 => (),
        7 => {
            note("out_of_range");
            fields.push(("date", Tree::text("2026-02-30")));
        }
        8 => {
            note("wrong_type");
            fields.push(("date", Tree::Raw("2026".to_owned())));
        }
        found => {
            let at = usize::from(found - 9) % DATES.len();
            fields.push(("date", Tree::text(DATES[at].0)));
            made.date = Some(at);
        }
    }
    if genes[8] % 4 == 3 {
        fields.push(("source", Tree::text("radio")));
        made.source = Some("radio".to_owned());
    }
}

/// Links: mostly from the stage before, some from anywhere.
fn causes(made: &mut Made, genes: &[u8; 20], fields: &mut Vec<(&str, Tree)>, note: &mut impl FnMut(&'static str)) {
    let count = usize::from(genes[9] % 5);
    if genes[9] % 16 == 15 {
        note("wrong_type");
        fields.push(("causes", Tree::text("t1")));
        return;
    }
    let mut links = Vec::new();
    for gene in genes.iter().skip(11).take(count) {
        let id = match gene % 16 {
            15 => format!("gone{}", gene / 16 % 2),
            14 => id(FACTOR, gene / 16),
            13 => id(MEASURE, gene / 16),
            12 => id(LOSS, gene / 16),
            8..12 if made.kind == THREAT => id(THREAT, gene / 16),
            _ => id(made.kind - 1, gene / 16),
        };
        let barrier = if genes[10] % 8 == 7 { "gone".to_owned() } else { self::id(MEASURE, genes[10]) };
        links.push(match gene / 80 {
            0 => Tree::text(&id),
            1 => Tree::Object(vec![
                ("id".to_owned(), Tree::text(&id)),
                ("chance".to_owned(), Tree::Raw("0.50".to_owned())),
            ]),
            _ => {
                let barriers = Tree::List(vec![Tree::text(&barrier)]);
                made.barriers.push(barrier);
                Tree::Object(vec![("id".to_owned(), Tree::text(&id)), ("barriers".to_owned(), barriers)])
            }
        });
        made.links.push(id);
    }
    let list = Tree::List(links);
    let value = match genes[16] % 6 {
        0..=2 => list,
        3 => Tree::Object(vec![("any".to_owned(), list)]),
        4 => Tree::Object(vec![("all".to_owned(), list)]),
        _ => {
            let least = usize::from(genes[17] % 4);
            if least == 0 || least > count {
                note("out_of_range");
            }
            Tree::Object(vec![("at_least".to_owned(), Tree::Raw(least.to_string())), ("of".to_owned(), list)])
        }
    };
    if count > 0 || genes[16] % 2 == 1 {
        fields.push(("causes", value));
    } else if genes[16] % 6 > 2 {
        // The gate was not written.
    }
}
