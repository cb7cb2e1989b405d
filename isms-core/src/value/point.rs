//! Points on the map. A point without its precision is a comment, not a fact.

use super::field::object;
use serde_json::{Value as Json, json};

object! {
    /// A point on the map with its precision. JSON: `{"lat": 12.9, "lon": 23.4, "precision": "city"}`.
    #[derive(Clone, Debug, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Point as "{\"lat\": degrees, \"lon\": degrees, \"precision\": text}" if beyond {
        /// Degrees north, −90 to 90.
        lat: f64 as degrees::<90>,
        /// Degrees east, −180 to 180.
        lon: f64 as degrees::<180>,
        /// What the point stands for: `exact`, or the kind of the place in which it lies (`city`,
        /// `district`, `region`, `country`), known no better than that. Missing: unknown.
        precision: Option<String>,
    }
}

fn beyond(point: &Point) -> Option<&'static str> {
    let on_earth = point.lat.abs() <= 90.0 && point.lon.abs() <= 180.0;
    (!on_earth).then_some("a latitude from -90 to 90 and a longitude from -180 to 180")
}

/// The schema of degrees, so many on both sides of 0.
fn degrees<const MOST: i64>(_number: Json) -> Json {
    json!({"type": "number", "minimum": -MOST, "maximum": MOST})
}
