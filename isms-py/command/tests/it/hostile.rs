//! Records that try to lead a terminal astray, and readers that go away.

use crate::files::Folder;
use crate::run::{isms, isms_given, program, ran};
use isms_command::{Terminal, run};
use isms_core::Register;
use serde_json::Value as Json;
use std::io::Read as _;
use std::process::Stdio;

/// Escape codes, a carriage return, a turn of the writing direction, a C1 control.
const EVIL: &str = "\u{1b}[31mred\u{1b}]0;title\u{7}\r\u{202e}txt.exe\u{9b}2J\u{7f}";

fn hostile() -> String {
    let title = serde_json::to_string(EVIL).unwrap();
    format!(
        r#"{{"isms": "1", "title": {title}, {title}: [1],
        "agencies": [{{"id": "a", "title": {title}}}],
        "adoptions": [{{"id": "s", "title": {title}, "agency": "a", "standard": {title}}}],
        "risk_factors": [{{"id": "f\u202e", "title": {title}}}],
        "threats": [{{"id": "t", "title": {title}, "causes": ["f\u202e", {title}]}}],
        "incidents": [{{"id": "i", "title": {title}, "causes": ["t"], "date": {title}}}],
        "losses": [{{"id": "l", "title": {title}, "causes": ["i"], "date": "2026-01-01", "harm": {title}}}]}}"#
    )
}

fn is_harmless(text: &str) -> bool {
    text.chars().all(|character| {
        character == '\n' || isms_core::printable(&character.to_string()).len() == character.len_utf8()
    })
}

#[test]
fn nothing_hostile_is_printed_raw() {
    let asked: [&[&str]; 13] = [
        &["check", "-"],
        &["assess", "-"],
        &["assess", "-", "--standard", EVIL],
        &["diff", "-", "--since", "2025", "--as-of", "2026-02"],
        &["catalog", "migrate", "-", "--standard", EVIL, "--to", "2"],
        &["digest", "-", EVIL],
        &["review", "-"],
        &["trace", "-", "l"],
        &["trace", "-", "l", "--paths", "5"],
        &["trace", "-", "l", "i"],
        &["trace", "-", "f\u{202e}"],
        &["trace", "-", "--broken"],
        &["trace", "-", EVIL],
    ];
    for args in asked {
        let ran = isms_given(args, hostile().as_bytes());
        assert!(is_harmless(&ran.out) && is_harmless(&ran.err), "{args:?}: {:?} {:?}", ran.out, ran.err);
        assert!((ran.out + &ran.err).contains(r"\u{202e}"), "{args:?}");
    }
}

#[test]
fn what_was_typed_is_not_printed_raw() {
    for args in [vec![EVIL], vec!["check", EVIL, "x"], vec!["check", EVIL], vec!["explain", EVIL]] {
        let ran = isms(&args);
        assert_eq!(ran.code, 2);
        assert!(is_harmless(&ran.err), "{args:?}: {:?}", ran.err);
    }
}

#[test]
fn json_on_a_terminal_is_the_same_json_in_escapes() {
    let folder = Folder::new();
    let file = folder.file("evil.json", hostile());
    let answer = |terminal: Terminal| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let args = ["isms", "trace", &file, "t", "--json"].map(Into::into);
        assert_eq!(run(args, &mut out, &mut err, terminal), 0);
        String::from_utf8(out).unwrap()
    };
    let (plain, shown) = (answer(Terminal::default()), answer(Terminal { out: true, ..Terminal::default() }));
    assert!(!is_harmless(&plain) && is_harmless(&shown), "{shown:?}");
    assert_eq!(serde_json::from_str::<Json>(&plain).unwrap(), serde_json::from_str::<Json>(&shown).unwrap());
    let register = Register::open(hostile().as_bytes()).unwrap();
    assert_eq!(plain, isms_core::ask(&register, r#"{"ask": "trace", "id": "t"}"#).unwrap() + "\n");
}

#[test]
fn colour_is_for_terminals_alone() {
    let answer = |terminal: Terminal| {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        run(["isms", "check", "--sample"].map(Into::into), &mut out, &mut err, terminal);
        String::from_utf8(out).unwrap()
    };
    assert!(answer(Terminal { out: true, err: true, colour: true }).contains("\u{1b}[31mERRORS\u{1b}[0m 2"));
    assert!(!answer(Terminal { out: true, err: true, colour: false }).contains('\u{1b}'));
    assert!(!isms(["check", "--sample"]).out.contains('\u{1b}'));
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let losses: Vec<String> =
        (0..900).map(|n| format!(r#"{{"id": "l{n}", "title": "Loss", "causes": [1]}}"#)).collect();
    let folder = Folder::new();
    let file = folder.file("many.json", format!(r#"{{"isms": "1", "losses": [{}]}}"#, losses.join(",")));
    for json in [None, Some("--json")] {
        let mut child =
            program().args(["check", &file]).args(json).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 10];
        let mut out = child.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let ran = ran(child.wait_with_output().unwrap());
        assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    }
}
