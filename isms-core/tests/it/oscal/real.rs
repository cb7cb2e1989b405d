//! Published standards against their published figures, where `ISMS_TEST_DATA` names their folder.

use super::{noted, requirements};
use isms_core::{Imported, OscalImport, import_oscal};
use std::io::Write as _;
use std::path::{Path, PathBuf};

const NIST: &str = "nist/NIST_SP-800-53_rev5_catalog_5.0.1.json";

fn folder(test: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("ISMS_TEST_DATA").map(|folder| PathBuf::from(folder).join("oscal"));
    if folder.as_ref().is_none_or(|folder| !folder.is_dir()) {
        // Past the capture of the test runner: what was skipped must be seen.
        let _ = writeln!(std::io::stderr(), "skipped {test}: ISMS_TEST_DATA names no folder with oscal/");
        return None;
    }
    folder
}

fn import(folder: &Path, file: &str, source: Option<&str>) -> Imported {
    let read = |file: &str| std::fs::read(folder.join(file)).unwrap();
    let mut options = OscalImport::default();
    options.source = source.map(read);
    import_oscal(&read(file), &options).unwrap()
}

fn ids(imported: &Imported) -> Vec<String> {
    requirements(imported).into_iter().filter_map(|found| found.id).collect()
}

#[test]
fn published_catalogues_have_their_published_figures() {
    let Some(folder) = folder("published_catalogues_have_their_published_figures") else { return };
    for (file, figures) in [
        // Groups, controls, enhancements, withdrawn, parameters.
        (NIST, [20, 322, 867, 182, 1258]),
        ("nist/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json", [18, 131, 18, 0, 445]),
        ("other/hipaa_catalog.json", [1, 4, 65, 0, 0]),
        ("other/e8_catalog.json", [8, 8, 0, 0, 0]),
        ("examples/basic-catalog.json", [4, 4, 0, 0, 2]),
    ] {
        let imported = import(&folder, file, None);
        let names = ["groups", "controls", "enhancements", "withdrawn", "parameters"];
        assert_eq!(names.map(|name| imported.answer.total(name).unwrap()), figures, "{file}");
        assert_eq!((imported.answer.read, imported.answer.refused), (figures[1] + figures[2], 0), "{file}");
        assert_eq!(imported.answer.total("requirements"), Some(figures[1] + figures[2] - figures[3]), "{file}");
        for code in ["wrong_type", "unknown_key", "repeated_key", "parameter_unknown", "parameter_too_long"] {
            assert_eq!(noted(&imported, code).len(), 0, "{file} {code}");
        }
    }
}

#[test]
fn a_profile_selects_what_its_publisher_resolved() {
    let Some(folder) = folder("a_profile_selects_what_its_publisher_resolved") else { return };
    let low = import(&folder, "nist/NIST_SP-800-53_rev5_LOW-baseline_profile.json", Some(NIST));
    let resolved = import(&folder, "nist/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json", None);
    assert_eq!(ids(&low).len(), 149);
    assert_eq!(ids(&low), ids(&resolved), "nobody here resolved it");
    for (file, source, count) in [
        ("nist/NIST_SP-800-53_rev5_MODERATE-baseline_profile.json", NIST, 287),
        ("fedramp/FedRAMP_rev5_LI-SaaS-baseline_profile.json", NIST, 156),
        ("other/rhel9-e8-base_profile.json", "other/e8_catalog.json", 8),
        ("other/rhel9-hipaa-base_profile.json", "other/hipaa_catalog.json", 23),
        ("other/rhel9-hipaa-addressable_profile.json", "other/hipaa_catalog.json", 35),
        ("other/rhel9-hipaa-required_profile.json", "other/hipaa_catalog.json", 46),
    ] {
        let imported = import(&folder, file, Some(source));
        assert_eq!((ids(&imported).len(), noted(&imported, "unknown_control").len()), (count, 0), "{file}");
    }
}
