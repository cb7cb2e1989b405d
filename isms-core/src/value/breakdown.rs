//! Counts of the same people by one property, as a source gives them.

use super::Value;
use super::field::{each_key, write_name};
use crate::json::{Reader, Syntax};
use serde_json::{Value as Json, json};

/// People counted by one property, such as the type of their agency. It is a breakdown of all who
/// were affected: the source does not say which of them met which harm.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Breakdown {
    /// The property: `agency_type`, `gender` …
    pub by: String,
    /// How many of each; what the source leaves blank is missing, never 0.
    pub tallies: Vec<Tally>,
}

/// How many of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Tally {
    /// The sort, a term.
    pub term: String,
    /// How many.
    pub count: u64,
}

/// JSON: an object of objects, `{"agency_type": {"UN": 0, "INGO": 2}}`.
impl Value for Vec<Breakdown> {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        each_key(reader, "an object of breakdowns", |reader, by| {
            let tallies = each_key(reader, "an object of counts", |reader, term| {
                let count = u64::read(reader)?;
                if count.is_some() {
                    reader.keep_text(&term, true);
                }
                Ok(count.map(|count| Tally { term, count }))
            })?;
            Ok(tallies.map(|tallies| Breakdown { by, tallies }))
        })
    }

    fn write(&self, out: &mut String) {
        out.push('{');
        for breakdown in self {
            write_name(out, &breakdown.by);
            out.push('{');
            for tally in &breakdown.tallies {
                write_name(out, &tally.term);
                tally.count.write(out);
            }
            out.push('}');
        }
        out.push('}');
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn schema() -> Json {
        json!({"type": "object", "additionalProperties": {"type": "object", "additionalProperties": u64::schema()}})
    }
}
