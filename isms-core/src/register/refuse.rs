//! Why an edit could not be done.

use crate::document::Draft;
use crate::finding::{Code, Fact, Finding, Fix, Refusal};
use crate::json::{NoPlace, Syntax, SyntaxFault, shortened};
use crate::model::{Kind, shown_id};
use crate::value::Stopped;

/// A record, read before it takes its place.
pub(super) fn draft(kind: Kind, json: String) -> Result<Draft, Refusal> {
    Draft::read(kind, json).map_err(|syntax| no_record(kind, &syntax))
}

pub(super) fn no_record(kind: Kind, syntax: &Syntax) -> Refusal {
    no_json(&format!("the JSON object of a {}", kind.singular()), syntax)
}

pub(super) fn no_json(expected: &str, syntax: &Syntax) -> Refusal {
    let at = syntax.at;
    let (code, words) = match &syntax.fault {
        SyntaxFault::NotJson(words) => (Code::NotJson, words.clone()),
        SyntaxFault::TooDeep => (Code::OverLimit, "more than 64 lists and objects in each other".to_owned()),
        SyntaxFault::TooMuch | SyntaxFault::Stopped => return full(),
    };
    Refusal::new(code, "", format!("expected {expected}, found at byte {at}: {words}; nothing was changed"))
}

pub(super) fn taken(id: &str) -> Refusal {
    let shown = shown_id(id);
    let message = format!(
        "expected an id that no record has, found `{shown}`, which one has; replace that record, or take another id"
    );
    Finding::new(Code::DuplicateId, "/id", message).of(Some(id)).fact(Fact::text("id", id)).into()
}

pub(super) fn other_kind(draft: &Draft, found: Option<Kind>) -> Refusal {
    let id = draft.id.clone().unwrap_or_default();
    let (new, old) = (draft.kind.singular(), found.map_or("", Kind::singular));
    let message = format!(
        "expected a record of kind {old} in the place of `{id}`, found one of kind {new}; remove the old one and insert the new one"
    );
    Finding::new(Code::WrongKind, "/id", message).of(Some(&id)).fact(Fact::text("id", id.as_str())).into()
}

pub(super) fn no_place(fix: &Fix, fault: NoPlace) -> Refusal {
    let found = match fault {
        NoPlace::Nowhere => "none",
        NoPlace::NoJson => "text that is no JSON",
    };
    let field = shortened(&fix.field);
    let message =
        format!("expected a field at `{field}` of record `{}`, found {found}; check again for fixes that fit", fix.id);
    Finding::new(Code::BadRequest, fix.field.clone(), message).of(Some(&fix.id)).into()
}

pub(super) fn full() -> Refusal {
    let message = "expected a register of at most 4 GiB of text, found more; nothing was changed; split the register";
    Refusal::new(Code::OverLimit, "", message)
}

pub(super) fn stopped() -> Refusal {
    Stopped.into()
}
