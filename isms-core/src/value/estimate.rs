//! Estimates: what people know of a probability, in the form in which they know it.

use super::Value;
use super::duration;
use super::field::{one_form, write_field, write_name};
use super::probability::{self, PROBABILITY};
use crate::json::{Fields, Name, Problem, Reader, Shape, Syntax, write_number};
use serde_json::{Value as Json, json};
use std::borrow::Cow;

const EXPECTED: &str = "an estimate: a number from 0 to 1, or an object of one of the forms low/high, \
                        rate/per, level/scale, beta, pert, p05_p95, seen/of";

/// An estimate of a probability (0 to 1), in one of the forms of the design: a point, a range or a
/// distribution. A missing estimate is unknown: the whole range.
///
/// ```
/// use isms_core::{Estimate, RiskFactor};
/// let mut arms = RiskFactor::new("arms", "Small arms on the market");
/// arms.likelihood = Some(Estimate::Range { low: Some(0.5), high: Some(0.9) });
/// assert_eq!(arms.to_json(), r#"{"id":"arms","title":"Small arms on the market","likelihood":{"low":0.5,"high":0.9}}"#);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Estimate {
    /// A number. JSON: `0.3`.
    Point {
        /// From 0 to 1.
        value: f64,
    },
    /// Events in a time; the probability in the register's period is 1 − exp(−rate × period).
    Rate {
        /// Events, 0 or more.
        rate: f64,
        /// In this time, an ISO 8601 duration of whole numbers such as `P1Y`.
        per: String,
    },
    /// A range; a missing end is the natural end.
    Range {
        /// From 0 to 1.
        low: Option<f64>,
        /// From `low` to 1.
        high: Option<f64>,
    },
    /// A level of a scale, which gives its range.
    Level {
        /// The level's name.
        level: String,
        /// The scale, `catalogue:name`.
        scale: Option<String>,
    },
    /// A beta distribution.
    Beta {
        /// Above 0.
        a: f64,
        /// Above 0.
        b: f64,
    },
    /// A PERT distribution.
    Pert {
        /// From 0 to 1.
        min: f64,
        /// From `min` to `max`.
        mode: f64,
        /// From `mode` to 1.
        max: f64,
    },
    /// The 5th and the 95th percentile of a logit-normal distribution.
    P05P95 {
        /// Above 0.
        p05: f64,
        /// Above `p05`, below 1.
        p95: f64,
    },
    /// So many of so many times: Beta(seen + ½, of − seen + ½).
    Counts {
        /// From 0 to `of`.
        seen: u64,
        /// 0: unknown.
        of: u64,
    },
}

/// The keys of all forms; which of them stand together makes the form.
const FIELDS: Fields = &["rate", "per", "low", "high", "level", "scale", "beta", "pert", "p05_p95", "seen", "of"];

#[derive(Default)]
struct Keys {
    numbers: [Option<f64>; 3],
    wholes: [Option<u64>; 2],
    texts: [Option<String>; 3],
    lists: [Option<Vec<f64>>; 3],
}

impl Value for Estimate {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        match reader.cursor.shape()? {
            Shape::Number => Ok(probability::read(reader)?.map(|value| Self::Point { value })),
            Shape::Object => read_form(reader),
            _ => {
                reader.wrong_type(EXPECTED)?;
                Ok(None)
            }
        }
    }

    fn write(&self, out: &mut String) {
        if let Self::Point { value } = self {
            return write_number(out, *value);
        }
        out.push('{');
        write_form(self, out);
        out.push('}');
    }

    fn schema() -> Json {
        json!({"$ref": "#/$defs/estimate"})
    }
}

fn read_form(reader: &mut Reader<'_>) -> Result<Option<Estimate>, Syntax> {
    let mut keys = Keys::default();
    let unread = reader.unread();
    reader.each_field(FIELDS, |reader, name| {
        let step = name.step();
        reader.within(step, |reader| keys.read(reader, &name))
    })?;
    if reader.unread() > unread {
        return Ok(None);
    }
    let estimate = keys.form();
    match &estimate {
        None => reader.note(Problem::Type { expected: EXPECTED, found: "an object of no such form".into() }),
        Some(form) => {
            if let Some(expected) = form.beyond() {
                reader.out_of_range(expected, text(form));
                return Ok(None);
            }
        }
    }
    Ok(estimate)
}

fn text(estimate: &Estimate) -> String {
    let mut out = String::new();
    estimate.write(&mut out);
    out
}

impl Keys {
    fn read(&mut self, reader: &mut Reader<'_>, name: &Name<'_>) -> Result<(), Syntax> {
        let [rate, low, high] = &mut self.numbers;
        let [seen, of] = &mut self.wholes;
        let [per, level, scale] = &mut self.texts;
        let [beta, pert, p05_p95] = &mut self.lists;
        match name {
            Name::Known("rate") => *rate = reader.number("a number, 0 or more")?,
            Name::Known("low") => *low = reader.number(PROBABILITY)?,
            Name::Known("high") => *high = reader.number(PROBABILITY)?,
            Name::Known("seen") => *seen = u64::read(reader)?,
            Name::Known("of") => *of = u64::read(reader)?,
            Name::Known("per") => *per = duration::read(reader)?,
            Name::Known("level") => *level = reader.text("text")?.map(Cow::into_owned),
            Name::Known("scale") => *scale = reader.text("text")?.map(Cow::into_owned),
            Name::Known("beta") => *beta = numbers(reader)?,
            Name::Known("pert") => *pert = numbers(reader)?,
            Name::Known(_) => *p05_p95 = numbers(reader)?,
            Name::Unknown(_) | Name::Odd(_) => reader.keep_raw()?,
        }
        Ok(())
    }

    /// The form that the keys make, if they make just one.
    fn form(self) -> Option<Estimate> {
        match (self.numbers, self.wholes, self.texts, self.lists) {
            ([Some(rate), None, None], [None, None], [Some(per), None, None], [None, None, None]) => {
                Some(Estimate::Rate { rate, per })
            }
            ([None, low, high], [None, None], [None, None, None], [None, None, None])
                if low.is_some() || high.is_some() =>
            {
                Some(Estimate::Range { low, high })
            }
            ([None, None, None], [Some(seen), Some(of)], [None, None, None], [None, None, None]) => {
                Some(Estimate::Counts { seen, of })
            }
            ([None, None, None], [None, None], [None, Some(level), scale], [None, None, None]) => {
                Some(Estimate::Level { level, scale })
            }
            ([None, None, None], [None, None], [None, None, None], lists) => distribution(&lists),
            _ => None,
        }
    }
}

fn distribution(lists: &[Option<Vec<f64>>; 3]) -> Option<Estimate> {
    match lists {
        [Some(beta), None, None] => match beta.as_slice() {
            [a, b] => Some(Estimate::Beta { a: *a, b: *b }),
            _ => None,
        },
        [None, Some(pert), None] => match pert.as_slice() {
            [min, mode, max] => Some(Estimate::Pert { min: *min, mode: *mode, max: *max }),
            _ => None,
        },
        [None, None, Some(percentiles)] => match percentiles.as_slice() {
            [p05, p95] => Some(Estimate::P05P95 { p05: *p05, p95: *p95 }),
            _ => None,
        },
        _ => None,
    }
}

impl Estimate {
    /// What its numbers must be, where they are not.
    fn beyond(&self) -> Option<&'static str> {
        let unit = 0.0..=1.0;
        let (holds, expected) = match self {
            Self::Point { value } => (unit.contains(value), PROBABILITY),
            Self::Rate { rate, .. } => (*rate >= 0.0 && rate.is_finite(), "a rate of 0 or more"),
            Self::Range { low, high } => {
                let (low, high) = (low.unwrap_or(0.0), high.unwrap_or(1.0));
                (unit.contains(&low) && unit.contains(&high) && low <= high, "0 <= low <= high <= 1")
            }
            Self::Level { .. } => (true, ""),
            Self::Beta { a, b } => {
                (*a > 0.0 && *b > 0.0 && a.is_finite() && b.is_finite(), "beta of two numbers above 0")
            }
            Self::Pert { min, mode, max } => (
                unit.contains(min) && unit.contains(max) && min <= mode && mode <= max && min < max,
                "0 <= min <= mode <= max <= 1, min < max",
            ),
            Self::P05P95 { p05, p95 } => (0.0 < *p05 && p05 < p95 && *p95 < 1.0, "0 < p05 < p95 < 1"),
            Self::Counts { seen, of } => (seen <= of, "seen <= of"),
        };
        (!holds).then_some(expected)
    }
}

fn numbers(reader: &mut Reader<'_>) -> Result<Option<Vec<f64>>, Syntax> {
    if reader.cursor.shape()? != Shape::Array {
        reader.wrong_type("a list of numbers")?;
        return Ok(None);
    }
    let mut list = Vec::new();
    reader.each_item(|reader| {
        list.extend(reader.number("a number")?);
        Ok(())
    })?;
    Ok(Some(list))
}

fn write_form(estimate: &Estimate, out: &mut String) {
    match estimate {
        Estimate::Point { value } => write_number(out, *value),
        Estimate::Rate { rate, per } => {
            write_field(out, "rate", rate);
            write_field(out, "per", per);
        }
        Estimate::Range { low, high } => {
            write_field(out, "low", low);
            write_field(out, "high", high);
        }
        Estimate::Level { level, scale } => {
            write_field(out, "level", level);
            write_field(out, "scale", scale);
        }
        Estimate::Beta { a, b } => write_numbers(out, "beta", &[*a, *b]),
        Estimate::Pert { min, mode, max } => write_numbers(out, "pert", &[*min, *mode, *max]),
        Estimate::P05P95 { p05, p95 } => write_numbers(out, "p05_p95", &[*p05, *p95]),
        Estimate::Counts { seen, of } => {
            write_field(out, "seen", seen);
            write_field(out, "of", of);
        }
    }
}

fn write_numbers(out: &mut String, name: &str, numbers: &[f64]) {
    write_name(out, name);
    super::field::write_list(out, numbers, |number, out| write_number(out, *number));
}

/// The schema of an estimate. Order between its numbers is the reader's to say: JSON Schema can't.
pub(crate) fn estimate_schema() -> Json {
    let unit = json!({"type": "number", "minimum": 0, "maximum": 1});
    let above = json!({"type": "number", "exclusiveMinimum": 0});
    let within = json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1});
    let numbers =
        |item: &Json, count: usize| json!({"type": "array", "items": item, "minItems": count, "maxItems": count});
    json!({
        "description": "A probability, in the form in which it is known.",
        "anyOf": [
            unit,
            one_form(FIELDS, json!({"rate": {"type": "number", "minimum": 0}, "per": {"$ref": "#/$defs/duration"}}), &["rate", "per"]),
            one_form(FIELDS, json!({"low": unit, "high": unit}), &["low"]),
            one_form(FIELDS, json!({"high": unit}), &["high"]),
            one_form(FIELDS, json!({"level": {"type": "string"}, "scale": {"type": "string"}}), &["level"]),
            one_form(FIELDS, json!({"beta": numbers(&above, 2)}), &["beta"]),
            one_form(FIELDS, json!({"pert": numbers(&unit, 3)}), &["pert"]),
            one_form(FIELDS, json!({"p05_p95": numbers(&within, 2)}), &["p05_p95"]),
            one_form(FIELDS, json!({"seen": u64::schema(), "of": u64::schema()}), &["seen", "of"]),
        ],
    })
}
