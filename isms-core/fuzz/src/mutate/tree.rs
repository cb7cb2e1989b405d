//! Changes of a JSON tree that know nothing of what it means.

use super::{one_of, words};
use crate::json::Tree;
use fastrand::Rng;

/// Changes something within a tree. `keys` are those that its objects may have.
pub(super) fn change(tree: &mut Tree, keys: &[&str], rng: &mut Rng) {
    let size = tree.size();
    let copied = tree.nth(rng.usize(..size)).map(|tree| tree.clone());
    let Some(found) = tree.nth(rng.usize(..size)) else { return };
    match rng.u8(..8) {
        0 => *found = words::value(rng),
        1 => *found = copied.unwrap_or_else(|| words::value(rng)),
        2 => *found = Tree::List(vec![found.clone()]),
        _ => within(found, copied, keys, rng),
    }
}

/// Puts a value of the other tree into the first.
pub(super) fn cross(one: &[u8], other: &[u8], rng: &mut Rng) -> Option<Vec<u8>> {
    let mut tree = Tree::read(std::str::from_utf8(one).ok()?)?;
    let mut other = Tree::read(std::str::from_utf8(other).ok()?)?;
    let (size, others) = (tree.size(), other.size());
    *tree.nth(rng.usize(..size))? = other.nth(rng.usize(..others))?.clone();
    Some(super::written(&tree))
}

fn within(found: &mut Tree, copied: Option<Tree>, keys: &[&str], rng: &mut Rng) {
    match found {
        Tree::Raw(raw) => *found = Tree::Raw(scalar(raw, rng)),
        Tree::List(items) => list(items, copied, rng),
        Tree::Object(fields) => object(fields, copied, keys, rng),
    }
}

/// A number near this one, a text with something in it, or any other value.
fn scalar(raw: &str, rng: &mut Rng) -> String {
    if let Ok(number) = raw.parse::<f64>() {
        return match rng.u8(..4) {
            0 => format!("{}", number + 1.0),
            1 => format!("{}", number / 2.0),
            2 => format!("-{}", raw.trim_start_matches('-')),
            _ => format!("{raw}0"),
        };
    }
    let mut out = String::new();
    words::value(rng).write(&mut out);
    match (raw.strip_suffix('"'), out.strip_prefix('"')) {
        (Some(start), Some(rest)) if rng.bool() => format!("{start}{rest}"),
        _ => out,
    }
}

fn list(items: &mut Vec<Tree>, copied: Option<Tree>, rng: &mut Rng) {
    let at = rng.usize(..=items.len());
    match rng.u8(..5) {
        0 => items.insert(at, words::value(rng)),
        1 => items.insert(at, copied.unwrap_or_else(|| words::value(rng))),
        2 if at < items.len() => drop(items.remove(at)),
        3 if at < items.len() => {
            let to = rng.usize(..items.len());
            items.swap(at, to);
        }
        _ if at < items.len() => items.insert(at, items[at].clone()),
        _ => items.push(words::value(rng)),
    }
}

fn object(fields: &mut Vec<(String, Tree)>, copied: Option<Tree>, keys: &[&str], rng: &mut Rng) {
    let at = rng.usize(..=fields.len());
    let key = |rng: &mut Rng| if rng.u8(..8) == 0 { odd_key(rng) } else { one_of(keys, rng).to_owned() };
    match rng.u8(..7) {
        0 => fields.insert(at, (key(rng), words::value(rng))),
        1 => fields.insert(at, (key(rng), copied.unwrap_or_else(|| words::value(rng)))),
        2 if at < fields.len() => drop(fields.remove(at)),
        3 if at < fields.len() => {
            let to = rng.usize(..fields.len());
            fields.swap(at, to);
        }
        4 if at < fields.len() => fields[at].0 = key(rng),
        5 if at < fields.len() => {
            let again = fields[at].clone();
            fields.insert(rng.usize(..=fields.len()), again);
        }
        _ if at < fields.len() => fields[at].1 = words::value(rng),
        _ => fields.push((key(rng), words::value(rng))),
    }
}

fn odd_key(rng: &mut Rng) -> String {
    one_of(&["", "\\ud800", "x\\udfff", "\\u0069d", "a/b", "a~b", "titel", "cause", "Id", "weather", "\\n"], rng)
        .to_owned()
}
