//! Bytes that are no document, and documents that someone cut, swapped and overwrote.

use crate::dirt::documents;
use isms_core::{Findings, Register, ask};
use proptest::collection::vec;
use proptest::prelude::*;

/// Asks everything; nothing may panic. Then what is saved must open, and save to the same bytes.
fn exercise(bytes: &[u8]) -> Result<bool, TestCaseError> {
    let Ok(register) = Register::open(bytes) else { return Ok(false) };
    let ids: Vec<String> = (0..u32::try_from(register.len()).unwrap_or(0))
        .filter_map(|row| register.id_of_row(row).map(str::to_owned))
        .collect();
    for id in &ids {
        let _ = (register.trace(id), register.paths(id, 10), register.get(id), register.json(id));
    }
    let _ = (register.common_causes(&ids), register.ancestors(), register.broken_traces(), register.review());
    for question in ["check", "review", "ancestors", "broken_traces"] {
        let answer = ask(&register, &format!("{{\"ask\": \"{question}\"}}"));
        prop_assert!(answer.is_ok());
    }
    let findings = register.check();
    let saved = register.save();
    let again = Register::open(&saved)
        .map_err(|refusal| TestCaseError::fail(format!("what was saved is refused: {refusal}")))?;
    prop_assert_eq!(again.len(), register.len());
    prop_assert_eq!(String::from_utf8(again.save()), String::from_utf8(saved));
    let at_top = |findings: &Findings| {
        findings
            .findings
            .iter()
            .filter(|found| found.code == "repeated_key" && found.path.matches('/').count() == 1)
            .count() as u64
    };
    let errors = |findings: &Findings| findings.counts.error - at_top(findings);
    prop_assert_eq!(errors(&again.check()), errors(&findings), "{:?}", findings.counts);
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_bytes_are_opened_or_refused(bytes in vec(any::<u8>(), 0..400)) {
        exercise(&bytes)?;
    }

    #[test]
    fn any_text_of_json_characters_is_opened_or_refused(text in "[\\[\\]{}\",:0-9a-e.\\\\ tfnu+-]{0,200}") {
        exercise(text.as_bytes())?;
        exercise(format!("{{\"isms\": \"1\", \"threats\": [{text}]}}").as_bytes())?;
        exercise(format!("{{\"isms\": \"1\", {text}}}").as_bytes())?;
    }

    #[test]
    fn a_mangled_document_is_opened_or_refused(document in documents(), cuts in vec((any::<usize>(), any::<usize>(), 0..5_u8, any::<u8>()), 0..6)) {
        let mut bytes = document.tree.write().into_bytes();
        for (at, to, what, byte) in cuts {
            let at = at % bytes.len().max(1);
            match what {
                0 => bytes.truncate(at),
                1 => bytes.insert(at, byte),
                2 => drop(bytes.splice(at..at + to % (bytes.len() - at).clamp(1, 30), [])),
                3 => {
                    let piece = bytes[at..at + to % (bytes.len() - at).clamp(1, 60)].to_vec();
                    let to = to % (bytes.len() + 1);
                    drop(bytes.splice(to..to, piece));
                }
                _ => {
                    let swap = b"\"{}[],:0\\tn-e9"[usize::from(byte) % 14];
                    if let Some(found) = bytes.get_mut(at) {
                        *found = swap;
                    }
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        exercise(&bytes)?;
    }

    #[test]
    fn any_request_is_answered_or_refused(request in "\\PC{0,60}") {
        let register = Register::open(br#"{"isms": "1"}"#).unwrap();
        let _ = ask(&register, &request);
    }
}
