//! Inputs that no one would write but someone will send: deep, wide, long, at the ends of numbers.

use isms_core::{Register, ask};
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// A guard against calls that never end, however busy the machine is. Speed is a matter of benchmarks.
const SOON: Duration = Duration::from_secs(300);

fn opened(text: &str) -> Register {
    Register::open(text.as_bytes()).unwrap()
}

/// A document of one table, its records made from their numbers.
fn table(kind: &str, count: usize, record: impl Fn(usize) -> String) -> String {
    let records: Vec<String> = (0..count).map(record).collect();
    format!("{{\"isms\": \"1\", \"{kind}\": [{}]}}", records.join(","))
}

fn soon<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    assert!(start.elapsed() < SOON, "{what} took {:?}", start.elapsed());
    result
}

#[test]
fn a_hundred_thousand_lists_in_each_other_are_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        for text in [
            deep.clone(),
            format!("{{\"isms\": \"1\", \"x\": {deep}}}"),
            format!("{{\"isms\": \"1\", \"losses\": [{deep}]}}"),
            format!("{{\"isms\": \"1\", \"losses\": [{{\"id\": \"a\", \"causes\": {deep}}}]}}"),
        ] {
            assert_eq!(Register::open(text.as_bytes()).unwrap_err().code(), "over_limit");
        }
        let register = opened("{\"isms\": \"1\"}");
        assert_eq!(ask(&register, &deep).unwrap_err().code(), "bad_request");
    }
}

#[test]
fn sixty_levels_are_kept() {
    let deep = format!("{}1{}", "[".repeat(60), "]".repeat(60));
    let text = format!("{{\"isms\": \"1\", \"losses\": [{{\"id\": \"a\", \"title\": \"A\", \"x\": {deep}}}]}}");
    let saved = opened(&text).save();
    assert!(String::from_utf8(saved.clone()).unwrap().contains(&deep));
    assert_eq!(Register::open(&saved).unwrap().save(), saved);
}

#[test]
fn a_cycle_through_a_hundred_thousand_threats_is_one_finding() {
    let count = 100_000;
    let text = table("threats", count, |at| {
        format!("{{\"id\":\"t{at}\",\"title\":\"T\",\"causes\":[\"t{}\"]}}", (at + 1) % count)
    });
    let findings = soon("check", || opened(&text).check());
    let cycles: Vec<_> = findings.findings.iter().filter(|found| found.code == "cycle").collect();
    assert_eq!(cycles.len(), 1);
    assert!(cycles[0].message.len() < 1_000, "ten ids in the message");
    assert_eq!(
        findings.counts.by_code.iter().find(|tallied| tallied.code == "broken_trace").unwrap().count,
        count as u64
    );
    let trace = soon("trace", || opened(&text).trace("t7").unwrap());
    assert_eq!(trace.broken.len(), 1);
}

#[test]
fn a_chain_of_a_hundred_thousand_threats_is_walked() {
    let count = 100_000;
    let text =
        table("threats", count, |at| format!("{{\"id\":\"t{at}\",\"title\":\"T\",\"causes\":[\"t{}\"]}}", at + 1));
    let register = opened(&text);
    let trace = soon("trace", || register.trace("t0").unwrap());
    assert_eq!((trace.causes.threats.len(), trace.broken.len()), (count - 1, 1));
    assert_eq!(soon("paths", || register.paths("t0", 10).unwrap()).total, "1");
    assert_eq!(
        soon("common causes", || register.common_causes(&["t0".into(), "t9".into()]).unwrap()).nearest.threats,
        ["t10"]
    );
    soon("check", || register.check());
    soon("review", || register.review());
}

#[test]
fn places_within_each_other_a_hundred_thousand_deep_are_walked() {
    let count = 100_000;
    for end in [count, 0] {
        let text = table("places", count, |at| {
            format!(
                "{{\"id\":\"p{at}\",\"title\":\"P\",\"within\":\"p{}\"}}",
                if at + 1 == count { end } else { at + 1 }
            )
        });
        let findings = soon("check", || opened(&text).check());
        assert_eq!(findings.counts.error, 1, "one dangling, or one cycle");
    }
}

/// The ids of factors from 0 on, as links.
fn links(count: usize) -> String {
    (0..count).map(|at| format!("\"f{at}\"")).collect::<Vec<_>>().join(",")
}

#[test]
fn one_record_with_a_hundred_thousand_causes_is_traced() {
    let count = 100_000;
    let threat = format!("{{\"id\":\"t\",\"title\":\"T\",\"causes\":[{}]}}", links(count));
    let factors: Vec<String> = (0..count).map(|at| format!("{{\"id\":\"f{at}\",\"title\":\"F\"}}")).collect();
    let register =
        opened(&format!("{{\"isms\":\"1\",\"risk_factors\":[{}],\"threats\":[{threat}]}}", factors.join(",")));
    assert_eq!(soon("trace", || register.trace("t").unwrap()).causes.risk_factors.len(), count);
    assert_eq!(soon("paths", || register.paths("t", 1).unwrap()).total, count.to_string());
    assert_eq!(soon("check", || register.check()).counts.error, 0);
}

#[test]
fn one_record_with_a_hundred_thousand_causes_that_are_not_there_is_checked() {
    let count = 100_000;
    let text = table("threats", 1, |_| format!("{{\"id\":\"t\",\"title\":\"T\",\"causes\":[{}]}}", links(count)));
    let register = opened(&text);
    assert_eq!(soon("check", || register.check()).counts.error, count as u64);
    assert_eq!(soon("broken traces", || register.broken_traces()).by_kind[0].count, count as u64);
    assert_eq!(soon("trace", || register.trace("t").unwrap()).broken.len(), count);
}

#[test]
fn one_cause_five_thousand_times_is_followed_once() {
    let count = 100_000;
    let links = vec!["\"f0\""; count].join(",");
    let text = format!(
        "{{\"isms\":\"1\",\"risk_factors\":[{{\"id\":\"f0\",\"title\":\"F\"}}],\"threats\":[{{\"id\":\"t\",\"title\":\"T\",\"causes\":[{links}]}}]}}"
    );
    assert_eq!(soon("check", || opened(&text).check()).counts.error, count as u64 - 1);
    assert_eq!(opened(&text).trace("t").unwrap().causes.risk_factors, ["f0"]);
}

#[test]
fn one_record_with_a_hundred_thousand_unknown_fields_is_kept() {
    let count = 100_000;
    let mut fields = String::new();
    for at in 0..count {
        let _ = write!(fields, ",\"x{at}\":{at}");
    }
    let text = table("losses", 1, |_| format!("{{\"id\":\"l\",\"title\":\"L\"{fields}}}"));
    let saved = soon("open and save", || opened(&text).save());
    assert_eq!(String::from_utf8(saved).unwrap().matches("\"x").count(), count);
    // And the same key again and again.
    let again = ",\"x\":1".repeat(count);
    let text = table("losses", 1, |_| format!("{{\"id\":\"l\",\"title\":\"L\"{again}}}"));
    assert_eq!(soon("check", || opened(&text).check()).counts.error, count as u64 - 1);
}

#[test]
fn a_hundred_thousand_tables_of_one_kind_are_read_soon() {
    let mut text = "{\"isms\":\"1\"".to_owned();
    for at in 0..50_000 {
        let _ = write!(
            text,
            ",\"losses\":[{{\"id\":\"l{at}\",\"title\":\"L\"}}],\"threats\":[{{\"id\":\"l{at}\",\"title\":\"T\"}}]"
        );
    }
    text.push('}');
    let register = soon("open", || opened(&text));
    let findings = soon("check", || register.check());
    assert_eq!(findings.counts.by_code.iter().find(|tallied| tallied.code == "duplicate_id").unwrap().count, 50_000);
    let saved = soon("save", || register.save());
    assert_eq!(Register::open(&saved).unwrap().len(), 100_000);
}

#[test]
fn a_hundred_thousand_equal_ids_are_kept() {
    let text = table("losses", 100_000, |_| "{\"id\":\"l\",\"title\":\"L\"}".to_owned());
    let register = opened(&text);
    let findings = soon("check", || register.check());
    assert_eq!(findings.counts.error, 99_999);
    assert_eq!(findings.capped, ["duplicate_id", "broken_trace"]);
    assert_eq!(Register::open(register.save()).unwrap().len(), 100_000);
}

#[test]
fn the_likeliest_of_many_ids_is_looked_for_soon_however_long_the_one_named() {
    let places: Vec<String> = (0..20_000).map(|at| format!("{{\"id\":\"x{at}\",\"title\":\"X\"}}")).collect();
    let incidents: Vec<String> = (0..90)
        .map(|at| format!("{{\"id\":\"i{at}\",\"title\":\"L\",\"place\":\"{}\"}}", "x1".repeat(100_000)))
        .collect();
    let text = format!("{{\"isms\":\"1\",\"places\":[{}],\"incidents\":[{}]}}", places.join(","), incidents.join(","));
    let findings = soon("check", || opened(&text).check());
    assert_eq!(findings.findings.iter().filter(|found| found.code == "dangling_reference").count(), 90);
}

#[test]
fn ids_of_a_megabyte_are_out_of_range_or_dangling() {
    let long = "x".repeat(1_000_000);
    let text = format!(
        "{{\"isms\":\"1\",\"losses\":[{{\"id\":\"{long}\",\"title\":\"L\",\"causes\":[\"{long}\"]}},{{\"id\":\"l\",\"title\":\"L\",\"causes\":[\"{long}\"]}}]}}"
    );
    let register = opened(&text);
    let findings = soon("check", || register.check());
    let codes: Vec<&str> = findings.findings.iter().map(|found| found.code.as_str()).collect();
    assert_eq!(codes, ["out_of_range", "dangling_reference", "dangling_reference", "broken_trace", "broken_trace"]);
    assert_eq!(soon("trace", || register.trace("l").unwrap()).broken[0].why.as_deref(), Some("dangling"));
    assert_eq!(register.trace(&long).unwrap_err().code(), "unknown_id");
    assert!(Register::open(register.save()).unwrap().json("l").unwrap().contains(&long));
}

#[test]
fn numbers_at_the_ends_of_their_range_are_kept_as_written() {
    for (number, code) in [
        ("1e400", Some("out_of_range")),
        ("-1e400", Some("out_of_range")),
        ("-0", None),
        ("-0.0", None),
        ("1e-400", None),
        ("0.30000000000000004", None),
        ("1", None),
        ("1.0000000000000002", Some("out_of_range")),
        ("5e-324", None),
        ("-5e-324", Some("out_of_range")),
        ("\"NaN\"", Some("wrong_type")),
        ("null", Some("wrong_type")),
        ("true", Some("wrong_type")),
    ] {
        let text = table("risk_factors", 1, |_| format!("{{\"id\":\"f\",\"title\":\"F\",\"likelihood\":{number}}}"));
        let register = opened(&text);
        let findings = register.check();
        assert_eq!(findings.findings.first().map(|found| found.code.as_str()), code, "{number}");
        let saved = register.save();
        assert_eq!(Register::open(&saved).unwrap().check(), findings, "{number}");
        assert_eq!(Register::open(&saved).unwrap().save(), saved, "{number}");
        if code.is_some() {
            assert!(String::from_utf8(saved).unwrap().contains(&format!("\"likelihood\":{number}")), "{number}");
        } else {
            let (was, is): (f64, f64) = (
                number.parse().unwrap(),
                String::from_utf8(saved)
                    .unwrap()
                    .split("likelihood\":")
                    .nth(1)
                    .unwrap()
                    .split('}')
                    .next()
                    .unwrap()
                    .parse()
                    .unwrap(),
            );
            assert_eq!(was.to_bits(), is.to_bits(), "{number}");
        }
    }
}

#[test]
fn numbers_that_are_no_json_are_refused() {
    for number in ["NaN", "Infinity", "-Infinity", "+1", "01", ".5", "1.", "0x1", "1e", "--1"] {
        let text = table("risk_factors", 1, |_| format!("{{\"id\":\"f\",\"title\":\"F\",\"likelihood\":{number}}}"));
        assert_eq!(Register::open(text.as_bytes()).unwrap_err().code(), "not_json", "{number}");
        let text = table("risk_factors", 1, |_| format!("{{\"id\":\"f\",\"title\":\"F\",\"x\":[{number}]}}"));
        assert_eq!(Register::open(text.as_bytes()).unwrap_err().code(), "not_json", "{number}");
    }
}

#[test]
fn a_loss_below_a_ladder_of_threats_has_more_paths_than_can_be_counted() {
    // Two threats a rung, each caused by both of the rung below: 2^rungs paths.
    let rungs = 200;
    let text = table("threats", 2 * rungs, |at| {
        let below = (at / 2 + 1) * 2;
        format!("{{\"id\":\"t{at}\",\"title\":\"T\",\"causes\":[\"t{below}\",\"t{}\"]}}", below + 1)
    });
    let paths = soon("paths", || opened(&text).paths("t0", 5).unwrap());
    assert_eq!((paths.total.as_str(), paths.paths.len(), paths.complete), ("more than 2^128", 5, false));
}

/// A register holds 4 GiB: a place in its text is a number of 32 bits. The zeros are never written or read.
#[test]
#[cfg(target_pointer_width = "64")]
fn more_than_4_gib_are_refused_before_they_are_looked_at() {
    let bytes = vec![0; (1 << 32) + 1];
    let refusal = Register::open(&bytes[1..]).unwrap_err();
    assert_eq!(refusal.code(), "over_limit");
    assert!(refusal.to_string().contains("4294967296"), "{refusal}");
}

#[test]
fn a_hundred_thousand_labels_beside_a_long_audience_are_compared_soon() {
    let audience: Vec<String> = (0..100_000).map(|at| format!("\"a{at}\"")).collect();
    let losses: Vec<String> = (0..100_000)
        .map(|at| format!("{{\"id\":\"l{at}\",\"title\":\"L\",\"labels\":{{\"/note\":\"w{at}\"}}}}"))
        .collect();
    let text = format!(
        "{{\"isms\":\"1\",\"label\":{{\"tlp\":\"amber\",\"audience\":[{}]}},\"losses\":[{}]}}",
        audience.join(","),
        losses.join(",")
    );
    let register = opened(&text);
    let label = soon("check", || register.check()).label;
    assert_eq!((label.tlp.as_str(), label.audience.map(|named| named.len())), ("red", Some(100_000)));
    soon("ancestors", || register.ancestors());
}

#[test]
fn a_hundred_thousand_withheld_incidents_are_left_out_soon() {
    for id in [|at: usize| format!("i{at}"), |_| "i".to_owned()] {
        let text = table("incidents", 100_000, |at| {
            format!("{{\"id\":\"{}\",\"title\":\"I\",\"open\":true,\"date\":\"2026\"}}", id(at))
        });
        let review = soon("review", || opened(&text).review());
        assert_eq!((review.contents.len(), review.picture.incidents), (0, 0));
    }
}
