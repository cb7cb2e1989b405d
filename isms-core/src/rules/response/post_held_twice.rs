//! The rule `post_held_twice`.

use super::finding;
use super::overlap::{overlaps, surely};
use crate::finding::{Code, Fact};
use crate::model::{Kind, Post, item_numbers};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::{Holding, Meter};

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::PostHeldTwice,
    looks_for: "A post that two hold at once, neither of them ad interim, or a time of holding that ends before it begins.",
    why: "Who answers for a post must be one: of two each may believe that the other acts.",
    example: "\"held\": [{\"since\": \"2025-01\"}, {\"since\": \"2026-03\"}]: the first goes on.",
    normal_when: "Where two share a post: make it two posts.",
    what_to_do: "Say until when the first held it. A handover within one month, each with the month as its date, is fine.",
    claims: &["UNSMS-05"],
};

/// Of each post, linear in its times of holding, sorted.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    for row in meter.over(register.rows_of(Kind::Post)) {
        let Some(post) = register.typed::<Post>(row) else { continue };
        if post.held.is_empty() {
            continue;
        }
        let places = item_numbers::<Holding>(Kind::Post, register.records.json(row), "held");
        let place = |at: usize| places.get(at).copied().unwrap_or(at);
        let regular = post.held.iter().enumerate().filter(|(_, held)| held.acting != Some(true));
        for (first, second) in overlaps(regular.map(|(at, held)| (time(held), place(at))).collect()) {
            log.push(RULE.code, Some(row), || {
                let message = format!(
                    "expected one holder at a time, found that the times {first} and {second} of `held` overlap; say until when the first held it, or which is ad interim"
                );
                finding(register, &RULE, row, "held", message)
                    .fact(Fact::count("first", first))
                    .fact(Fact::count("second", second))
            });
        }
        for (at, held) in post.held.iter().enumerate() {
            if let (Some(since), Some(until)) = (&held.since, &held.until)
                && until.is_certainly_before(since)
            {
                let at = place(at);
                log.push(RULE.code, Some(row), || {
                    let message = format!(
                        "expected an end of holding from {since} on, found {until}; write the dates as they were"
                    );
                    finding(register, &RULE, row, &format!("held/{at}/until"), message)
                        .fact(Fact::count("first", at))
                        .fact(Fact::count("second", at))
                });
            }
        }
    }
}

fn time(held: &Holding) -> (i64, i64) {
    surely(held.since.as_ref(), held.until.as_ref())
}
