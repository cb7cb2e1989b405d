//! Bad inputs that are small. How time and memory grow with large ones is measured by `cargo bench --bench bad`.

use isms_core::{Fact, FactValue, Loss, Register, SAMPLE, review_page};
use std::fmt::Write as _;

fn refused(bytes: &[u8]) -> isms_core::Refusal {
    Register::open(bytes).unwrap_err()
}

/// The byte at which a refusal says that reading ended.
fn byte(refusal: &isms_core::Refusal) -> Option<u64> {
    let is_byte = |fact: &&Fact| fact.name == "byte";
    match refusal.finding().facts.iter().find(is_byte)?.value {
        FactValue::Count { count } => Some(count),
        _ => None,
    }
}

#[test]
fn what_is_no_text_is_refused_and_says_where() {
    for (bytes, found) in [
        (b"".as_slice(), "the end"),
        (b" \r\n\t", "the end"),
        (b"\0", "byte 0"),
        (b"\x89PNG\r\n\x1a\n", "0x89"),
        (b"PK\x03\x04\x14\0", "expected JSON"),
        (b"\x7fELF\x02\x01\x01\0", "expected JSON"),
        (b"\x1f\x8b\x08\0", "0x8B"),
        (b"\xEF\xBB\xBF{\"isms\": \"1\"}", "byte order mark"),
        (b"\xFF\xFE{\0", "UTF-16"),
        (b"\xFE\xFF\0{", "UTF-16"),
        (b"{\"isms\": \"1\", \"title\": \"Br\xF6k\"}", "0xF6"),
        (b"{\"isms\": \"1\", \"title\": \"\xED\xA0\x80\"}", "0xED"),
        (b"{\"isms\": \"1\", \"title\": \"\xC0\xAF\"}", "0xC0"),
        (b"{\"isms\": \"1\", \"title\": \"a\x01b\"}", "expected JSON"),
        (b"<html>", "expected JSON"),
    ] {
        let refusal = refused(bytes);
        assert_eq!(refusal.code(), "not_json", "{refusal}");
        assert!(refusal.to_string().contains(found), "{found} in {refusal}");
    }
}

/// Every byte of what comes to be cut off in the middle: a piece of each table of the sample.
#[test]
fn a_document_cut_off_anywhere_is_refused() {
    let mut pieces = String::new();
    let mut shortest: Option<&str> = None;
    for line in SAMPLE.lines() {
        // The shortest record of each table and its last one, and all that is no record.
        let is_record = line.starts_with("{\"id\"");
        if is_record && line.ends_with(',') {
            shortest = shortest.filter(|known| known.len() <= line.len()).or(Some(line));
        } else {
            shortest.take().into_iter().for_each(|line| writeln!(pieces, "{line}").unwrap());
            writeln!(pieces, "{line}").unwrap();
        }
    }
    assert!(Register::open(pieces.as_bytes()).is_ok(), "{pieces}");
    cut_off(&pieces);
}

#[test]
#[ignore = "the whole sample, a minute with optimisation: cargo test --release -p isms-core -- --ignored cut_off"]
fn the_sample_cut_off_anywhere_is_refused() {
    cut_off(&SAMPLE);
}

fn cut_off(whole: &str) {
    let whole = whole.trim_end().as_bytes();
    for end in 0..whole.len() {
        let refusal = refused(&whole[..end]);
        assert_eq!(refusal.code(), "not_json", "{end}: {refusal}");
        // A name or a number may be told to be wrong where it begins.
        assert!(byte(&refusal).is_some_and(|byte| byte <= end as u64 + 1), "{end}: {refusal}");
    }
}

#[test]
fn many_unknown_kinds_are_kept_and_counted() {
    let kinds = (0..20_000).fold(String::new(), |mut text, at| {
        write!(text, ",\"kind{at}\":[{{\"id\":\"a\"}}]").unwrap();
        text
    });
    let register = Register::open(format!("{{\"isms\":\"1\"{kinds}}}").as_bytes()).unwrap();
    let findings = register.check();
    assert_eq!((findings.counts.note, findings.findings.len()), (20_000, 1_000));
    assert_eq!(String::from_utf8(register.save()).unwrap().matches("\"kind").count(), 20_000);
}

/// A record may claim any number of people: together they are more than any counter holds.
#[test]
fn more_people_than_can_be_counted_are_as_many_as_can() {
    let loss = |at| {
        format!(
            "{{\"id\":\"l{at}\",\"title\":\"L\",\"harm\":\"death\",\"count\":9007199254740991,\"date\":\"2026\",\"causes\":[\"i\"]}}"
        )
    };
    let losses: Vec<String> = (0..2_200).map(loss).collect();
    let text = format!(
        "{{\"isms\":\"1\",\"incidents\":[{{\"id\":\"i\",\"title\":\"I\",\"date\":\"2026\"}}],\"losses\":[{}]}}",
        losses.join(",")
    );
    let review = Register::open(text.as_bytes()).unwrap().review();
    assert_eq!(review.picture.harms[0].people, u64::MAX);
    assert!(review_page(&review, "x.json").contains(&u64::MAX.to_string()));
}

/// Names that look alike are other names, and are shown as they are.
#[test]
fn ids_that_look_alike_are_not_the_same() {
    let alike = ["a", "а", "ａ", "a\u{301}", "á", "a\u{200d}"];
    let records: Vec<String> = alike.iter().map(|id| format!("{{\"id\":\"{id}\",\"title\":\"L\"}}")).collect();
    let text = format!("{{\"isms\":\"1\",\"losses\":[{}]}}", records.join(","));
    let register = Register::open(text.as_bytes()).unwrap();
    assert_eq!(register.check().counts.error, 0);
    for id in alike {
        assert_eq!(register.find::<Loss>(id).unwrap().id, id);
    }
    let refusal = register.trace("A").unwrap_err();
    assert_eq!(refusal.code(), "unknown_id");
}

#[test]
fn a_page_shows_no_character_that_a_terminal_obeys() {
    let evil = "\\u001b[2J\\u0007\\u202e\\u2066\\u200b\\u009b\\u0000\\r\\n";
    let text = format!(
        "{{\"isms\":\"1\",\"title\":\"{evil}\",\"{evil}\":[],\"places\":[{{\"id\":\"p\",\"title\":\"{evil}\"}}],\
         \"incidents\":[{{\"id\":\"i\",\"title\":\"{evil}\",\"date\":\"2026\",\"place\":\"p\",\"means\":\"{evil}\"}}],\
         \"losses\":[{{\"id\":\"l\",\"title\":\"{evil}\",\"harm\":\"{evil}\",\"causes\":[\"i\"],\"date\":\"2026\"}}],\
         \"signals\":[{{\"id\":\"s\",\"title\":\"{evil}\",\"heard\":\"2026\"}}],\
         \"measures\":[{{\"id\":\"m\",\"title\":\"{evil}\",\"status\":\"{evil}\"}}]}}"
    );
    let register = Register::open(text.as_bytes()).unwrap();
    let page = review_page(&register.review(), "evil\u{202e}.json");
    assert!(page.contains(r"\u{1b}") && page.contains(r"\u{202e}"), "{page}");
    let shown = |character: char| {
        character == '\n' || isms_core::printable(&character.to_string()).len() == character.len_utf8()
    };
    assert!(page.chars().all(shown), "{page:?}");
}

#[test]
fn blanks_without_end_are_refused() {
    let blanks = vec![b' '; 16 << 20];
    assert_eq!(refused(&blanks).code(), "not_json");
    let mut text = blanks.clone();
    text.extend(b"{\"isms\":\"1\",\"losses\":[");
    text.extend(&blanks);
    text.extend(b"]}");
    assert_eq!(Register::open(text).unwrap().save(), b"{\"isms\":\"1\"}\n");
}
