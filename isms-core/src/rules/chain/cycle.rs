//! The rule `cycle`.

use crate::finding::{Code, Fact, Finding};
use crate::graph::{Why, groups, one_cycle};
use crate::model::{Kind, Relation};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::{Meter, sort_by_key};
use std::collections::HashSet;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::Cycle,
    looks_for: "Records that lead back to themselves: threats that cause each other, places that lie within each other, a record that names itself.",
    why: "Nothing is its own cause. A trace would never end; the links within the cycle are not followed, so what lies behind them is lost to every question.",
    example: "Threat `raid` caused by `revenge`, and `revenge` caused by `raid`.",
    normal_when: "Never. Events that feed each other over time are several dated records.",
    what_to_do: "Take out the link that runs against time, or split a record into the one before and the one after.",
    claims: &["CHAIN-01"],
};

/// How many ids the message names.
const NAMED: usize = 10;

/// Finds cycles: one finding for each group of records that lead back to themselves. Linear, but
/// for the sorting of the links between threats and between places.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let mut cycles = threats(register);
    cycles.extend(places(register));
    sort_by_key(&mut cycles, |cycle| cycle.rows.first().copied());
    for cycle in meter.over(&cycles) {
        log.push(RULE.code, cycle.rows.first().copied(), || finding(register, cycle));
    }
}

/// Rows that lead back to themselves.
struct Cycle {
    relation: Relation,
    /// One way back, from its first row on.
    rows: Vec<u32>,
    /// How many rows the whole group has.
    members: usize,
}

/// Records that cause themselves: groups of threats, and a record that names itself, unless its
/// group tells of it.
fn threats(register: &Register) -> Vec<Cycle> {
    let graph = register.graph();
    let itself = graph.unfollowed().iter().filter(|link| link.why == Why::Itself).map(|link| link.effect);
    let grouped: HashSet<u32> = graph.cycles().iter().flatten().copied().collect();
    let mut alone: Vec<u32> = itself.filter(|row| !grouped.contains(row)).collect();
    // A record may name itself more than once; the links come in the order of their records.
    alone.dedup();
    let single = |row: u32| Cycle { relation: Relation::CausedBy, rows: vec![row], members: 1 };
    let mut cycles: Vec<Cycle> = alone.into_iter().map(single).collect();
    cycles.extend(graph.cycles().iter().map(|group| Cycle {
        relation: Relation::CausedBy,
        rows: one_cycle(group, |row| inner_cause(register, row)),
        members: group.len(),
    }));
    cycles
}

/// A cause of a row on the same cycle.
fn inner_cause(register: &Register, row: u32) -> Option<u32> {
    let link = register.graph().unfollowed_of(row).iter().find(|link| link.why == Why::Cycle)?;
    register.referred(row, link.nth)
}

fn places(register: &Register) -> Vec<Cycle> {
    let outer = |row| register.first_referred(row, Relation::Within);
    let pairs: Vec<(u32, u32)> = register.rows_of(Kind::Place).filter_map(|row| Some((row, outer(row)?))).collect();
    // A place lies in one other at most, so one that lies in itself is in no larger group.
    let itself = pairs.iter().filter(|(row, outer)| row == outer);
    let mut cycles: Vec<Cycle> =
        itself.map(|(row, _)| Cycle { relation: Relation::Within, rows: vec![*row], members: 1 }).collect();
    cycles.extend(groups(&pairs).iter().map(|group| Cycle {
        relation: Relation::Within,
        rows: one_cycle(group, outer),
        members: group.len(),
    }));
    cycles
}

fn finding(register: &Register, cycle: &Cycle) -> Finding {
    let Cycle { relation, rows, members } = cycle;
    let ids: Vec<String> = rows.iter().filter_map(|row| register.id_of_row(*row)).map(str::to_owned).collect();
    let named = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let more = if ids.len() > NAMED { ", …" } else { "" };
    let group = if *members > ids.len() { format!(" (in a group of {members})") } else { String::new() };
    let words = if *relation == Relation::Within { "lies within itself" } else { "is its own cause" };
    let message = format!(
        "expected no way back, found that a record {words}, by way of {named}{more}{group}; take out the link that should not be"
    );
    let field = if *relation == Relation::Within { "within" } else { "causes" };
    let first = rows.first().copied();
    let path = first.map(|row| format!("{}/{field}", register.records.rows.pointer(row))).unwrap_or_default();
    Finding::new(RULE.code, path, message)
        .of(first.and_then(|row| register.id_of_row(row)))
        .resting_on(RULE.claims)
        .fact(Fact::text("relation", relation.as_str()))
        .fact(Fact::list("cycle", ids))
        .fact(Fact::count("members", *members))
}
