//! New records of the chain, with every gate, form of an estimate, and sort of link.

use super::document::ids;
use super::{one_of, words};
use crate::json::Tree;
use fastrand::Rng;

/// A record and the key of its table. It refers to records of the document, and to some that are not.
pub(super) fn record(document: &Tree, rng: &mut Rng) -> (&'static str, Tree) {
    let table = one_of(&["risk_factors", "threats", "threats", "incidents", "losses", "measures"], rng);
    let mut fields = vec![("id".to_owned(), new(rng)), ("title".to_owned(), Tree::text("New"))];
    match table {
        "risk_factors" => fields.push(("likelihood".to_owned(), words::estimate(rng))),
        "measures" => {
            fields.push(("effectiveness".to_owned(), words::estimate(rng)));
            let brings = (0..rng.usize(..3)).map(|_| any(document, &["risk_factors"], rng)).collect();
            fields.push(("brings".to_owned(), Tree::List(brings)));
        }
        _ => {
            if rng.bool() {
                fields.push(("date".to_owned(), Tree::text(one_of(&["2026", "2026-03", "2026-03-14"], rng))));
            }
            let links = (0..rng.usize(..5)).map(|_| link(document, table, rng)).collect();
            fields.push(("causes".to_owned(), gated(Tree::List(links), rng)));
        }
    }
    (table, Tree::Object(fields))
}

/// One of few ids, so that records meet.
fn new(rng: &mut Rng) -> Tree {
    Tree::text(&format!("new{}", rng.u8(..8)))
}

/// The id of a record of these tables, mostly.
fn any(document: &Tree, tables: &[&str], rng: &mut Rng) -> Tree {
    let ids = ids(document, tables);
    if ids.is_empty() || rng.u8(..8) == 0 { new(rng) } else { ids[rng.usize(..ids.len())].clone() }
}

fn link(document: &Tree, table: &str, rng: &mut Rng) -> Tree {
    let before: &[&str] = match table {
        "threats" => &["risk_factors", "threats"],
        "incidents" => &["threats"],
        _ => &["incidents"],
    };
    let mut fields = vec![("id".to_owned(), any(document, before, rng))];
    if rng.bool() {
        return fields.remove(0).1;
    }
    if rng.bool() {
        fields.push(("chance".to_owned(), words::estimate(rng)));
    }
    let barriers = (0..rng.usize(..3)).map(|_| any(document, &["measures"], rng)).collect();
    fields.push(("barriers".to_owned(), Tree::List(barriers)));
    Tree::Object(fields)
}

/// Links behind a gate.
pub(super) fn gated(links: Tree, rng: &mut Rng) -> Tree {
    match rng.u8(..4) {
        0 => links,
        1 => Tree::Object(vec![("any".to_owned(), links)]),
        2 => Tree::Object(vec![("all".to_owned(), links)]),
        _ => {
            let least = Tree::Raw(rng.u8(..5).to_string());
            Tree::Object(vec![("at_least".to_owned(), least), ("of".to_owned(), links)])
        }
    }
}
