//! Places in answers.

use crate::Fault;
use serde_json::Value as Json;

/// The value at a place; null where nothing is there. A step is a key, a number, `key=value,…` for the first item of a list in which all
/// of these stand, or `#` for the length of a list.
pub(super) fn found(answer: &Json, at: &str) -> Result<Json, Fault> {
    let steps = at.strip_prefix('/').ok_or_else(|| format!("expected a place such as /state, found {at}"))?;
    let mut here = answer;
    for step in steps.split('/') {
        here = match here {
            Json::Object(fields) => match fields.get(step) {
                Some(value) => value,
                // What is absent is left out, or null.
                None => return Ok(Json::Null),
            },
            Json::Array(items) if step == "#" => return Ok(items.len().into()),
            Json::Array(items) => match item(items, step)? {
                Some(value) => value,
                None => return Ok(Json::Null),
            },
            Json::Null => return Ok(Json::Null),
            _ => return Err(format!("{at}: nothing stands within {here}")),
        };
    }
    Ok(here.clone())
}

fn item<'a>(items: &'a [Json], step: &str) -> Result<Option<&'a Json>, Fault> {
    if let Ok(index) = step.parse::<usize>() {
        return Ok(items.get(index));
    }
    let wanted: Option<Vec<(&str, &str)>> = step.split(',').map(|part| part.split_once('=')).collect();
    let wanted = wanted.ok_or_else(|| format!("expected a number or key=value, found {step}"))?;
    let fits = |item: &&Json| {
        wanted.iter().all(|(key, value)| match item.get(*key) {
            Some(Json::String(text)) => text == value,
            Some(Json::Null) | None => value.is_empty(),
            Some(Json::Bool(found)) => value.parse() == Ok(*found),
            Some(Json::Number(found)) => value.parse().ok().as_ref() == Some(found),
            Some(_) => false,
        })
    };
    Ok(items.iter().find(fits))
}
