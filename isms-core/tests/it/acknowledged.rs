//! Acknowledgements set aside what they name, and nothing else.

use crate::dirt::{Document, Tree, documents};
use isms_core::{Finding, Register, Severity};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// An acknowledgement of a code, about a record or about none.
fn acknowledgement(at: usize, code: &str, record: Option<&str>) -> Tree {
    let text = |name: &str, value: &str| (name.to_owned(), Tree::text(value));
    let mut fields =
        vec![text("id", &format!("ack-{at}")), text("title", "A"), text("code", code), text("reason", "R")];
    fields.extend(record.map(|record| text("record", record)));
    Tree::Object(fields)
}

fn with(document: &Document, acknowledgements: Vec<Tree>) -> Register {
    let Tree::Object(mut fields) = document.tree.clone() else { return Register::default() };
    fields.push(("acknowledgements".to_owned(), Tree::List(acknowledgements)));
    Register::open(Tree::Object(fields).write().as_bytes()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_is_acknowledged_is_set_aside_and_counted_and_nothing_else(document in documents(), picks in any::<[u16; 6]>()) {
        let before = Register::open(document.tree.write().as_bytes()).unwrap().check();
        prop_assume!(before.capped.is_empty() && !before.findings.is_empty());
        // Of equal ids the first is meant, which a finding does not show: of these we pick none.
        let double: BTreeSet<&str> =
            before.findings.iter().filter(|found| found.code == "duplicate_id").filter_map(|found| found.subject.as_deref()).collect();
        let picked = picks.iter().map(|pick| &before.findings[usize::from(*pick) % before.findings.len()]);
        let picked: Vec<&Finding> = picked.filter(|found| found.subject.as_deref().is_some_and(|id| !double.contains(id))).collect();
        let acknowledgements = picked.iter().enumerate().map(|(at, found)| acknowledgement(at, &found.code, found.subject.as_deref()));
        let after = with(&document, acknowledgements.collect()).check();

        // An acknowledgement of an error is a finding itself, and sets nothing aside.
        let idle = picked.iter().filter(|found| found.severity == Severity::Error).count();
        let idle_found = after.findings.iter().filter(|found| found.code == "idle_acknowledgement").count();
        prop_assert_eq!(idle_found, idle);
        let is_aside = |found: &&Finding| {
            found.severity != Severity::Error && picked.iter().any(|picked| (&picked.code, &picked.subject) == (&found.code, &found.subject))
        };
        let left: Vec<&Finding> = before.findings.iter().filter(|found| !is_aside(found)).collect();
        let found: Vec<&Finding> = after.findings.iter().filter(|found| found.code != "idle_acknowledgement").collect();
        prop_assert_eq!(left, found);
        let mut expected: BTreeMap<&str, u64> = BTreeMap::new();
        for found in before.findings.iter().filter(is_aside) {
            *expected.entry(found.code.as_str()).or_default() += 1;
        }
        let told: BTreeMap<&str, u64> =
            after.counts.acknowledged.iter().map(|tallied| (tallied.code.as_str(), tallied.count)).collect();
        prop_assert_eq!(told, expected);
    }
}
