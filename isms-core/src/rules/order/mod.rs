//! Rules on order in time and place.

pub(super) mod order_in_doubt;
pub(super) mod order_in_time;
pub(super) mod place_apart;
mod tree;

use crate::finding::{Code, Fact, Finding};
use crate::register::Register;
use crate::rules::found::Found;
use crate::value::Meter;

/// Finds effects that precede their causes, certainly or possibly. Linear in the links between
/// records that have dates.
pub(super) fn find_in_time(register: &Register, log: &mut Found<'_>, meter: &Meter<'_>) {
    for (effect, begin) in meter.over(register.records.begins.iter()) {
        for row in register.graph().causes(effect) {
            let Some(cause) = register.records.begin_of(*row) else { continue };
            if begin.span.is_certainly_before(cause.span) {
                log.push(order_in_time::RULE.code, Some(effect), || finding(register, Code::OrderInTime, effect, *row));
            } else if begin.span.may_be_before(cause.span) {
                log.push(order_in_doubt::RULE.code, Some(effect), || {
                    finding(register, Code::OrderInDoubt, effect, *row)
                });
            }
        }
    }
}

fn finding(register: &Register, code: Code, effect: u32, cause: u32) -> Finding {
    let (field, date) = register.records.begin_text(effect);
    let (_, cause_date) = register.records.begin_text(cause);
    let id = register.id_of_row(cause).unwrap_or_default();
    let is = if code == Code::OrderInTime { "is" } else { "may be" };
    let message = format!(
        "expected a date not before its cause `{id}` ({cause_date}), found {date}, which {is} before it; compare both with the report"
    );
    Finding::new(code, format!("{}/{field}", register.records.rows.pointer(effect)), message)
        .of(register.id_of_row(effect))
        .resting_on(super::registry::rule(code).claims)
        .fact(Fact::text("cause", id))
        .fact(Fact::text("cause_date", cause_date))
        .fact(Fact::text("date", date))
}

/// Two dates of one record, of which the second comes before the first.
pub(super) fn own_dates(code: Code, place: &str, fields: &[&'static str; 2], dates: &[String; 2]) -> Finding {
    let ([first, second], [first_date, second_date]) = (fields, dates);
    let is = if code == Code::OrderInTime { "is" } else { "may be" };
    let message = format!(
        "expected `{second}` not before `{first}` ({first_date}), found {second_date}, which {is} before it; compare both with the report"
    );
    Finding::new(code, format!("{place}/{second}"), message)
        .fact(Fact::text("first", *first))
        .fact(Fact::text("first_date", first_date))
        .fact(Fact::text("date", second_date))
}
