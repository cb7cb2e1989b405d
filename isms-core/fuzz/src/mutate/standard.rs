//! Changes of an OSCAL document that know its words.

use super::{one_of, tree};
use crate::json::Tree;
use fastrand::Rng;

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

/// Changes the document, mostly in one place.
pub(super) fn mutate(input: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let mut document = Tree::read(std::str::from_utf8(input).ok()?)?;
    for _ in 0..=rng.usize(..3) {
        if rng.bool() {
            let size = document.size();
            *document.nth(rng.usize(..size))? = Tree::text(one_of(&TEXTS, rng));
        } else {
            tree::change(&mut document, &KEYS, rng);
        }
    }
    Some(super::written(&document))
}
