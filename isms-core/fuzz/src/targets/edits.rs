//! Edits: an edited register is the register of its own bytes, and a refused edit changes nothing.

use super::document::assert_saved;
use super::refusal;
use isms_core::{Fix, Kind, Refusal, Register};

/// Makes some edits, chosen by a number.
pub(crate) fn edit(register: &Register, pick: u64) {
    let mut edited = register.clone();
    for round in 0..3 {
        let before = edited.save();
        if let Err(refused) = change(&mut edited, pick >> (round * 16)) {
            refusal::assert_whole(&refused);
            assert_eq!(String::from_utf8_lossy(&edited.save()), String::from_utf8_lossy(&before), "{refused}");
        }
    }
    assert_saved(&edited, &edited.check(), &edited.save());
}

fn change(register: &mut Register, pick: u64) -> Result<(), Refusal> {
    let ids: Vec<(Kind, String)> =
        Kind::ALL.iter().flat_map(|kind| register.ids(*kind).map(|id| (*kind, id.to_owned()))).collect();
    let any = |pick: u64| {
        let count = u64::try_from(ids.len()).unwrap_or_default().max(1);
        ids.get((pick % count) as usize).cloned().unwrap_or((Kind::Loss, "nothing".to_owned()))
    };
    let (kind, id) = any(pick >> 3);
    let (other_kind, other) = any(pick >> 8);
    let json = register.json(&other).unwrap_or("{}").to_owned();
    match pick % 8 {
        0 => register.remove(&id),
        1 => register.insert_json(kind, &json),
        2 => register.insert_json(kind, " {\"id\":\"new\",\"title\":\"N\\u0065w\",\"causes\":[\"new\"],\"x\":[1, 2]}"),
        3 => register.replace_json(other_kind, &json),
        4 => match register.get(&id) {
            Some(record) => register.replace(record),
            None => register.remove("nothing"),
        },
        5 => {
            let value = serde_json::to_string(&other).ok();
            register.apply(&[Fix { id, field: "/id".to_owned(), value }])
        }
        6 => {
            let field = ["/title", "/causes", "/causes/0", "/id", "/x/y", ""][(pick >> 12) as usize % 6].to_owned();
            register.apply(&[Fix { id, field, value: None }])
        }
        _ => {
            let fixes: Vec<Fix> = register.check().findings.into_iter().flat_map(|finding| finding.fix).collect();
            register.apply(&fixes)
        }
    }
}
