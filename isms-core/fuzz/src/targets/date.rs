//! Dates: what they mean, and their order.

use super::calendar;
use isms_core::{Date, Register, Signal};

/// Reads two dates, a line each.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let (first, second) = text.split_once('\n').unwrap_or((text, ""));
    let (one, other) = (read(first), read(second));
    if let (Some(one), Some(other)) = (&one, &other) {
        assert_order(one, other);
        assert_order(other, one);
    }
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"\\".contains(&byte));
    if bytes.len().is_multiple_of(8) && plain(first) && plain(second) {
        assert_in_record(first, second, one.as_ref(), other.as_ref());
    }
    one.is_some() || other.is_some()
}

/// Reads a date, and compares what it means with what the calendar says.
fn read(text: &str) -> Option<Date> {
    let date = text.parse::<Date>();
    let span = date.as_ref().ok().map(|date| (date.span().first, date.span().last));
    assert_eq!(span, calendar::span(text), "{text:?}");
    let Ok(date) = date else {
        assert!(date.is_err_and(|fault| fault.found == text));
        return None;
    };
    assert_eq!((date.as_str(), date.to_string().as_str()), (text, text));
    assert_eq!(date.year().to_string().parse(), text[..4].parse::<i32>());
    assert_eq!(date.to_string().parse::<Date>().as_ref(), Ok(&date));
    Some(date)
}

/// What is certainly before is also possibly before, and never the other way round.
fn assert_order(one: &Date, other: &Date) {
    let certain = one.is_certainly_before(other);
    assert_eq!(certain, one.span().last < other.span().first);
    assert!(!certain || one.span().may_be_before(other.span()) || same_day(one, other), "{one} {other}");
    assert!(!certain || !other.is_certainly_before(one) && !other.span().may_be_before(one.span()), "{one} {other}");
}

fn same_day(one: &Date, other: &Date) -> bool {
    one.span().last.div_euclid(86_400) == other.span().first.div_euclid(86_400)
}

/// A record takes the same texts for dates, and says when their order is broken.
fn assert_in_record(first: &str, second: &str, one: Option<&Date>, other: Option<&Date>) {
    let text = format!(
        "{{\"isms\":\"1\",\"signals\":[{{\"id\":\"s\",\"title\":\"S\",\"heard\":\"{first}\",\"acted_on\":\"{second}\"}}]}}"
    );
    let register = Register::open(text.as_bytes()).expect("a register");
    let signal: Signal = register.find("s").expect("a signal");
    assert_eq!((signal.heard.as_ref(), signal.acted_on.as_ref()), (one, other));
    let found: Vec<String> = register.check().findings.into_iter().map(|finding| finding.code).collect();
    let unread = usize::from(one.is_none()) + usize::from(other.is_none());
    assert_eq!(found.iter().filter(|code| *code == "out_of_range").count(), unread, "{found:?}");
    if let (Some(one), Some(other)) = (one, other) {
        assert_eq!(found.contains(&"order_in_time".to_owned()), other.is_certainly_before(one), "{one} {other}");
    }
}
