//! What the texts that the design follows ask of the library, claim by claim, and the answers that show it: `docs/claims.md` and
//! `tests/claims.rs` are made of it.

mod page;
mod place;
mod requirement;
mod sample;
mod sign;
mod switch;

use crate::Fault;
use serde::Deserialize;

pub use page::claims_page;
pub use sign::{Item, Sign};

/// The claims, with the signs that are written down.
const CLAIMS: &str = include_str!("../../claims.json");

/// What a text asks for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id in the register of claims.
    pub claim: String,
    /// `core` or `should`.
    pub force: String,
    /// What it says, in our words.
    pub says: String,
    /// The answers that change when it is honoured.
    #[serde(default)]
    pub signs: Vec<Sign>,
    /// The calculations that honour it in every answer.
    #[serde(default)]
    pub calculations: Vec<Calculation>,
}

/// A calculation that honours a claim whatever the register holds. To switch it off is a slip in the code: a mutant.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calculation {
    /// What it keeps to.
    pub shows: String,
    /// The slip of the mutant, as `cargo dev mutants` names it.
    pub slip: String,
}

impl Claim {
    /// All of them, each with the signs that are written down and those that requirements citing it give.
    ///
    /// # Errors
    /// Says what can't be read.
    pub fn all() -> Result<Vec<Self>, Fault> {
        let mut claims: Vec<Self> = serde_json::from_str(CLAIMS).map_err(|error| format!("claims.json: {error}"))?;
        let requirements = requirement::all()?;
        for claim in &mut claims {
            let citing = requirements.iter().filter(|requirement| requirement.claims.contains(&claim.claim));
            let signs = citing.map(requirement::Requirement::sign);
            claim.signs.extend(signs);
        }
        Ok(claims)
    }
}
