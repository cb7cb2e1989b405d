//! Mutators are worth their time if a good share of what they make gets past the first refusal.

use isms_fuzz::{Target, mutate};

/// Changes an input again and again, as the fuzzer does; how many in a hundred get past. What
/// does not is given up.
fn share(target: Target, seed: &[u8]) -> usize {
    let mut bytes = |data: &mut [u8], size: usize, max: usize| {
        if let Some(byte) = data.get_mut(size / 2) {
            *byte = byte.wrapping_add(1);
        }
        size.min(max)
    };
    let (mut input, mut past) = (seed.to_vec(), 0);
    for at in 0..400 {
        let mut data = input.clone();
        data.resize(target.longest.max(input.len()), 0);
        let size = mutate(target, &mut data, input.len(), target.longest, at, &mut bytes);
        data.truncate(size);
        if (target.run)(&data) {
            past += 1;
            input = data;
        }
    }
    past / 4
}

#[test]
fn a_good_share_gets_past_the_first_refusal() {
    let header = include_bytes!("../seeds/csv/whole.csv");
    let catalog = include_bytes!("../seeds/oscal/catalog.json");
    let ours = include_bytes!("../seeds/catalog/edition-3.json");
    for (target, seed, least) in [
        (Target::document, br#"{"isms":"1"}"#.as_slice(), 60),
        (Target::date, b"2026-03-14\n2026", 40),
        (Target::estimate, b"0.5", 40),
        (Target::csv, header.as_slice(), 40),
        (Target::oscal, catalog.as_slice(), 40),
        (Target::catalog, ours.as_slice(), 40),
        (Target::ask, br#"a{"ask":"check"}"#, 40),
    ] {
        let share = share(target, seed);
        println!("{}: {share} of 100", target.name);
        assert!(share >= least, "{}: {share} of 100", target.name);
    }
}

#[test]
fn the_same_seed_makes_the_same_change() {
    let changed = |seed| {
        let mut data = br#"{"isms":"1","losses":[{"id":"l","title":"L"}]}"#.to_vec();
        let size = data.len();
        data.resize(1_000, 0);
        let size = mutate(Target::document, &mut data, size, 1_000, seed, &mut |_, size, _| size);
        data.truncate(size);
        data
    };
    assert_eq!(changed(7), changed(7));
    assert!((0..20).any(|seed| changed(seed) != changed(7)));
}
