//! The rule `two_designated_officials`.

use super::finding;
use super::overlap::{overlaps, surely};
use crate::document::RowId;
use crate::finding::{Code, Fact};
use crate::model::{Kind, Post, Relation};
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::registry::Rule;
use crate::value::Meter;
use std::collections::BTreeMap;

/// A time, and the post of which it is.
type Time = ((i64, i64), RowId);

/// The role of whom the rule looks for.
const ROLE: &str = "designated_official";

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::TwoDesignatedOfficials,
    looks_for: "Two posts of designated official for one area, at one time.",
    why: "In the UN security management system one official is accountable for all in a designated area. With two nobody knows whose decision holds.",
    example: "Two posts with \"role\": \"designated_official\" and the same place, neither of which has ended.",
    normal_when: "Never. Who stands in is a holding ad interim of the same post, or a post of its own with the role of a deputy.",
    what_to_do: "End the validity of the older post (`until`), or give it the area for which it answers.",
    claims: &["UNSMS-05"],
};

/// Linear in the posts, sorted.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let mut by_area: BTreeMap<RowId, Vec<Time>> = BTreeMap::new();
    for row in meter.over(register.rows_of(Kind::Post)) {
        let Some(post) = register.typed::<Post>(row).filter(|post| post.role.as_deref() == Some(ROLE)) else {
            continue;
        };
        if let Some(place) = register.first_referred(row, Relation::AtPlace) {
            by_area.entry(place).or_default().push((surely(post.since.as_ref(), post.until.as_ref()), row));
        }
    }
    for (place, posts) in by_area {
        for (first, second) in overlaps(posts) {
            log.push(RULE.code, Some(second), || {
                let id = |row| register.id_of_row(row).unwrap_or_default().to_owned();
                let (other, place) = (id(first), id(place));
                let shown = if other.is_empty() { register.records.rows.pointer(first) } else { other.clone() };
                let message = format!(
                    "expected one designated official for `{place}`, found `{shown}` at the same time; end one of the posts"
                );
                finding(register, &RULE, second, "role", message)
                    .fact(Fact::text("other", other))
                    .fact(Fact::text("place", place))
            });
        }
    }
}
