//! What is skimmed of a record is what the reading of it finds. Checked where tests and fuzzing open documents.

#![expect(clippy::unwrap_used, reason = "a check that meets what can't be stops there")]

use crate::json::{Reader, Step, compact};
use crate::model::{Kind, Record, Skimmed, Vocabulary, table};

/// Stops where skimming and reading the record at the beginning of `text` do not agree, or where text that is called
/// tidy is not what would be written.
pub(super) fn check(kind: Kind, text: &str, skimmed: &Reader<'_>, found: &mut Skimmed<'_>) {
    let mut reader = Reader::new(text);
    let record = Record::read(kind, &mut reader).unwrap();
    let json = reader.cursor.raw(0..reader.cursor.at());
    let mut read = Skimmed::default();
    read.take(&record);
    words(kind, text, found);
    assert_eq!(skimmed.noted() > 0, reader.noted() > 0, "faults of {json}");
    assert_eq!(skimmed.lost(), reader.lost(), "what is lost of {json}");
    assert_eq!(skimmed.is_raw(), reader.is_raw(), "what is kept raw of {json}");
    assert_eq!((&found.id, found.titled), (&read.id, read.titled), "id and title of {json}");
    found.sort();
    let references = |found: &Skimmed<'_>| -> Vec<_> {
        found.references.iter().map(|(_, relation, id)| (*relation, id.to_string())).collect()
    };
    assert_eq!(references(found), references(&read), "references of {json}");
    assert_eq!((found.own_label(), &found.labels), (read.own_label(), &read.labels), "labels of {json}");
    assert_eq!(found.begin(table(kind)), read.begin(table(kind)), "begin of {json}");
    assert_eq!(found.ordered(table(kind)), read.ordered(table(kind)), "order of {json}");
    if skimmed.cursor.is_tidy() {
        let mut written = String::new();
        if skimmed.noted() > 0 || skimmed.is_raw() {
            compact(&mut written, json);
        } else {
            record.write(&mut written);
        }
        assert_eq!(written, json, "called tidy");
    }
}

/// Stops where a record has a word that no taxonomy has, and skimming says that it has none.
fn words(kind: Kind, text: &str, found: &Skimmed<'_>) {
    let fields = Vocabulary::bundled().fields_of(kind);
    let unlisted = |steps: &[Step], text: &str, is_key| fields.lack(steps, text, is_key);
    let mut reader = Reader::of_texts(text, &unlisted);
    Record::read(kind, &mut reader).unwrap();
    assert!(found.odd_word || reader.take_texts().is_empty(), "words of {text}");
}

#[cfg(test)]
mod tests {
    use crate::Register;
    use crate::document::schema;
    use crate::model::Kind;
    use proptest::prelude::*;

    const TEXTS: &[&str] = &[r#""a""#, r#""""#, r#""caf\u00e9""#, r#""\ud800""#, r#""two words""#];
    const DATES: &[&str] =
        &[r#""2026""#, r#""2026-03-04""#, r#""2025-12-31T23:00:00Z""#, r#""2026-02-30""#, r#""2024-05""#];
    const ESTIMATES: &[&str] = &[
        "0",
        "0.3",
        "0.30",
        "-0",
        "3",
        "1e400",
        "1e-7",
        r#"{"low":0.1}"#,
        r#"{"beta":[1,2]}"#,
        r#"{"seen":5,"of":12}"#,
        r#"{"rate":2,"per":"P1Y"}"#,
        r#"{"per":"P1Y","rate":2}"#,
        r#"{"low":0.5,"low":0.6}"#,
        r#"{"level":"high","by":"us"}"#,
    ];
    const COUNTS: &[&str] = &[
        "3",
        "3.0",
        "-0",
        r#"{"low":1,"high":1}"#,
        r#"{"low":1,"high":2}"#,
        r#"{"high":2,"low":1}"#,
        "9007199254740992",
    ];
    const LABELS: &[&str] = &[
        r#""red""#,
        r#"{"tlp":"red"}"#,
        r#"{"tlp":"red","audience":["a"],"personal":true}"#,
        r#"{"a":"red"}"#,
        "{}",
        r#"{"tlp":"red","audience":[]}"#,
        r#"{"/note":{"tlp":"red"}}"#,
        r#"{"\ud800":"red"}"#,
    ];
    const LISTS: &[&str] = &["[]", r#"["a"]"#, r#"["a","b"]"#, r#"[ "a" ]"#, r#"["a",5,"b"]"#, r#"["\u0061"]"#];
    const CAUSES: &[&str] = &[
        r#"["a","b"]"#,
        "[]",
        r#"{"at_least":2,"of":["a","b"]}"#,
        r#"{"of":["a","b"],"at_least":3}"#,
        r#"{"any":[]}"#,
        r#"{"all":["a",{"id":"b"}]}"#,
        r#"[{"id":"a"}]"#,
        r#"[{"id":"a","chance":0.5,"barriers":["b"]}]"#,
        r#"[{"barriers":["b","c"],"id":"a"}]"#,
        r#"[{"id":"a","barriers":[]}]"#,
        r#"[{"chance":1}]"#,
        r#"[{"id":"a","why":1}]"#,
        r#"["a",5,"b"]"#,
        r#"[{"id":"a","id":"b"}]"#,
        r#"[{"id":"a","chance":{"low":0.1,"high":0.2}},"b"]"#,
        r#"[{"id":5,"barriers":["b"]}]"#,
    ];
    const PARTS: &[&str] = &[
        r#"[{"sector":"analysis","to":"a","date":"2026-03"}]"#,
        r#"[{"to":5},{"to":"b"}]"#,
        r#"[{"watcher":"a","decider":"b","reached":"2026-02-30"},{"decider":"\u0061"}]"#,
        r#"[{"measure":"a","text":"torn"},7]"#,
        r#"[{"decider":"b","watcher":"a"}]"#,
        r#"[{"category":"driver","count":{"low":1,"high":2},"trips":3}]"#,
        r#"[{"category":"driver","shoe":1}]"#,
        r#"[{"since":"2026-03","until":"2025","background":["police"]}]"#,
        r#"[{"since":"2026-03","acting":true,"resident":"no"}]"#,
        r#"[{"requirement":"isms:x","change":"left_out","reason":"none here"}]"#,
        r#"[{"step":"leave","at":"shelling"},{"level":"field","text":"we help all"}]"#,
        r#"[{}]"#,
        r#"{"level":"orange","scale":"red-cross:phase"}"#,
        r#"{"scale":"x","level":"y"}"#,
        r#"{"level":"y"}"#,
    ];
    const OTHERS: &[&str] = &[
        "null",
        "true",
        r#"{"lat":1,"lon":2}"#,
        r#"{"lat":91,"lon":2}"#,
        r#"{"value":1.5,"unit":"USD"}"#,
        r#"{"gender":{"male":2}}"#,
        r#"{"gender":{}}"#,
        r#"{"\ud800":{}}"#,
        r#"{"x": [1]}"#,
        r#"[{"a":"b c"}]"#,
    ];

    /// A value, mostly of the sort that the field takes.
    fn value(field: &str, number: usize) -> &'static str {
        let sorts = [TEXTS, DATES, ESTIMATES, COUNTS, LABELS, LISTS, CAUSES, OTHERS, PARTS];
        let sort = match field {
            _ if number % 4 == 3 => sorts[number / 4 % sorts.len()],
            "since" | "until" | "known" | "date" | "heard" | "understood" | "passed_on" | "acted_on" | "ended"
            | "closed" | "reported" | "concluded" | "tested" | "due" | "done" | "review_due" | "certified_until" => {
                DATES
            }
            "likelihood" | "effectiveness" => ESTIMATES,
            "count" | "people_in_need" | "people_reached" | "not_reached" | "informed" | "consented" => COUNTS,
            "label" | "labels" => LABELS,
            "tags" | "targets" | "agencies" | "hits" | "brings" | "harms_unknown" | "members" | "programmes"
            | "rests_on" | "led_by" | "advised_by" | "arises_from" => LISTS,
            "causes" => CAUSES,
            "held" | "people" | "messages" | "thresholds" | "tailoring" | "triggers" | "lapses" | "shared"
            | "acceptable_risk" => PARTS,
            "point" | "amount" | "affected" | "colour" => OTHERS,
            _ => TEXTS,
        };
        sort[number / 32 % sort.len()]
    }

    /// The fields of a kind, and some that no kind has.
    fn fields(kind: Kind) -> Vec<String> {
        let schema = schema();
        let mut fields: Vec<String> =
            schema["$defs"][kind.singular()]["properties"].as_object().unwrap().keys().cloned().collect();
        // Where there is most to read, and the only place where links are.
        fields.extend(
            ["causes", "causes", "id", "title"]
                .map(str::to_owned)
                .into_iter()
                .filter(|field| fields.contains(field))
                .collect::<Vec<_>>(),
        );
        fields.extend(["colour", "coulour", "caus", "\\ud800", "caus\\u0065s"].map(str::to_owned));
        fields
    }

    #[test]
    fn every_value_of_every_field_is_skimmed_as_it_is_read() {
        for kind in Kind::ALL {
            for field in fields(*kind) {
                // Each value of the field's own sort, and of every sort.
                let numbers = (0..16).flat_map(|at| [0, 3, 7, 11, 15, 19, 23, 27, 31].map(|low| at * 32 + low));
                for number in numbers {
                    let value = value(&field, number);
                    let text =
                        format!(r#"{{"isms":"1","{}":[{{"id":"a","title":"A","{field}":{value}}}]}}"#, kind.plural());
                    Register::open(text.as_bytes()).unwrap();
                }
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

        /// The check above runs in `open`.
        #[test]
        fn skimming_finds_what_reading_finds(
            kind in 0..Kind::ALL.len(), blanks in 0_u8..8,
            parts in prop::collection::vec((any::<usize>(), any::<usize>()), 0..8),
        ) {
            let kind = Kind::ALL[kind];
            let fields = fields(kind);
            let mut parts: Vec<_> = parts.into_iter().map(|(field, value)| (field % fields.len(), value)).collect();
            if blanks > 2 {
                parts.sort_unstable();
                parts.dedup_by_key(|(field, _)| *field);
            }
            let blank = if blanks == 7 { " " } else { "" };
            let parts: Vec<String> = parts
                .into_iter()
                .map(|(field, number)| format!("\"{}\":{blank}{}", fields[field], value(&fields[field], number)))
                .collect();
            let text = format!("{{\"isms\":\"1\",\"{}\":[{{{}}}]}}", kind.plural(), parts.join(","));
            let register = Register::open(text.as_bytes()).unwrap();
            prop_assert_eq!(register.len(), 1);
        }
    }
}
