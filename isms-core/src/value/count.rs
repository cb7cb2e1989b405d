//! Counts of people and amounts of goods.

use super::Value;
use super::cells::{Cells, Holds};
use super::field::{any, object};
use crate::json::{Reader, Shape, Syntax, write_number};
use serde_json::{Value as Json, json};

const WHOLE: &str = "a whole number from 0 to 9007199254740991";
/// The largest whole number: above it not every one is a double, and a neighbour would be read.
pub(super) const LARGEST: u64 = 9_007_199_254_740_991;
const COUNT: &str = "a whole number, or {\"low\", \"high\"}";

/// How many. JSON: `3`, or `{"low": 3, "high": 5}`. A missing count is unknown, never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Count {
    /// At least.
    pub low: u64,
    /// At most; from `low` on.
    pub high: u64,
}

impl Count {
    /// Just so many.
    #[must_use]
    pub fn exactly(number: u64) -> Self {
        Self { low: number, high: number }
    }
}

impl Value for Count {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        match reader.cursor.shape()? {
            Shape::Number => Ok(u64::read(reader)?.map(Self::exactly)),
            Shape::Object => {
                let count = Range::read(reader)?.map(|range| Self { low: range.low, high: range.high });
                if count.is_some_and(|count| count.low == count.high) {
                    // It is written as one number.
                    reader.cursor.untidy();
                }
                Ok(count)
            }
            _ => {
                reader.wrong_type(COUNT)?;
                Ok(None)
            }
        }
    }

    fn write(&self, out: &mut String) {
        if self.low == self.high {
            return self.low.write(out);
        }
        Range { low: self.low, high: self.high }.write(out);
    }

    fn schema() -> Json {
        json!({"anyOf": [u64::schema(), Range::schema()]})
    }
}

object! {
    /// The long form of a count.
    #[derive(Clone, Copy, Debug)]
    Range as "{\"low\", \"high\"}, whole numbers" if range {
        /// At least.
        low: u64,
        /// At most.
        high: u64,
    }
}

fn range(range: &Range) -> Option<&'static str> {
    (range.low > range.high).then_some("low <= high")
}

/// A number as a whole one.
fn whole(number: f64) -> Option<u64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole and in range")]
    let found = (number >= 0.0 && number.fract() == 0.0).then_some(number as u64);
    found.filter(|found| *found <= LARGEST)
}

impl Value for u64 {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        let Some(number) = reader.number(WHOLE)? else {
            return Ok(None);
        };
        let found = whole(number);
        if found.is_none() {
            reader.number_out_of_range(WHOLE);
        }
        Ok(found)
    }

    fn write(&self, out: &mut String) {
        use std::fmt::Write as _;
        // Writing to a `String` cannot fail.
        let _ = write!(out, "{self}");
    }

    fn schema() -> Json {
        json!({"type": "integer", "minimum": 0, "maximum": LARGEST})
    }

    const HOLDS: Holds = Holds::Whole;

    fn put(&self, cells: &mut Cells) {
        cells.whole(*self);
    }
}

impl Value for f64 {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        const FINITE: &str = "a number within ±1.8e308";
        let Some(number) = reader.number(FINITE)? else {
            return Ok(None);
        };
        if number.is_infinite() {
            reader.number_out_of_range(FINITE);
            return Ok(None);
        }
        Ok(Some(number))
    }

    fn write(&self, out: &mut String) {
        write_number(out, *self);
    }

    fn schema() -> Json {
        json!({"type": "number"})
    }
}

object! {
    /// An amount of goods or money. JSON: `{"value": 12000, "unit": "USD"}`.
    #[derive(Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Amount as "{\"value\": a number, \"unit\": text}" if any {
        /// How much, in `unit`.
        value: f64,
        /// A currency code or a unit of goods.
        unit: String,
    }
}
