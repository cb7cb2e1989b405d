//! What the schema can't say: each is planted, the schema is silent, the reader tells.

use crate::verdict::{by_schema, validator};
use isms_conformance::SCHEMA_LIMITS;
use isms_core::Register;
use serde_json::Value as Json;

/// Faults behind each limit, in the order of the limits.
fn planted() -> Vec<(usize, String)> {
    let threat = |causes: &str| format!(r#"{{"isms":"1","threats":[{{"id":"t","title":"T","causes":{causes}}}]}}"#);
    let factor = |likelihood: &str| {
        format!(r#"{{"isms":"1","risk_factors":[{{"id":"f","title":"F","likelihood":{likelihood}}}]}}"#)
    };
    let loss = |field: &str| format!(r#"{{"isms":"1","losses":[{{"id":"l","title":"L",{field}}}]}}"#);
    let long = format!(r#"{{"isms":"1","losses":[{{"id":"{}","title":"L"}}]}}"#, "é".repeat(101));
    let deep = format!("{}1{}", "[".repeat(70), "]".repeat(70));
    vec![
        (0, loss(r#""harm":5,"harm":"death""#)),
        (1, loss(r#""harm":"\ud800""#)),
        (1, loss(r#""amount":{"value":1e400,"unit":"USD"}"#)),
        (1, loss(&format!(r#""own":{deep}"#))),
        (2, long),
        (3, loss(r#""date":"2026-02-29""#)),
        (4, factor(r#"{"low":0.5,"high":0.4}"#)),
        (4, factor(r#"{"pert":[0.1,0.5,0.4]}"#)),
        (4, factor(r#"{"pert":[0.4,0.4,0.4]}"#)),
        (4, factor(r#"{"p05_p95":[0.5,0.5]}"#)),
        (4, factor(r#"{"seen":3,"of":2}"#)),
        (4, loss(r#""count":{"low":5,"high":3}"#)),
        (4, threat(r#"{"at_least":2,"of":["a"]}"#)),
        (5, r#"{"isms":"1","losses":[{"id":"l","title":"L"},{"id":"l","title":"L"}]}"#.to_owned()),
        (5, loss(r#""causes":["gone"]"#)),
        (5, loss(r#""since":"2026","until":"2025""#)),
    ]
}

#[test]
fn each_limit_is_one() {
    let validator = validator();
    let planted = planted();
    for (limit, text) in &planted {
        let told = Register::open(text.as_bytes()).map_or(1, |register| register.check().counts.error);
        assert!(told > 0, "the reader is silent: {text}");
        // Some programs can't read the text at all.
        if let Ok(document) = serde_json::from_str::<Json>(text) {
            assert!(
                by_schema(validator, &document).is_empty(),
                "{}: the schema tells of {text}",
                SCHEMA_LIMITS[*limit]
            );
        }
    }
    for (number, limit) in SCHEMA_LIMITS.iter().enumerate() {
        assert!(planted.iter().any(|(planted, _)| *planted == number), "nothing is planted for: {limit}");
    }
}
