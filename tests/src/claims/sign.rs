//! An answer that changes when a claim is honoured.

use super::sample::{Changes, Document};
use super::{place, switch};
use crate::Fault;
use isms_core::{Register, ask};
use serde::Deserialize;
use serde_json::Value as Json;

/// An answer that is one thing where a claim is honoured and another where it is not.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    /// By what the library knows of it.
    #[serde(flatten)]
    pub item: Item,
    /// What changes, in words.
    pub shows: String,
    /// The question.
    pub ask: Json,
    /// The place in its answer.
    pub at: String,
    /// What is there where the claim is honoured; null: nothing.
    pub honoured: Json,
    /// What is there where it is broken.
    pub broken: Json,
    /// The register: the bundled sample unless one is given.
    #[serde(default)]
    pub register: Option<Json>,
    /// How the register is changed before all else.
    #[serde(default)]
    pub given: Changes,
    /// How the claim is broken in it.
    pub breaks: Changes,
}

/// By what the library knows whether a claim is honoured.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// A field, or a relation, of records: `posts.held.background`.
    Field(String),
    /// A requirement of a catalogue: `isms:core-mandate`.
    Requirement(String),
    /// A term, or a taxonomy: `terms:agency-type`, `terms:agency-type.ngo`.
    Term(String),
}

impl Item {
    /// What sort it is, and its name.
    #[must_use]
    pub fn named(&self) -> (&'static str, &str) {
        match self {
            Self::Field(name) => ("field", name),
            Self::Requirement(name) => ("requirement", name),
            Self::Term(name) => ("term", name),
        }
    }
}

/// What is there where a claim is honoured, and where it is broken.
struct Pair {
    honoured: Json,
    broken: Json,
}

impl Sign {
    /// Whether the answers are as they are told.
    ///
    /// # Errors
    /// Says which is not.
    pub fn shown(&self) -> Result<(), Fault> {
        self.judge(&self.answers(false)?)
    }

    /// Whether the same turns red where the library knows nothing of the item.
    ///
    /// # Errors
    /// It stays green, or can't be asked.
    pub fn shown_by_its_item_alone(&self) -> Result<(), Fault> {
        let answers = self.answers(true)?;
        match self.judge(&answers) {
            Err(_) if answers.honoured == answers.broken => Ok(()),
            Err(_) => Err(format!("without the item it is {} and {}", answers.honoured, answers.broken)),
            Ok(()) => Err("it is the same without the item".to_owned()),
        }
    }

    fn judge(&self, found: &Pair) -> Result<(), Fault> {
        for (what, expected, found) in
            [("honoured", &self.honoured, &found.honoured), ("broken", &self.broken, &found.broken)]
        {
            if expected != found {
                return Err(format!("{what}: expected {expected}, found {found}"));
            }
        }
        if self.honoured == self.broken { Err("it is the same, honoured or broken".to_owned()) } else { Ok(()) }
    }

    fn answers(&self, is_off: bool) -> Result<Pair, Fault> {
        let mut honoured = Document::new(self.register.as_ref())?;
        honoured.change(&self.given)?;
        let mut broken = honoured.clone();
        broken.change(&self.breaks)?;
        let mut requests = [self.ask.clone(), self.ask.clone()];
        if is_off {
            // One of both may be broken just by having it no more.
            let taken = switch::off(&self.item, &mut honoured, &mut requests[0])?
                + switch::off(&self.item, &mut broken, &mut requests[1])?;
            if taken == 0 {
                return Err("the item stands in no record and no catalogue".to_owned());
            }
        }
        let [of_honoured, of_broken] = requests;
        Ok(Pair {
            honoured: place::found(&answer(&honoured, &of_honoured)?, &self.at)?,
            broken: place::found(&answer(&broken, &of_broken)?, &self.at)?,
        })
    }
}

fn answer(document: &Document, request: &Json) -> Result<Json, Fault> {
    let bytes = document.bytes()?;
    let register = Register::open(&bytes).map_err(|refusal| refusal.to_string())?;
    let answer = ask(&register, &request.to_string()).map_err(|refusal| refusal.to_string())?;
    let answer: Json = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
    Ok(answer)
}
