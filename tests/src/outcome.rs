//! What came of a case.

use crate::{Case, Expected, Fault, edit, typed};
use isms_core::{Refusal, Register, ask};
use serde_json::Value as Json;
use std::fs;
use std::path::Path;

/// The answer as its raw text, or the refusal.
pub type Outcome = Result<String, Refusal>;

/// Opens the document, edits it and asks.
///
/// # Errors
/// When the document can't be read, or the typed call of the question answers otherwise.
pub(crate) fn outcome(vectors: &Path, case: &Case) -> Result<Outcome, Fault> {
    let document = vectors.join("documents").join(&case.register);
    let bytes = fs::read(&document).map_err(|error| format!("{}: {error}", document.display()))?;
    let mut register = match Register::open(&bytes) {
        Ok(register) => register,
        Err(refusal) => return Ok(Err(refusal)),
    };
    if let Err(refusal) = case.edits.iter().try_for_each(|one| edit(&mut register, one)) {
        return Ok(Err(refusal));
    }
    let Some(request) = &case.request else { return Ok(Ok("null".to_owned())) };
    let outcome = ask(&register, &request.to_string());
    if let (Ok(answer), Some(typed)) = (&outcome, typed(&register, request))
        && line(&typed) != line(&outcome)
    {
        return Err(format!("expected {answer} of the typed call, found {}", line(&typed)));
    }
    Ok(outcome)
}

/// The bytes that the digest over all cases takes of this one.
pub(crate) fn line(outcome: &Outcome) -> String {
    match outcome {
        Ok(answer) => format!("{answer}\n"),
        Err(refusal) => format!("{} {}\n", refusal.code(), refusal.finding().path),
    }
}

/// What differs from what the case expects, if anything does.
pub(crate) fn difference(case: &Case, outcome: &Outcome) -> Option<String> {
    match (outcome, &case.answer, &case.refusal) {
        (Ok(text), Some(expected), None) => {
            let same = serde_json::from_str::<Json>(text).is_ok_and(|answer| answer == *expected);
            (!same).then(|| format!("expected {expected}, found {text}"))
        }
        (Err(refusal), None, Some(expected)) => {
            let (code, path) = (refusal.code().to_owned(), refusal.finding().path.clone());
            let found = Expected { code, path };
            (found != *expected).then(|| format!("expected {expected:?}, found {found:?}"))
        }
        (Ok(text), None, Some(expected)) => Some(format!("expected {expected:?}, found {text}")),
        (Err(refusal), Some(_), None) => {
            Some(format!("expected an answer, found {} at `{}`: {refusal}", refusal.code(), refusal.finding().path))
        }
        (_, None, None) | (_, Some(_), Some(_)) => {
            Some("expected either an answer or a refusal in the file".to_owned())
        }
    }
}
