//! Times that surely overlap.

use crate::value::Date;

/// From when on something surely is, and up to when it surely is. Nothing said: always.
pub(super) fn surely(since: Option<&Date>, until: Option<&Date>) -> (i64, i64) {
    let since = since.map_or(i64::MIN, |since| since.span().last);
    (since, until.map_or(i64::MAX, |until| until.span().first))
}

/// Whether two times surely share a moment.
pub(super) fn overlap(a: (i64, i64), b: (i64, i64)) -> bool {
    a.0 <= b.1 && b.0 <= a.1 && a.0 <= a.1 && b.0 <= b.1
}
