//! The rule `place_apart`.

use super::tree::PlaceTree;
use crate::finding::{Code, Fact, Finding};
use crate::model::{Kind, Relation};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::PlaceApart,
    looks_for: "An incident of which no threat is known to hold where it happened: its place lies outside theirs, or is coarser, or one of the places is not recorded.",
    why: "A threat is bound to a time and a place. If none held there, the cause is another one, or a threat was thought to be elsewhere than it was.",
    example: "A car taken in the town, caused by a threat recorded for the valley road.",
    normal_when: "When the place of a report is known only roughly.",
    what_to_do: "Record the place of both as exactly as it is known, put the place into the tree with `within`, or name the threat that held there.",
    claims: &["CHAIN-05"],
};

/// How the place of an incident lies to those of its threats.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lies {
    Within,
    Unknown,
    Coarser,
    Apart,
}

/// Finds incidents outside the places of their threats. Linear in links and places.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let tree = PlaceTree::of(register);
    for row in meter.over(register.rows_of(Kind::Incident)).filter(|row| !register.graph().causes(*row).is_empty()) {
        let lies = lies(register, &tree, row);
        if lies != Lies::Within {
            log.push(RULE.code, Some(row), || finding(register, row, lies));
        }
    }
}

fn place(register: &Register, row: u32) -> Option<u32> {
    register.first_referred(row, Relation::AtPlace)
}

fn lies(register: &Register, tree: &PlaceTree, row: u32) -> Lies {
    let Some(here) = place(register, row) else { return Lies::Unknown };
    let mut best = Lies::Apart;
    for threat in register.graph().causes(row) {
        match place(register, *threat) {
            Some(there) if tree.is_within(here, there) => return Lies::Within,
            Some(there) if tree.is_within(there, here) => best = Lies::Coarser,
            Some(_) => (),
            None if best == Lies::Apart => best = Lies::Unknown,
            None => (),
        }
    }
    best
}

fn finding(register: &Register, row: u32, lies: Lies) -> Finding {
    let (word, found) = match lies {
        Lies::Coarser => ("coarser", "a place that holds theirs"),
        Lies::Apart => ("apart", "a place outside all of theirs"),
        _ => ("unknown", "no place on record, here or there"),
    };
    let message = format!(
        "expected a place within that of one of its threats, found {found}; record both places, or the threat that held there"
    );
    Finding::new(RULE.code, format!("{}/place", register.records.rows.pointer(row)), message)
        .of(register.id_of_row(row))
        .resting_on(RULE.claims)
        .fact(Fact::text("lies", word))
}
