//! Requests to registers that are there.

use super::{questions, refusal};
use isms_core::{Register, ask};
use serde_json::Value as Json;
use std::cell::OnceCell;

macro_rules! vector {
    ($name:literal) => {
        include_str!(concat!("../../../../tests/vectors/documents/", $name, ".json"))
    };
}

/// The documents that are asked, in the order of their letters: `a` is the first.
pub(crate) const DOCUMENTS: [&str; 8] = [
    vector!("valley"),
    vector!("season"),
    vector!("gates"),
    vector!("faults"),
    vector!("broken"),
    vector!("unknown"),
    vector!("nothing-but"),
    include_str!("../../../sample/register.json"),
];

thread_local! {
    static REGISTERS: [OnceCell<Register>; DOCUMENTS.len()] = const { [const { OnceCell::new() }; DOCUMENTS.len()] };
}

/// Which document a first byte chooses.
pub(crate) fn chosen(letter: u8) -> usize {
    usize::from(letter.wrapping_sub(b'a')) % DOCUMENTS.len()
}

/// Asks the register of the first byte what the other bytes say.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Some((letter, request)) = bytes.split_first() else { return false };
    let Ok(request) = std::str::from_utf8(request) else { return false };
    let at = chosen(*letter);
    REGISTERS.with(|registers| {
        run_on(registers[at].get_or_init(|| Register::open(DOCUMENTS[at].as_bytes()).expect("a register")), request)
    })
}

fn run_on(register: &Register, request: &str) -> bool {
    let answer = ask(register, request);
    if let Err(refused) = &answer {
        refusal::assert_whole(refused);
    }
    let Ok(json) = serde_json::from_str::<Json>(request) else {
        assert!(answer.is_err_and(|refused| refused.code() == "bad_request"));
        return false;
    };
    let understood = !answer.as_ref().is_err_and(|refused| refused.code() == "bad_request");
    // The answer is JSON, and the same when it is asked again in another spelling.
    if let Ok(answer) = &answer {
        assert!(questions::is_json(answer), "{request}: {answer}");
    }
    if understood && request.len().is_multiple_of(4) {
        assert_eq!(answer, ask(register, &json.to_string()));
    }
    understood
}
