//! Requirements of the bundled standards as signs: what was verified, or found wanting, changes how a part of them stands.

use super::Sign;
use super::sign::Item;
use super::switch::bundled;
use crate::Fault;
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// The standards whose requirements cite claims.
const STANDARDS: [&str; 4] = ["isms", "unsms", "red-cross", "human-security"];

/// A requirement, as far as it is needed here.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Requirement {
    id: String,
    #[serde(default)]
    standard: String,
    sector: Option<String>,
    function: Option<String>,
    level: String,
    force: String,
    /// The claims that it cites.
    #[serde(default)]
    pub(super) claims: Vec<String>,
}

/// The requirements of all standards that cite claims.
pub(super) fn all() -> Result<Vec<Requirement>, Fault> {
    let mut all = Vec::new();
    for standard in STANDARDS {
        let requirements = bundled(standard)?.get_mut("requirements").map(Json::take).unwrap_or_default();
        let requirements: Vec<Requirement> =
            serde_json::from_value(requirements).map_err(|error| format!("{standard}: {error}"))?;
        all.extend(requirements.into_iter().map(|found| Requirement { standard: standard.to_owned(), ..found }));
    }
    Ok(all)
}

impl Requirement {
    /// An office that was found to meet it, or its headquarters.
    pub(super) fn sign(&self) -> Sign {
        let name = format!("{}:{}", self.standard, self.id);
        let part = match (&self.function, &self.sector) {
            (Some(function), _) => format!("by=function,name={function}"),
            (None, Some(sector)) => format!("by=sector,name={sector}"),
            (None, None) => "by=sector,name=unplaced".to_owned(),
        };
        let at = if self.is_of_headquarters() { "headquarters" } else { "offices" };
        Sign {
            shows: format!("verified as met, it counts so in `{part}`; unmet, it does not"),
            ask: json!({"ask": "assess", "as_of": "2026-10-15"}),
            at: format!("/{at}/0/standings/{part}/{}/met", self.force),
            honoured: json!(1),
            broken: json!(0),
            register: Some(self.register(&name)),
            given: super::sample::Changes::default(),
            breaks: super::sample::Changes::of("found", "result", "unmet"),
            item: Item::Requirement(name),
        }
    }

    fn is_of_headquarters(&self) -> bool {
        self.level == "headquarters"
    }

    fn register(&self, name: &str) -> Json {
        // Where nothing is said of an agency, a place or what is there, no condition stands in the way.
        let mut found = json!({"id": "found", "title": "Found", "agency": "agency", "requirement": name, "result": "met",
            "evidence": ["Seen"], "date": "2026-10-01"});
        if !self.is_of_headquarters()
            && let Some(fields) = found.as_object_mut()
        {
            fields.insert("place".to_owned(), json!("place"));
        }
        json!({"isms": "1", "id": "office", "title": "An office",
            "agencies": [{"id": "agency", "title": "An agency"}],
            "places": [{"id": "place", "title": "A place"}],
            "programmes": [{"id": "programme", "title": "A programme", "agency": "agency", "place": "place"}],
            "adoptions": [{"id": "adopted", "title": "Adopted", "agency": "agency", "standard": self.standard, "since": "2026-01-01"}],
            "verifications": [found]})
    }
}
