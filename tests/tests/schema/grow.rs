//! Valid documents, grown from the schema alone: whatever it allows may come.

use proptest::strategy::{BoxedStrategy, Strategy as _, ValueTree as _};
use proptest::string::string_regex;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::str::FromStr as _;

/// Grows what a schema allows. The same seed grows the same.
pub(crate) struct Grower {
    schema: Json,
    runner: TestRunner,
    /// Texts of a pattern, by the pattern.
    texts: BTreeMap<String, BoxedStrategy<String>>,
}

impl Grower {
    pub(crate) fn new(seed: u8) -> Self {
        let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
        let runner = TestRunner::new_with_rng(Config::default(), rng);
        Self { schema: isms_core::schema(), runner, texts: BTreeMap::new() }
    }

    /// A document.
    pub(crate) fn document(&mut self) -> Json {
        let schema = self.schema.clone();
        self.grow(&schema)
    }

    /// What stands at a place of the schema.
    pub(crate) fn at(&mut self, pointer: &str) -> Json {
        let node = self.schema.pointer(pointer).unwrap().clone();
        self.grow(&node)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (0..end.max(1)).new_tree(&mut self.runner).unwrap().current()
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'p, T>(&mut self, from: &'p [T]) -> &'p T {
        let at = self.below(from.len());
        &from[at]
    }

    fn grow(&mut self, node: &Json) -> Json {
        if let Some(reference) = node.get("$ref").and_then(Json::as_str) {
            return self.at(reference.trim_start_matches('#'));
        }
        if let Some(forms) = node.get("anyOf").and_then(Json::as_array) {
            let form = self.pick(forms).clone();
            return self.grow(&form);
        }
        if let Some(value) = node.get("const") {
            return value.clone();
        }
        match node["type"].as_str().unwrap_or_else(|| panic!("a schema of no type: {node}")) {
            "string" => Json::String(self.text(node)),
            "boolean" => Json::Bool(self.chance(50)),
            "integer" => self.whole(node),
            "number" => self.number(node),
            "array" => self.list(node),
            "object" => self.object(node),
            other => panic!("no way to grow {other}"),
        }
    }

    fn text(&mut self, node: &Json) -> String {
        const PLAIN: &str = "[a-z]{1,8}|\\PC{0,12}|.{0,6}";
        let pattern = node.get("pattern").and_then(Json::as_str).unwrap_or(PLAIN);
        let bare = pattern.trim_start_matches('^').trim_end_matches('$').to_owned();
        let texts = self.texts.entry(bare).or_insert_with_key(|bare| string_regex(bare).unwrap().boxed());
        loop {
            let found = texts.new_tree(&mut self.runner).unwrap().current();
            let length = found.chars().count() as u64;
            let fits = length >= node["minLength"].as_u64().unwrap_or(0)
                && length <= node["maxLength"].as_u64().unwrap_or(u64::MAX);
            // What patterns say besides the first is too much to grow; most texts are so by chance.
            let zero_or_open = node.get("allOf").is_some()
                && (!found.contains(|digit: char| ('1'..='9').contains(&digit)) || found.ends_with('T'));
            if fits && !zero_or_open {
                return found;
            }
        }
    }

    fn whole(&mut self, node: &Json) -> Json {
        let (least, most) = (node["minimum"].as_u64().unwrap_or(0), node["maximum"].as_u64().unwrap_or(u64::MAX));
        let near = least + u64::try_from(self.below(5)).unwrap();
        self.pick(&[
            json!(near),
            json!(near),
            json!(near),
            json!(least),
            json!(most),
            Json::from_str(&format!("{near}.0")).unwrap(),
        ])
        .clone()
    }

    fn number(&mut self, node: &Json) -> Json {
        let bound = |key: &str| node.get(key).and_then(Json::as_f64);
        let (least, most) = (
            bound("minimum").or_else(|| bound("exclusiveMinimum").map(|least| least + 1e-9)).unwrap_or(-1e6),
            bound("maximum").or_else(|| bound("exclusiveMaximum").map(|most| most - 1e-9)).unwrap_or(1e6),
        );
        let share = f64::from(u16::try_from(self.below(1_000)).unwrap()) / 1_000.0;
        let between = least + (most - least) * share;
        self.pick(&[json!(between), json!(between), json!(between), json!(least), json!(most)]).clone()
    }

    fn list(&mut self, node: &Json) -> Json {
        let bound = |key: &str| node[key].as_u64().and_then(|bound| usize::try_from(bound).ok());
        let (least, most) = (bound("minItems").unwrap_or(0), bound("maxItems").unwrap_or(3));
        let count = least + self.below(most - least + 1);
        let items: Vec<Json> = (0..count).map(|_| self.grow(&node["items"])).collect();
        // Half of the lists of numbers go up, as those of a distribution must.
        if self.chance(50) && items.iter().all(Json::is_number) {
            let mut numbers: Vec<f64> = items.iter().filter_map(Json::as_f64).collect();
            numbers.sort_by(f64::total_cmp);
            return json!(numbers);
        }
        Json::Array(items)
    }

    fn object(&mut self, node: &Json) -> Json {
        let mut object = Map::new();
        let required: Vec<&str> = node["required"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        for (key, property) in node["properties"].as_object().into_iter().flatten() {
            if property.is_object() && (required.contains(&key.as_str()) || self.chance(35)) {
                let value = self.grow(property);
                object.insert(key.clone(), value);
            }
        }
        if let Some(value) = node.get("additionalProperties") {
            for _ in 0..self.below(3) {
                let mut key = self.text(&Json::Null);
                if node.get("propertyNames").is_some() && !key.is_empty() {
                    // The one rule for keys that there is: they are pointers.
                    key.insert(0, '/');
                }
                object.insert(key, self.grow(value));
            }
        } else if self.chance(15) {
            let value = self.pick(&[json!(null), json!({"a": [1, 2.5]}), json!("ours"), json!([[]])]).clone();
            object.insert("own word".to_owned(), value);
        }
        Json::Object(object)
    }
}
