//! Labels: their arithmetic, and what stands on every answer, against a second opinion.

use isms_core::{Label, Register, ask};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

const WORDS: [&str; 9] = ["clear", "green", "amber", "amber+strict", "red", "secret", "internal", "TLP:Amber", ""];

fn labels() -> impl Strategy<Value = Label> {
    let audience = prop_oneof![Just(None), vec(prop::sample::select(vec!["a", "b", "c"]), 0..4).prop_map(Some)];
    (prop::sample::select(&WORDS[..]), audience, any::<Option<bool>>()).prop_map(|(word, audience, personal)| {
        let audience = audience.map(|ids| ids.into_iter().map(str::to_owned).collect());
        let mut label = Label::new(word);
        (label.audience, label.personal) = (audience, personal);
        label
    })
}

/// Those of a, b, c and d who may see it.
fn readers(label: &Label) -> BTreeSet<&str> {
    let all = ["a", "b", "c", "d"];
    all.into_iter()
        .filter(|id| label.audience.as_ref().is_none_or(|named| named.iter().any(|named| named == id)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn the_strictest_is_the_same_in_any_order(a in labels(), b in labels(), c in labels()) {
        prop_assert_eq!(a.strictest(&b), b.strictest(&a));
        prop_assert_eq!(a.strictest(&b).strictest(&c), a.strictest(&b.strictest(&c)));
        let plain = a.strictest(&a);
        prop_assert_eq!(plain.strictest(&plain), plain.clone());
        prop_assert_eq!(a.strictest(&b).strictest(&a), a.strictest(&b));
    }

    #[test]
    fn the_strictest_is_never_less_strict_than_any(a in labels(), b in labels()) {
        let both = a.strictest(&b);
        prop_assert!(both.strictness() >= a.strictness().max(b.strictness()));
        let expected: BTreeSet<&str> = readers(&a).intersection(&readers(&b)).copied().collect();
        prop_assert_eq!(readers(&both), expected.clone());
        prop_assert!(!expected.is_empty() || both.tlp == "red");
        prop_assert_eq!(both.personal == Some(true), a.personal == Some(true) || b.personal == Some(true));
        prop_assert_eq!(both.personal == Some(false), a.personal == Some(false) && b.personal == Some(false));
        let texts: [Json; 2] = [serde_json::to_value(&both).unwrap(), serde_json::to_value(both.strictest(&both)).unwrap()];
        prop_assert_eq!(&texts[0], &texts[1]);
    }
}

/// A label as a document may have it.
const WRITTEN: [&str; 12] = [
    "\"clear\"",
    "\"green\"",
    "\"amber\"",
    "\"amber+strict\"",
    "\"red\"",
    "\"secret\"",
    "5",
    "{\"tlp\": \"green\", \"audience\": [\"a\", \"b\"]}",
    "{\"tlp\": \"amber\", \"audience\": [\"b\", \"c\"], \"personal\": true}",
    "{\"tlp\": \"green\", \"audience\": []}",
    "{\"audience\": [\"a\"]}",
    "{\"tlp\": \"clear\", \"personal\": false}",
];

const FIELDS: [&str; 8] = ["", "/title", "/causes", "/causes/0", "/note", "/point", "/status", "/cause"];

/// A chain of records from a few bytes each: of eight kinds, each with up to two causes before it.
fn document(head: u8, genes: &[[u8; 8]]) -> Json {
    let kinds = ["places", "measures", "risk_factors", "threats", "incidents", "losses"];
    let mut tables: BTreeMap<&str, Vec<Json>> = BTreeMap::new();
    for (at, gene) in genes.iter().enumerate() {
        let kind = kinds[usize::from(gene[0] % 6)];
        let mut record = json!({"id": format!("{}{at}", kind.chars().next().unwrap()), "title": "T"});
        let written = |gene: u8| serde_json::from_str::<Json>(WRITTEN[usize::from(gene) % WRITTEN.len()]).unwrap();
        if gene[1] % 3 == 1 {
            record["label"] = written(gene[2]);
        }
        if gene[3] % 3 == 1 {
            record["labels"] = json!({FIELDS[usize::from(gene[4] % 8)]: written(gene[5])});
        }
        let below = |kind: &str| -> Vec<Json> {
            let table = tables.get(kind).map(Vec::as_slice).unwrap_or_default();
            table.iter().rev().take(usize::from(gene[6] % 3)).map(|cause| cause["id"].clone()).collect()
        };
        match kind {
            "places" => {
                record["kind"] = json!(["premises", "town"][usize::from(gene[7] % 2)]);
                if gene[7] % 3 > 0 {
                    record["point"] = json!({"lat": 1, "lon": 2});
                }
            }
            "measures" if gene[7] % 2 == 1 => record["status"] = json!("in_place"),
            "threats" => record["causes"] = below("risk_factors").into(),
            "incidents" => {
                record["causes"] = below("threats").into();
                if gene[7] % 5 == 4 {
                    record["open"] = json!(true);
                }
            }
            "losses" => record["causes"] = below("incidents").into(),
            _ => (),
        }
        tables.entry(kind).or_default().push(record);
    }
    let mut document = json!({"isms": "1"});
    if head % 3 == 1 {
        document["label"] = serde_json::from_str(WRITTEN[usize::from(head / 3) % WRITTEN.len()]).unwrap();
    }
    for (kind, table) in tables {
        document[kind] = table.into();
    }
    document
}

/// A second opinion: who may see a record is a rank, a set of readers, and whether it is about a
/// person; `None` of a reader set: all.
#[derive(Clone, Debug, PartialEq)]
struct Seen {
    rank: usize,
    readers: BTreeSet<&'static str>,
    personal: [bool; 2],
}

impl Seen {
    /// Of a label as it is written; one that can't be read is red.
    fn of(written: &Json) -> Self {
        let all = BTreeSet::from(["a", "b", "c", "d"]);
        let red = Self { rank: 4, readers: all.clone(), personal: [false, false] };
        let word = match written {
            Json::String(word) => word.as_str(),
            Json::Object(long) => long.get("tlp").and_then(Json::as_str).unwrap_or("unreadable"),
            _ => return red,
        };
        if word == "unreadable" {
            return red;
        }
        let rank = ["clear", "green", "amber", "amber+strict"].iter().position(|known| *known == word).unwrap_or(4);
        let named = written.get("audience").and_then(Json::as_array);
        let readers: BTreeSet<_> =
            all.into_iter().filter(|id| named.is_none_or(|named| named.contains(&json!(id)))).collect();
        let personal = written.get("personal").and_then(Json::as_bool);
        Self {
            rank: if readers.is_empty() { 4 } else { rank },
            readers,
            personal: [personal == Some(true), personal == Some(false)],
        }
    }

    fn and(&self, other: &Self) -> Self {
        let readers: BTreeSet<_> = self.readers.intersection(&other.readers).copied().collect();
        let rank = if readers.is_empty() { 4 } else { self.rank.max(other.rank) };
        Self { rank, readers, personal: [self.personal[0] || other.personal[0], self.personal[1] && other.personal[1]] }
    }

    fn found(answer: &Json) -> Self {
        Self::of(&answer["label"])
    }
}

/// The label of a record: with all its fields, or with those alone that trace it.
fn seen(record: &Json, default: &Seen, traced: bool) -> Seen {
    let unreadable = |label: &Json| match label {
        Json::String(_) => false,
        Json::Object(long) => !long.contains_key("tlp"),
        _ => true,
    };
    let empty = Map::new();
    let fields = record.get("labels").and_then(Json::as_object).unwrap_or(&empty);
    let mut seen = record.get("label").filter(|label| !unreadable(label)).map_or(default.clone(), Seen::of);
    if record.get("label").is_some_and(unreadable) || fields.values().any(unreadable) {
        seen = seen.and(&Seen::of(&json!("red")));
    }
    let red_unless_said = [
        ("/point", record["kind"] == "premises" && record.get("point").is_some()),
        ("/status", record.get("status").is_some()),
        ("", record["open"] == true),
    ];
    let counts =
        |field: &str| !traced || field.is_empty() || field == "/title" || field == "/causes" || field == "/causes/0";
    for (field, is_red) in red_unless_said {
        if is_red && counts(field) && !fields.contains_key(field) {
            seen = seen.and(&Seen::of(&json!("red")));
        }
    }
    fields.iter().filter(|(field, _)| counts(field)).fold(seen, |seen, (_, label)| seen.and(&Seen::of(label)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(250))]

    #[test]
    fn every_answer_has_the_strictest_label_of_what_it_rests_on(head in any::<u8>(), genes in vec(any::<[u8; 8]>(), 0..30)) {
        let document = document(head, &genes);
        let register = Register::open(document.to_string().as_bytes()).unwrap();
        let asked = |request: Json| serde_json::from_str::<Json>(&ask(&register, &request.to_string()).unwrap()).unwrap();
        let default = document.get("label").map_or(Seen::of(&json!("amber+strict")), Seen::of);
        let all: BTreeMap<&str, &Json> = document.as_object().unwrap().values().filter_map(Json::as_array).flatten()
            .map(|record| (record["id"].as_str().unwrap(), record)).collect();
        let causes = |id: &str| -> Vec<&str> {
            all[id].get("causes").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str).collect()
        };
        // All that led to a record, it included.
        let above = |id: &str| -> BTreeSet<String> {
            let mut found = BTreeSet::from([id.to_owned()]);
            for _ in 0..3 {
                let more: Vec<String> = found.iter().flat_map(|id| causes(id)).map(str::to_owned).collect();
                found.extend(more);
            }
            found
        };
        let over = |ids: &BTreeSet<String>| ids.iter().map(|id| seen(all[id.as_str()], &default, true)).reduce(|a, b| a.and(&b)).unwrap();
        let chain: Vec<&str> = all.keys().copied().filter(|id| id.starts_with(['r', 't', 'i', 'l'])).collect();
        for id in &chain {
            let below = chain.iter().filter(|other| above(other).contains(*id)).map(|id| (*id).to_owned());
            let used: BTreeSet<String> = above(id).into_iter().chain(below).collect();
            prop_assert_eq!(Seen::found(&asked(json!({"ask": "trace", "id": id}))), over(&used));
            prop_assert_eq!(Seen::found(&asked(json!({"ask": "paths", "id": id, "budget": 1}))), over(&above(id)));
            let used: BTreeSet<String> = above(id).into_iter().chain(above(chain[0])).collect();
            prop_assert_eq!(Seen::found(&asked(json!({"ask": "common_causes", "ids": [id, chain[0]]}))), over(&used));
        }
        let mut whole = default.clone();
        for (id, record) in &all {
            let own = seen(record, &default, false);
            prop_assert_eq!(Seen::found(&asked(json!({"ask": "record", "id": id}))), own.clone());
            whole = whole.and(&own);
        }
        let used: BTreeSet<String> = chain.iter().filter(|id| id.starts_with('l')).flat_map(|id| above(id)).collect();
        let led = if used.is_empty() { default.clone() } else { default.and(&over(&used)) };
        prop_assert_eq!(Seen::found(&asked(json!({"ask": "ancestors"}))), led);
        let gaps = whole.and(&Seen::of(&json!("red")));
        prop_assert_eq!(Seen::found(&asked(json!({"ask": "check"}))), gaps.clone());
        prop_assert_eq!(Seen::found(&asked(json!({"ask": "broken_traces"}))), gaps.clone());
        if all.values().all(|record| record.get("open").is_none()) {
            prop_assert_eq!(Seen::found(&asked(json!({"ask": "review"}))), gaps);
        }
    }
}
