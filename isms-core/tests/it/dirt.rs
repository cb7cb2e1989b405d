//! Documents with dirt in them, and what was put there.
//!
//! A record is made from a few bytes ("genes"), so that a failing document shrinks to a clean and
//! small one: a gene of 0 is the plain choice. The text is written here by hand, with repeated keys
//! and lone surrogates that no JSON library would write.

use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The kinds that are made, in the order in which a document has them.
pub(crate) const KINDS: [&str; 7] = ["places", "risk_factors", "threats", "incidents", "losses", "measures", "parties"];
pub(crate) const PLACE: usize = 0;
pub(crate) const FACTOR: usize = 1;
pub(crate) const THREAT: usize = 2;
pub(crate) const INCIDENT: usize = 3;
pub(crate) const LOSS: usize = 4;
pub(crate) const MEASURE: usize = 5;

/// Dates, with the first and the last second that they mean, counted from the start of 2026.
pub(crate) const DATES: [(&str, i64, i64); 7] = [
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
pub(crate) enum Tree {
    /// A number, a literal or a text, as its characters.
    Raw(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

/// A record as it was made. What can't be read of it is `None`.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) kind: usize,
    pub(crate) id: Option<String>,
    pub(crate) links: Vec<String>,
    pub(crate) barriers: Vec<String>,
    pub(crate) place: Option<String>,
    pub(crate) within: Option<String>,
    pub(crate) date: Option<usize>,
    pub(crate) source: Option<String>,
    pub(crate) tree: Tree,
}

/// A document, and how much of which dirt was put into it by hand.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    pub(crate) records: Vec<Made>,
    pub(crate) tree: Tree,
    /// Faults that lie in one record alone, by the code of their finding.
    pub(crate) planted: BTreeMap<&'static str, u64>,
    /// Dirt that is no fault: unknown fields, partial dates, tables in another order.
    pub(crate) harmless: BTreeMap<&'static str, u64>,
}

impl Tree {
    pub(crate) fn text(text: &str) -> Self {
        Self::Raw(format!("\"{text}\""))
    }

    pub(crate) fn write(&self) -> String {
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
    pub(crate) fn at(&self, pointer: &str) -> Option<&Self> {
        pointer.split('/').skip(1).try_fold(self, |tree, step| match tree {
            Self::Object(fields) => fields.iter().rev().find(|(key, _)| key == step).map(|(_, value)| value),
            Self::List(items) => items.get(step.parse::<usize>().ok()?),
            Self::Raw(_) => None,
        })
    }
}

/// Dirty documents.
pub(crate) fn documents() -> impl Strategy<Value = Document> {
    (any::<[u8; 4]>(), vec(any::<[u8; 20]>(), 0..40)).prop_map(|(head, genes)| build(head, &genes))
}

/// A document from its genes.
pub(crate) fn build(head: [u8; 4], genes: &[[u8; 20]]) -> Document {
    let calm = if head[3] % 2 == 1 { calmed(genes) } else { Vec::new() };
    let genes = if calm.is_empty() { genes } else { &calm };
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

/// Genes of records that can mostly be traced: ids one after the other, links to records that are there. Among random
/// ones a whole trace is rare.
fn calmed(genes: &[[u8; 20]]) -> Vec<[u8; 20]> {
    let mut counts = [0_u8; KINDS.len()];
    genes.iter().for_each(|genes| counts[kind_of(genes)] = counts[kind_of(genes)].saturating_add(1).min(5));
    let mut given = [0_u8; KINDS.len()];
    let calm = |genes: &[u8; 20]| {
        let (mut calm, kind) = (*genes, kind_of(genes));
        calm[1] %= 28;
        calm[2] = given[kind];
        given[kind] = (given[kind] + 1) % 5;
        calm[3] %= 13;
        calm[9] = genes[9] % 3 + 1;
        for gene in &mut calm[11..16] {
            // Of 16 the first are of the stage before, the ninth is a threat; each 80 are of another form.
            let feeds = kind == THREAT && *gene % 4 == 3;
            let causes = if (THREAT..=LOSS).contains(&kind) { counts[kind - usize::from(!feeds)].max(1) } else { 1 };
            *gene = *gene / 16 % causes * 16 + *gene % 3 * 80 + u8::from(feeds) * 8;
        }
        calm[17] = 1;
        calm
    };
    genes.iter().map(calm).collect()
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

/// The fields of a record in the making, and what was planted in it.
struct Making<'d> {
    made: Made,
    genes: &'d [u8; 20],
    fields: Vec<(&'static str, Tree)>,
    document: &'d mut Document,
}

fn record(kind: usize, genes: &[u8; 20], document: &mut Document) -> Made {
    let made = Made {
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
    let mut making = Making { made, genes, fields: Vec::new(), document };
    if genes[1] % 32 == 31 {
        making.plant("wrong_type");
        return making.made;
    }
    making.id();
    making.title();
    making.place();
    making.estimate();
    if (THREAT..=LOSS).contains(&kind) {
        making.date();
        making.causes();
    }
    making.finish()
}

impl Making<'_> {
    fn plant(&mut self, code: &'static str) {
        *self.document.planted.entry(code).or_default() += 1;
    }

    fn harmless(&mut self, what: &'static str) {
        *self.document.harmless.entry(what).or_default() += 1;
    }

    fn field(&mut self, name: &'static str, value: Tree) {
        self.fields.push((name, value));
    }

    /// A field that can't be read.
    fn faulty(&mut self, name: &'static str, raw: &str, code: &'static str) {
        self.field(name, Tree::Raw(raw.to_owned()));
        self.plant(code);
    }

    fn id(&mut self) {
        match self.genes[1] % 32 {
            30 => self.plant("missing_id"),
            29 => self.faulty("id", "7", "wrong_type"),
            28 => self.faulty("id", "\" f1 \"", "out_of_range"),
            _ => {
                let found = id(self.made.kind, self.genes[2]);
                self.field("id", Tree::text(&found));
                self.made.id = Some(found);
            }
        }
    }

    fn title(&mut self) {
        match self.genes[3] % 16 {
            15 => self.plant("missing_title"),
            14 => self.faulty("title", "\"half \\ud83d\"", "wrong_type"),
            13 => {
                self.field("title", Tree::text("First"));
                self.faulty("title", "\"Second\"", "repeated_key");
            }
            _ => self.field("title", Tree::text("A title")),
        }
    }

    fn place(&mut self) {
        let (kind, which) = (self.made.kind, self.genes[4] % 16);
        if which < 5 {
            return;
        }
        if kind == PLACE {
            let outer = id(if which == 14 { FACTOR } else { PLACE }, self.genes[5]);
            self.field("within", Tree::text(&outer));
            self.made.within = Some(outer);
        } else if [FACTOR, THREAT, INCIDENT].contains(&kind) {
            let place = if which == 14 { "nowhere".to_owned() } else { id(PLACE, self.genes[5]) };
            self.field("place", Tree::text(&place));
            self.made.place = Some(place);
        }
    }

    fn estimate(&mut self) {
        let field = match self.made.kind {
            FACTOR => "likelihood",
            MEASURE => "effectiveness",
            _ => return,
        };
        match self.genes[6] % 12 {
            0..=5 => self.field(field, Tree::Raw("{\"low\": 0.25, \"high\": 0.50}".to_owned())),
            6 => self.faulty(field, "\"high\"", "wrong_type"),
            7 => self.faulty(field, "30", "out_of_range"),
            8 => self.faulty(field, "1e400", "out_of_range"),
            _ => self.field(field, Tree::Raw("-0".to_owned())),
        }
    }

    fn date(&mut self) {
        match self.genes[7] % 16 {
            0..=6 => (),
            7 => self.faulty("date", "\"2026-02-30\"", "out_of_range"),
            8 => self.faulty("date", "2026", "wrong_type"),
            found => {
                let at = usize::from(found - 9) % DATES.len();
                self.field("date", Tree::text(DATES[at].0));
                self.made.date = Some(at);
            }
        }
        if matches!(self.made.date, Some(2 | 3)) {
            self.harmless("partial date");
        }
        if self.genes[8] % 4 == 3 {
            self.field("source", Tree::text("radio"));
            self.made.source = Some("radio".to_owned());
        }
    }

    fn causes(&mut self) {
        if self.genes[9] % 16 == 15 {
            return self.faulty("causes", "\"t1\"", "wrong_type");
        }
        let count = usize::from(self.genes[9] % 5);
        let links: Vec<Tree> =
            self.genes.iter().skip(11).take(count).map(|gene| self.made.link(*gene, self.genes[10])).collect();
        let list = Tree::List(links);
        let gate = |key: &str, list| Tree::Object(vec![(key.to_owned(), list)]);
        match self.genes[16] % 6 {
            0 if count == 0 => (),
            0..=2 => self.field("causes", list),
            3 => self.field("causes", gate("any", list)),
            4 => self.field("causes", gate("all", list)),
            _ => {
                let least = usize::from(self.genes[17] % 4);
                if least == 0 || least > count {
                    self.plant("out_of_range");
                }
                let least = ("at_least".to_owned(), Tree::Raw(least.to_string()));
                self.field("causes", Tree::Object(vec![least, ("of".to_owned(), list)]));
            }
        }
    }

    fn finish(mut self) -> Made {
        if self.genes[18] % 4 == 3 {
            self.field("weather", Tree::Raw("{\"wind\" : [ 1.0e1, \"n\\u00f6\" ]}".to_owned()));
            self.harmless("unknown field");
        }
        if self.genes[19] % 4 == 3 {
            self.fields.reverse();
            self.harmless("fields in another order");
        }
        self.made.tree = Tree::Object(self.fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect());
        self.made
    }
}

impl Made {
    /// A link: mostly from the stage before, sometimes from anywhere.
    fn link(&mut self, gene: u8, barrier: u8) -> Tree {
        let id = match gene % 16 {
            15 => format!("gone{}", gene / 16 % 2),
            14 => id(FACTOR, gene / 16),
            13 => id(MEASURE, gene / 16),
            12 => id(FACTOR + usize::from(gene / 64), gene / 16),
            8..12 if self.kind == THREAT => id(THREAT, gene / 16),
            _ => id(self.kind - 1, gene / 16),
        };
        let field = ("id".to_owned(), Tree::text(&id));
        self.links.push(id.clone());
        match gene / 80 {
            0 => Tree::text(&id),
            1 => Tree::Object(vec![field, ("chance".to_owned(), Tree::Raw("0.50".to_owned()))]),
            _ => {
                let barrier = if barrier % 8 == 7 { "gone".to_owned() } else { self::id(MEASURE, barrier) };
                let barriers = Tree::List(vec![Tree::text(&barrier)]);
                self.barriers.push(barrier);
                Tree::Object(vec![field, ("barriers".to_owned(), barriers)])
            }
        }
    }
}
