//! Files that are not quite, or not at all, such an export.

use super::{HEADER, import, import_rows, incidents, noted, row, table};
use isms_core::{ImportAnswer, NoWatch, Refusal, Watch, import_awsd, import_awsd_bytes};
use std::io::{Cursor, Read, Seek, SeekFrom, Write};

fn refused(bytes: impl AsRef<[u8]>) -> String {
    let refusal = import_awsd_bytes(bytes.as_ref()).unwrap_err();
    assert_eq!(refusal.code(), "not_the_format", "{refusal}");
    refusal.to_string()
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    for (bytes, found) in [
        (b"".as_slice(), "an empty file"),
        (b" \r\n\n", "an empty file"),
        (b"\xEF\xBB\xBF", "an empty file"),
        (b"PK\x03\x04\x14\0", "an Excel workbook (.xlsx)"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1", "(.xls)"),
        (b"\xFF\xFEI\0n\0c\0", "UTF-16"),
        (b"\n<!DOCTYPE html><html>", "HTML"),
        (b"{\"isms\": \"1\"}", "JSON"),
        (b"%PDF-1.4", "PDF"),
        (b"\0\0\0", "binary"),
        (b"a,b\n1,2\n", "2 columns beginning with \"a\", \"b\""),
    ] {
        let message = refused(bytes);
        assert!(message.contains(found), "{message}");
    }
}

#[test]
fn other_separators_are_refused_by_name() {
    for (mark, name) in [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")] {
        let message = refused(table(&[row(&[])]).replace(',', mark));
        assert!(message.contains(name) && message.contains("row 1"), "{message}");
    }
}

#[test]
fn key_columns_must_be_there_once() {
    for header in ["Incident ID", "Year"] {
        let message = refused(table(&[row(&[])]).replace(header, "Nothing"));
        assert!(message.contains(header), "{message}");
    }
    let message = refused(table(&[row(&[])]).replace("Region", "Country"));
    assert!(message.contains("column \"Country\"") && message.contains("twice"), "{message}");
    refused("Incident ID,Year\n1,2031\n");
}

#[test]
fn latin_1_is_refused_at_its_cell() {
    let mut bytes = table(&[row(&[]), row(&[("Incident ID", "8"), ("City", "Br~ok")])]).into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'~').unwrap();
    bytes[at] = 0xF6;
    let message = refused(&bytes);
    assert!(message.contains("row 3, column \"City\"") && message.contains("0xF6"), "{message}");
}

#[test]
fn headers_are_found_wherever_and_however_they_are_written() {
    let mut shuffled: Vec<(&str, String)> = HEADER.split(',').zip(row(&[]).split(',').map(str::to_owned)).collect();
    shuffled.reverse();
    let line = |cells: Vec<String>| cells.join(",");
    let headers = line(shuffled.iter().map(|(header, _)| format!(" {} ", header.to_uppercase())).collect());
    let cells = line(shuffled.iter().map(|(_, cell)| cell.clone()).collect());
    let (imported, _) = import(format!("{headers}\n{cells}\n"));
    let (straight, _) = import(table(&[row(&[])]));
    assert_eq!(imported.document, straight.document);
    assert!(imported.notes.iter().all(|note| note.row == 1));
}

#[test]
fn a_line_of_tags_is_no_incident() {
    let tags = HEADER.split(',').map(|_| "#tag").collect::<Vec<_>>().join(",");
    let (imported, register) = import(format!("{HEADER}\n{tags}\n{}\n", row(&[])));
    assert_eq!((imported.answer.rows, incidents(&register).len()), (1, 1));
    assert_eq!(noted(&imported, "hxl_row")[0].row, 2);
    let partly = tags.replacen("#tag", "", 5);
    let (imported, _) = import(format!("{HEADER}\n{partly}\n{}\n{}\n", row(&[("Year", "")]), row(&[])));
    assert_eq!(noted(&imported, "year_unreadable")[0].row, 3);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_read() {
    let (straight, _) = import(table(&[row(&[]), row(&[("Incident ID", "8")])]));
    let text = format!("\u{feff}{}", table(&[row(&[]), row(&[("Incident ID", "8")])]));
    let (imported, _) = import(&text);
    assert_eq!(imported.document, straight.document);
    assert_eq!(noted(&imported, "byte_order_mark").len(), 1);
    for ends in ["\r\n", "\r"] {
        let (imported, _) = import(text.replace('\n', ends));
        assert_eq!(imported.document, straight.document);
        assert_eq!(imported.notes.len(), 1);
    }
}

#[test]
fn blank_lines_above_the_header_count_as_rows() {
    let rows = table(&[row(&[("Year", "")]), row(&[])]);
    let (imported, _) = import(format!("\n\n{}", rows.replace("Motive", "Reason")));
    assert_eq!(noted(&imported, "missing_column")[0].row, 3);
    assert_eq!(noted(&imported, "year_unreadable")[0].row, 4);
}

#[test]
fn blank_rows_are_passed_over_and_counted_as_rows() {
    for (blank, ends) in [("", "\n"), ("", "\r\n"), (",,,", "\n"), (" ", "\n")] {
        let commas = ",".repeat(HEADER.matches(',').count());
        let blank = if blank == ",,," { commas.as_str() } else { blank };
        let text = format!("{HEADER}\n{}\n{blank}\n{blank}\n{}\n{blank}\n", row(&[]), row(&[("Year", "")]));
        let (imported, _) = import(text.replace('\n', ends));
        assert_eq!((imported.answer.rows, imported.answer.refused), (2, 1));
        assert_eq!(noted(&imported, "year_unreadable")[0].row, 5, "{blank:?} {ends:?}");
        assert!(!noted(&imported, "blank_row").is_empty());
    }
}

#[test]
fn rows_of_another_length_are_refused_and_the_others_read() {
    let text = table(&[format!("{},more", row(&[])), "9,2031".to_owned(), row(&[])]);
    let (imported, register) = import(text);
    assert_eq!((imported.answer.read, imported.answer.refused), (1, 2));
    assert_eq!(noted(&imported, "row_length").iter().map(|note| note.row).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(incidents(&register)[0].id, "awsd-7");
}

#[test]
fn a_file_cut_short_loses_its_last_row_and_says_so() {
    let whole = table(&[row(&[]), row(&[("Incident ID", "8"), ("Details", "One was\nhit.")])]);
    let inside = whole.rfind("hit.\"").unwrap();
    let (imported, _) = import(whole.get(..inside).unwrap());
    assert_eq!((imported.answer.read, imported.answer.refused), (1, 1));
    assert_eq!(noted(&imported, "unclosed_quote")[0].row, 3);
    let (imported, _) = import(whole.get(..inside - 60).unwrap());
    assert_eq!((imported.answer.read, noted(&imported, "row_length").len()), (1, 1));
    assert_eq!(noted(&imported, "no_final_newline")[0].row, 3);
    // However a file is cut, it is read or refused, and never more is read than is there.
    for end in 0..whole.len() {
        if let Ok(imported) = import_awsd_bytes(&whole.as_bytes()[..end]) {
            assert!(imported.answer.read <= 2);
        }
    }
}

#[test]
fn a_file_that_ends_within_a_row_is_said_to_be_cut_off() {
    let whole = table(&[row(&[]), row(&[("Incident ID", "8"), ("Details", "One was\nhit.")])]);
    let cut_off = |text: &str| {
        let (imported, _) = import(text);
        let notes: Vec<(u64, String)> =
            noted(&imported, "cut_off").iter().map(|note| (note.row, note.value.clone())).collect();
        assert_eq!(imported.answer.noted("cut_off"), notes.len() as u64);
        notes
    };
    let in_quotes = "the end of the file within a quoted cell".to_owned();
    assert_eq!(cut_off(&whole), []);
    assert_eq!(cut_off(whole.trim_end()), [], "the last cell may be whole");
    let inside = whole.rfind("hit.\"").unwrap();
    assert_eq!(cut_off(whole.get(..inside).unwrap()), [(3, in_quotes.clone())]);
    let short = whole.get(..inside - 60).unwrap();
    assert_eq!(cut_off(short).len(), 1);
    for end in ["\n", "\r\n", "\n\n \n"] {
        let notes = cut_off(&format!("{short}{end}"));
        assert_eq!((notes.len(), notes[0].0), (1, 3), "{end:?}");
    }
    let (row, wide) = (row(&[]), format!("{},more", row(&[])));
    assert_eq!(cut_off(&table(&["9,2031".to_owned(), row.clone()])), [], "a short row amid others");
    assert_eq!(cut_off(&table(&[row, wide])), [], "a wide row");
    let header = HEADER.replace("Source", "\"Sour");
    assert_eq!(cut_off(&header), [(1, in_quotes)]);
}

#[test]
fn a_table_of_which_no_row_can_be_read_is_refused_with_the_first_reason() {
    let bad = |year| row(&[("Year", year)]);
    for (rows, expected) in [
        (
            vec![bad("soon"), bad(""), "9".to_owned()],
            "a year such as 2025 at row 2, column \"Year\", found \"soon\"; of 3",
        ),
        (vec![bad(" ")], "a year such as 2025 at row 2, column \"Year\", found a blank cell; of 1 row none"),
        (vec!["9,2031".to_owned(), bad("")], "44 cells at row 2, found 2 cells instead of 44; of 2 rows none"),
        (vec![row(&[("City", "Br\0ok")])], "text at row 2, column \"City\", found a NUL byte"),
        (vec!["9,\"2031".to_owned()], "a closing quote at row 2, found the end of the file within a quoted cell"),
    ] {
        let (mut document, mut notes) = (Vec::new(), 0);
        let mut source = Cursor::new(table(&rows));
        let refusal = import_awsd(&mut source, &mut document, &mut |_| notes += 1, &mut NoWatch).unwrap_err();
        assert_eq!((refusal.code(), document.len(), notes), ("not_the_format", 0, 0));
        assert!(refusal.to_string().contains(expected), "{refusal}");
    }
    let (imported, _) = import(format!("{HEADER}\n"));
    assert_eq!(imported.answer.rows, 0, "no rows are none that are refused");
}

#[test]
fn the_title_says_whose_data_it_is_and_how_far_it_goes() {
    let title = |dates: &[[&str; 3]]| {
        let date = |[year, month, day]: &[&str; 3]| row(&[("Year", year), ("Month", month), ("Day", day)]);
        let (imported, _) = import_rows(&dates.iter().map(date).collect::<Vec<_>>());
        let document: serde_json::Value = serde_json::from_slice(&imported.document).unwrap();
        document["title"].as_str().unwrap().to_owned()
    };
    let whose = "Aid Worker Security Database (Humanitarian Outcomes, CC BY)";
    assert_eq!(title(&[]), whose);
    let early = ["2031", "2", "3"];
    for (later, to) in [
        (["2031", "2", "14"], "2031-02-14"),
        (["2031", "11", "1"], "2031-11-01"),
        (["2031", "3", ""], "2031-03"),
        (["2032", "", ""], "2032"),
        (["2031", "", ""], "2031-02-03"),
        (["2031", "2", ""], "2031-02-03"),
        (["", "12", "31"], "2031-02-03"),
    ] {
        let expected = format!("{whose}, incidents to {to}");
        assert_eq!([title(&[early, later]), title(&[later, early])], [expected.clone(), expected]);
    }
}

#[test]
fn a_nul_byte_refuses_its_row() {
    let (imported, _) = import(table(&[row(&[("City", "Br\0ok")]), row(&[])]));
    assert_eq!((imported.answer.read, noted(&imported, "nul_byte")[0].row), (1, 2));
}

const KEYS: [&str; 5] =
    ["title (column 45)", "isms note", "column 47", "title (column 49)", "title (column 49) (column 49)"];

#[test]
fn unknown_columns_never_take_the_place_of_known_fields() {
    let add = ["title", "isms note", "", "title (column 49)", "title"].join(",");
    let (imported, register) = import(format!("{HEADER},{add}\n{},a,b,c,d,e\n", row(&[])));
    let keys: Vec<String> = incidents(&register)[0].other.iter().map(|extra| extra.key.clone()).collect();
    assert_eq!(keys, KEYS);
    assert_eq!(noted(&imported, "unknown_column").len(), KEYS.len());
}

#[test]
fn a_row_without_end_is_refused_before_it_is_held() {
    let mut bytes = table(&[row(&[])]).into_bytes();
    bytes.extend(b"8,\"");
    bytes.resize(bytes.len() + (17 << 20), b'x');
    assert_eq!(import_awsd_bytes(&bytes).unwrap_err().code(), "over_limit");
}

struct Broken;

impl Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("gone"))
    }
}

impl Seek for Broken {
    fn seek(&mut self, _: SeekFrom) -> std::io::Result<u64> {
        Ok(0)
    }
}

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("full"))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn run(source: &mut (impl Read + Seek), out: &mut impl Write, watch: &mut dyn Watch) -> Result<ImportAnswer, Refusal> {
    import_awsd(source, out, &mut |_| (), watch)
}

#[test]
fn a_source_or_a_place_to_write_to_that_gives_way_is_a_refusal() {
    let mut source = Cursor::new(table(&[row(&[])]));
    assert_eq!(run(&mut Broken, &mut Vec::new(), &mut NoWatch).unwrap_err().code(), "read_failed");
    assert_eq!(run(&mut source, &mut Broken, &mut NoWatch).unwrap_err().code(), "write_failed");
}

struct StopAfter(u64);

impl Watch for StopAfter {
    fn step(&mut self, done: u64, total: u64) -> bool {
        assert!(done <= total);
        self.0 = self.0.saturating_sub(1);
        self.0 > 0
    }
}

#[test]
fn a_watch_sees_all_passes_and_can_stop_each() {
    let rows: Vec<String> = (0..3_000).map(|id| row(&[("Incident ID", &id.to_string())])).collect();
    let mut source = Cursor::new(table(&rows));
    for steps in 1..=12 {
        assert_eq!(run(&mut source, &mut Vec::new(), &mut StopAfter(steps)).unwrap_err().code(), "stopped");
        source.rewind().unwrap();
    }
    assert_eq!(run(&mut source, &mut Vec::new(), &mut StopAfter(13)).unwrap().read, 3_000);
}
