//! Changes of a standard, of OSCAL or of ours, that know its words.

use super::{one_of, tree};
use crate::json::Tree;
use fastrand::Rng;

/// The words of a format.
pub(super) struct Words {
    keys: &'static [&'static str],
    /// Texts that mean something.
    texts: &'static [&'static str],
}

pub(super) const OSCAL: Words = Words { keys: &KEYS, texts: &TEXTS };

const KEYS: [&str; 36] = [
    "catalog",
    "profile",
    "uuid",
    "metadata",
    "title",
    "version",
    "oscal-version",
    "last-modified",
    "parties",
    "type",
    "name",
    "responsible-parties",
    "groups",
    "controls",
    "params",
    "id",
    "label",
    "values",
    "select",
    "how-many",
    "choice",
    "props",
    "value",
    "ns",
    "class",
    "links",
    "href",
    "rel",
    "parts",
    "prose",
    "back-matter",
    "imports",
    "include-controls",
    "with-ids",
    "modify",
    "x",
];

/// Texts that mean something.
const TEXTS: [&str; 20] = [
    "r-1",
    "r-1.1",
    "r-2",
    "p-1",
    "p-2",
    "withdrawn",
    "status",
    "label",
    "statement",
    "item",
    "guidance",
    "assessment-method",
    "assessment-objects",
    "method",
    "incorporated-into",
    "moved-to",
    "#r-1",
    "one-or-more",
    "organization",
    "Every {{ insert: param, p-1 }}, {{ insert: param, p-2 }} [x](#y).",
];

pub(super) const CATALOG: Words = Words {
    keys: &[
        "isms_catalog",
        "id",
        "edition",
        "title",
        "publisher",
        "provenance",
        "official",
        "licence",
        "source",
        "en",
        "fr",
        "requirements",
        "text",
        "sector",
        "function",
        "field",
        "level",
        "approach",
        "force",
        "applies",
        "agencies",
        "places",
        "assets",
        "staff_at_least",
        "level_at_least",
        "evidence",
        "review",
        "within",
        "claims",
        "taxonomies",
        "terms",
        "fields",
        "scales",
        "levels",
        "mappings",
        "from",
        "to",
        "degree",
        "note",
        "replaces",
        "changes",
        "was",
        "now",
        "how",
        "x",
    ],
    texts: &[
        "small",
        "words",
        "2",
        "3",
        "map",
        "talks",
        "guards",
        "guards-at-night",
        "small:map",
        "words:a",
        "isms:core-mandate",
        "analysis",
        "community",
        "protection",
        "mitigation",
        "policy",
        "training",
        "evaluation",
        "headquarters",
        "regional",
        "local",
        "system",
        "both",
        "must",
        "should",
        "equal",
        "covers",
        "partly",
        "related",
        "kept",
        "moved",
        "split",
        "merged",
        "dropped",
        "P1Y",
        "P30D",
        "places.kind",
        "agencies.kind",
        "district",
        "ngo",
        "vehicle",
        "risk",
        "high",
    ],
};

/// Changes the document, mostly in one place.
pub(super) fn mutate(input: &[u8], words: &Words, rng: &mut Rng) -> Option<Vec<u8>> {
    let mut document = Tree::read(std::str::from_utf8(input).ok()?)?;
    for _ in 0..=rng.usize(..3) {
        if rng.bool() {
            let size = document.size();
            *document.nth(rng.usize(..size))? = Tree::text(one_of(words.texts, rng));
        } else {
            tree::change(&mut document, words.keys, rng);
        }
    }
    Some(super::written(&document))
}
