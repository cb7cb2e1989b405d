//! Values that are likely to matter.

use super::one_of;
use crate::json::Tree;
use fastrand::Rng;

const NUMBERS: [&str; 24] = [
    "0",
    "1",
    "-0",
    "0.5",
    "0.25",
    "2",
    "3",
    "30",
    "-1",
    "1e400",
    "-1e400",
    "5e-324",
    "1e-400",
    "0.30000000000000004",
    "1.0000000000000002",
    "9007199254740992",
    "9007199254740993",
    "18446744073709551616",
    "1e16",
    "1e-5",
    "123456.789e3",
    "99999999999999999999999999",
    "0.1e1",
    "1E+2",
];

/// Without their quotes, as they are written.
const TEXTS: [&str; 30] = [
    "",
    " ",
    "a",
    "1",
    "2",
    "\\ud800",
    "x\\udc00",
    "\\ud83d\\ude00",
    "\\u0000",
    "\\u202e",
    "\\u001b[31m",
    "\\n",
    "é",
    "ｉｄ",
    "\u{202e}",
    "\u{feff}",
    "\\\"",
    "\\\\",
    "\\/",
    "~1",
    "a/b",
    "P1Y",
    "P1M",
    "-P1Y",
    "red",
    "amber+strict",
    "in_place",
    "death",
    "radio",
    "ambush",
];

const DATES: [&str; 20] = [
    "2026",
    "2026-03",
    "2026-03-14",
    "2026-03-14T06:00:00Z",
    "2026-03-14T09:30:00+02:00",
    "2026-02-30",
    "2024-02-29",
    "0001",
    "0000",
    "9999",
    "9999-12-31",
    "9999-12-31T23:59:60Z",
    "2025-12-31",
    "2026-1-1",
    "2026-03-14T06:30",
    "2026-13",
    "0001-01-01T00:00:00+23:59",
    "9999-12-31T23:59:59-23:59",
    "2026-03-14T06:30:00.5Z",
    "1969-12-31",
];

pub(super) const ESTIMATE_KEYS: [&str; 12] =
    ["rate", "per", "low", "high", "level", "scale", "beta", "pert", "p05_p95", "seen", "of", "x"];

/// A value of any sort.
pub(super) fn value(rng: &mut Rng) -> Tree {
    match rng.u8(..16) {
        0..=3 => Tree::Raw(one_of(&NUMBERS, rng).to_owned()),
        4..=6 => Tree::text(one_of(&TEXTS, rng)),
        7..=8 => Tree::text(one_of(&DATES, rng)),
        9 => Tree::Raw(one_of(&["null", "true", "false", "NaN", "nul"], rng).to_owned()),
        10 => Tree::List(vec![]),
        11 => Tree::Object(vec![]),
        12 => deep(rng),
        13 => Tree::text(&"x".repeat(rng.usize(195..205))),
        _ => estimate(rng),
    }
}

/// Lists or objects in each other, mostly fewer than the limit.
fn deep(rng: &mut Rng) -> Tree {
    let levels = if rng.u8(..4) == 0 { rng.usize(58..66) } else { rng.usize(..6) };
    (0..levels).fold(Tree::Raw("1".to_owned()), |tree, _| {
        if rng.bool() { Tree::List(vec![tree]) } else { Tree::Object(vec![("a".to_owned(), tree)]) }
    })
}

fn number(rng: &mut Rng) -> Tree {
    if rng.u8(..8) == 0 {
        Tree::Raw(one_of(&NUMBERS, rng).to_owned())
    } else {
        Tree::Raw(format!("0.{}", rng.u16(..1000)))
    }
}

/// An estimate in one of its forms; the order of its numbers is left to chance.
pub(super) fn estimate(rng: &mut Rng) -> Tree {
    let fields: &[(&str, usize)] = match rng.u8(..10) {
        0 => return number(rng),
        1 => &[("rate", 0), ("per", 9)],
        2 => &[("low", 0), ("high", 0)],
        3 => &[("low", 0)],
        4 => &[("level", 8)],
        5 => &[("level", 8), ("scale", 8)],
        6 => &[("beta", 2)],
        7 => &[("pert", 3)],
        8 => &[("p05_p95", 2)],
        _ => &[("seen", 7), ("of", 7)],
    };
    let mut field = |count: usize| match count {
        0 => number(rng),
        7 => Tree::Raw(rng.u8(..20).to_string()),
        8 => Tree::text(one_of(&["high", "scales:five", "x"], rng)),
        9 => Tree::text(one_of(&["P1Y", "P1M", "P1D", "PT1H", "P0D", "1Y"], rng)),
        count => Tree::List(sorted((0..count).map(|_| number(rng)).collect(), rng)),
    };
    Tree::Object(fields.iter().map(|(key, count)| ((*key).to_owned(), field(*count))).collect())
}

/// Numbers in their order, mostly.
fn sorted(mut numbers: Vec<Tree>, rng: &mut Rng) -> Vec<Tree> {
    if rng.u8(..4) > 0 {
        numbers.sort_by(|a, b| format!("{a:?}").cmp(&format!("{b:?}")));
    }
    numbers
}

/// Two dates, one of them changed.
pub(super) fn date(input: &[u8], rng: &mut Rng) -> Vec<u8> {
    let text = String::from_utf8_lossy(input);
    let mut lines: Vec<String> = text.splitn(2, '\n').map(str::to_owned).collect();
    lines.resize(2, String::new());
    let at = rng.usize(..2);
    lines[at] = match rng.u8(..6) {
        0 => one_of(&DATES, rng).to_owned(),
        1 => format!("{:04}-{:02}-{:02}", rng.u16(..10_010), rng.u8(..14), rng.u8(..33)),
        2 => format!("{}{}", lines[at].get(..10).unwrap_or("2026-03-14"), time(rng)),
        3 => lines[1 - at].clone(),
        _ => nudged(&lines[at], rng),
    };
    lines.join("\n").into_bytes()
}

/// The first date of one input, the second of the other.
pub(super) fn cross(one: &[u8], other: &[u8]) -> Option<Vec<u8>> {
    let first = one.split(|byte| *byte == b'\n').next()?;
    let second = other.splitn(2, |byte| *byte == b'\n').last()?;
    Some([first, b"\n", second].concat())
}

fn time(rng: &mut Rng) -> String {
    let second =
        one_of(&["", ":00", ":59", ":60", ":61", ":30.5", ":30,25", ":00.123456789", ":00.1234567891", ":"], rng);
    let zone = one_of(
        &["Z", "z", "+02:00", "-0330", "+14", "-23:59", "+25:59", "+26:00", "", "+00:00", "-00:00", "[UTC]"],
        rng,
    );
    let mark = one_of(&["T", "T", "T", "t", " "], rng);
    format!("{mark}{:02}:{:02}{second}{zone}", rng.u8(..25), rng.u8(..61))
}

/// A date with one character changed.
fn nudged(text: &str, rng: &mut Rng) -> String {
    let mut characters: Vec<char> = text.chars().collect();
    let any = one_of(&["0", "1", "2", "9", "-", ":", "T", "Z", "+", ".", "٣"], rng);
    let at = rng.usize(..=characters.len());
    match rng.u8(..3) {
        0 => characters.insert(at, any.chars().next().unwrap_or('0')),
        1 if at < characters.len() => drop(characters.remove(at)),
        _ if at < characters.len() => characters[at] = any.chars().next().unwrap_or('0'),
        _ => (),
    }
    characters.into_iter().collect()
}
