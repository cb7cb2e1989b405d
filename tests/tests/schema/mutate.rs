//! Documents with one thing changed: most of them no longer valid.

use super::grow::Grower;
use serde_json::{Map, Value as Json, json};

/// Values that stand where they should not.
fn strange() -> Vec<Json> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(0.5),
        json!(1.5),
        json!(7),
        json!(1e300),
        json!(9_007_199_254_740_992_u64),
        json!(""),
        json!(" x"),
        json!("x"),
        json!("2026-02-30"),
        json!("2026-13"),
        json!("2026-03-14T06:30"),
        json!("P1Y"),
        json!("P0D"),
        json!([]),
        json!([null]),
        json!(["x"]),
        json!([0.1, 0.2]),
        json!({}),
        json!({"low": 0.2}),
        json!({"low": 3, "high": 5}),
        json!({"tlp": "red"}),
        json!({"id": "x"}),
        json!({"any": ["x"]}),
    ]
}

/// Keys that make an object another one, or no form at all.
const KEYS: [&str; 20] = [
    "rate", "per", "low", "high", "level", "scale", "beta", "pert", "p05_p95", "seen", "of", "any", "all", "at_least",
    "id", "title", "tlp", "lat", "value", "chance",
];

/// Changes one thing at or below a value, somewhere.
pub(crate) fn mutate(grower: &mut Grower, value: &mut Json) {
    let inner = match value {
        Json::Object(fields) if !fields.is_empty() && grower.below(4) > 0 => {
            let at = grower.below(fields.len());
            fields.values_mut().nth(at)
        }
        Json::Array(items) if !items.is_empty() && grower.below(4) > 0 => {
            let at = grower.below(items.len());
            items.get_mut(at)
        }
        _ => None,
    };
    match inner {
        Some(inner) => mutate(grower, inner),
        None => change(grower, value),
    }
}

fn change(grower: &mut Grower, value: &mut Json) {
    match (value, grower.below(3)) {
        (Json::Object(fields), 0) => change_keys(grower, fields),
        (Json::Array(items), 0) => {
            let strange = strange();
            let at = grower.below(strange.len());
            items.push(strange[at].clone());
        }
        (Json::Array(items), 1) => drop(items.pop()),
        (Json::Number(number), 0) => {
            let found = number.as_f64().unwrap_or_default();
            let changed = [-found, found * 10.0, found + 0.5, found - 1.0];
            let at = grower.below(changed.len());
            *number = serde_json::Number::from_f64(changed[at]).unwrap_or_else(|| 0.into());
        }
        (Json::String(text), 0) => {
            let at = grower.below(text.chars().count() + 1);
            let kept: String = text.chars().take(at).collect();
            let more = ["", " ", "0", "Z", "\u{85}", "-", "T"];
            let which = grower.below(more.len());
            *text = kept + more[which];
        }
        (value, _) => {
            let strange = strange();
            let at = grower.below(strange.len());
            *value = strange[at].clone();
        }
    }
}

/// Takes a key out, or puts one in.
fn change_keys(grower: &mut Grower, fields: &mut Map<String, Json>) {
    if grower.below(2) == 0 {
        let at = grower.below(fields.len());
        if let Some(key) = fields.keys().nth(at).filter(|key| *key != "isms").cloned() {
            fields.remove(&key);
        }
        return;
    }
    let strange = strange();
    let (key, value) = (grower.below(KEYS.len()), grower.below(strange.len()));
    fields.insert(KEYS[key].to_owned(), strange[value].clone());
}
