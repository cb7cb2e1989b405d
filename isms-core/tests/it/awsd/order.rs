//! The order of rows changes nothing but the order of records.

use super::{HEADER, import_rows, row};
use isms_core::import_awsd_bytes;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A row of few ids, dates and spellings, so that many are alike.
fn any_row() -> impl Strategy<Value = String> {
    let of = |values: &'static [&'static str]| prop::sample::select(values);
    (
        of(&["1", "2", "3", "", "1.0", "x-1"]),
        of(&["2031", "2032", ""]),
        of(&["1", "2", "", "14"]),
        of(&["", "XA", "XB", "xa"]),
        of(&["", "Arland", "ARLAND", "Borland"]),
        of(&["", "Brook", "brook", "BROOK ", "Ford"]),
        of(&["Host state", "Host State", "Unknown", ""]),
        of(&["Guard", "guard", "GUARD", "Unknown", ""]),
        of(&["0", "1", "", "x"]),
    )
        .prop_map(|(id, year, month, code, country, city, kind, name, killed)| {
            row(&[
                ("Incident ID", id),
                ("Year", year),
                ("Month", month),
                ("Country Code", code),
                ("Country", country),
                ("City", city),
                ("Actor type", kind),
                ("Actor name", name),
                ("Nationals killed", killed),
            ])
        })
}

fn records(rows: &[String]) -> BTreeSet<String> {
    // One row that can be read: a table without any is refused.
    let rows: Vec<String> = rows.iter().cloned().chain([row(&[("Incident ID", "whole")])]).collect();
    let (imported, register) = import_rows(&rows);
    let text = String::from_utf8(imported.document).unwrap();
    let records: BTreeSet<String> = text.lines().map(|line| line.trim_end_matches(',').to_owned()).collect();
    assert!(register.len() <= records.len());
    records
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn permuted_rows_make_the_same_records(
        (rows, permuted) in prop::collection::vec(any_row(), 0..12)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))
    ) {
        prop_assert_eq!(records(&rows), records(&permuted));
    }

    #[test]
    fn no_bytes_bring_it_down(mut bytes in prop::collection::vec(any::<u8>(), 0..300), headed in any::<bool>()) {
        if headed {
            bytes.splice(0..0, format!("{HEADER}\n").into_bytes());
        }
        let _ = import_awsd_bytes(&bytes);
    }

    #[test]
    fn no_text_brings_it_down(cells in prop::collection::vec("[ -~\u{e4}\u{130}\r\n\"]{0,6}", 44)) {
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        import_rows(&[cells.join(","), row(&[])]);
    }
}
