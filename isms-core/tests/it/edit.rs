//! Editing: an edited register is the register of its own bytes.

use crate::dirt::{self, Document};
use isms_core::{Batch, Code, Finding, Fix, Kind, Label, Register};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One edit, with numbers that choose what it is done to.
#[derive(Clone, Copy, Debug)]
enum Edit {
    Insert(usize),
    Replace(usize, usize),
    Remove(usize),
    Rename(usize, usize),
    Head(usize, usize),
    Mend,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let number = || 0_usize..64;
    let edit = prop_oneof![
        3 => number().prop_map(Edit::Insert),
        3 => (number(), number()).prop_map(|(old, new)| Edit::Replace(old, new)),
        3 => number().prop_map(Edit::Remove),
        1 => (number(), number()).prop_map(|(old, new)| Edit::Rename(old, new)),
        1 => (number(), number()).prop_map(|(field, value)| Edit::Head(field, value)),
        1 => Just(Edit::Mend),
    ];
    prop::collection::vec(edit, 1..24)
}

fn ids(register: &Register) -> Vec<String> {
    Kind::ALL.iter().flat_map(|kind| register.ids(*kind)).map(str::to_owned).collect()
}

/// Makes an edit; whether it was taken.
fn edit(register: &mut Register, other: &Document, edit: Edit) -> bool {
    let ids = ids(register);
    let id = |number: usize| ids.get(number % ids.len().max(1)).cloned().unwrap_or_default();
    let draft = |number: usize| {
        let record = &other.records[number % other.records.len()];
        (Kind::of_plural(dirt::KINDS[record.kind]).unwrap(), record.tree.write())
    };
    match edit {
        Edit::Insert(new) => {
            let (kind, json) = draft(new);
            register.insert_json(kind, &json).is_ok()
        }
        Edit::Replace(old, new) => {
            let (kind, json) = draft(new);
            let field = Fix { id: id(old), field: "/note".into(), value: Some("\"edited\"".into()) };
            register.replace_json(kind, &json).is_ok() || register.apply(&[field]).is_ok()
        }
        Edit::Remove(old) => register.remove(&id(old)).is_ok(),
        Edit::Rename(old, new) => {
            let value = serde_json::Value::String(id(new)).to_string();
            register.apply(&[Fix { id: id(old), field: "/id".into(), value: Some(value) }]).is_ok()
        }
        Edit::Head(field, value) => {
            let values = ["P1Y", "a year", "", "amber", "\u{1}", "valley"];
            let value = values.get(value % 8).map(|value| (*value).to_owned());
            match field % 5 {
                0 => register.set_id(value),
                1 => register.set_title(value),
                2 => register.set_period(value),
                3 => register.set_label(value.map(Label::new)),
                _ => {
                    return register
                        .set_label_json(["{}", "5", "{\"tlp\": \"red\", \"x\": 1}", "{"][field % 4])
                        .is_ok();
                }
            }
            true
        }
        Edit::Mend => register.apply(&fixes(register)).is_ok(),
    }
}

fn fixes(register: &Register) -> Vec<Fix> {
    register.check().findings.into_iter().flat_map(|finding| finding.fix).collect()
}

/// The records of a register as they are saved, each on its line.
fn lines(register: &Register) -> Vec<String> {
    let saved = String::from_utf8(register.save()).unwrap();
    let mut lines: Vec<String> = saved
        .lines()
        .filter(|line| line.starts_with('{'))
        .skip(1)
        .map(|line| line.trim_end_matches(',').to_owned())
        .collect();
    lines.sort();
    lines
}

/// What a register says of itself, in an order of its own.
fn said(register: &Register) -> (Vec<String>, String, String) {
    let answer = register.check();
    let mut findings: Vec<String> = answer.findings.iter().map(|found| serde_json::to_string(found).unwrap()).collect();
    findings.sort();
    // Rows that were added stand behind those of later tables until they are saved: the order within a list is theirs.
    let trace = |id: &String| {
        let mut trace = register.trace(id).ok()?;
        trace.broken.sort_by_key(|broken| (broken.id.clone(), broken.link.clone(), broken.why.clone()));
        Some(trace)
    };
    let traces: Vec<_> = ids(register).iter().map(trace).collect();
    (findings, serde_json::to_string(&answer.counts).unwrap(), format!("{traces:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    /// Whatever is edited: the register says what its own bytes say when they are opened.
    #[test]
    fn an_edited_register_is_the_register_of_its_bytes(
        document in dirt::documents(), other in dirt::documents(), edits in edits(),
    ) {
        prop_assume!(!other.records.is_empty());
        let mut register = Register::open(document.tree.write().into_bytes()).unwrap();
        for one in edits {
            // Questions between edits build what edits must drop again.
            let before = (register.save(), register.len());
            let records_before = register.check().findings.len() + register.len();
            if !edit(&mut register, &other, one) {
                prop_assert_eq!(before, (register.save(), register.len()), "refused, and changed");
                prop_assert_eq!(records_before, register.check().findings.len() + register.len());
            }
        }
        let reopened = Register::open(register.save()).unwrap();
        prop_assert_eq!(said(&register), said(&reopened));
        prop_assert_eq!(register.digest(), reopened.digest());
        prop_assert_eq!(register.len(), reopened.len());
    }

    /// A batch adds what its records add one by one, or nothing.
    #[test]
    fn a_batch_is_its_records(document in dirt::documents(), other in dirt::documents()) {
        let opened = Register::open(document.tree.write().into_bytes()).unwrap();
        let (mut one_by_one, mut at_once) = (opened.clone(), opened.clone());
        let mut batch = Batch::new();
        let mut all = true;
        for record in &other.records {
            let (kind, json) = (Kind::of_plural(dirt::KINDS[record.kind]).unwrap(), record.tree.write());
            let number = format!("/{}", batch.len());
            match batch.push_json(kind, &json) {
                Ok(()) => all &= one_by_one.insert_json(kind, &json).is_ok(),
                Err(refusal) => prop_assert_eq!(&refusal.finding().path, &number),
            }
        }
        match at_once.add(batch) {
            Ok(()) => {
                prop_assert!(all);
                prop_assert_eq!(at_once.save(), one_by_one.save());
                prop_assert_eq!(said(&at_once), said(&one_by_one));
                prop_assert_eq!(said(&at_once), said(&Register::open(at_once.save()).unwrap()));
            }
            Err(refusal) => {
                prop_assert!(!all && refusal.code() == "duplicate_id");
                prop_assert_eq!(at_once.save(), opened.save());
                prop_assert_eq!(said(&at_once), said(&opened));
            }
        }
    }

    /// A register that is filled record by record is the one that is opened at once.
    #[test]
    fn a_register_filled_is_the_register_opened(document in dirt::documents()) {
        let opened = Register::open(document.tree.write().into_bytes()).unwrap();
        let mut filled = Register::default();
        let mut taken = BTreeMap::new();
        for record in &document.records {
            let kind = Kind::of_plural(dirt::KINDS[record.kind]).unwrap();
            *taken.entry(filled.insert_json(kind, &record.tree.write()).is_ok()).or_insert(0) += 1;
        }
        if taken.contains_key(&false) {
            // A document may have equal ids and items that are no records; an insert may not.
            prop_assert!(filled.len() < opened.len());
        } else {
            prop_assert_eq!(lines(&filled), lines(&opened));
        }
    }
}

#[test]
fn all_fixes_of_the_sample_mend_what_they_say_and_nothing_else() {
    let mut register = Register::open(isms_core::SAMPLE.as_bytes()).unwrap();
    let before = register.check();
    let (mended, left): (Vec<_>, Vec<_>) = before.findings.into_iter().partition(|found| !found.fix.is_empty());
    assert!(!mended.is_empty(), "the sample has something to mend");
    let fixes: Vec<Fix> = mended.iter().flat_map(|found| found.fix.clone()).collect();
    register.apply(&fixes).unwrap();
    let after = register.check().findings;
    for found in &after {
        let known = |other: &&Finding| other.code == found.code && other.subject == found.subject;
        assert!(left.iter().any(|other| known(&other)), "new: {found:?}");
    }
    for found in &mended {
        assert!(!after.iter().any(|other| other.code == found.code && other.subject == found.subject), "{found:?}");
    }
}

#[test]
fn no_fix_makes_a_record_name_itself_or_a_cause_twice() {
    let document = br#"{"isms":"1","risk_factors":[{"id":"arms","title":"Arms"}],"threats":[
        {"id":"twice","title":"Twice","causes":["arms","armss"]},
        {"id":"itself","title":"Itself","causes":["arms","itselff"]},
        {"id":"other","title":"Other","causes":["armss"]}]}"#;
    let findings = Register::open(document.as_slice()).unwrap().check().findings;
    let near = |found: &Finding| found.facts.iter().any(|fact| fact.name == "near");
    let dangling: Vec<_> = findings.iter().filter(|found| found.code == Code::DanglingReference.as_str()).collect();
    assert!(dangling.len() == 3 && dangling.iter().all(|found| near(found)), "{dangling:?}");
    let fixed: Vec<_> =
        dangling.iter().filter(|found| !found.fix.is_empty()).map(|found| found.subject.as_deref()).collect();
    assert_eq!(fixed, [Some("other")]);
}

#[test]
fn a_refused_record_of_many_has_its_number() {
    let mut register = Register::open(br#"{"isms":"1","places":[{"id":"p","title":"P"}]}"#.as_slice()).unwrap();
    let mut batch = Batch::new();
    batch.push_json(Kind::Loss, r#"{"id":"a"}"#).unwrap();
    let refusal = batch.push_json(Kind::Loss, "[]").unwrap_err();
    assert_eq!((refusal.code(), refusal.finding().path.as_str()), ("not_json", "/1"));
    for twice in ["p", "a"] {
        let mut batch = batch.clone();
        batch.push_json(Kind::Loss, &format!(r#"{{"id":"{twice}"}}"#)).unwrap();
        let refusal = register.add(batch).unwrap_err();
        assert_eq!((refusal.code(), refusal.finding().path.as_str()), ("duplicate_id", "/1/id"));
        assert_eq!(register.len(), 1);
    }
    register.add(batch).unwrap();
    assert_eq!(register.len(), 2);
}

#[test]
fn what_is_removed_and_replaced_is_given_back() {
    let mut register = Register::new("big", "Big");
    let note = "x".repeat(10_000);
    for round in 0..600 {
        let json = format!(r#"{{"id":"a","title":"A","note":"{note}{round}"}}"#);
        let done = if round == 0 {
            register.insert_json(Kind::Place, &json)
        } else {
            register.replace_json(Kind::Place, &json)
        };
        done.unwrap();
    }
    assert_eq!(register.len(), 1);
    assert!(register.json("a").unwrap().contains("x599"));
    assert!(register.save().len() < 11_000);
}

#[test]
fn a_refused_edit_says_what_to_do() {
    let mut register = Register::open(br#"{"isms":"1","places":[{"id":"p","title":"P"}]}"#.as_slice()).unwrap();
    let deep = format!(r#"{{"id":"d","title":"D","x":{}{}}}"#, "[".repeat(62), "]".repeat(62));
    for (done, code) in [
        (register.insert_json(Kind::Loss, r#"{"id":"p","title":"L"}"#), "duplicate_id"),
        (register.insert_json(Kind::Loss, "[]"), "not_json"),
        (register.insert_json(Kind::Loss, r#"{"id":"l"} x"#), "not_json"),
        (register.insert_json(Kind::Loss, &deep), "over_limit"),
        (register.replace_json(Kind::Loss, r#"{"id":"p","title":"L"}"#), "wrong_kind"),
        (register.replace_json(Kind::Loss, r#"{"id":"q","title":"L"}"#), "unknown_id"),
        (register.remove("q"), "unknown_id"),
        (register.apply(&[Fix { id: "p".into(), field: "/a/b".into(), value: None }]), "bad_request"),
        (register.apply(&[Fix { id: "p".into(), field: "/note".into(), value: Some("{".into()) }]), "not_json"),
    ] {
        let refusal = done.unwrap_err();
        assert_eq!(refusal.code(), code, "{refusal}");
        assert!(refusal.to_string().contains("expected"), "{refusal}");
    }
    let as_deep = format!(r#"{{"id":"d","title":"D","x":{}{}}}"#, "[".repeat(61), "]".repeat(61));
    register.insert_json(Kind::Loss, &as_deep).unwrap();
    Register::open(register.save()).unwrap();
    assert_eq!(register.len(), 2);
}
