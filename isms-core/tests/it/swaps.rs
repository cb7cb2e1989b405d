//! Laws on what must make no difference: whose an agency is, whom a loss befell, what a record does not lead to (yet),
//! who asks, when and how often.

use crate::dirt::{Document, KINDS, LOSS, Tree, documents};
use isms_core::{Findings, Register, SAMPLE, ask, review_page};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn opened(text: &str) -> Register {
    Register::open(text.as_bytes()).unwrap()
}

/// The fields of a document.
fn fields(document: &mut Document) -> &mut Vec<(String, Tree)> {
    let fields = if let Tree::Object(fields) = &mut document.tree { Some(fields) } else { None };
    fields.unwrap()
}

/// Records added to a table, at its end.
fn add(document: &mut Document, table: &str, records: &[&str]) {
    let records = records.iter().map(|record| Tree::Raw((*record).to_owned()));
    let fields = fields(document);
    match fields.iter_mut().find(|(key, _)| key == table) {
        Some((_, Tree::List(items))) => items.extend(records),
        _ => fields.push((table.to_owned(), Tree::List(records.collect()))),
    }
}

/// Everything that a register answers to questions that need no id.
fn answers(register: &Register) -> Vec<String> {
    let asked = ["check", "review", "ancestors", "broken_traces"];
    asked.iter().map(|question| ask(register, &json!({ "ask": question }).to_string()).unwrap()).collect()
}

/// Agencies of all sorts, and records that are theirs.
fn with_agencies(document: &mut Document, kinds: [&str; 3]) {
    let agency = |at: usize| format!(r#"{{"id": "agency{at}", "title": "Agency", "kind": "{}"}}"#, kinds[at]);
    let agencies: Vec<String> = (0..3).map(agency).collect();
    add(document, "agencies", &agencies.iter().map(String::as_str).collect::<Vec<_>>());
    add(document, "programmes", &[r#"{"id": "water", "title": "Water", "agency": "agency0"}"#]);
    add(document, "assets", &[r#"{"id": "truck", "title": "Truck", "agency": "agency1", "programme": "water"}"#]);
    add(document, "measures", &[r#"{"id": "escort", "title": "Escort", "agency": "agency2"}"#]);
    add(
        document,
        "incidents",
        &[
            r#"{"id": "raid", "title": "Raid", "date": "2026", "agencies": ["agency0", "agency1", "gone"], "targets": ["truck"]}"#,
        ],
    );
    add(
        document,
        "losses",
        &[
            r#"{"id": "hurt", "title": "Hurt", "date": "2026", "agency": "agency1", "harm": "injury", "count": 2, "causes": ["raid"]}"#,
        ],
    );
    add(document, "signals", &[r#"{"id": "heard", "title": "Heard", "agency": "agency2", "heard": "2026"}"#]);
}

const AGENCIES: [&str; 6] = ["un_agency", "red_cross", "ingo", "national_ngo", "faith_based", "foundation"];
const WHO: [&str; 5] = ["national_staff", "international_staff", "community", "volunteer", "contractor"];

/// The losses of a document, each observed, of some harm, and of whom `who` says.
fn with_losses(document: &mut Document, who: &dyn Fn(usize) -> &'static str) -> usize {
    let mut losses = 0;
    for (_, table) in fields(document).iter_mut().filter(|(key, _)| key == KINDS[LOSS]) {
        let Tree::List(items) = table else { continue };
        for item in items {
            let Tree::Object(fields) = item else { continue };
            let harm = ["death", "injury", "kidnapping", "theft"][losses % 4];
            fields.push(("harm".to_owned(), Tree::text(harm)));
            fields.push(("who".to_owned(), Tree::text(who(losses))));
            fields.push(("count".to_owned(), Tree::Raw((losses % 3 + 1).to_string())));
            losses += 1;
        }
    }
    losses
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Law 9: the type of an agency changes no finding, and nothing else.
    #[test]
    fn the_type_of_an_agency_changes_nothing(document in documents(), kinds in any::<[usize; 6]>()) {
        let of = |at: usize| AGENCIES[kinds[at] % AGENCIES.len()];
        let (mut one, mut other) = (document.clone(), document);
        with_agencies(&mut one, [of(0), of(1), of(2)]);
        with_agencies(&mut other, [of(3), of(4), of(5)]);
        prop_assert_eq!(answers(&opened(&one.tree.write())), answers(&opened(&other.tree.write())));
    }

    /// Law 10: whom a loss befell changes no finding, no order, no count.
    #[test]
    fn whom_a_loss_befell_changes_nothing(document in documents(), swap in any::<[usize; 5]>()) {
        let (mut one, mut other) = (document.clone(), document);
        with_losses(&mut one, &|at| WHO[at % WHO.len()]);
        with_losses(&mut other, &|at| WHO[swap[at % 5] % WHO.len()]);
        prop_assert_eq!(answers(&opened(&one.tree.write())), answers(&opened(&other.tree.write())));
    }

    /// Law 3: what leads to nothing (yet) is normal: it adds no finding, and changes no trace.
    #[test]
    fn what_leads_to_nothing_is_normal(document in documents()) {
        let before = opened(&document.tree.write());
        let mut longer = document;
        add(&mut longer, "places", &[r#"{"id": "here", "title": "Here"}"#]);
        add(&mut longer, "risk_factors", &[r#"{"id": "alone", "title": "Alone"}"#, r#"{"id": "one", "title": "One"}"#, r#"{"id": "two", "title": "Two"}"#]);
        add(&mut longer, "threats", &[r#"{"id": "threat", "title": "Threat", "place": "here", "causes": ["one", "two"]}"#]);
        add(&mut longer, "incidents", &[r#"{"id": "incident", "title": "Incident", "place": "here", "causes": ["threat"]}"#]);
        let after = opened(&longer.tree.write());
        prop_assert_eq!(after.check().counts, before.check().counts);
        for id in ["alone", "threat", "incident"] {
            prop_assert!(after.trace(id).unwrap().complete, "{}", id);
        }
        let (was, is) = (before.ancestors(), after.ancestors());
        prop_assert_eq!((is.losses.len(), is.offsets), (was.losses.len(), was.offsets));
    }

    /// Law 14: the same bytes are given the same answers, whoever asks, on any thread, in any order.
    #[test]
    fn the_same_input_gives_the_same_bytes(document in documents()) {
        let text = document.tree.write();
        let first = answers(&opened(&text));
        let again = opened(&text);
        let _ = (again.review(), again.ancestors(), again.check());
        prop_assert_eq!(&answers(&again), &first);
        let elsewhere = std::thread::scope(|scope| scope.spawn(|| answers(&opened(&text))).join().unwrap());
        prop_assert_eq!(elsewhere, first);
    }

    /// §3: numbers are read as the nearest double, and written as the shortest text that says so.
    #[test]
    fn numbers_come_back_with_all_their_bits(bits in any::<u64>(), digits in "[0-9]{1,25}", places in "[0-9]{1,25}", power in -330..310_i32) {
        for number in [f64::from_bits(bits), format!("{digits}.{places}e{power}").parse().unwrap()] {
            if !number.is_finite() {
                continue;
            }
            let text = format!(r#"{{"isms":"1","losses":[{{"id":"l","title":"L","amount":{{"value":{number:e},"unit":"USD"}}}}]}}"#);
            let saved = String::from_utf8(opened(&text).save()).unwrap();
            let value = saved.split("\"value\":").nth(1).unwrap().split(',').next().unwrap();
            prop_assert_eq!(value.parse::<f64>().unwrap().to_bits(), number.to_bits(), "{}", value);
            let digits = |text: &str| text.split('e').next().unwrap_or_default().trim_end_matches('0').bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
            prop_assert!(digits(value) <= digits(&format!("{number:e}")), "{} of {:e}", value, number);
        }
    }
}

/// The sample, with other types of agencies and other people harmed.
#[test]
fn the_sample_is_judged_alike_whoever_it_speaks_of() {
    let swapped = |field: &str, table: &str, words: &[&str]| {
        let mut document: Json = serde_json::from_str(&SAMPLE).unwrap();
        let records = document[table].as_array_mut().unwrap();
        for (at, record) in records.iter_mut().enumerate() {
            record[field] = words[at % words.len()].into();
        }
        opened(&document.to_string())
    };
    let sample = opened(&SAMPLE);
    for (field, table, words) in [("kind", "agencies", &AGENCIES[..]), ("who", "losses", &WHO[..])] {
        let register = swapped(field, table, words);
        assert_eq!(register.check(), sample.check(), "{field}");
        assert_eq!(review_page(&register.review(), "x"), review_page(&sample.review(), "x"), "{field}");
    }
}

/// The swaps say nothing if there is nothing to swap.
#[test]
fn there_is_something_to_swap() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut losses, mut told, mut findings) = (0, 0, 0);
    for _ in 0..300 {
        let mut document = documents().new_tree(&mut runner).unwrap().current();
        losses += with_losses(&mut document, &|at| WHO[at % WHO.len()]);
        with_agencies(&mut document, [AGENCIES[0], AGENCIES[1], AGENCIES[2]]);
        let register = opened(&document.tree.write());
        told += register.review().worst.len();
        let about: fn(&Findings) -> usize =
            |found| found.findings.iter().filter(|finding| finding.path.contains("agenc")).count();
        findings += about(&register.check());
    }
    assert!(
        losses >= 300 && told >= 300 && findings >= 300,
        "{losses} losses, {told} incidents told, {findings} findings on agencies"
    );
}
