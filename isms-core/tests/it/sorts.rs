//! What the generator of dirty documents really makes: the laws say nothing of what is not there.

use crate::dirt::{Document, LOSS, THREAT, documents};
use crate::judge::Judge;
use proptest::strategy::Strategy as _;
use std::collections::{BTreeMap, BTreeSet};

/// Each sort of dirt, and each shape.
const EXPECTED: [&str; 35] = [
    "wrong_type",
    "out_of_range",
    "repeated_key",
    "missing_id",
    "duplicate_id",
    "dangling_reference",
    "wrong_kind",
    "wrong_stage",
    "repeated_link",
    "cycle",
    "order_in_time",
    "missing_title",
    "broken_trace",
    "single_factor",
    "order_in_doubt",
    "place_apart",
    "unknown_kind",
    "link: dangling",
    "link: self",
    "link: wrong_stage",
    "link: cycle",
    "link: repeated",
    "link: threat to threat",
    "gate: at least k of n",
    "gate: all",
    "gate: any",
    "loss: complete trace",
    "measure on several links",
    "unknown field",
    "unknown header field",
    "partial date",
    "lone surrogate",
    "version last",
    "tables in another order",
    "fields in another order",
];

/// Shapes of the chain that are no fault.
fn shapes(document: &Document, judge: &Judge<'_>) -> BTreeMap<&'static str, u64> {
    let mut shapes: BTreeMap<&'static str, u64> = BTreeMap::new();
    let mut barriers: BTreeMap<&String, u64> = BTreeMap::new();
    for (row, made) in document.records.iter().enumerate() {
        let threats = judge.followed[row].iter().filter(|cause| judge.records[**cause].kind == THREAT).count();
        *shapes.entry("link: threat to threat").or_default() += if made.kind == THREAT { threats as u64 } else { 0 };
        for (gate, key) in [("gate: at least k of n", "of"), ("gate: all", "all"), ("gate: any", "any")] {
            *shapes.entry(gate).or_default() += u64::from(made.tree.at(&format!("/causes/{key}/1")).is_some());
        }
        let rows: BTreeSet<usize> = judge.ancestors(row).iter().copied().chain([row]).collect();
        let whole = made.kind == LOSS && rows.iter().all(|row| judge.breaks(*row).is_empty());
        *shapes.entry("loss: complete trace").or_default() += u64::from(whole);
        made.barriers.iter().filter(|id| judge.row(id).is_some()).for_each(|id| *barriers.entry(id).or_default() += 1);
    }
    shapes.insert("measure on several links", barriers.values().filter(|count| **count > 1).count() as u64);
    shapes
}

/// The properties say nothing if the generator makes nothing: it must have made each sort of dirt.
#[test]
#[expect(clippy::print_stdout, reason = "the counts are shown when a test is run with --nocapture")]
fn every_sort_of_dirt_is_made() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut sorts, mut records): (BTreeMap<String, u64>, usize) = (BTreeMap::new(), 0);
    for _ in 0..1_000 {
        let document = documents().new_tree(&mut runner).unwrap().current();
        records += document.records.len();
        let judge = Judge::new(&document);
        for (_, why) in judge.broken.iter().flatten() {
            *sorts.entry(format!("link: {why}")).or_default() += 1;
        }
        for (sort, count) in &document.harmless {
            *sorts.entry((*sort).to_owned()).or_default() += count;
        }
        let surrogates = document.tree.write().matches("\\ud83d").count() as u64;
        *sorts.entry("lone surrogate".to_owned()).or_default() += surrogates;
        for (sort, count) in shapes(&document, &judge) {
            *sorts.entry(sort.to_owned()).or_default() += count;
        }
        for (code, count) in judge.counts() {
            *sorts.entry(code.to_owned()).or_default() += count;
        }
    }
    println!("1000 documents, {records} records: {sorts:#?}");
    for sort in EXPECTED {
        assert!(sorts.get(sort).copied().unwrap_or_default() >= 50, "{sort}: {:?}", sorts.get(sort));
    }
}
