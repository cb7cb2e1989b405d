//! What the schema and the reader say of a document, place by place.

use isms_core::{FactValue, Finding, Kind, Register};
use jsonschema::Validator;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The schema, ready to be asked.
pub(crate) fn validator() -> &'static Validator {
    static VALIDATOR: OnceLock<Validator> = OnceLock::new();
    VALIDATOR.get_or_init(|| jsonschema::validator_for(&isms_core::schema()).unwrap())
}

/// A record or a field of the document itself: the first steps of a pointer.
pub(crate) fn place(pointer: &str) -> String {
    let steps: Vec<&str> = pointer.split('/').skip(1).collect();
    let table = steps.first().is_some_and(|step| Kind::of_plural(step).is_some());
    let depth = if table { 2 } else { 1 };
    steps.iter().take(depth).map(|step| format!("/{step}")).collect()
}

/// Where the schema finds fault.
pub(crate) fn by_schema(validator: &Validator, document: &Json) -> BTreeSet<String> {
    validator.iter_errors(document).map(|error| place(error.instance_path().as_str())).collect()
}

/// Where the reader finds fault, and how often a fault lay beyond the schema.
#[derive(Default)]
pub(crate) struct ByReader {
    /// Values that can't be read.
    pub(crate) errors: BTreeMap<String, Vec<Finding>>,
    /// Titles that are empty or not there: the schema minds the former alone.
    pub(crate) untitled: BTreeSet<String>,
    /// Keys that stand twice, as pointers.
    pub(crate) repeated: Vec<String>,
}

pub(crate) fn by_reader(text: &str) -> ByReader {
    let mut found = ByReader::default();
    for finding in Register::open(text.as_bytes()).unwrap().check().findings {
        match finding.code.as_str() {
            "wrong_type" | "out_of_range" | "missing_id" => {
                found.errors.entry(place(&finding.path)).or_default().push(finding);
            }
            "missing_title" => drop(found.untitled.insert(place(&finding.path))),
            "repeated_key" => found.repeated.push(finding.path),
            _ => (),
        }
    }
    found
}

/// How many were made, and what was said of them. A place is a record, or a field of the document itself.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) documents: usize,
    pub(crate) places: usize,
    pub(crate) refused_by_schema: usize,
    pub(crate) refused_by_reader: usize,
    /// Faults that the reader finds where the schema can't say it, by the number of the limit.
    pub(crate) limits: BTreeMap<usize, usize>,
}

impl Tally {
    /// Compares both verdicts on each place of a document.
    ///
    /// # Panics
    /// Where they differ for no reason that is listed.
    pub(crate) fn compare(&mut self, validator: &Validator, text: &str) {
        let document: Json = serde_json::from_str(text).unwrap();
        let (schema, reader) = (by_schema(validator, &document), by_reader(text));
        for place in &schema {
            let told = reader.errors.contains_key(place) || reader.untitled.contains(place);
            assert!(told, "the schema refuses {place}, the reader is silent: {}", shown(&document, place));
        }
        for (place, findings) in reader.errors.iter().filter(|(place, _)| !schema.contains(*place)) {
            for finding in findings {
                let limit = limit(&document, &reader.repeated, finding);
                let limit = limit.unwrap_or_else(|| {
                    panic!("the reader refuses {finding:?}, the schema is silent: {}", shown(&document, place))
                });
                *self.limits.entry(limit).or_default() += 1;
            }
        }
        self.documents += 1;
        self.places += places(&document);
        self.refused_by_schema += schema.len();
        self.refused_by_reader += reader.errors.len();
    }

    /// Prints what was made, and asserts that both verdicts were given so often at least.
    pub(crate) fn represents(&self, what: &str, least: usize) {
        println!("{what}: {self:?}");
        let refused = self.refused_by_schema.min(self.refused_by_reader);
        let accepted = self.places - self.refused_by_schema.max(self.refused_by_reader);
        assert!(refused >= least && accepted >= least, "{what}: {accepted} accepted, {refused} refused by both");
    }
}

/// How many records and fields of its own a document has, besides its version.
fn places(document: &Json) -> usize {
    let fields = document.as_object().into_iter().flatten().filter(|(key, _)| *key != "isms");
    let count = fields.map(|(key, value)| match (Kind::of_plural(key), value) {
        (Some(_), Json::Array(items)) => items.len(),
        _ => 1,
    });
    count.sum()
}

fn shown<'d>(document: &'d Json, place: &str) -> &'d Json {
    document.pointer(place).unwrap_or(document)
}

/// Which of the limits of the schema (`SCHEMA_LIMITS`) a fault is that only the reader sees.
fn limit(document: &Json, repeated: &[String], finding: &Finding) -> Option<usize> {
    if repeated.iter().any(|key| finding.path.starts_with(key)) {
        return Some(0);
    }
    let expected = finding.facts.iter().find(|fact| fact.name == "expected").map(|fact| &fact.value)?;
    let FactValue::Text { text: expected } = expected else { return None };
    const ORDERS: [&str; 6] = [
        "low <= high",
        "0 <= low <= high <= 1",
        "0 <= min <= mode <= max <= 1, min < max",
        "0 < p05 < p95 < 1",
        "seen <= of",
        "at_least from 1 to the number of links",
    ];
    if finding.code == "out_of_range" && ORDERS.contains(&expected.as_str()) {
        return Some(4);
    }
    let value = document.pointer(&finding.path)?.as_str()?;
    if expected.starts_with("an id") && value.len() > 200 && value.chars().count() <= 200 {
        return Some(2);
    }
    (expected.starts_with("a date") && value.get(4..10) == Some("-02-29")).then_some(3)
}
