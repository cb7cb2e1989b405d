//! A library that knows nothing of an item.

use super::sample::Document;
use super::sign::Item;
use crate::Fault;
use isms_core::bundled_catalogs;
use serde_json::Value as Json;

/// Changes a register and a question so that the answer is that of a library without an item: a field is in no record, a requirement or
/// a term in no catalogue. Says how often it stood there.
pub(super) fn off(item: &Item, document: &mut Document, request: &mut Json) -> Result<usize, Fault> {
    match item {
        Item::Field(path) => {
            let (kind, path) = path.split_once('.').ok_or_else(|| format!("expected kind.field, found {path}"))?;
            let steps: Vec<&str> = path.split('.').collect();
            Ok(document.of(kind).into_iter().flatten().map(|record| strip(record, &steps)).sum())
        }
        Item::Requirement(name) | Item::Term(name) => {
            let (catalog, name) =
                name.split_once(':').ok_or_else(|| format!("expected catalogue:name, found {name}"))?;
            let mut text = bundled(catalog)?;
            let taken = without(&mut text, name);
            let fields = request.as_object_mut().ok_or("expected a request")?;
            fields.insert("catalogs".to_owned(), Json::Array(vec![text]));
            Ok(taken)
        }
    }
}

/// Takes a field away, within lists too, and says how often.
fn strip(value: &mut Json, steps: &[&str]) -> usize {
    match (value, steps) {
        (Json::Array(items), steps) => items.iter_mut().map(|item| strip(item, steps)).sum(),
        (Json::Object(fields), [last]) => usize::from(fields.remove(*last).is_some()),
        (Json::Object(fields), [first, rest @ ..]) => fields.get_mut(*first).map_or(0, |value| strip(value, rest)),
        _ => 0,
    }
}

/// A bundled catalogue as JSON.
pub(super) fn bundled(id: &str) -> Result<Json, Fault> {
    let found = bundled_catalogs().into_iter().find(|(name, _)| *name == id);
    let (_, text) = found.ok_or_else(|| format!("no bundled catalogue has the id {id}"))?;
    serde_json::from_str(text).map_err(|error| format!("{id}: {error}"))
}

/// Takes a requirement, a taxonomy or a term (`taxonomy.term`) out of a catalogue, and says how many.
fn without(catalog: &mut Json, name: &str) -> usize {
    let taken = take(catalog.get_mut("requirements"), name) + take(catalog.get_mut("taxonomies"), name);
    let Some((taxonomy, term)) = name.split_once('.') else { return taken };
    let taxonomies = catalog.get_mut("taxonomies").and_then(Json::as_array_mut);
    let mut taxonomies = taxonomies.into_iter().flatten();
    let found = taxonomies.find(|found| found.get("id").and_then(Json::as_str) == Some(taxonomy));
    taken + found.map_or(0, |found| take(found.get_mut("terms"), term))
}

fn take(list: Option<&mut Json>, id: &str) -> usize {
    let Some(list) = list.and_then(Json::as_array_mut) else { return 0 };
    let before = list.len();
    list.retain(|entry| entry.get("id").and_then(Json::as_str) != Some(id));
    before - list.len()
}
