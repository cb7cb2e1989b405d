//! Questions about a register, of which each input is asked some. Answers must agree with each
//! other, whatever the records are.

use super::edits;
use isms_core::{Kind, Refusal, Register, Trace, explain, review_page};
use serde::Serialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// So many records are asked about.
const ASKED: usize = 12;

/// How many sorts of questions there are.
pub(crate) const SORTS: u64 = 10;

/// Asks what the number says.
pub(crate) fn ask(register: &Register, pick: u64) {
    trace_one(register, pick >> 4);
    match pick % SORTS {
        0 | 1 => traces_agree(register),
        2 => ancestors_are_causes(register),
        3 => paths_agree(register, (pick >> 8) % 20),
        4 => common_causes_agree(register, pick >> 8),
        5 => review(register),
        6 => records_are_read(register),
        7 => answers_are_those_of_ask(register, pick >> 8),
        _ => edits::edit(register, pick >> 8),
    }
}

/// The ids that can be asked for, of kinds of the chain or of all, the first ones only.
fn ids(register: &Register, kinds: &[Kind]) -> Vec<String> {
    let ids = kinds.iter().flat_map(|kind| register.ids(*kind));
    let found: BTreeSet<&str> =
        ids.filter(|id| register.get(id).is_some_and(|record| kinds.contains(&record.kind()))).collect();
    found.into_iter().take(ASKED).map(str::to_owned).collect()
}

/// Every input is asked for one trace: it goes through most of what stands behind a register.
fn trace_one(register: &Register, pick: u64) {
    let count = u64::try_from(register.len()).unwrap_or_default().max(1);
    let row = u32::try_from(pick % count).unwrap_or_default();
    let Some(id) = register.id_of_row(row) else { return };
    match register.trace(id) {
        Ok(trace) => assert_eq!(trace.id, id),
        Err(refused) => assert_eq!(refused.code(), "not_in_chain"),
    }
}

const CHAIN: [Kind; 4] = [Kind::RiskFactor, Kind::Threat, Kind::Incident, Kind::Loss];

fn causes(trace: &Trace) -> BTreeSet<&str> {
    let causes = &trace.causes;
    causes.incidents.iter().chain(&causes.threats).chain(&causes.risk_factors).map(String::as_str).collect()
}

fn effects(trace: &Trace) -> BTreeSet<&str> {
    let effects = &trace.effects;
    effects.losses.iter().chain(&effects.incidents).chain(&effects.threats).map(String::as_str).collect()
}

/// A cause of a cause is a cause, what is caused is an effect, nothing causes itself; a trace is
/// complete if it breaks nowhere and reaches a risk factor.
fn traces_agree(register: &Register) {
    let ids = ids(register, &CHAIN);
    let traces: BTreeMap<&str, Trace> =
        ids.iter().map(|id| (id.as_str(), register.trace(id).expect("a record of the chain"))).collect();
    // Rows whose ids are those of others have no trace of their own, and can stand between.
    let repeated = register.check().counts.by_code.iter().any(|tallied| tallied.code == "duplicate_id");
    for (id, trace) in &traces {
        let above = causes(trace);
        assert!(repeated || !above.contains(id) && !effects(trace).contains(id), "{id} causes itself");
        for (other, its) in &traces {
            let below = effects(its);
            assert!(repeated || above.contains(other) == below.contains(id), "{other} above {id}");
            assert!(repeated || !above.contains(other) || causes(its).is_subset(&above), "{other} above {id}");
        }
        let reached = trace.kind == "risk_factor" || !trace.causes.risk_factors.is_empty();
        assert!(!trace.complete || trace.broken.is_empty() && reached, "{id}");
        assert!(trace.complete || !trace.broken.is_empty() || !reached, "{id}");
        for broken in &trace.broken {
            assert!(
                broken.id.is_empty() || broken.id == **id || above.contains(broken.id.as_str()),
                "{id} breaks at {}",
                broken.id
            );
            assert_eq!(broken.link.is_some(), broken.why.is_some());
        }
    }
    // Every break is one of some trace, and told once for all.
    let all: u64 = register.broken_traces().by_kind.iter().map(|tally| tally.count).sum();
    assert!(all > 0 || traces.values().all(|trace| trace.broken.is_empty()));
}

/// The ancestors of every loss are the causes in its trace.
fn ancestors_are_causes(register: &Register) {
    let all = register.ancestors();
    assert_eq!(all.offsets.len(), all.losses.len() + 1);
    assert!(all.losses.len() >= register.records(Kind::Loss).count());
    for (at, loss) in all.losses.iter().enumerate().take(ASKED) {
        let rows = &all.rows[all.offsets[at] as usize..all.offsets[at + 1] as usize];
        assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "each once");
        let Some(id) = register.id_of_row(*loss) else { continue };
        let Ok(trace) = register.trace(id) else { continue };
        let named: BTreeSet<&str> = rows.iter().filter_map(|row| register.id_of_row(*row)).collect();
        let first = all.losses.iter().find(|row| register.id_of_row(**row) == Some(id));
        assert!(trace.kind != "loss" || first != Some(loss) || named == causes(&trace), "{id}");
    }
}

/// Paths are as many as are counted, begin at the record, and go over its causes.
fn paths_agree(register: &Register, budget: u64) {
    let budget = u32::try_from(budget).unwrap_or_default();
    for id in ids(register, &CHAIN) {
        let paths = register.paths(&id, budget).expect("a record of the chain");
        let listed = paths.paths.len();
        assert!(listed <= budget as usize);
        assert_eq!(paths.complete, paths.total == listed.to_string());
        assert!(paths.complete || listed == budget as usize, "{id}");
        let trace = register.trace(&id).expect("a record of the chain");
        let above = causes(&trace);
        for path in &paths.paths {
            assert_eq!(path.first(), Some(&id));
            assert!(path.iter().skip(1).all(|step| above.contains(step.as_str())), "{path:?}");
        }
    }
}

/// Common causes are those of all, and the nearest of them are among them.
fn common_causes_agree(register: &Register, pick: u64) {
    let ids = ids(register, &CHAIN);
    let Some(count) = u64::try_from(ids.len()).ok().filter(|count| *count > 0) else { return };
    let asked: Vec<String> =
        [pick, pick >> 8, pick >> 16].iter().map(|pick| ids[(pick % count) as usize].clone()).collect();
    let answer = register.common_causes(&asked).expect("records of the chain");
    let traces: Vec<Trace> = asked.iter().map(|id| register.trace(id).expect("a record of the chain")).collect();
    let common = |id: &String| traces.iter().all(|trace| causes(trace).contains(id.as_str()));
    let nearest = &answer.nearest;
    let found: Vec<&String> = nearest.incidents.iter().chain(&nearest.threats).chain(&nearest.risk_factors).collect();
    assert!(found.iter().all(|id| common(id)), "{asked:?}");
    assert!(found.len() as u64 <= answer.common);
    assert!(answer.common == 0 || !found.is_empty() || register.check().counts.error > 0, "{asked:?}");
}

/// The page is written, and holds no character that a terminal would obey.
fn review(register: &Register) {
    let page = review_page(&register.review(), "input.json");
    assert!(!page.is_empty());
    assert!(page.chars().all(|character| character == '\n' || !character.is_control()), "{page:?}");
}

/// What is read of a record is written, and read again as the same.
fn records_are_read(register: &Register) {
    let mut count = 0;
    for kind in Kind::ALL {
        for record in register.records(*kind) {
            count += 1;
            assert_eq!(record.kind(), *kind);
            let json = record.to_json();
            let text = format!("{{\"isms\":\"1\",\"{}\":[{json}]}}", kind.plural());
            let again = Register::open(text.as_bytes()).unwrap_or_else(|refusal| panic!("{json}: {refusal}"));
            let read: Vec<_> = again.records(*kind).collect();
            assert_eq!(read.iter().map(isms_core::Record::to_json).collect::<Vec<_>>(), [json]);
        }
        for id in register.ids(*kind) {
            assert!(register.get(id).is_some() && register.json(id).is_some());
        }
    }
    assert!(count <= register.len());
}

/// `ask` answers what the typed call answers.
fn answers_are_those_of_ask(register: &Register, pick: u64) {
    let ids = ids(register, Kind::ALL);
    let id = ids.get((pick % 16) as usize).map_or("nothing", String::as_str);
    let (request, typed) = match (pick >> 8) % 8 {
        0 => (json!({"ask": "check"}), written(Ok(register.check()))),
        1 => (json!({"ask": "review"}), written(Ok(register.review()))),
        2 => (json!({"ask": "ancestors"}), written(Ok(register.ancestors()))),
        3 => (json!({"ask": "broken_traces"}), written(Ok(register.broken_traces()))),
        4 => (json!({"ask": "paths", "id": id, "budget": 3}), written(register.paths(id, 3))),
        5 => (json!({"ask": "common_causes", "ids": ids}), written(register.common_causes(&ids))),
        6 => (json!({"ask": "explain", "code": id}), written(explain(id))),
        _ => (json!({"ask": "trace", "id": id}), written(register.trace(id))),
    };
    let answer = isms_core::ask(register, &request.to_string());
    assert_eq!(answer, typed, "{request}");
    let record = isms_core::ask(register, &json!({"ask": "record", "id": id}).to_string());
    assert!(record.is_err() || is_json(&record.unwrap_or_default()), "{id}");
}

fn written<T: Serialize>(answer: Result<T, Refusal>) -> Result<String, Refusal> {
    answer.map(|answer| serde_json::to_string(&answer).expect("an answer is JSON"))
}

/// Text that is one JSON value, as someone else says.
pub(crate) fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
