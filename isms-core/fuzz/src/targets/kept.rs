//! Opening and saving loses nothing: both texts, compared as trees by someone else.

use crate::json::{Tree, unescaped};
use isms_core::Kind;

/// The document saved says what the document opened says.
pub(crate) fn assert_equal(opened: &Tree, saved: &Tree) {
    for kind in Kind::ALL {
        let key = kind.plural();
        assert_eq!(records(saved, key), records(opened, key), "{key}");
    }
    assert_eq!(others(saved), others(opened));
}

/// All records of a table, which may come in parts.
fn records(document: &Tree, key: &str) -> Vec<Tree> {
    let parts = document.fields().iter().filter(|(name, _)| unescaped(name) == key);
    parts.flat_map(|(_, value)| value.items()).map(plain).collect()
}

/// All but the tables of known kinds, sorted: the fields of the document come first when saved.
fn others(document: &Tree) -> Vec<(String, Tree)> {
    let fields = document.fields().iter().map(|(name, value)| (unescaped(name), value));
    let is_table =
        |name: &str, value: &Tree| matches!(value, Tree::List(_)) && Kind::ALL.iter().any(|kind| kind.plural() == name);
    let mut others: Vec<_> =
        fields.filter(|(name, value)| !is_table(name, value)).map(|(name, value)| (name, plain(value))).collect();
    others.sort_by_cached_key(|(name, value)| (name.clone(), format!("{value:?}")));
    others
}

/// A value in which all that is the same is written the same: a link or a label of one word is
/// that word, a range of one number that number, an empty list, object or title is not there (but an audience of nobody is one), numbers
/// and texts have one form each. Fields are sorted, repeated ones stay in their order.
fn plain(tree: &Tree) -> Tree {
    match tree {
        Tree::Raw(raw) if raw.starts_with('"') => tree.as_text().map_or_else(|| tree.clone(), Tree::Raw),
        Tree::Raw(raw) => number(raw),
        Tree::List(items) => Tree::List(items.iter().map(plain).collect()),
        Tree::Object(fields) => object(fields),
    }
}

/// Numbers beyond the range of a double stay as they are written.
fn number(raw: &str) -> Tree {
    match raw.parse::<f64>() {
        Ok(number) if number.is_finite() => Tree::Raw(format!("{:?}", number + 0.0)),
        _ => Tree::Raw(raw.to_owned()),
    }
}

fn object(fields: &[(String, Tree)]) -> Tree {
    let empty = |tree: &Tree| {
        matches!(tree, Tree::List(items) if items.is_empty())
            || matches!(tree, Tree::Object(fields) if fields.is_empty())
    };
    let fields = fields.iter().map(|(key, value)| (unescaped(key), plain(value)));
    let untitled = |key: &str, value: &Tree| key == "title" && *value == Tree::Raw(String::new());
    let mut fields: Vec<(String, Tree)> =
        fields.filter(|(key, value)| (!empty(value) || key == "audience") && !untitled(key, value)).collect();
    fields.sort_by(|(a, _), (b, _)| a.cmp(b));
    match fields.as_slice() {
        [(key, only)] if key == "id" || key == "tlp" => only.clone(),
        [(high, a), (low, b)] if high == "high" && low == "low" && a == b => a.clone(),
        _ => Tree::Object(fields),
    }
}
