//! The typed calls that rest on catalogues.

use super::texts;
use isms_core::{
    AssessOptions, Assessed, CatalogSummary, Catalogs, Changes, Date, Findings, GoNoGo, Meeting, Migration, Office,
    Refusal, Register, check_catalog,
};
use serde::Serialize;
use serde_json::Value as Json;

pub(super) fn assess(register: &Register, request: &Json) -> Result<Assessed, Refusal> {
    register.assess(&options(request)?, &catalogs(request)?)
}

pub(super) fn diff(register: &Register, request: &Json) -> Result<Changes, Refusal> {
    register.diff(&day(request, "since")?, &options(request)?, &catalogs(request)?)
}

pub(super) fn meeting(register: &Register, request: &Json) -> Result<Meeting, Refusal> {
    let since = request.get("since").map(|_| day(request, "since")).transpose()?;
    register.meeting(since.as_ref(), &options(request)?, &catalogs(request)?)
}

pub(super) fn go_no_go(register: &Register, request: &Json) -> Result<GoNoGo, Refusal> {
    register.go_no_go(text(request, "programme"), &options(request)?, &catalogs(request)?)
}

pub(super) fn migrate(register: &Register, request: &Json) -> Result<Migration, Refusal> {
    let (standard, to) = (text(request, "standard"), text(request, "to"));
    register.migrate(standard, to, &options(request)?, &catalogs(request)?)
}

fn options(request: &Json) -> Result<AssessOptions, Refusal> {
    let mut options = AssessOptions::on(day(request, "as_of")?);
    options.offices = list(request, "offices").filter_map(office).collect();
    options.standards = texts(request, "standards");
    // Without a language the call is made without one: the default is tested with it.
    let language = request.get("language").and_then(Json::as_str);
    options.language = language.map_or(options.language, str::to_owned);
    Ok(options)
}

fn day(request: &Json, key: &str) -> Result<Date, Refusal> {
    text(request, key).parse::<Date>().map_err(|fault| Refusal::of_day(key, &fault))
}

fn text<'j>(request: &'j Json, key: &str) -> &'j str {
    request.get(key).and_then(Json::as_str).unwrap_or_default()
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
    catalogs(request)?.text(text(request, "id"), request.get("edition").and_then(Json::as_str))
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
