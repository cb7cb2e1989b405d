//! Real releases against their published figures, where `ISMS_TEST_DATA` names their folder.

use super::{import, incidents};
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;

fn folder(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ISMS_TEST_DATA").map(|folder| PathBuf::from(folder).join("awsd"));
    if folder.as_ref().is_none_or(|folder| !folder.is_dir()) {
        // Past the capture of the test runner: what was skipped must be seen.
        let _ = writeln!(std::io::stderr(), "skipped {test}: ISMS_TEST_DATA names no folder with awsd/");
        return None;
    }
    folder
}

/// The published figures of two columns.
fn figures(path: PathBuf) -> BTreeMap<String, u64> {
    let mut table = csv::Reader::from_path(path).unwrap();
    let rows = table.records().map(Result::unwrap);
    rows.map(|row| (row[0].to_owned(), row[1].parse().unwrap())).collect()
}

#[test]
fn real_releases_make_their_published_figures() {
    let Some(folder) = folder("real_releases_make_their_published_figures") else {
        return;
    };
    for release in ["2020-11-25", "2025-08-17"] {
        let table = std::fs::read(folder.join(format!("awsd_incidents_{release}.csv"))).unwrap();
        let (imported, register) = import(table);
        let figure = |name: &str| folder.join(format!("reference/{release}_{name}"));
        let totals: serde_json::Value = serde_json::from_slice(&std::fs::read(figure("totals.json")).unwrap()).unwrap();
        assert_eq!(imported.answer.total("incidents"), totals["rows"].as_u64());
        for total in ["killed", "wounded", "kidnapped", "detained", "affected"] {
            assert_eq!(imported.answer.total(total), totals[total].as_u64(), "{release} {total}");
        }
        let (mut years, mut means) = (BTreeMap::new(), BTreeMap::new());
        assert!(imported.answer.at_least.is_empty());
        let unknown: &[&str] = if totals.get("detained").is_none() { &["detention"] } else { &[] };
        for incident in incidents(&register) {
            assert_eq!(incident.harms_unknown, unknown, "{}", incident.id);
            *years.entry(incident.date.unwrap().year().to_string()).or_insert(0) += 1;
            *means.entry(incident.means.unwrap_or_default()).or_insert(0) += 1;
        }
        assert_eq!(years, figures(figure("by_year.csv")));
        assert_eq!(means, figures(figure("by_means.csv")));
        for (code, blank) in [
            ("unknown_month", "blank_month"),
            ("unknown_day", "blank_day"),
            ("country_blank", "blank_country"),
            ("coordinate_blank", "blank_latitude"),
        ] {
            assert_eq!(Some(imported.answer.noted(code)), totals[blank].as_u64(), "{release} {code}");
        }
        let repeated = totals["duplicate_incident_ids"].as_array().unwrap();
        assert_eq!(imported.answer.noted("duplicate_id"), 2 * repeated.len() as u64);
        assert_eq!(imported.answer.noted("hxl_row"), u64::from(totals["hxl_row"] == true));
    }
}
