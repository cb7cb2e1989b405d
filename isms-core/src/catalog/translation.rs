//! Text in several languages.

use crate::json::{Reader, Syntax};
use crate::value::{Value, each_key, write_name};
use serde_json::{Value as Json, json};

/// A text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Translation {
    /// The language, a tag of BCP 47: `en`, `fr`, `ar` …
    pub language: String,
    /// The text.
    pub text: String,
}

/// The text in a language; else in English; else in the first language there is. With it, whether it is in the language
/// that was asked for.
pub(crate) fn say<'t>(texts: &'t [Translation], language: &str) -> Option<(&'t str, bool)> {
    let in_language = |language: &str| texts.iter().find(|text| text.language == language);
    let found = in_language(language).or_else(|| in_language("en")).or_else(|| texts.first())?;
    Some((&found.text, found.language == language))
}

/// JSON: an object of texts by language, `{"en": "Death", "fr": "Décès"}`.
impl Value for Vec<Translation> {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        each_key(reader, "an object of texts by language, such as {\"en\": \"Death\"}", |reader, language| {
            Ok(reader.text("text")?.map(|text| Translation { language, text: text.into_owned() }))
        })
    }

    fn write(&self, out: &mut String) {
        out.push('{');
        for Translation { language, text } in self {
            write_name(out, language);
            text.write(out);
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
        json!({"type": "object", "additionalProperties": String::schema()})
    }
}
