//! Generated documents: what the schema accepts the reader reads, and what it refuses the reader reports.

use crate::dirt::{self, Tree};
use crate::grow::Grower;
use crate::mutate::mutate;
use crate::verdict::{Tally, by_reader, by_schema, validator};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::Value as Json;

#[test]
fn what_the_schema_grows_the_reader_reads() {
    let (validator, mut grower, mut tally) = (validator(), Grower::new(1), Tally::default());
    for _ in 0..800 {
        let document = grower.document();
        assert!(by_schema(validator, &document).is_empty(), "grown, and not valid: {document}");
        tally.compare(validator, &document.to_string());
    }
    println!("grown: {tally:?}");
    assert!(tally.places > 5_000 && tally.refused_by_schema == 0, "{tally:?}");
}

#[test]
fn what_is_changed_is_refused_by_both_or_by_none() {
    let (validator, mut grower, mut tally) = (validator(), Grower::new(2), Tally::default());
    for _ in 0..1_500 {
        let mut document = grower.document();
        for _ in 0..=grower.below(4) {
            mutate_below(&mut grower, &mut document);
        }
        tally.compare(validator, &document.to_string());
    }
    tally.represents("changed", 1_500);
}

/// Changes something below the document, not its version.
fn mutate_below(grower: &mut Grower, document: &mut Json) {
    let mut fields: Vec<&mut Json> = document
        .as_object_mut()
        .unwrap()
        .iter_mut()
        .filter(|(key, _)| *key != "isms")
        .map(|(_, value)| value)
        .collect();
    if !fields.is_empty() {
        let at = grower.below(fields.len());
        mutate(grower, fields[at]);
    }
}

#[test]
fn dirt_is_refused_by_both_or_by_none() {
    let (validator, mut tally, mut unread) = (validator(), Tally::default(), 0);
    let mut runner = TestRunner::deterministic();
    for _ in 0..1_000 {
        let Tree::Object(fields) = dirt::documents().new_tree(&mut runner).unwrap().current().tree else { continue };
        let fields = fields
            .into_iter()
            .map(|(key, value)| {
                let value = readable(&key, value, &mut unread);
                (key, value)
            })
            .collect();
        tally.compare(validator, &Tree::Object(fields).write());
    }
    println!("records that the validator can't read: {unread}");
    assert!(unread > 100);
    tally.represents("dirt", 1_500);
}

/// A table without the records that a JSON library can't read: of those the reader tells.
fn readable(kind: &str, value: Tree, unread: &mut usize) -> Tree {
    let Tree::List(mut items) = value else { return value };
    items.retain(|item| {
        let text = item.write();
        if serde_json::from_str::<Json>(&text).is_ok() {
            return true;
        }
        *unread += 1;
        assert!(!by_reader(&format!("{{\"isms\":\"1\",\"{kind}\":[{text}]}}")).errors.is_empty(), "{text}");
        false
    });
    Tree::List(items)
}
