//! The table of a contest.

use super::{Document, Result};
use crate::clock::median;
use crate::{Failed, print};
use serde_json::Value as Json;

/// Prints one table, with the medians against those of the way called `ours` and of the fastest of
/// those whose names begin with `yardstick`; fails if two answers differ.
pub fn report(document: &Document, results: &[Result], ours: &str, yardstick: &str) -> std::result::Result<(), Failed> {
    let own = results.iter().find(|result| result.way.name == ours).ok_or("nothing was measured")?;
    let rods = results.iter().filter(|result| result.way.name.starts_with(yardstick));
    let rod = rods.map(|result| median(&result.seconds)).min_by(f64::total_cmp).unwrap_or(f64::NAN);
    print(
        "| way | median ms | first ms | x isms | x orjson | peak MB | bytes a byte | records | links | findings | equal | raw ms |",
    )?;
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |")?;
    let mut differ = Vec::new();
    for result in results {
        let time = median(&result.seconds);
        let unequal = unequal(&own.answer, &result.answer);
        let raw: Vec<String> = result.seconds.iter().map(|time| milliseconds(*time)).collect();
        print(&format!(
            "| {} | {} | {} | {:.2} | {} | {:.0} | {:.2} | {} | {} | {} | {} | {} |",
            result.way.label,
            milliseconds(time),
            milliseconds(median(&result.first)),
            time / median(&own.seconds),
            if rod.is_nan() { "-".to_owned() } else { format!("{:.2}", time / rod) },
            ratio(result.peak, 1_000_000),
            ratio(result.peak, document.bytes as u64),
            shown(&result.answer, "records"),
            shown(&result.answer, "links"),
            total(&result.answer),
            if unequal.is_empty() { "yes" } else { "NO" },
            raw.join(" ")
        ))?;
        differ.extend(unequal.into_iter().map(|what| format!("{} differs in {what}", result.way.label)));
    }
    if let Some(counts) = own.answer.get("findings") {
        print(&format!("\nfindings: {counts}; digest of their places: {}", shown(&own.answer, "places")))?;
    }
    if differ.is_empty() { Ok(()) } else { Err(differ.join("\n").into()) }
}

/// What both answers tell, and tell otherwise. One that only reads tells less.
fn unequal(ours: &Json, theirs: &Json) -> Vec<String> {
    let (Json::Object(ours), Json::Object(theirs)) = (ours, theirs) else {
        return vec!["having no answer".to_owned()];
    };
    let both = ours.iter().filter_map(|(key, ours)| Some((key, ours, theirs.get(key)?)));
    let both = both.filter(|(_, ours, theirs)| ours != theirs);
    both.map(|(key, ours, theirs)| format!("{key}: {ours} against {theirs}")).collect()
}

fn shown(answer: &Json, key: &str) -> String {
    answer.get(key).map_or_else(|| "-".to_owned(), Json::to_string)
}

/// How many findings there are.
fn total(answer: &Json) -> String {
    let Some(Json::Object(counts)) = answer.get("findings") else {
        return "-".to_owned();
    };
    counts.values().filter_map(Json::as_u64).sum::<u64>().to_string()
}

/// Milliseconds, with three digits or more.
pub fn milliseconds(seconds: f64) -> String {
    let time = seconds * 1e3;
    match time {
        ..10.0 => format!("{time:.3}"),
        ..100.0 => format!("{time:.1}"),
        _ => format!("{time:.0}"),
    }
}

/// A part as a multiple of the whole.
pub fn ratio(part: u64, whole: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "printed with three digits")]
    let ratio = part as f64 / whole.max(1) as f64;
    ratio
}
