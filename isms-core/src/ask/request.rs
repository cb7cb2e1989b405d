//! Requests and how they are read.

use crate::assess::AssessOptions;
use crate::catalog::Catalogs;
use crate::finding::{Code, Refusal};
use crate::trace::MAX_PATHS;
use crate::value::{Date, DateFault};
use serde_json::{Map, Value as Json};

/// A request, read.
pub(super) enum Request {
    Trace { id: String },
    Paths { id: String, budget: u32 },
    CommonCauses { ids: Vec<String> },
    Ancestors,
    BrokenTraces,
    Check { as_of: Option<Date>, catalogs: Option<Catalogs> },
    Assess { options: AssessOptions, catalogs: Catalogs },
    Diff { since: Date, options: AssessOptions, catalogs: Catalogs },
    Meeting { since: Option<Date>, options: AssessOptions, catalogs: Catalogs },
    GoNoGo { programme: String, options: AssessOptions, catalogs: Catalogs },
    Migrate { standard: String, to: String, options: AssessOptions, catalogs: Catalogs },
    Catalogs { language: String, catalogs: Catalogs },
    Catalog { id: String, edition: Option<String>, catalogs: Catalogs },
    CheckCatalog { catalog: String, catalogs: Catalogs },
    Review,
    Digest { id: Option<String> },
    Record { id: String },
    Explain { code: String },
    Schema,
}

const QUESTIONS: &str = "trace, paths, common_causes, ancestors, broken_traces, check, assess, diff, meeting, \
                         go_no_go, migrate, review, digest, record, \
                         catalogs, catalog, check_catalog, explain, schema";

/// Reads a request.
pub(super) fn parse(text: &str) -> Result<Request, Refusal> {
    let json: Json = serde_json::from_str(text)
        .map_err(|error| bad("", &format!("expected a request as JSON, found text that is none: {error}")))?;
    let Json::Object(mut keys) = json else {
        return Err(bad("", "expected an object such as {\"ask\": \"check\"}, found another value"));
    };
    let question = text_of(&mut keys, "ask")?;
    let request = match question.as_str() {
        "trace" => Request::Trace { id: text_of(&mut keys, "id")? },
        "paths" => Request::Paths { id: text_of(&mut keys, "id")?, budget: budget_of(&mut keys)? },
        "common_causes" => Request::CommonCauses { ids: texts_of(&mut keys, "ids")? },
        "ancestors" => Request::Ancestors,
        "broken_traces" => Request::BrokenTraces,
        "check" => Request::Check {
            as_of: day_of(&mut keys, "as_of")?,
            catalogs: keys.contains_key("catalogs").then(|| catalogs_of(&mut keys)).transpose()?,
        },
        "assess" => Request::Assess { options: assess_of(&mut keys)?, catalogs: catalogs_of(&mut keys)? },
        "diff" => Request::Diff {
            since: day_of(&mut keys, "since")?
                .ok_or_else(|| bad("/since", "expected the key `since` with a day, found none"))?,
            options: assess_of(&mut keys)?,
            catalogs: catalogs_of(&mut keys)?,
        },
        "meeting" => Request::Meeting {
            since: day_of(&mut keys, "since")?,
            options: assess_of(&mut keys)?,
            catalogs: catalogs_of(&mut keys)?,
        },
        // Its office is that of the programme: `offices` would be left out silently, so it is no key of it.
        "go_no_go" => Request::GoNoGo {
            programme: text_of(&mut keys, "programme")?,
            options: of_day(&mut keys).and_then(|found| with_standards(&mut keys, found))?,
            catalogs: catalogs_of(&mut keys)?,
        },
        "migrate" => Request::Migrate {
            standard: text_of(&mut keys, "standard")?,
            to: text_of(&mut keys, "to")?,
            options: of_day(&mut keys).and_then(|found| with_offices(&mut keys, found))?,
            catalogs: catalogs_of(&mut keys)?,
        },
        "catalogs" => Request::Catalogs { language: language_of(&mut keys)?, catalogs: catalogs_of(&mut keys)? },
        "catalog" => Request::Catalog {
            id: text_of(&mut keys, "id")?,
            edition: option_of(&mut keys, "edition")?,
            catalogs: catalogs_of(&mut keys)?,
        },
        "check_catalog" => Request::CheckCatalog { catalog: json_of(&mut keys)?, catalogs: catalogs_of(&mut keys)? },
        "review" => Request::Review,
        "digest" => Request::Digest { id: option_of(&mut keys, "id")? },
        "record" => Request::Record { id: text_of(&mut keys, "id")? },
        "explain" => Request::Explain { code: text_of(&mut keys, "code")? },
        "schema" => Request::Schema,
        other => return Err(bad("/ask", &format!("expected one of {QUESTIONS}, found `{other}`"))),
    };
    match keys.keys().next() {
        None => Ok(request),
        Some(key) => {
            Err(bad(&format!("/{key}"), &format!("expected no key `{key}` in a request for {question}; take it out")))
        }
    }
}

/// The refusal of a request.
pub(super) fn bad(path: &str, message: &str) -> Refusal {
    Refusal::new(Code::BadRequest, path, message)
}

fn text_of(keys: &mut Map<String, Json>, key: &str) -> Result<String, Refusal> {
    match keys.remove(key) {
        Some(Json::String(text)) => Ok(text),
        Some(other) => Err(bad(&format!("/{key}"), &format!("expected text under `{key}`, found {other}"))),
        None => Err(bad(&format!("/{key}"), &format!("expected the key `{key}` with text, found none"))),
    }
}

/// A day that may be left out.
fn day_of(keys: &mut Map<String, Json>, key: &str) -> Result<Option<Date>, Refusal> {
    let day = option_of(keys, key)?.map(|day| day.parse());
    day.transpose().map_err(|fault: DateFault| Refusal::of_day(key, &fault))
}

/// Text that may be left out.
fn option_of(keys: &mut Map<String, Json>, key: &str) -> Result<Option<String>, Refusal> {
    if keys.contains_key(key) { text_of(keys, key).map(Some) } else { Ok(None) }
}

fn language_of(keys: &mut Map<String, Json>) -> Result<String, Refusal> {
    Ok(option_of(keys, "language")?.unwrap_or_else(|| "en".to_owned()))
}

fn assess_of(keys: &mut Map<String, Json>) -> Result<AssessOptions, Refusal> {
    let options = of_day(keys)?;
    let options = with_standards(keys, options)?;
    with_offices(keys, options)
}

fn of_day(keys: &mut Map<String, Json>) -> Result<AssessOptions, Refusal> {
    let as_of = day_of(keys, "as_of")?;
    let as_of = as_of
        .ok_or_else(|| bad("/as_of", "expected the key `as_of` with a day, found none; an assessment is of a day"))?;
    Ok(AssessOptions::on(as_of))
}

fn with_standards(keys: &mut Map<String, Json>, mut options: AssessOptions) -> Result<AssessOptions, Refusal> {
    options.language = language_of(keys)?;
    if keys.contains_key("standards") {
        options.standards = texts_of(keys, "standards")?;
    }
    Ok(options)
}

fn with_offices(keys: &mut Map<String, Json>, mut options: AssessOptions) -> Result<AssessOptions, Refusal> {
    if let Some(offices) = keys.remove("offices") {
        options.offices = serde_json::from_value(offices).map_err(|error| {
            bad("/offices", &format!("expected a list of {{\"agency\": ID, \"place\": ID}}, found otherwise: {error}"))
        })?;
    }
    Ok(options)
}

/// The catalogues that are bundled, and those that the request brings.
fn catalogs_of(keys: &mut Map<String, Json>) -> Result<Catalogs, Refusal> {
    match keys.remove("catalogs") {
        None => Ok(Catalogs::bundled()),
        Some(Json::Array(own)) => Catalogs::with_own(own.into_iter().map(written)),
        Some(other) => Err(bad("/catalogs", &format!("expected a list of catalogues, found {other}"))),
    }
}

/// A catalogue: an object, or the text of one.
fn written(catalog: Json) -> String {
    if let Json::String(text) = catalog { text } else { catalog.to_string() }
}

fn json_of(keys: &mut Map<String, Json>) -> Result<String, Refusal> {
    match keys.remove("catalog") {
        Some(catalog) => Ok(written(catalog)),
        None => Err(bad("/catalog", "expected the key `catalog` with a catalogue, found none")),
    }
}

fn texts_of(keys: &mut Map<String, Json>, key: &str) -> Result<Vec<String>, Refusal> {
    let wrong = || bad(&format!("/{key}"), &format!("expected the key `{key}` with a list of texts"));
    let Some(Json::Array(items)) = keys.remove(key) else { return Err(wrong()) };
    items.into_iter().map(|item| if let Json::String(text) = item { Ok(text) } else { Err(wrong()) }).collect()
}

fn budget_of(keys: &mut Map<String, Json>) -> Result<u32, Refusal> {
    match keys.remove("budget") {
        None => Ok(MAX_PATHS),
        Some(Json::Number(number)) => {
            let budget = number.as_u64().and_then(|number| u32::try_from(number).ok());
            budget.ok_or_else(|| {
                bad("/budget", &format!("expected a whole number up to 4294967295 under `budget`, found {number}"))
            })
        }
        Some(other) => Err(bad("/budget", &format!("expected a whole number under `budget`, found {other}"))),
    }
}
