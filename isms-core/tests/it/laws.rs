//! The laws, on documents with dirt.

use crate::dirt::{Document, FACTOR, INCIDENT, KINDS, LOSS, THREAT, Tree, build, documents};
use crate::judge::Judge;
use isms_core::{Findings, Register};
use proptest::prelude::*;
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

fn open(document: &Document) -> Register {
    Register::open(document.tree.write().as_bytes()).unwrap()
}

/// How many findings of each code there are.
fn counts(findings: &Findings) -> BTreeMap<&str, u64> {
    findings.counts.by_code.iter().map(|tallied| (tallied.code.as_str(), tallied.count)).collect()
}

/// What a finding is about, wherever it stands.
fn gist(findings: &Findings) -> Vec<(String, Option<String>, String)> {
    let findings = findings.findings.iter();
    // A path may change: saving puts tables in their order.
    let mut gist: Vec<_> = findings
        .map(|found| {
            (found.code.clone(), found.subject.clone(), found.path.rsplit('/').next().unwrap_or_default().to_owned())
        })
        .collect();
    gist.sort();
    gist
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn check_counts_exactly_what_was_planted(document in documents()) {
        let findings = open(&document).check();
        let expected = Judge::new(&document).counts();
        prop_assert_eq!(counts(&findings), expected);
        prop_assert!(findings.findings.is_sorted_by_key(|found| found.severity));
        prop_assert_eq!(findings.findings.len() as u64, findings.counts.error + findings.counts.warning + findings.counts.note);
    }

    #[test]
    fn every_path_resolves(document in documents()) {
        for finding in open(&document).check().findings {
            let parent = finding.path.rsplit_once('/').map_or("", |(parent, _)| parent);
            let found = document.tree.at(&finding.path).is_some();
            let may_miss = ["missing_title", "broken_trace", "place_apart", "single_factor"].contains(&finding.code.as_str());
            prop_assert!(found || may_miss && document.tree.at(parent).is_some(), "{} at {}", finding.code, finding.path);
        }
    }

    #[test]
    fn saving_keeps_the_findings_and_its_own_bytes(document in documents()) {
        let register = open(&document);
        let saved = register.save();
        let again = Register::open(&saved).unwrap();
        prop_assert_eq!(String::from_utf8(again.save()).unwrap(), String::from_utf8(saved).unwrap());
        prop_assert_eq!(gist(&again.check()), gist(&register.check()));
    }

    #[test]
    fn saving_keeps_every_record(document in documents()) {
        let saved: Result<Json, _> = serde_json::from_slice(&open(&document).save());
        // Lone surrogates are JSON that few libraries read: such records are compared as text.
        let Ok(saved) = saved else {
            let text = String::from_utf8(open(&document).save()).unwrap();
            for made in &document.records {
                let raw = made.tree.write();
                prop_assert!(!raw.contains("\\ud83d") || text.contains(&bare(&raw)), "{raw}");
            }
            return Ok(());
        };
        for (kind, key) in KINDS.iter().enumerate() {
            let made = document.records.iter().filter(|made| made.kind == kind);
            let expected: Vec<Json> = made.map(|made| plain(serde_json::from_str(&made.tree.write()).unwrap_or(json!("1e400")))).collect();
            let found: Vec<Json> = saved[key].as_array().cloned().unwrap_or_default().into_iter().map(plain).collect();
            prop_assert_eq!(found, expected);
        }
        for key in ["kites", "colour"] {
            let was = document.tree.at(&format!("/{key}")).map(|tree| plain(serde_json::from_str(&tree.write()).unwrap()));
            prop_assert_eq!(saved.get(key).cloned().map(plain), was);
        }
    }

    #[test]
    fn trace_is_what_sets_say(document in documents()) {
        let register = open(&document);
        let judge = Judge::new(&document);
        for (row, id) in judge.named() {
            let kind = judge.records[row].kind;
            let trace = match register.trace(id) {
                Ok(trace) => trace,
                Err(refusal) => {
                    prop_assert_eq!(refusal.code(), "not_in_chain");
                    prop_assert!(!(FACTOR..=LOSS).contains(&kind));
                    continue;
                }
            };
            let (causes, effects) = (judge.ancestors(row), judge.descendants(row));
            prop_assert_eq!(&trace.causes.incidents, &judge.ids(causes, INCIDENT));
            prop_assert_eq!(&trace.causes.threats, &judge.ids(causes, THREAT));
            prop_assert_eq!(&trace.causes.risk_factors, &judge.ids(causes, FACTOR));
            prop_assert_eq!(&trace.effects.threats, &judge.ids(&effects, THREAT));
            prop_assert_eq!(&trace.effects.incidents, &judge.ids(&effects, INCIDENT));
            prop_assert_eq!(&trace.effects.losses, &judge.ids(&effects, LOSS));
            let mut rows = causes.clone();
            rows.insert(row);
            let broken: Vec<_> = rows.iter().flat_map(|row| judge.breaks(*row).into_iter().map(|link| (judge.records[*row].id.clone().unwrap_or_default(), link))).collect();
            let found: Vec<_> = trace.broken.iter().map(|broken| (broken.id.clone(), broken.link.clone().zip(broken.why.as_deref()))).collect();
            prop_assert_eq!(found, broken);
            let reached = kind == FACTOR || !trace.causes.risk_factors.is_empty();
            prop_assert_eq!(trace.complete, trace.broken.is_empty() && reached);
        }
    }

    #[test]
    fn ancestors_are_the_causes_of_each_trace(document in documents()) {
        let register = open(&document);
        let judge = Judge::new(&document);
        let all = register.ancestors();
        let losses: Vec<usize> = (0..judge.records.len()).filter(|row| judge.records[*row].kind == LOSS).collect();
        prop_assert_eq!(all.losses.iter().map(|row| *row as usize).collect::<Vec<_>>(), losses.clone());
        prop_assert_eq!(all.offsets.len(), losses.len() + 1);
        for (at, loss) in losses.iter().enumerate() {
            let rows = &all.rows[usize::try_from(all.offsets[at]).unwrap()..usize::try_from(all.offsets[at + 1]).unwrap()];
            let set: BTreeSet<usize> = rows.iter().map(|row| *row as usize).collect();
            prop_assert_eq!(set.len(), rows.len(), "each once");
            prop_assert_eq!(&set, judge.ancestors(*loss));
            let id = judge.records[*loss].id.clone().filter(|id| judge.row(id) == Some(*loss));
            if let Some(trace) = id.and_then(|id| register.trace(&id).ok()) {
                let causes = trace.causes;
                let named: BTreeSet<String> = causes.incidents.into_iter().chain(causes.threats).chain(causes.risk_factors).collect();
                let ids: BTreeSet<String> = rows.iter().filter_map(|row| register.id_of_row(*row)).map(str::to_owned).collect();
                prop_assert_eq!(named, ids);
            }
        }
    }

    #[test]
    fn common_causes_are_what_sets_say(document in documents(), picks in any::<[usize; 3]>()) {
        let judge = Judge::new(&document);
        let chain: Vec<(usize, &str)> = judge.named().filter(|(row, _)| (FACTOR..=LOSS).contains(&judge.records[*row].kind)).collect();
        prop_assume!(!chain.is_empty());
        let asked: Vec<(usize, &str)> = picks.iter().map(|pick| chain[pick % chain.len()]).collect();
        let ids: Vec<String> = asked.iter().map(|(_, id)| (*id).to_owned()).collect();
        let sets: Vec<&BTreeSet<usize>> = asked.iter().map(|(row, _)| judge.ancestors(*row)).collect();
        let common: BTreeSet<usize> = sets[0].iter().copied().filter(|row| sets.iter().all(|set| set.contains(row))).collect();
        let nearest: BTreeSet<usize> = common.iter().copied().filter(|row| judge.descendants(*row).is_disjoint(&common)).collect();
        let answer = open(&document).common_causes(&ids).unwrap();
        prop_assert_eq!(answer.common, common.len() as u64);
        prop_assert_eq!(answer.nearest.incidents, judge.ids(&nearest, INCIDENT));
        prop_assert_eq!(answer.nearest.threats, judge.ids(&nearest, THREAT));
        prop_assert_eq!(answer.nearest.risk_factors, judge.ids(&nearest, FACTOR));
    }

    #[test]
    fn paths_are_all_there_are(document in documents(), budget in 0..40_u32) {
        let register = open(&document);
        let judge = Judge::new(&document);
        for (row, id) in judge.named().filter(|(row, _)| (FACTOR..=LOSS).contains(&judge.records[*row].kind)) {
            let named = |path: Vec<usize>| -> Vec<String> { path.iter().filter_map(|row| judge.records[*row].id.clone()).collect() };
            let mut expected: Vec<Vec<String>> = judge.paths(row).into_iter().map(named).collect();
            let answer = register.paths(id, budget).unwrap();
            prop_assert_eq!(answer.total, expected.len().to_string());
            prop_assert_eq!(answer.complete, expected.len() <= budget as usize);
            expected.truncate(budget as usize);
            prop_assert_eq!(answer.paths, expected);
        }
    }

    #[test]
    fn broken_traces_are_those_of_all_rows(document in documents()) {
        let judge = Judge::new(&document);
        let mut expected = BTreeMap::new();
        for row in 0..judge.records.len() {
            let breaks = judge.breaks(row).len() as u64;
            if breaks > 0 {
                *expected.entry(KINDS[judge.records[row].kind]).or_insert(0) += breaks;
            }
        }
        let answer = open(&document).broken_traces();
        let found: BTreeMap<&str, u64> = answer.by_kind.iter().map(|tally| (if tally.kind == "loss" { "losses" } else if tally.kind == "threat" { "threats" } else { "incidents" }, tally.count)).collect();
        prop_assert_eq!(found, expected);
    }
}

/// A value with what the canonical form writes shorter written so: a link of an id alone is the id,
/// an empty list is left out, a number is a number.
fn plain(value: Json) -> Json {
    match value {
        Json::Object(fields) => {
            let fields = fields.into_iter().map(|(key, value)| (key, plain(value)));
            Json::Object(fields.filter(|(key, value)| key != "causes" || *value != json!([])).collect())
        }
        Json::Array(items) => Json::Array(items.into_iter().map(plain).collect()),
        Json::Number(number) => json!(number.as_f64().unwrap() + 0.0),
        other => other,
    }
}

/// Text without the blanks between its tokens.
fn bare(json: &str) -> String {
    let (mut out, mut within, mut escaped) = (String::new(), false, false);
    for character in json.chars() {
        if within || !character.is_ascii_whitespace() {
            out.push(character);
        }
        within ^= character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
    }
    out
}

#[test]
fn a_document_of_zeros_is_clean() {
    let document = build([0; 4], &[[0; 20]; 3]);
    assert!(matches!(document.tree, Tree::Object(_)));
    assert_eq!(counts(&open(&document).check()), BTreeMap::from([("duplicate_id", 2)]));
}

/// Rare among random documents, so written out: a place that hangs on a cycle lies in its place.
#[test]
fn a_place_in_a_place_on_a_cycle_lies_in_it() {
    let text = br#"{"isms": "1",
        "places": [{"id": "a", "title": "A", "within": "b"}, {"id": "b", "title": "B", "within": "a"},
                   {"id": "c", "title": "C", "within": "a"}, {"id": "d", "title": "D", "within": "c"}],
        "risk_factors": [{"id": "f", "title": "F"}],
        "threats": [{"id": "t", "title": "T", "place": "a", "causes": ["f"]}],
        "incidents": [{"id": "in", "title": "In", "place": "d", "causes": ["t"]},
                      {"id": "out", "title": "Out", "place": "b", "causes": ["t"]}]}"#;
    let findings = Register::open(text).unwrap().check();
    let apart = findings.findings.iter().filter(|found| found.code == "place_apart");
    assert_eq!(apart.filter_map(|found| found.subject.as_deref()).collect::<Vec<_>>(), ["out"]);
}

/// As rare: two cycles, and a link between them, which is on neither.
#[test]
fn a_link_between_two_cycles_is_followed() {
    let text = br#"{"isms": "1", "threats": [
        {"id": "a", "title": "A", "causes": ["b"]}, {"id": "b", "title": "B", "causes": ["a", "c"]},
        {"id": "c", "title": "C", "causes": ["d"]}, {"id": "d", "title": "D", "causes": ["c"]}]}"#;
    let register = Register::open(text).unwrap();
    assert_eq!(register.trace("b").unwrap().causes.threats, ["c"]);
    let cycles = register.check().findings.into_iter().filter(|found| found.code == "cycle");
    assert_eq!(cycles.count(), 2);
}
