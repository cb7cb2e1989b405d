//! The typed calls that rest on catalogues.

use super::texts;
use isms_core::{
    AssessOptions, Assessed, CatalogSummary, Catalogs, Findings, Office, Refusal, Register, check_catalog,
};
use serde::Serialize;
use serde_json::Value as Json;

pub(super) fn assess(register: &Register, request: &Json) -> Result<Assessed, Refusal> {
    let text = |key: &str| request.get(key).and_then(Json::as_str);
    let mut options = AssessOptions::on(text("as_of").unwrap_or_default().parse()?);
    options.offices = list(request, "offices").filter_map(office).collect();
    options.standards = texts(request, "standards");
    // Without a language the call is made without one: the default is tested with it.
    options.language = text("language").map_or(options.language, str::to_owned);
    register.assess(&options, &catalogs(request)?)
}

fn office(office: &Json) -> Option<Office> {
    Some(Office::new(office.get("agency")?.as_str()?, office.get("place")?.as_str()?))
}

/// The answer of `catalogs`.
#[derive(Serialize)]
pub(super) struct Listed {
    catalogs: Vec<CatalogSummary>,
}

pub(super) fn listed(request: &Json) -> Result<Listed, Refusal> {
    let language = request.get("language").and_then(Json::as_str).unwrap_or("en");
    Ok(Listed { catalogs: catalogs(request)?.list(language) })
}

pub(super) fn catalog(request: &Json) -> Result<String, Refusal> {
    let text = |key: &str| request.get(key).and_then(Json::as_str);
    catalogs(request)?.text(text("id").unwrap_or_default(), text("edition"))
}

pub(super) fn checked(request: &Json) -> Result<Findings, Refusal> {
    let catalog = request.get("catalog").map(written).unwrap_or_default();
    check_catalog(catalog.as_bytes(), &catalogs(request)?)
}

/// The catalogues that are bundled, and those of the request.
fn catalogs(request: &Json) -> Result<Catalogs, Refusal> {
    Catalogs::with_own(list(request, "catalogs").map(written))
}

/// A catalogue: an object, or the text of one.
fn written(catalog: &Json) -> String {
    catalog.as_str().map_or_else(|| catalog.to_string(), str::to_owned)
}

fn list<'j>(request: &'j Json, key: &str) -> impl Iterator<Item = &'j Json> {
    request.get(key).and_then(Json::as_array).into_iter().flatten()
}
