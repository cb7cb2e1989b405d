//! The rule `single_factor`.

use crate::finding::{Code, Fact, Finding};
use crate::graph::Graph;
use crate::model::{Kind, Stage};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::SingleFactor,
    looks_for: "A loss with one risk factor alone among all its causes.",
    why: "A threat is several risk factors coming together at a time and place. With one recorded, the others are unknown, and its probability lies anywhere between zero and that one.",
    example: "Stolen goods traced to `night power cuts` and nothing else.",
    normal_when: "Early in an inquiry.",
    what_to_do: "Ask what else had to be there: who, with what means, and why us.",
    claims: &["CHAIN-05", "CHAIN-12"],
};

/// What is known of the risk factors above a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Factors {
    None,
    One(u32),
    Several,
}

impl Factors {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, found) | (found, Self::None) => found,
            (Self::One(a), Self::One(b)) if a == b => self,
            _ => Self::Several,
        }
    }
}

/// Finds losses with a single risk factor. Linear: what each row knows is passed on to its effects.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let graph = register.graph();
    let factors = factors(graph);
    for row in meter.over(register.rows_of(Kind::Loss)) {
        if let Some(Factors::One(factor)) = factors.get(row as usize) {
            log.push(RULE.code, Some(row), || finding(register, row, *factor));
        }
    }
}

fn factors(graph: &Graph) -> Vec<Factors> {
    let mut factors = vec![Factors::None; graph.rows()];
    graph.forward(|row, causes| {
        let found = if graph.stage(row) == Some(Stage::RiskFactor) {
            Factors::One(row)
        } else {
            let above = causes.iter().filter_map(|cause| factors.get(*cause as usize).copied());
            above.fold(Factors::None, Factors::and)
        };
        if let Some(slot) = factors.get_mut(row as usize) {
            *slot = found;
        }
    });
    factors
}

fn finding(register: &Register, row: u32, factor: u32) -> Finding {
    let factor = register.id_of_row(factor).unwrap_or_default();
    let message = format!(
        "expected several risk factors among its causes, found `{factor}` alone; ask what else had to come together"
    );
    Finding::new(RULE.code, format!("{}/causes", register.records.rows.pointer(row)), message)
        .of(register.id_of_row(row))
        .resting_on(RULE.claims)
        .fact(Fact::text("risk_factor", factor))
}
