//! Opening and saving: what is refused and what is not, and that nothing is lost.

use super::{findings, kept, questions, refusal};
use crate::json::Tree;
use isms_core::Register;

/// Opens a document, saves it, opens it again, and asks one sort of question: which, the bytes
/// decide.
pub(crate) fn run(bytes: &[u8]) -> bool {
    opened(bytes, |register| questions::ask(register, pick(bytes)))
}

/// The same with every sort of question, each twice.
pub(crate) fn run_all(bytes: &[u8]) -> bool {
    let pick = pick(bytes) / questions::SORTS * questions::SORTS;
    let picks = (0..questions::SORTS).flat_map(|sort| [sort, pick.saturating_add(sort)]);
    opened(bytes, |register| picks.clone().for_each(|pick| questions::ask(register, pick)))
}

fn opened(bytes: &[u8], ask: impl Fn(&Register)) -> bool {
    let text = std::str::from_utf8(bytes).ok();
    let json = text.filter(|text| questions::is_json(text));
    let register = match Register::open(bytes) {
        Ok(register) => register,
        Err(refused) => {
            refusal::assert_whole(&refused);
            assert_refused_rightly(refused.code(), json);
            return false;
        }
    };
    assert!(json.is_some(), "what was opened is JSON");
    let tree = Tree::read(json.unwrap_or_default()).expect("JSON is read by whoever takes more than JSON");
    let found = register.check();
    findings::assert_whole(&found, &tree);
    let saved = register.save();
    assert_saved(&register, &found, &saved);
    let saved = Tree::read(std::str::from_utf8(&saved).expect("UTF-8")).expect("JSON");
    kept::assert_equal(&tree, &saved);
    ask(&register);
    true
}

/// Refused is only what is no JSON, no register, or over a limit.
fn assert_refused_rightly(code: &str, json: Option<&str>) {
    match (code, json) {
        ("not_json", json) => assert!(json.is_none(), "JSON is refused as none"),
        ("over_limit", _) => (),
        ("not_a_register" | "newer_version", Some(json)) => {
            let version = Tree::read(json)
                .and_then(|tree| Some(tree.fields().iter().find(|(key, _)| key == "isms")?.1.as_text()));
            assert_ne!(version, Some(Some("1".to_owned())), "a register is refused");
        }
        // The version is looked at first: what follows it may be anything.
        ("not_a_register" | "newer_version", None) => (),
        (code, _) => panic!("a document is refused as {code}"),
    }
}

/// What is saved opens, has the same findings, and is saved as the same bytes.
pub(super) fn assert_saved(register: &Register, found: &isms_core::Findings, saved: &[u8]) {
    let again = Register::open(saved).unwrap_or_else(|refusal| panic!("what was saved is refused: {refusal}"));
    assert_eq!(again.len(), register.len());
    assert_eq!(
        (again.id(), again.title(), again.period(), again.label()),
        (register.id(), register.title(), register.period(), register.label())
    );
    assert_eq!(String::from_utf8_lossy(&again.save()), String::from_utf8_lossy(saved));
    findings::assert_same(&again.check(), found);
}

/// A number that decides what is asked. The same bytes are always asked the same.
fn pick(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
