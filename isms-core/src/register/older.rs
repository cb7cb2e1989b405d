//! Older documents open. No version before 1 was ever released, so one is made up here: version 0 had `factors` for
//! `risk_factors`, `name` for `title`, and a bare list of two numbers for a range.

use super::Register;
use crate::document::{MOST_BYTES, Upgrade, open_with};
use crate::finding::Refusal;
use crate::json::{Syntax, rewrite};
use crate::value::NoWatch;
use dirt::Tree;
use proptest::collection::vec;
use proptest::prelude::*;

// The dirt of the tests from outside: planted faults of every kind.
#[expect(dead_code, reason = "what other tests know of a document besides its text")]
#[path = "../../tests/it/dirt.rs"]
mod dirt;

const ZERO: Upgrade = Upgrade { from: "0", step: upgrade };

/// The tables that version 0 had. An upgrade has its own list: that of the present version will grow.
const TABLES: [&str; 6] = ["places", "threats", "incidents", "losses", "measures", "parties"];

fn upgrade(text: &str) -> Result<String, Syntax> {
    let mut versions = 0;
    rewrite::object(text, |key, value| {
        versions += usize::from(key == "isms");
        Ok(match key {
            "isms" if versions == 1 => Some(("isms", "\"1\"".to_owned())),
            "factors" => Some(("risk_factors", rewrite::list(value, record)?)),
            key => match TABLES.iter().find(|table| **table == key) {
                Some(table) => Some((*table, rewrite::list(value, record)?)),
                None => None,
            },
        })
    })
}

fn record(text: &str) -> Result<String, Syntax> {
    rewrite::object(text, |key, value| {
        Ok(match key {
            "name" => Some(("title", value.to_owned())),
            "likelihood" => Some(("likelihood", range(value)?)),
            "effectiveness" => Some(("effectiveness", range(value)?)),
            _ => None,
        })
    })
}

/// `[0.2, 0.4]` as `{"low":0.2,"high":0.4}`; anything else is the reader's to report.
fn range(text: &str) -> Result<String, Syntax> {
    let mut ends = Vec::new();
    rewrite::list(text, |item| {
        ends.push(item.to_owned());
        Ok(String::new())
    })?;
    Ok(match ends.as_slice() {
        [low, high] => format!("{{\"low\":{low},\"high\":{high}}}"),
        _ => text.to_owned(),
    })
}

fn open(text: &[u8]) -> Result<Register, Refusal> {
    let (header, records) = open_with(text.into(), &mut NoWatch, &[ZERO], MOST_BYTES)?;
    Ok(Register { header, records, ..Register::default() })
}

fn opened(text: &str) -> Register {
    open(text.as_bytes()).unwrap()
}

fn saved(register: &Register) -> String {
    String::from_utf8(register.save()).unwrap()
}

/// A document as version 0 had it.
fn older(tree: Tree) -> Tree {
    let Tree::Object(fields) = tree else { return tree };
    let fields = fields.into_iter().map(|(key, value)| match (key.as_str(), value) {
        ("isms", _) => (key, Tree::text("0")),
        ("risk_factors", table) => ("factors".to_owned(), older_table(table)),
        ("kites" | "colour" | "title", value) => (key, value),
        (_, table) => (key, older_table(table)),
    });
    Tree::Object(fields.collect())
}

fn older_table(table: Tree) -> Tree {
    let Tree::List(items) = table else { return table };
    let items = items.into_iter().map(|item| match item {
        Tree::Object(fields) => Tree::Object(fields.into_iter().map(older_field).collect()),
        other => other,
    });
    Tree::List(items.collect())
}

fn older_field((key, value): (String, Tree)) -> (String, Tree) {
    let key = if key == "title" { "name".to_owned() } else { key };
    match value {
        Tree::Object(ends) if ["likelihood", "effectiveness"].contains(&key.as_str()) => {
            (key, Tree::List(ends.into_iter().map(|(_, end)| end).collect()))
        }
        value => (key, value),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn an_older_document_is_its_twin(document in dirt::documents()) {
        let twin = opened(&document.tree.write());
        let old = opened(&older(document.tree).write());
        prop_assert_eq!(saved(&old), saved(&twin));
        prop_assert_eq!(old.check(), twin.check());
        prop_assert_eq!(old.len(), twin.len());
        for id in (0..40).filter_map(|row| twin.id_of_row(row)) {
            prop_assert_eq!(old.trace(id), twin.trace(id));
        }
    }

    #[test]
    fn a_mangled_older_document_is_opened_or_refused(
        document in dirt::documents(),
        cuts in vec((any::<usize>(), any::<usize>(), any::<bool>()), 1..5),
    ) {
        let mut bytes = older(document.tree).write().into_bytes();
        for (at, swap, cut) in cuts {
            let at = at % bytes.len();
            bytes[at] = b"\"{}[],:0\\tn-e9"[swap % 14];
            if cut && at > 20 {
                bytes.truncate(at);
            }
        }
        if let Ok(register) = open(&bytes) {
            let again = Register::open(register.save()).unwrap();
            prop_assert_eq!(again.save(), register.save());
        }
    }
}

#[test]
fn what_an_upgrade_does_not_know_stays_where_it_is() {
    let old = r#"{"kites": [ {"name": "k"} ], "isms": "0", "\ud800": 1, "factors": [
        {"own": {"name": 1}, "name": "F", "id": "f", "likelihood": [0.20, 0.4], "\ud801": 2},
        {"id": "g", "n\u0061me": "G", "title": "own word", "likelihood": [0.1]},
        7], "losses": {"name": "no table"}, "name": "kept"}"#;
    let expected = concat!(
        "{\"isms\":\"1\",\n\"risk_factors\":[\n",
        r#"{"own":{"name":1},"title":"F","id":"f","likelihood":{"low":0.20,"high":0.4},"\ud801":2},"#,
        "\n",
        r#"{"id":"g","title":"G","title":"own word","likelihood":[0.1]},"#,
        "\n7\n],\n",
        r#""kites":[{"name":"k"}],"#,
        "\n",
        r#""\ud800":1,"#,
        "\n",
        r#""losses":{"name":"no table"},"#,
        "\n",
        r#""name":"kept"}"#,
        "\n",
    );
    let register = opened(old);
    assert_eq!(saved(&register), expected);
    assert_eq!(saved(&opened(expected)), expected);
    let findings = register.check().findings;
    let found: Vec<_> = findings.iter().map(|found| (found.code.as_str(), found.path.as_str())).collect();
    // Two names for one thing are two in the document that is read.
    for expected in [
        ("wrong_type", "/risk_factors/1/likelihood"),
        ("repeated_key", "/risk_factors/1/title"),
        ("wrong_type", "/risk_factors/2"),
        ("wrong_type", "/losses"),
        ("unknown_kind", "/kites"),
    ] {
        assert!(found.contains(&expected), "{expected:?} in {found:?}");
    }
}

#[test]
fn an_older_document_that_can_t_be_read_is_refused_at_its_place() {
    let refused = |text: &str| open(text.as_bytes()).unwrap_err();
    let broken = refused("{\"isms\": \"0\",\n \"factors\": [{\"id\": }]}");
    assert_eq!((broken.code(), broken.to_string().contains("line 2, column 21")), ("not_json", true), "{broken}");
    let deep = format!("{{\"isms\": \"0\", \"factors\": [{}1{}]}}", "[".repeat(63), "]".repeat(63));
    assert_eq!(refused(&deep).code(), "over_limit");
    assert_eq!(refused("{\"isms\": \"0\"} x").code(), "not_json");
}

#[test]
fn versions_are_known_newer_or_none() {
    for (version, code) in [
        ("2", "newer_version"),
        ("10", "newer_version"),
        ("99999999999999999999999999", "newer_version"),
        ("01", "not_a_register"),
        ("+2", "not_a_register"),
        ("2.0", "not_a_register"),
        ("", "not_a_register"),
        ("one", "not_a_register"),
        ("-1", "not_a_register"),
        ("00", "not_a_register"),
    ] {
        assert_eq!(open(format!("{{\"isms\": \"{version}\"}}").as_bytes()).unwrap_err().code(), code, "{version}");
    }
    // What ships upgrades none.
    assert_eq!(Register::open(br#"{"isms": "0"}"#).unwrap_err().code(), "not_a_register");
    assert!(open(br#"{"isms": "\u0030"}"#).is_ok() && open(br#"{"isms": "1"}"#).is_ok());
}

#[test]
fn a_long_older_document_is_opened_soon() {
    let records: Vec<String> =
        (0..100_000).map(|at| format!("{{\"id\":\"f{at}\",\"name\":\"F\",\"likelihood\":[0.1,0.2]}}")).collect();
    let fields: Vec<String> = (0..100_000).map(|at| format!("\"x{at}\":[{at}]")).collect();
    let text = format!(
        "{{\"isms\":\"0\",\"factors\":[{}],\"losses\":[{{\"id\":\"l\",\"name\":\"L\",{}}}]}}",
        records.join(","),
        fields.join(",")
    );
    let start = std::time::Instant::now();
    assert_eq!(opened(&text).len(), 100_001);
    // A guard against cost that grows with the square, however busy the machine is.
    assert!(start.elapsed() < std::time::Duration::from_secs(120), "{:?}", start.elapsed());
}
