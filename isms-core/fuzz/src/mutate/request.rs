//! Changes of a request that know the questions, and the ids of the register that is asked.

use super::{one_of, tree};
use crate::json::Tree;
use crate::targets::ask::{DOCUMENTS, chosen};
use fastrand::Rng;
use std::sync::OnceLock;

const QUESTIONS: [&str; 11] = [
    "trace",
    "paths",
    "common_causes",
    "ancestors",
    "broken_traces",
    "check",
    "review",
    "record",
    "explain",
    "schema",
    "",
];
const CODES: [&str; 5] = ["cycle", "broken_trace", "newer_version", "order_in_time", "nothing"];
const KEYS: [&str; 7] = ["ask", "id", "ids", "budget", "code", "kind", "x"];

/// Changes the request, or asks another one, or another register.
pub(super) fn mutate(input: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let (mut letter, request) = input.split_first().map_or((b'a', "".as_bytes()), |(letter, rest)| (*letter, rest));
    let request = std::str::from_utf8(request).ok()?;
    if rng.u8(..4) == 0 {
        letter = b'a' + rng.u8(..u8::try_from(DOCUMENTS.len()).ok()?);
    }
    let tree = match Tree::read(request) {
        Some(mut tree) if rng.bool() => {
            tree::change(&mut tree, &KEYS, rng);
            tree
        }
        _ => fresh(chosen(letter), rng),
    };
    let mut out = String::from(char::from(letter));
    tree.write(&mut out);
    Some(out.into_bytes())
}

/// Puts a value of the other request into the first.
pub(super) fn cross(one: &[u8], other: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let crossed = tree::cross(one.get(1..)?, other.get(1..)?, rng)?;
    Some([&one[..1], &crossed].concat())
}

/// A request that is whole.
fn fresh(document: usize, rng: &mut Rng) -> Tree {
    let question = one_of(&QUESTIONS, rng);
    let mut fields = vec![("ask".to_owned(), Tree::text(question))];
    match question {
        "trace" | "record" => fields.push(("id".to_owned(), id(document, rng))),
        "paths" => {
            fields.push(("id".to_owned(), id(document, rng)));
            if rng.bool() {
                fields.push(("budget".to_owned(), Tree::Raw(rng.u32(..20).to_string())));
            }
        }
        "common_causes" => {
            let ids = (0..rng.usize(..5)).map(|_| id(document, rng)).collect();
            fields.push(("ids".to_owned(), Tree::List(ids)));
        }
        "explain" => fields.push(("code".to_owned(), Tree::text(one_of(&CODES, rng)))),
        _ => (),
    }
    Tree::Object(fields)
}

/// The id of a record, mostly.
fn id(document: usize, rng: &mut Rng) -> Tree {
    static IDS: OnceLock<Vec<Vec<Tree>>> = OnceLock::new();
    let ids = &IDS.get_or_init(|| DOCUMENTS.iter().map(|text| ids_of(text)).collect())[document];
    if ids.is_empty() || rng.u8(..16) == 0 { Tree::text("nothing") } else { ids[rng.usize(..ids.len())].clone() }
}

fn ids_of(text: &str) -> Vec<Tree> {
    let tables = Tree::read(text).unwrap_or(Tree::List(vec![]));
    let records = tables.fields().iter().flat_map(|(_, table)| table.items());
    records.filter_map(|record| record.field("id").cloned()).filter(|id| id.as_text().is_some()).collect()
}
