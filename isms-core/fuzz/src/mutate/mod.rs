//! Mutators: inputs are changed on the level of what they mean, so that a good share of them gets
//! past the first refusal; now and then bytes are changed, so that nothing is out of reach.

mod document;
mod grow;
mod pool;
mod request;
mod standard;
mod table;
mod tree;
mod words;

use crate::Target;
use crate::json::Tree;
use fastrand::Rng;

/// A mutator of bytes: the data, the size of what is in it, the size that it may get; the new size.
pub type Bytes<'b> = &'b mut dyn FnMut(&mut [u8], usize, usize) -> usize;

/// What the inputs of a target are.
#[derive(Clone, Copy)]
pub(crate) enum Grammar {
    Document,
    Date,
    Estimate,
    Csv,
    Ask,
    Oscal,
    Catalog,
}

/// Changes an input in place and returns its new size. The same seed makes the same change.
pub fn mutate(target: Target, data: &mut [u8], size: usize, max: usize, seed: u32, bytes: Bytes<'_>) -> usize {
    let mut rng = Rng::with_seed(u64::from(seed));
    let max = max.min(target.longest.max(size));
    // One input in eight is changed as bytes.
    let changed = if rng.u8(..) < 32 { None } else { changed(target, &data[..size], max, &mut rng) };
    match changed {
        Some(text) if text.len() <= max => put(&text, data),
        _ => bytes(data, size, max),
    }
}

/// Puts parts of one input into the other.
pub fn cross(target: Target, one: &[u8], other: &[u8], out: &mut [u8], seed: u32) -> usize {
    let mut rng = Rng::with_seed(u64::from(seed));
    let max = out.len().min(target.longest);
    let crossed = match target.grammar {
        Grammar::Document => document::cross(one, other, max, &mut rng),
        Grammar::Csv => table::cross(one, other, &mut rng),
        Grammar::Estimate | Grammar::Oscal | Grammar::Catalog => tree::cross(one, other, &mut rng),
        Grammar::Ask => request::cross(one, other, &mut rng),
        Grammar::Date => words::cross(one, other),
    };
    match crossed {
        Some(text) if text.len() <= max => put(&text, out),
        _ => {
            let (from, to) = (rng.usize(..=one.len()), rng.usize(..=other.len()));
            let bytes: Vec<u8> = one[..from].iter().chain(&other[to..]).copied().take(max).collect();
            put(&bytes, out)
        }
    }
}

fn put(bytes: &[u8], data: &mut [u8]) -> usize {
    data[..bytes.len()].copy_from_slice(bytes);
    bytes.len()
}

fn changed(target: Target, input: &[u8], max: usize, rng: &mut Rng) -> Option<Vec<u8>> {
    let json = match target.grammar {
        Grammar::Date => return Some(words::date(input, rng)),
        Grammar::Csv => return table::mutate(input, rng),
        Grammar::Document => document::mutate(input, max, rng)?,
        Grammar::Ask => request::mutate(input, rng)?,
        Grammar::Oscal => standard::mutate(input, &standard::OSCAL, rng)?,
        Grammar::Catalog => standard::mutate(input, &standard::CATALOG, rng)?,
        Grammar::Estimate => {
            let read = Tree::read(std::str::from_utf8(input).ok()?);
            let mut tree = read.filter(|_| rng.bool()).unwrap_or_else(|| words::estimate(rng));
            if rng.u8(..3) == 0 {
                tree::change(&mut tree, &words::ESTIMATE_KEYS, rng);
            }
            written(&tree)
        }
    };
    Some(if rng.u8(..8) == 0 { spaced(&json, rng) } else { json })
}

/// JSON with blanks between some of its tokens, before and behind them.
fn spaced(json: &[u8], rng: &mut Rng) -> Vec<u8> {
    let (mut out, mut in_text, mut escaped) = (Vec::new(), false, false);
    for byte in json {
        let mark = !in_text && b"{}[]:,".contains(byte);
        if mark && rng.u8(..4) == 0 {
            out.push(rng.choice(b" \n\t\r".iter()).copied().unwrap_or(b' '));
        }
        out.push(*byte);
        if mark && rng.u8(..4) == 0 {
            out.extend(b" \n  ".iter().take(rng.usize(..4)));
        }
        in_text ^= *byte == b'"' && !escaped;
        escaped = in_text && *byte == b'\\' && !escaped;
    }
    out
}

fn written(tree: &Tree) -> Vec<u8> {
    let mut out = String::new();
    tree.write(&mut out);
    out.into_bytes()
}

/// One of some things; there must be one.
fn one_of<'t, T: ?Sized>(things: &[&'t T], rng: &mut Rng) -> &'t T {
    things[rng.usize(..things.len())]
}
