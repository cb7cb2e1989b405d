//! Passing over the words of a record: whether all of them are known, as far as that can be told without reading it.

use super::vocabulary::{Vocabulary, Words};
use super::{Kind, table};

/// What a field of a record is skimmed by.
pub(super) struct Skimming {
    /// The words of the field itself.
    own: Option<&'static Words>,
    /// The words of keys of the objects in it.
    keys: Vec<(&'static str, &'static Words)>,
    /// Its words are the keys of the objects that stand under these keys.
    keyed: bool,
}

impl Skimming {
    /// For each of the own fields of a kind.
    pub(super) fn of(kind: Kind, vocabulary: &'static Vocabulary) -> Vec<Option<Self>> {
        let own = |field: &str| {
            let at =
                |found: &str| found.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            let words: Vec<_> = vocabulary.within(kind).filter(|(found, _)| at(found)).collect();
            let mut skimming =
                Self { own: None, keys: Vec::new(), keyed: (kind, field) == (Kind::Incident, "affected") };
            for (found, words) in &words {
                match found.rsplit_once('.') {
                    None => skimming.own = Some(words),
                    Some((_, key)) => skimming.keys.push((key, words)),
                }
            }
            Some(skimming).filter(|_| !words.is_empty())
        };
        table(kind).own_fields().map(own).collect()
    }

    /// Whether every word in the text of a field is known. `false`: it may not be.
    pub(super) fn knows(&self, json: &str) -> bool {
        // A word with escapes, and text that is cut, are none of ours.
        if let Some(word) = json.strip_prefix('"') {
            return self.own.is_none_or(|words| words.has(word.strip_suffix('"').unwrap_or_default()));
        }
        if json.contains('\\') {
            return false;
        }
        let deepest = if self.keyed { 2 } else { 1 };
        let mut parts = json.split('"');
        let mut depth = depth_of(parts.next().unwrap_or_default());
        let mut key = None;
        while let (Some(text), Some(between)) = (parts.next(), parts.next()) {
            let is_key = between.trim_ascii_start().starts_with(':');
            if depth > deepest {
                return false;
            }
            let is_word = if self.keyed { is_key && depth == 2 } else { !is_key };
            if is_word {
                let words = key.map_or(self.own, |key| self.of_key(key));
                if words.is_some_and(|words| !words.has(text)) {
                    return false;
                }
            } else if is_key {
                key = Some(text);
            }
            if between.contains('}') {
                key = None;
            }
            depth += depth_of(between);
        }
        true
    }

    fn of_key(&self, key: &str) -> Option<&'static Words> {
        self.keys.iter().find(|(name, _)| *name == key).map(|(_, words)| *words)
    }
}

/// How many objects begin in what stands between texts, less those that end.
fn depth_of(between: &str) -> i64 {
    between.bytes().map(|byte| i64::from(byte == b'{') - i64::from(byte == b'}')).sum()
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::skimming;
    use super::*;

    fn knows(kind: Kind, field: &str, json: &str) -> bool {
        let at = table(kind).own_fields().position(|name| name == field).unwrap();
        skimming(kind)[at].as_ref().unwrap().knows(json)
    }

    #[test]
    fn what_is_known_is_passed_over() {
        for (kind, field, json) in [
            (Kind::Loss, "harm", r#""death""#),
            (Kind::Loss, "harm", "7"),
            (Kind::Contingency, "covers", r#"["driver", "guard"]"#),
            (Kind::Post, "held", r#"[{"since":"2026","staff":"national","background":["police","legal"]}]"#),
            (Kind::Incident, "affected", r#"{"gender": {"female": 2, "male":1}, "tribe": {"x": 1}}"#),
            (Kind::Incident, "point", r#"{"lat":1,"lon":2,"precision" : "city"}"#),
        ] {
            assert!(knows(kind, field, json), "{field} {json}");
        }
    }

    #[test]
    fn what_may_not_be_known_is_looked_at() {
        for (kind, field, json) in [
            (Kind::Loss, "harm", r#""dead""#),
            (Kind::Loss, "harm", r#""deat\u0068""#),
            (Kind::Loss, "harm", r#""Death""#),
            (Kind::Contingency, "covers", r#"["driver","cook"]"#),
            (Kind::Post, "held", r#"[{"background":[{"since":"2026"},"spy"]}]"#),
            (Kind::Contingency, "covers", r#"[{"staff":"x"},"cook"]"#),
            (Kind::Post, "held", r#"[{"staff":"national"},{"since":"2026","background":["police","spy"]}]"#),
            (Kind::Incident, "affected", r#"{"gender":{"female":2},"agency_type":{"army":1}}"#),
            (Kind::Incident, "point", r#"{"lat":1,"lon":2,"precision":"vague"}"#),
        ] {
            assert!(!knows(kind, field, json), "{field} {json}");
        }
    }
}
