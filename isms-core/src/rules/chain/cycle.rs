//! The rule `cycle`.

use crate::finding::{Code, Fact, Finding, Log};
use crate::graph::{Why, groups, one_cycle};
use crate::model::{Kind, Relation};
use crate::register::Register;
use crate::rules::registry::Rule;

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
pub(in crate::rules) fn find(register: &Register, log: &mut Log<Finding>) {
    let graph = register.graph();
    for link in graph.unfollowed().iter().filter(|link| link.why == Why::Itself) {
        log.push(RULE.code, || finding(register, Relation::CausedBy, &[link.effect], 1));
    }
    for group in graph.cycles() {
        log.push(RULE.code, || {
            let cycle = one_cycle(group, |row| inner_cause(register, row));
            finding(register, Relation::CausedBy, &cycle, group.len())
        });
    }
    places(register, log);
}

/// A cause of a row on the same cycle.
fn inner_cause(register: &Register, row: u32) -> Option<u32> {
    let link = register.graph().unfollowed_of(row).iter().find(|link| link.why == Why::Cycle)?;
    register.referred(row, link.nth)
}

fn places(register: &Register, log: &mut Log<Finding>) {
    let outer = |row| register.first_referred(row, Relation::Within);
    let pairs: Vec<(u32, u32)> = register.rows_of(Kind::Place).filter_map(|row| Some((row, outer(row)?))).collect();
    for (row, _) in pairs.iter().filter(|(row, outer)| row == outer) {
        log.push(RULE.code, || finding(register, Relation::Within, &[*row], 1));
    }
    for group in groups(&pairs) {
        log.push(RULE.code, || finding(register, Relation::Within, &one_cycle(&group, outer), group.len()));
    }
}

fn finding(register: &Register, relation: Relation, cycle: &[u32], members: usize) -> Finding {
    let ids: Vec<String> = cycle.iter().filter_map(|row| register.id_of_row(*row)).map(str::to_owned).collect();
    let named = ids.iter().take(NAMED).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let more = if ids.len() > NAMED { ", …" } else { "" };
    let words = if relation == Relation::Within { "lies within itself" } else { "is its own cause" };
    let message = format!(
        "expected no way back, found that a record {words}, by way of {named}{more}; {members} records lead back to themselves; take out the link that should not be"
    );
    let field = if relation == Relation::Within { "within" } else { "causes" };
    let first = cycle.first().copied();
    let path = first.map(|row| format!("{}/{field}", register.records.rows.pointer(row))).unwrap_or_default();
    Finding::new(RULE.code, path, message)
        .of(first.and_then(|row| register.id_of_row(row)))
        .resting_on(RULE.claims)
        .fact(Fact::text("relation", relation.as_str()))
        .fact(Fact::list("cycle", ids))
        .fact(Fact::count("members", members))
}
