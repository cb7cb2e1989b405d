//! One thing that the library has to say.

use super::{Code, Severity};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// One thing that the library has to say about a record. Messages carry ids, never notes.
///
/// ```
/// let register = isms_core::Register::open(br#"{"isms": "1", "losses": [{"id": "driver", "title": "Driver injured"}]}"#)?;
/// let findings = register.check().findings;
/// assert_eq!(findings[0].code, "broken_trace");
/// assert_eq!(findings[0].path, "/losses/0/causes");
/// # Ok::<(), isms_core::Refusal>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Finding {
    /// What it is about; `explain` prints its page.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The id of the record; missing where it has none, or where many are meant.
    pub subject: Option<String>,
    /// JSON pointer in the document as opened; after an edit, as it would be saved.
    pub path: String,
    /// One sentence or two in English: what was expected, what was found.
    pub message: String,
    /// The parameters of the message, for translation.
    #[serde(serialize_with = "facts_as_object")]
    pub facts: Vec<Fact>,
    /// Changes that would mend it, where there is one.
    pub fix: Vec<Fix>,
    /// Ids of the claims of the source texts on which it rests.
    pub claims: Vec<String>,
}

/// A parameter of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Fact {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: FactValue,
}

/// The value of a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum FactValue {
    /// A text.
    Text {
        /// The text.
        text: String,
    },
    /// A count.
    Count {
        /// The count.
        count: u64,
    },
    /// Texts, mostly ids.
    Texts {
        /// The texts.
        texts: Vec<String>,
    },
}

/// A change that would mend a finding: `{id, field, value}` or `{id, field, remove: true}`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Fix {
    /// The record.
    pub id: String,
    /// JSON pointer of the field within the record.
    pub field: String,
    /// The new value, JSON text; missing: remove the field.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub value: Option<String>,
}

impl Fact {
    /// A text.
    pub(crate) fn text(name: &str, text: impl Into<String>) -> Self {
        Self { name: name.to_owned(), value: FactValue::Text { text: text.into() } }
    }

    /// A count.
    pub(crate) fn count(name: &str, count: usize) -> Self {
        Self { name: name.to_owned(), value: FactValue::Count { count: count as u64 } }
    }

    /// Texts.
    pub(crate) fn list(name: &str, texts: Vec<String>) -> Self {
        Self { name: name.to_owned(), value: FactValue::Texts { texts } }
    }
}

impl Finding {
    /// A finding without facts, fix or claims.
    pub(crate) fn new(code: Code, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.as_str().to_owned(),
            severity: code.severity(),
            subject: None,
            path: path.into(),
            message: message.into(),
            facts: Vec::new(),
            fix: Vec::new(),
            claims: Vec::new(),
        }
    }

    /// About this record.
    pub(crate) fn of(mut self, subject: Option<&str>) -> Self {
        self.subject = subject.map(str::to_owned);
        self
    }

    /// Resting on these claims of the source texts.
    pub(crate) fn resting_on(mut self, claims: &[&str]) -> Self {
        self.claims = claims.iter().map(|claim| (*claim).to_owned()).collect();
        self
    }

    /// With this parameter.
    pub(crate) fn fact(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self
    }

    /// With this change as its mend.
    pub(crate) fn mended_by(mut self, fix: Fix) -> Self {
        self.fix.push(fix);
        self
    }
}

fn facts_as_object<S: Serializer>(facts: &[Fact], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(facts.len()))?;
    for fact in facts {
        match &fact.value {
            FactValue::Text { text } => map.serialize_entry(&fact.name, text)?,
            FactValue::Count { count } => map.serialize_entry(&fact.name, count)?,
            FactValue::Texts { texts } => map.serialize_entry(&fact.name, texts)?,
        }
    }
    map.end()
}

impl Serialize for Fix {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("field", &self.field)?;
        match &self.value {
            Some(json) => {
                let value: serde_json::Value = serde_json::from_str(json).map_err(serde::ser::Error::custom)?;
                map.serialize_entry("value", &value)?;
            }
            None => map.serialize_entry("remove", &true)?,
        }
        map.end()
    }
}
