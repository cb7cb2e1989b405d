//! All that we write is valid.

use crate::verdict::{Tally, by_schema, validator};
use isms_core::{Register, SAMPLE, import_awsd_bytes};
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Whether a document is valid: the reader can read all of it then, and only then, but for the limits that are listed.
fn agrees(tally: &mut Tally, name: &str, text: &str) -> bool {
    println!("{name}");
    tally.compare(validator(), text);
    by_schema(validator(), &serde_json::from_str(text).unwrap()).is_empty()
}

/// What must keep within the schema, and beyond no limit of it.
fn is_valid(name: &str, text: &str) -> bool {
    let mut tally = Tally::default();
    agrees(&mut tally, name, text) && tally.limits.is_empty()
}

#[test]
fn documents_of_the_vectors_are_valid_where_they_can_be_read() {
    let (mut valid, mut faulty, mut refused, mut no_text, mut tally) = (0, 0, 0, 0, Tally::default());
    for entry in std::fs::read_dir(root().join("tests/vectors/documents")).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        let Ok(register) = Register::open(&bytes) else {
            refused += 1;
            continue;
        };
        let name = path.display().to_string();
        let text = String::from_utf8(bytes).unwrap();
        if serde_json::from_str::<serde_json::Value>(&text).is_err() {
            no_text += 1;
            continue;
        }
        let is_valid = agrees(&mut tally, &name, &text);
        let saved = String::from_utf8(register.save()).unwrap();
        assert_eq!(agrees(&mut tally, &format!("{name}, saved"), &saved), is_valid, "{name}");
        if is_valid { valid += 1 } else { faulty += 1 }
    }
    println!("vectors: {valid} valid, {faulty} with values that can't be read, {refused} refused; {tally:?}");
    assert!(valid >= 5 && faulty >= 1 && refused >= 5);
    // A key that holds half of a character (odd-keys): we keep it, the validator's reader of JSON refuses the document.
    assert_eq!(no_text, 1);
    // A value within a key that comes again (parts-references), and no other limit.
    assert_eq!(tally.limits.keys().copied().collect::<Vec<_>>(), [0]);
}

#[test]
fn the_sample_is_valid_and_so_is_each_record_of_it() {
    assert!(is_valid("sample", &SAMPLE), "its planted faults are none of shape");
    let register = Register::open(SAMPLE.as_bytes()).unwrap();
    assert!(is_valid("sample, saved", &String::from_utf8(register.save()).unwrap()));
    for kind in isms_core::Kind::ALL {
        for record in register.records(*kind) {
            let text = format!("{{\"isms\":\"1\",\"{}\":[{}]}}", kind.plural(), record.to_json());
            assert!(is_valid(record.id(), &text));
        }
    }
}

/// The smallest table of an export, and real ones where there are any.
#[test]
fn what_an_import_writes_is_valid() {
    let small = "Incident ID,Year,Month,Day,Country Code,Country,Nationals killed,Internationals killed,Means of attack,Latitude,Longitude\n\
                 35,2025,8,,SD,Sudan,2,0,Shooting,12.5,23.25\n36,2025,9,3,SD,Sudan,,1,Kidnap-killing,,\n";
    let mut tables = vec![small.as_bytes().to_vec()];
    match std::env::var_os("ISMS_TEST_DATA").map(|folder| PathBuf::from(folder).join("awsd")) {
        Some(folder) => tables.extend(
            ["2020-11-25", "2025-08-17"]
                .map(|release| std::fs::read(folder.join(format!("awsd_incidents_{release}.csv"))).unwrap()),
        ),
        None => {
            // Past the capture of the test runner: what was skipped must be seen.
            let _ = writeln!(std::io::stderr(), "skipped real tables: ISMS_TEST_DATA names no folder with awsd/");
        }
    }
    for table in tables {
        let document = import_awsd_bytes(&table).unwrap().document;
        assert!(is_valid("import", &String::from_utf8(document).unwrap()));
    }
}
