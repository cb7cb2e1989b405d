//! Times that surely overlap.

use crate::value::Date;

/// From when on something surely is, and up to when it surely is. Nothing said: always.
pub(super) fn surely(since: Option<&Date>, until: Option<&Date>) -> (i64, i64) {
    let since = since.map_or(i64::MIN, |since| since.span().last);
    (since, until.map_or(i64::MAX, |until| until.span().first))
}

/// Whether two times surely share a moment.
fn overlap(a: (i64, i64), b: (i64, i64)) -> bool {
    a.0 <= b.1 && b.0 <= a.1 && a.0 <= a.1 && b.0 <= b.1
}

/// Of each time that shares a moment with one that begins before it, or with it: the one of these that ends last, and
/// itself. Sorted by when they begin, so each is compared once.
pub(super) fn overlaps<T: Copy + Ord>(mut times: Vec<((i64, i64), T)>) -> Vec<(T, T)> {
    // What ends before it begins, or takes no sure time, overlaps nothing.
    times.retain(|(time, _)| time.0 <= time.1);
    times.sort_unstable();
    let mut found = Vec::new();
    let mut last: Option<((i64, i64), T)> = None;
    for (time, item) in times {
        if let Some((_, first)) = last.filter(|(other, _)| overlap(*other, time)) {
            found.push((first, item));
        }
        if last.is_none_or(|(other, _)| time.1 >= other.1) {
            last = Some((time, item));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_held_against_the_one_that_ends_last() {
        let times = vec![((2000, 2030), 0), ((2010, 2011), 1), ((2012, 2013), 2), ((2040, 2050), 3), ((2049, 2060), 4)];
        assert_eq!(overlaps(times), [(0, 1), (0, 2), (3, 4)]);
        assert_eq!(
            overlaps(vec![((5, 9), 0), ((6, 2), 1), ((7, 8), 2)]),
            [(0, 2)],
            "one that takes no time hides none"
        );
        assert!(overlaps::<u8>(Vec::new()).is_empty());
    }
}
