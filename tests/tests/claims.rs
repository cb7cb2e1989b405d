//! Every claim is honoured by an answer that changes with it, through an item without which it does not.

use isms_conformance::{Claim, Item, Sign};
use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::process::ExitCode;

/// How many claims an item may honour without a reason.
const MOST: usize = 5;

/// The slips of all mutants stand here.
const MUTANTS: &str = include_str!("../src/bin/dev/mutants/list.rs");

fn main() -> ExitCode {
    let trials = Claim::all().map_or_else(unread, of_all);
    let asked = Arguments::from_args();
    if let Some(claim) = asked.filter.as_ref().filter(|claim| !trials.iter().any(|trial| trial.name().contains(*claim)))
    {
        let _ = writeln!(
            std::io::stderr(),
            "no test of a claim has `{claim}` in its name; the ids are those of docs/claims.md"
        );
    }
    libtest_mimic::run(&asked, trials).exit_code()
}

fn unread(fault: String) -> Vec<Trial> {
    vec![Trial::test("claims can be read", move || Err(fault.into()))]
}

fn of_all(claims: Vec<Claim>) -> Vec<Trial> {
    let mut all: Vec<Trial> = claims.iter().flat_map(trials).collect();
    let same = claims.clone();
    all.push(Trial::test("no item honours too many", move || no_item_honours_too_many(&same)));
    all.push(Trial::test("every claim is honoured, and stands once", move || all_are_honoured(&claims)));
    all
}

fn trials(claim: &Claim) -> Vec<Trial> {
    let mut trials = Vec::new();
    for sign in &claim.signs {
        let (what, name) = sign.item.named();
        let name = format!("{}: {what} {name}", claim.claim);
        trials.push(trial(name.clone(), sign, Sign::shown));
        trials.push(trial(format!("{name}, switched off"), sign, Sign::shown_by_its_item_alone));
    }
    for calculation in &claim.calculations {
        let slip = format!("\"{}\"", calculation.slip);
        trials.push(Trial::test(format!("{}: {slip} is a mutant", claim.claim), move || {
            if MUTANTS.contains(&slip) { Ok(()) } else { Err(format!("cargo dev mutants knows no {slip}").into()) }
        }));
    }
    trials
}

fn trial(name: String, sign: &Sign, test: fn(&Sign) -> Result<(), String>) -> Trial {
    let sign = sign.clone();
    Trial::test(name, move || test(&sign).map_err(Failed::from))
}

fn no_item_honours_too_many(claims: &[Claim]) -> Result<(), Failed> {
    let mut honours: BTreeMap<&Item, Vec<&str>> = BTreeMap::new();
    for claim in claims {
        for sign in &claim.signs {
            let honoured = honours.entry(&sign.item).or_default();
            if !honoured.contains(&claim.claim.as_str()) {
                honoured.push(&claim.claim);
            }
        }
    }
    let too_many: Vec<_> = honours.iter().filter(|(_, claims)| claims.len() > MOST).collect();
    if too_many.is_empty() { Ok(()) } else { Err(format!("{too_many:#?}").into()) }
}

fn all_are_honoured(claims: &[Claim]) -> Result<(), Failed> {
    let bare = claims.iter().filter(|claim| claim.signs.is_empty() && claim.calculations.is_empty());
    let bare: Vec<&str> = bare.map(|claim| claim.claim.as_str()).collect();
    let mut seen = BTreeSet::new();
    let twice: Vec<&str> = claims.iter().map(|claim| claim.claim.as_str()).filter(|id| !seen.insert(*id)).collect();
    if bare.is_empty() && twice.is_empty() { Ok(()) } else { Err(format!("bare {bare:?}, twice {twice:?}").into()) }
}
