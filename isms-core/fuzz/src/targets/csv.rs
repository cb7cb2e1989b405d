//! Exports of the Aid Worker Security Database: what is read of them is counted and opens.

use super::refusal;
use isms_core::{Incident, Register, awsd_notes, import_awsd_bytes};

/// Imports a table.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let imported = match import_awsd_bytes(bytes) {
        Ok(imported) => imported,
        Err(refused) => {
            refusal::assert_whole(&refused);
            assert!(matches!(refused.code(), "not_the_format" | "over_limit"), "{refused}");
            return false;
        }
    };
    let answer = &imported.answer;
    assert_eq!(answer.rows, answer.read + answer.refused);
    let counted: u64 = answer.findings.iter().map(|tallied| tallied.count).sum();
    assert_eq!(counted, imported.notes.len() as u64);
    let kinds = awsd_notes();
    for note in &imported.notes {
        assert!(kinds.iter().any(|kind| kind.code == note.code), "{}", note.code);
        assert!(!note.done.is_empty() && note.row > 0, "{note:?}");
    }
    let register =
        Register::open(&imported.document).unwrap_or_else(|refusal| panic!("what was imported is refused: {refusal}"));
    assert_eq!(String::from_utf8_lossy(&register.save()), String::from_utf8_lossy(&imported.document));
    let findings = register.check();
    assert_eq!(findings.counts.error, 0, "{:?}", findings.findings);
    assert_eq!(register.iter::<Incident>().count() as u64, answer.read);
    answer.read > 0
}
