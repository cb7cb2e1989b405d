//! One door for plain data: a request as JSON text, an answer as JSON text.

mod request;

use crate::catalog::CatalogSummary;
use crate::document::{Part, schema};
use crate::finding::Refusal;
use crate::register::Register;
use crate::rules::{check_catalog, explain};
use crate::value::{NoWatch, Watch};
use request::{Request, parse};
use serde::Serialize;

/// Answers a request: JSON text in, JSON text out, the same bytes in every language. Every answer that
/// rests on records begins with its `label`.
///
/// `catalogs` are catalogues beside those that are bundled, each an object or the text of one.
///
/// | request | answer |
/// |---|---|
/// | `{"ask": "trace", "id": ID}` | [`crate::Trace`] |
/// | `{"ask": "paths", "id": ID, "budget": N}` | [`crate::Paths`]; budget 1000 unless said |
/// | `{"ask": "common_causes", "ids": [ID, …]}` | [`crate::CommonCauses`] |
/// | `{"ask": "ancestors"}` | [`crate::Ancestors`] |
/// | `{"ask": "broken_traces"}` | [`crate::BrokenTraces`] |
/// | `{"ask": "check", "as_of": DATE}` | [`crate::Findings`]; `as_of` may be left out; may have `catalogs` |
/// | `{"ask": "assess", "as_of": DATE}` | [`crate::Assessed`]; may have `offices` (`[{"agency": ID, "place": ID}]`), `standards`, `language`, `catalogs` |
/// | `{"ask": "diff", "since": DATE, "as_of": DATE}` | [`crate::Changes`]; may have what `assess` may |
/// | `{"ask": "meeting", "as_of": DATE}` | [`crate::Meeting`]; may have `since`, and what `assess` may |
/// | `{"ask": "go_no_go", "programme": ID, "as_of": DATE}` | [`crate::GoNoGo`]; may have `language`, `catalogs`, `standards` |
/// | `{"ask": "migrate", "standard": NAME, "to": EDITION, "as_of": DATE}` | [`crate::Migration`]; may have `offices`, `catalogs` |
/// | `{"ask": "catalogs"}` | `{"catalogs": [`[`crate::CatalogSummary`]`…]}`; may have `language`, `catalogs` |
/// | `{"ask": "catalog", "id": NAME}` | the catalogue as it is read; may have `edition`, `catalogs` |
/// | `{"ask": "check_catalog", "catalog": CATALOGUE}` | [`crate::Findings`]; may have `catalogs` |
/// | `{"ask": "review"}` | [`crate::Review`] |
/// | `{"ask": "digest", "id": ID}` | `{"label": …, "digest": HEX}`: of the record, as [`Register::digest_of`]; without `id` of the register, as [`Register::digest`] |
/// | `{"ask": "record", "id": ID}` | `{"label": …, "record": …}`, the record as it was written |
/// | `{"ask": "explain", "code": CODE}` | [`crate::Explanation`] |
/// | `{"ask": "schema"}` | the JSON Schema of a document |
///
/// ```
/// use isms_core::{Register, ask};
/// let register = Register::open(br#"{"isms": "1", "risk_factors": [{"id": "arms", "title": "Small arms"}]}"#)?;
/// let answer = ask(&register, r#"{"ask": "trace", "id": "arms"}"#)?;
/// assert!(answer.starts_with(r#"{"label":"amber+strict","id":"arms","kind":"risk_factor","complete":true"#));
/// # Ok::<(), isms_core::Refusal>(())
/// ```
///
/// # Errors
/// Refuses a request of no known form, and whatever the question itself refuses.
pub fn ask(register: &Register, request: &str) -> Result<String, Refusal> {
    ask_watched(register, request, &mut NoWatch)
}

/// As [`ask`], and tells `watch` how far the question is.
///
/// # Errors
/// As [`ask`]; also when `watch` stops it.
pub fn ask_watched(register: &Register, request: &str, watch: &mut dyn Watch) -> Result<String, Refusal> {
    match parse(request)? {
        Request::Trace { id } => answer(&register.trace_watched(&id, watch)?),
        Request::Paths { id, budget } => answer(&register.paths_watched(&id, budget, watch)?),
        Request::CommonCauses { ids } => answer(&register.common_causes_watched(&ids, watch)?),
        Request::Ancestors => answer(&register.ancestors_watched(watch)?),
        Request::BrokenTraces => answer(&register.broken_traces_watched(watch)?),
        Request::Check { as_of, catalogs: None } => answer(&register.check_watched(as_of.as_ref(), watch)?),
        Request::Check { as_of, catalogs: Some(catalogs) } => {
            answer(&register.check_by_watched(as_of.as_ref(), &catalogs, watch)?)
        }
        Request::Assess { options, catalogs } => answer(&register.assess_watched(&options, &catalogs, watch)?),
        Request::Diff { since, options, catalogs } => {
            answer(&register.diff_watched(&since, &options, &catalogs, watch)?)
        }
        Request::Meeting { since, options, catalogs } => {
            answer(&register.meeting_watched(since.as_ref(), &options, &catalogs, watch)?)
        }
        Request::GoNoGo { programme, options, catalogs } => {
            answer(&register.go_no_go_watched(&programme, &options, &catalogs, watch)?)
        }
        Request::Migrate { standard, to, options, catalogs } => {
            answer(&register.migrate_watched(&standard, &to, &options, &catalogs, watch)?)
        }
        Request::Catalogs { language, catalogs } => answer(&CatalogList { catalogs: catalogs.list(&language) }),
        Request::Catalog { id, edition, catalogs } => catalogs.text(&id, edition.as_deref()),
        Request::CheckCatalog { catalog, catalogs } => answer(&check_catalog(catalog.as_bytes(), &catalogs)?),
        Request::Review => answer(&register.review_watched(watch)?),
        Request::Digest { id: None } => digest(register, watch),
        Request::Digest { id: Some(id) } => digest_of(register, &id),
        Request::Record { id } => record(register, &id),
        Request::Explain { code } => answer(&explain(&code)?),
        Request::Schema => answer(&schema()),
    }
}

#[derive(Serialize)]
struct CatalogList {
    catalogs: Vec<CatalogSummary>,
}

fn answer(value: &impl Serialize) -> Result<String, Refusal> {
    serde_json::to_string(value)
        .map_err(|error| request::bad("", &format!("the answer can't be written as JSON: {error}")))
}

fn digest(register: &Register, watch: &mut dyn Watch) -> Result<String, Refusal> {
    let (label, digest) = (answer(&register.label_over_all(|_| true, Part::Whole))?, register.digest_watched(watch)?);
    Ok(format!("{{\"label\":{label},\"digest\":\"{digest}\"}}"))
}

fn digest_of(register: &Register, id: &str) -> Result<String, Refusal> {
    match (register.label_of(id), register.digest_of(id)) {
        (Some(label), Some(digest)) => Ok(format!("{{\"label\":{},\"digest\":\"{digest}\"}}", answer(&label)?)),
        _ => Err(register.unknown_id(id, crate::model::Kind::ALL)),
    }
}

/// The label is the record's own business as well as ours, so the record stands beside it, whole.
fn record(register: &Register, id: &str) -> Result<String, Refusal> {
    match (register.label_of(id), register.json(id)) {
        (Some(label), Some(json)) => Ok(format!("{{\"label\":{},\"record\":{json}}}", answer(&label)?)),
        _ => Err(register.unknown_id(id, crate::model::Kind::ALL)),
    }
}
