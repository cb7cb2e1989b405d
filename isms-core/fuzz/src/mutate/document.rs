//! Changes of a document that know its tables, its ids and its gates.

use super::pool::pool;
use super::{grow, one_of, tree, words, written};
use crate::json::Tree;
use fastrand::Rng;
use isms_core::Kind;

type Fields = Vec<(String, Tree)>;

/// Changes a document in one to four places.
pub(super) fn mutate(input: &[u8], max: usize, rng: &mut Rng) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(input).ok()?;
    let mut document = Tree::read(text).filter(|tree| matches!(tree, Tree::Object(_))).unwrap_or_else(empty);
    for _ in 0..rng.usize(1..5) {
        change(&mut document, rng);
    }
    // Mostly it stays a register.
    if document.field("isms").is_none()
        && rng.u8(..16) > 0
        && let Tree::Object(fields) = &mut document
    {
        fields.push(version());
    }
    Some(fitted(document, max, rng))
}

/// Puts records of the other document into the first.
pub(super) fn cross(one: &[u8], other: &[u8], max: usize, rng: &mut Rng) -> Option<Vec<u8>> {
    let mut document = Tree::read(std::str::from_utf8(one).ok()?)?;
    let other = Tree::read(std::str::from_utf8(other).ok()?)?;
    let records: Vec<(&String, &Tree)> =
        other.fields().iter().flat_map(|(key, table)| table.items().iter().map(move |record| (key, record))).collect();
    let Tree::Object(fields) = &mut document else { return None };
    for _ in 0..rng.usize(1..4).min(records.len()) {
        let (key, record) = records[rng.usize(..records.len())];
        add(fields, key, record.clone(), rng);
    }
    Some(fitted(document, max, rng))
}

fn empty() -> Tree {
    Tree::Object(vec![version()])
}

fn version() -> (String, Tree) {
    ("isms".to_owned(), Tree::text("1"))
}

/// The document as text; records are taken out until it is short enough.
fn fitted(mut document: Tree, max: usize, rng: &mut Rng) -> Vec<u8> {
    let mut text = written(&document);
    for _ in 0..100 {
        if text.len() <= max {
            break;
        }
        let Tree::Object(fields) = &mut document else { break };
        let at = rng.usize(..fields.len().max(1));
        match fields.get_mut(at) {
            Some((_, Tree::List(items))) if !items.is_empty() => drop(items.swap_remove(rng.usize(..items.len()))),
            Some((key, _)) if key != "isms" => drop(fields.remove(at)),
            _ => (),
        }
        text = written(&document);
    }
    text
}

fn change(document: &mut Tree, rng: &mut Rng) {
    match rng.u8(..16) {
        0..=3 => tree::change(document, &pool().keys, rng),
        4..=5 => relink(document, rng),
        6..=7 => link(document, rng),
        8..=9 => gate(document, rng),
        10..=11 => field(document, rng),
        12 => move_record(document, rng),
        13 if rng.bool() => shuffle(document, rng),
        13..=14 => {
            let (key, record) = grow::record(document, rng);
            if let Tree::Object(fields) = document {
                add(fields, key, record, rng);
            }
        }
        _ => {
            let (key, record) = &pool().records[rng.usize(..pool().records.len())];
            if let Tree::Object(fields) = document {
                add(fields, key, record.clone(), rng);
            }
        }
    }
}

/// Adds a record to a table, or to a new one.
fn add(fields: &mut Fields, key: &str, record: Tree, rng: &mut Rng) {
    let tables: Vec<usize> = (0..fields.len()).filter(|at| fields[*at].0 == key).collect();
    if tables.is_empty() || rng.u8(..16) == 0 {
        fields.push((key.to_owned(), Tree::List(vec![record])));
    } else if let Tree::List(items) = &mut fields[tables[rng.usize(..tables.len())]].1 {
        items.insert(rng.usize(..=items.len()), record);
    }
}

/// The ids of a table's records, or of all.
pub(super) fn ids(document: &Tree, tables: &[&str]) -> Vec<Tree> {
    let tables = document.fields().iter().filter(|(key, _)| tables.is_empty() || tables.contains(&key.as_str()));
    tables.flat_map(|(_, table)| table.items()).filter_map(|record| record.field("id").cloned()).collect()
}

/// Makes some text name another record.
fn relink(document: &mut Tree, rng: &mut Rng) {
    let ids = ids(document, &[]);
    let size = document.size();
    if ids.is_empty() {
        return;
    }
    for _ in 0..20 {
        let is_text = |tree: &Tree| matches!(tree, Tree::Raw(raw) if raw.starts_with('"'));
        if let Some(found) = document.nth(rng.usize(..size)).filter(|tree| is_text(tree)) {
            *found = ids[rng.usize(..ids.len())].clone();
            return;
        }
    }
}

/// A record of the chain, by the table that it stands in.
fn of_chain<'d>(document: &'d mut Tree, rng: &mut Rng) -> Option<(String, &'d mut Fields)> {
    let Tree::Object(fields) = document else { return None };
    let tables = fields.iter_mut().filter(|(key, _)| ["threats", "incidents", "losses"].contains(&key.as_str()));
    let mut records: Vec<(&String, &mut Fields)> = Vec::new();
    for (key, table) in tables {
        let Tree::List(items) = table else { continue };
        records.extend(items.iter_mut().filter_map(|item| match item {
            Tree::Object(fields) => Some((&*key, fields)),
            _ => None,
        }));
    }
    let at = rng.usize(..records.len().max(1));
    (at < records.len()).then(|| records.swap_remove(at)).map(|(key, fields)| (key.clone(), fields))
}

/// Gives a record of the chain one more cause, mostly of the stage before.
fn link(document: &mut Tree, rng: &mut Rng) {
    let (factors, threats) = (ids(document, &["risk_factors"]), ids(document, &["threats"]));
    let (incidents, measures) = (ids(document, &["incidents"]), ids(document, &["measures"]));
    let Some((table, fields)) = of_chain(document, rng) else { return };
    let before = match table.as_str() {
        "threats" if rng.bool() => &factors,
        "threats" | "incidents" => &threats,
        _ => &incidents,
    };
    let mut any = |ids: &[Tree]| if ids.is_empty() { Tree::text("gone") } else { ids[rng.usize(..ids.len())].clone() };
    let (cause, barrier) = (any(before), any(&measures));
    let link = match rng.u8(..3) {
        0 => Tree::Object(vec![("id".to_owned(), cause), ("chance".to_owned(), words::estimate(rng))]),
        1 => Tree::Object(vec![("id".to_owned(), cause), ("barriers".to_owned(), Tree::List(vec![barrier]))]),
        _ => cause,
    };
    match fields.iter_mut().find(|(key, _)| key == "causes") {
        None => fields.push(("causes".to_owned(), Tree::List(vec![link]))),
        Some((_, causes)) => {
            if let Some(links) = links(causes) {
                links.insert(rng.usize(..=links.len()), link);
            }
        }
    }
}

/// The links within causes, whatever the gate.
fn links(causes: &mut Tree) -> Option<&mut Vec<Tree>> {
    match causes {
        Tree::List(links) => Some(links),
        Tree::Object(fields) => fields.iter_mut().find_map(|(_, value)| match value {
            Tree::List(links) => Some(links),
            _ => None,
        }),
        Tree::Raw(_) => None,
    }
}

/// Gives a record of the chain another gate.
fn gate(document: &mut Tree, rng: &mut Rng) {
    let Some((_, fields)) = of_chain(document, rng) else { return };
    let Some((_, causes)) = fields.iter_mut().find(|(key, _)| key == "causes") else { return };
    let list = Tree::List(links(causes).cloned().unwrap_or_default());
    *causes = grow::gated(list, rng);
}

/// Puts a field of another record into one, or an estimate where one may stand.
fn field(document: &mut Tree, rng: &mut Rng) {
    let Tree::Object(tables) = document else { return };
    let at = rng.usize(..tables.len().max(1));
    let Some((key, Tree::List(records))) = tables.get_mut(at) else { return };
    let at = rng.usize(..records.len().max(1));
    let Some(Tree::Object(fields)) = records.get_mut(at) else { return };
    let (name, value) = match key.as_str() {
        "risk_factors" if rng.bool() => ("likelihood".to_owned(), words::estimate(rng)),
        "measures" if rng.bool() => ("effectiveness".to_owned(), words::estimate(rng)),
        _ => pool().fields[rng.usize(..pool().fields.len())].clone(),
    };
    match fields.iter_mut().find(|(known, _)| *known == name) {
        Some((_, old)) if rng.u8(..8) > 0 => *old = value,
        _ => fields.insert(rng.usize(..=fields.len()), (name, value)),
    }
}

/// Moves a record, or a copy of it, to a table of any kind.
fn move_record(document: &mut Tree, rng: &mut Rng) {
    let Tree::Object(tables) = document else { return };
    let at = rng.usize(..tables.len().max(1));
    let Some((_, Tree::List(records))) = tables.get_mut(at) else { return };
    if records.is_empty() {
        return;
    }
    let at = rng.usize(..records.len());
    let record = if rng.bool() { records.remove(at) } else { records[at].clone() };
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.plural()).chain(["kites"]).collect();
    add(tables, one_of(&kinds, rng), record, rng);
}

/// Puts tables, or the fields of a record, into another order.
fn shuffle(document: &mut Tree, rng: &mut Rng) {
    let size = document.size();
    let at = if rng.bool() { 0 } else { rng.usize(..size) };
    match document.nth(at) {
        Some(Tree::Object(fields)) => rng.shuffle(fields),
        Some(Tree::List(items)) => rng.shuffle(items),
        _ => (),
    }
}
