//! Sorting of lists that are told, not searched.

use std::cmp::Ordering;

/// Sorts a list by a key, as [`sort_by`].
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts a list; what is equal stays as it was met. All lists share one sort, of places, which asks for the order of what
/// stands there: a sort of its own for each type would add four to five kilobytes to an app.
pub(crate) fn sort_by<T>(list: &mut Vec<T>, order: impl Fn(&T, &T) -> Ordering) {
    let mut places: Vec<usize> = (0..list.len()).collect();
    sort(&mut places, &|a, b| list.get(a).zip(list.get(b)).map_or(Ordering::Equal, |(a, b)| order(a, b)));
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

fn sort(places: &mut [usize], order: &dyn Fn(usize, usize) -> Ordering) {
    places.sort_by(|a, b| order(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::sort_by_key;
    use std::cmp::Reverse;

    #[test]
    fn it_sorts_as_the_standard_library_does() {
        for length in [0, 1, 2, 50, 3000] {
            let list: Vec<(u64, u64)> = (0..length).map(|nth| (nth * 7919 % 101, nth)).collect();
            let (mut ours, mut theirs) = (list.clone(), list);
            sort_by_key(&mut ours, |(key, _)| Reverse(*key));
            theirs.sort_by_key(|(key, _)| Reverse(*key));
            assert_eq!(ours, theirs);
        }
    }
}
