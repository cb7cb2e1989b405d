//! What no longer fits is refused, and never counted from 0 again. A register holds 4 GiB of text, since places in it are
//! numbers of 32 bits; rows, references and ids take a byte of it at least, so none of them can be more. Here it holds
//! less.

use super::Register;
use crate::document::open_with;
use crate::finding::Refusal;
use crate::model::{Kind, Loss};
use crate::value::NoWatch;

fn opened(text: &str, most: usize) -> Result<Register, Refusal> {
    let (header, records) = open_with(text.as_bytes().into(), &mut NoWatch, &[], most)?;
    Ok(Register { header, records, ..Register::default() })
}

/// A document whose record has an id of eight letters, and names one, each written with an escape.
const ESCAPED: &str =
    r#"{"isms": "1", "losses": [{"id": "\u0061aaaaaaa", "title": "A", "causes": ["\u0062bbbbbbb"]}]}"#;

#[test]
fn a_document_as_long_as_there_is_room_is_opened() {
    let text = r#"{"isms": "1", "losses": [{"id": "a", "title": "A"}]}"#;
    assert_eq!(opened(text, text.len()).unwrap().len(), 1);
    assert_eq!(opened(text, text.len() - 1).unwrap_err().code(), "over_limit");
}

#[test]
fn ids_that_are_kept_without_their_escapes_need_room_too() {
    let whole = ESCAPED.len() + 16;
    let register = opened(ESCAPED, whole).unwrap();
    assert_eq!(register.find::<Loss>("aaaaaaaa").unwrap().title, "A");
    for most in [whole - 1, whole - 8, whole - 9, ESCAPED.len()] {
        assert_eq!(opened(ESCAPED, most).unwrap_err().code(), "over_limit", "{most}");
    }
}

#[test]
fn an_edit_that_does_not_fit_changes_nothing() {
    let text = r#"{"isms": "1", "losses": [{"id": "a", "title": "A"}]}"#;
    let mut register = opened(text, text.len() + 300).unwrap();
    let mut added = 0;
    let refusal = loop {
        let before = (register.save(), register.len());
        match register.insert_json(Kind::Loss, &format!(r#"{{"id":"b{added}","title":"B"}}"#)) {
            Ok(()) => added += 1,
            Err(refusal) => {
                assert_eq!((register.save(), register.len()), before);
                break refusal;
            }
        }
    };
    assert_eq!(refusal.code(), "over_limit");
    assert!(added > 3, "{added} were added");
    // Nor does it change what is asked of it.
    assert_eq!(register.replace(Loss::new("a", "x".repeat(300))).unwrap_err().code(), "over_limit");
    assert_eq!(register.find::<Loss>("a").unwrap().title, "A");
    assert_eq!(register.ids(Kind::Loss).count(), added + 1);
}

#[test]
fn text_that_is_no_longer_used_is_given_back_before_it_is_full() {
    let mut register = Register::new("r", "R");
    register.insert(Loss::new("a", "A")).unwrap();
    for round in 0..40 {
        register.replace(Loss::new("a", format!("{round}{}", "x".repeat(100_000)))).unwrap();
    }
    assert!(register.records.text.len() < 2_000_000, "{} bytes are held", register.records.text.len());
}
