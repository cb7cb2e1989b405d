//! The rule `repeated_link`.

use crate::finding::{Code, Fact, Finding};
use crate::graph::Why;
use crate::register::Register;
use crate::rules::found::Found;
use crate::rules::pointers::Pointers;
use crate::rules::registry::Rule;
use crate::value::Meter;

pub(in crate::rules) static RULE: Rule = Rule {
    code: Code::RepeatedLink,
    looks_for: "A record that names the same cause twice.",
    why: "A link is named by its effect and its cause. Two of them with different chances or barriers contradict each other, and in a gate of `at_least` one cause would count for two.",
    example: "\"causes\": [\"arms\", {\"id\": \"arms\", \"chance\": 0.5}].",
    normal_when: "Never. The first link counts.",
    what_to_do: "Keep one of them, with the chance and barriers that are meant.",
    claims: &["CHAIN-05"],
};

/// Finds repeated links. Linear in the links that can't be followed.
pub(in crate::rules) fn find(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    let mut pointers = Pointers::of(register);
    for link in meter.over(register.graph().unfollowed()).filter(|link| link.why == Why::Repeated) {
        log.push(RULE.code, Some(link.effect), || {
            let id = register.named(link.effect, link.nth).unwrap_or_default();
            let path = pointers.path(link.effect, link.nth);
            let message =
                format!("expected each cause once, found `{id}` again; the first link counts; keep one of them");
            let field = pointers.field(link.effect, link.nth);
            let link_at = field.strip_suffix("/id").unwrap_or(&field).to_owned();
            Finding::new(RULE.code, path, message)
                .of(register.id_of_row(link.effect))
                .resting_on(RULE.claims)
                .fact(Fact::text("id", id))
                .mended_at(register, link.effect, link_at, None)
        });
    }
}
