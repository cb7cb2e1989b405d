//! Answers of the typed calls, written as JSON: they must be what `ask` answers.

mod assess;

use crate::Outcome;
use isms_core::{Catalogs, Findings, MAX_PATHS, Refusal, Register, explain};
use serde::Serialize;
use serde_json::Value as Json;

/// The answer of the typed call of a request; `None`: the question has none.
#[must_use]
pub fn typed(register: &Register, request: &Json) -> Option<Outcome> {
    let text = |key: &str| request.get(key).and_then(Json::as_str).unwrap_or_default();
    match text("ask") {
        "trace" => Some(written(register.trace(text("id")))),
        "paths" => Some(written(register.paths(text("id"), budget(request)))),
        "common_causes" => Some(written(register.common_causes(&texts(request, "ids")))),
        "ancestors" => Some(written(Ok(register.ancestors()))),
        "broken_traces" => Some(written(Ok(register.broken_traces()))),
        "check" => Some(written(check(register, request))),
        "review" => Some(written(Ok(register.review()))),
        "assess" => Some(written(assess::assess(register, request))),
        "diff" => Some(written(assess::diff(register, request))),
        "meeting" => Some(written(assess::meeting(register, request))),
        "go_no_go" => Some(written(assess::go_no_go(register, request))),
        "migrate" => Some(written(assess::migrate(register, request))),
        "catalogs" => Some(written(assess::listed(request))),
        "catalog" => Some(assess::catalog(request)),
        "check_catalog" => Some(written(assess::checked(request))),
        "digest" => Some(digest(register, request)),
        "explain" => Some(written(explain(text("code")))),
        _ => None,
    }
}

fn check(register: &Register, request: &Json) -> Result<Findings, Refusal> {
    let as_of = request.get("as_of").and_then(Json::as_str).map(str::parse).transpose()?;
    match (as_of, request.get("catalogs").and_then(Json::as_array)) {
        (day, Some(own)) => {
            let catalogs = Catalogs::with_own(own.iter().map(Json::to_string))?;
            Ok(register.check_by(day.as_ref(), &catalogs))
        }
        (Some(day), None) => Ok(register.check_as_of(&day)),
        (None, None) => Ok(register.check()),
    }
}

fn digest(register: &Register, request: &Json) -> Outcome {
    let Some(id) = request.get("id").and_then(Json::as_str) else { return Ok(digest_of_all(register)) };
    let label = written(Ok(register.label_of(id)))?;
    Ok(format!("{{\"label\":{label},\"digest\":\"{}\"}}", register.digest_of(id).unwrap_or_default()))
}

/// The label of a whole register has no typed call.
fn digest_of_all(register: &Register) -> String {
    let asked = isms_core::ask(register, r#"{"ask": "digest"}"#).unwrap_or_default();
    let (label, _) = asked.rsplit_once(",").unwrap_or_default();
    format!("{label},\"digest\":\"{}\"}}", register.digest())
}

fn budget(request: &Json) -> u32 {
    let asked = request.get("budget").and_then(Json::as_u64);
    asked.and_then(|budget| u32::try_from(budget).ok()).unwrap_or(MAX_PATHS)
}

fn texts(request: &Json, key: &str) -> Vec<String> {
    let texts = request.get(key).and_then(Json::as_array).into_iter().flatten();
    texts.filter_map(Json::as_str).map(str::to_owned).collect()
}

/// The answer as text. An answer that can't be written is empty text, which no case expects.
fn written<T: Serialize>(answer: Result<T, Refusal>) -> Outcome {
    answer.map(|answer| serde_json::to_string(&answer).unwrap_or_default())
}
