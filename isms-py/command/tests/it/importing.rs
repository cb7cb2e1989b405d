//! `import awsd`: from a table to a register.

use crate::files::Folder;
use crate::run::{isms, isms_given};
use isms_core::{Register, import_awsd_bytes};
use serde_json::Value as Json;

const TABLE: &str = "Incident ID,Year,Month,Country Code,Country,Nationals killed,Internationals killed,Means of attack\n\
    35,2025,8,SD,Sudan,2,0,Shooting\n\
    36,2025,,SD,Sudan,x,1,\"Landmine \"\n";

#[test]
fn json_is_the_answer_of_the_import() {
    let folder = Folder::new();
    let (table, out, rows) = (folder.file("in.csv", TABLE), folder.name("out.json"), folder.name("rows.csv"));
    let ran = isms(["import", "awsd", &table, "-o", &out, "--report", &rows, "--json"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let imported = import_awsd_bytes(TABLE.as_bytes()).unwrap();
    let mut answer = imported.answer;
    answer.output = Some(out.clone());
    assert_eq!(ran.out, serde_json::to_string(&answer).unwrap() + "\n");
    assert_eq!(std::fs::read(&out).unwrap(), imported.document);

    let mut report = csv::Reader::from_path(&rows).unwrap();
    assert_eq!(report.headers().unwrap(), ["row", "column", "value", "code", "done"].as_slice());
    let codes: Vec<String> = report.records().map(|row| row.unwrap()[3].to_owned()).collect();
    assert_eq!(codes, imported.notes.iter().map(|note| note.code.clone()).collect::<Vec<_>>());
    assert_eq!(folder.names(), ["in.csv", "out.json", "rows.csv"]);
}

#[test]
fn text_tells_rows_totals_and_notes() {
    let folder = Folder::new();
    let out = folder.name("out.json");
    let ran = isms_given(["import", "awsd", "-", "-o", &out], TABLE.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let words = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Read 2 of 2 rows of standard input into"), "{}", ran.out);
    assert!(words.contains("wounded unknown: the source does not say"), "{}", ran.out);
    assert!(words.contains("missing_column") && words.contains("isms review"), "{}", ran.out);
    assert_eq!(isms(["review", &out]).code, 0);
    let register = Register::open(std::fs::read(&out).unwrap()).unwrap();
    assert!(register.get("awsd-35").is_some());
}

#[test]
fn lower_bounds_are_told_as_such() {
    let folder = Folder::new();
    let table = format!("{}37,2025,9,SD,Sudan,,0,Shooting\n", TABLE.replace(",x,1,", ",4,1,"));
    let ran = isms_given(["import", "awsd", "-", "-o", &folder.name("out.json")], table.as_bytes());
    assert!(ran.out.starts_with("Read 3 of 3 rows"), "{}", ran.out);
    let imported = import_awsd_bytes(table.as_bytes()).unwrap();
    assert!(imported.answer.at_least.contains(&"killed".to_owned()), "{:?}", imported.answer);
    assert!(ran.out.contains("\n  killed        at least 7\n"), "{}", ran.out);
    assert!(ran.out.contains("\n  incidents     3\n"), "{}", ran.out);
}

#[test]
fn refused_rows_and_cut_files_are_told_first() {
    let folder = Folder::new();
    let out = folder.name("out.json");
    let told = |table: &str| {
        let ran = isms_given(["import", "awsd", "-", "-o", &out, "--force"], table.as_bytes());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let short = format!("{TABLE}37,2025\n38,2025,9,SD,Sudan,1,0,Shooting\n");
    assert!(told(&short).starts_with("WARNING: 1 of 4 rows refused; the totals lack them Read 3"), "{}", told(&short));
    let cut = format!("{TABLE}37,2025,9,SD,Su");
    let words = "WARNING: 1 of 3 rows refused; the file may be cut off: it ends within a row; compare";
    assert!(told(&cut).starts_with(words), "{}", told(&cut));
    assert!(!told(TABLE).contains("WARNING"));
}

#[test]
fn a_refused_table_leaves_what_is_there() {
    let folder = Folder::new();
    let cases: [(&str, &[u8]); 5] = [
        ("zip.csv", b"PK\x03\x04\x14\x00"),
        ("empty.csv", b""),
        ("other.csv", b"a;b;c\n1;2;3\n"),
        ("latin.csv", b"Incident ID,Year,Country\n1,2020,C\xF4te\n"),
        ("json.csv", b"{\"isms\": \"1\"}"),
    ];
    let (out, rows) = (folder.file("out.json", "mine"), folder.file("rows.csv", "mine too"));
    let before = folder.names().len();
    for (at, (name, content)) in cases.iter().enumerate() {
        let table = folder.file(name, content);
        let ran = isms(["import", "awsd", &table, "-o", &out, "--report", &rows, "--force"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}: {}", ran.err);
        assert!(ran.err.starts_with(&format!("isms: refused (not_the_format): {table}")), "{name}: {}", ran.err);
        assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
        assert_eq!(std::fs::read_to_string(&rows).unwrap(), "mine too");
        assert_eq!(folder.names().len(), before + at + 1, "nothing else is left behind");
    }
}

#[test]
fn files_that_are_there_are_kept_without_force() {
    let folder = Folder::new();
    let (table, out) = (folder.file("in.csv", TABLE), folder.name("out.json"));
    let rows = folder.file("rows.csv", "mine");
    let ran = isms(["import", "awsd", &table, "-o", &out, "--report", &rows]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("rows.csv") && ran.err.contains("--force"), "{}", ran.err);
    assert_eq!(folder.names(), ["in.csv", "rows.csv"]);
    assert_eq!(isms(["import", "awsd", &table, "-o", &out, "--report", &rows, "--force"]).code, 0);
}

#[test]
fn what_is_read_is_never_written() {
    let folder = Folder::new();
    let table = folder.file("in.csv", TABLE);
    let out = folder.name("out.json");
    for args in [
        ["-o", &table, "--report", &out],
        ["-o", &out, "--report", &table],
        ["-o", &out, "--report", &out],
        ["-o", "-", "--report", &out],
    ] {
        let ran = isms(["import", "awsd", &table, "--force"].iter().chain(&args));
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains("bad_request"), "{}", ran.err);
    }
    assert_eq!(std::fs::read_to_string(&table).unwrap(), TABLE);
    assert_eq!(folder.names(), ["in.csv"]);
}

#[test]
fn sources_that_can_not_be_read() {
    let folder = Folder::new();
    let out = folder.name("out.json");
    for file in [folder.name("missing.csv"), folder.name("")] {
        let ran = isms(["import", "awsd", &file, "-o", &out, "--json"]);
        let finding: Json = serde_json::from_str(&ran.err).unwrap();
        assert_eq!((ran.code, finding["code"].as_str()), (2, Some("read_failed")));
    }
    assert!(folder.names().is_empty());
    assert_eq!(isms(["import", "xlsx", "a", "-o", &out]).code, 2);
}

#[test]
fn both_releases_reach_their_totals() {
    let Some(data) = std::env::var_os("ISMS_TEST_DATA").map(std::path::PathBuf::from) else {
        return eprintln!("skipped: ISMS_TEST_DATA names no folder, so the totals of awsd are not compared");
    };
    let folder = Folder::new();
    for (release, totals) in [
        ("2020-11-25", [Some(3002), Some(2060), Some(2037), Some(1568), None, Some(5665)]),
        ("2025-08-17", [Some(4954), Some(3299), Some(3169), Some(2204), Some(136), Some(8808)]),
    ] {
        let table = data.join("awsd").join(format!("awsd_incidents_{release}.csv"));
        let out = folder.name(release);
        let ran = isms(["import", "awsd", table.to_str().unwrap(), "-o", &out, "--json"]);
        let answer: Json = serde_json::from_str(&ran.out).expect(&ran.err);
        let names = ["incidents", "killed", "wounded", "kidnapped", "detained", "affected"];
        assert_eq!(names.map(|name| answer["totals"][name].as_u64()), totals, "{release}");
        let check = isms(["check", &out]);
        assert!(check.out.contains("0 errors, 1 warning, 0 notes."), "{}", check.out);
        assert!(isms(["review", &out]).out.lines().count() <= 60);
    }
}
