//! The import of the Aid Worker Security Database. The tables here are made up.

mod cells;
mod files;
mod identity;
mod names;
mod order;
mod real;

use isms_core::{Imported, Incident, Loss, ReadingNote, Register, import_awsd_bytes};

/// The header of the export of 2025, without the narrative's company.
const HEADER: &str = "Incident ID,Year,Month,Day,Country Code,Country,Region,District,City,UN,INGO,ICRC,NRCS and IFRC,\
NNGO,Other,Nationals killed,Nationals wounded,Nationals kidnapped,Nationals detained,Total nationals,\
Internationals killed,Internationals wounded,Internationals kidnapped,Internationals detained,Total internationals,\
Total killed,Total wounded,Total kidnapped,Total detained,Total affected,Gender Male,Gender Female,Gender Unknown,\
Means of attack,Attack context,Location,Latitude,Longitude,Motive,Actor type,Actor name,Details,Verified,Source";

/// A row of it: one national killed, one wounded.
const ROW: &str = "7,2031,2,3,XA,Arland,North,Upper,Brook,0,2,0,0,0,0,1,1,0,0,2,0,0,0,0,0,1,1,0,0,2,1,0,1,\
Shooting,Ambush,Road,12.5,-3.25,Political,Host state,Arland Guard,\"Two were hit.\",Yes,Media";

/// The row with other cells under these headers.
fn row(cells: &[(&str, &str)]) -> String {
    let headers: Vec<&str> = HEADER.split(',').collect();
    let mut values: Vec<String> = ROW.split(',').map(str::to_owned).collect();
    for (header, value) in cells {
        let at = headers.iter().position(|other| other == header).expect(header);
        values[at] = format!("\"{}\"", value.replace('"', "\"\""));
    }
    values.join(",")
}

fn table(rows: &[String]) -> String {
    let lines: Vec<&str> = std::iter::once(HEADER).chain(rows.iter().map(String::as_str)).collect();
    format!("{}\n", lines.join("\n"))
}

/// Imports a table and checks what holds of every import.
fn import(table: impl AsRef<[u8]>) -> (Imported, Register) {
    let imported = import_awsd_bytes(table.as_ref()).expect("an export");
    let register = Register::open(&imported.document).expect("a register");
    assert_eq!(String::from_utf8(register.save()).unwrap(), String::from_utf8(imported.document.clone()).unwrap());
    let findings = register.check();
    assert_eq!(findings.counts.error, 0, "{:?}", findings.findings);
    assert_eq!(imported.answer.rows, imported.answer.read + imported.answer.refused);
    let counted: u64 = imported.answer.findings.iter().map(|tallied| tallied.count).sum();
    assert_eq!(counted, imported.notes.len() as u64);
    (imported, register)
}

fn import_rows(rows: &[String]) -> (Imported, Register) {
    import(table(rows))
}

/// Imports one row with other cells.
fn import_with(cells: &[(&str, &str)]) -> (Imported, Register) {
    import_rows(&[row(cells)])
}

fn noted<'i>(imported: &'i Imported, code: &str) -> Vec<&'i ReadingNote> {
    assert!(isms_core::awsd_notes().iter().any(|kind| kind.code == code), "{code} is no code");
    imported.notes.iter().filter(|note| note.code == code).collect()
}

fn incidents(register: &Register) -> Vec<Incident> {
    register.iter().collect()
}

fn losses(register: &Register) -> Vec<Loss> {
    register.iter().collect()
}
