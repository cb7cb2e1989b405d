//! How strict labels are: their order, and the strictest of several.

use super::Label;
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Words of TLP 2.0, the least strict first. Any other word is as strict as the last.
const WORDS: [&str; 5] = ["clear", "green", "amber", "amber+strict", "red"];

/// What holds where neither a record nor its document has a label: it stays in the agency.
pub(crate) const UNSAID: &str = "amber+strict";

/// What holds where a label can't be read, and for what is dangerous unless someone says otherwise.
pub(crate) const RED: &str = "red";

impl Label {
    /// The strictest of this label and another: whoever may see something under it may see it under
    /// both. The stricter word; those whom both audiences name; about a person if either is.
    ///
    /// A word that is none of TLP 2.0 is as strict as `red`; two different ones give `red`. Where
    /// nobody is named by both audiences, the audience is the empty list, and the word `red`. The
    /// order of the labels does not matter. Cost: linear in the audiences, which are sorted.
    ///
    /// ```
    /// use isms_core::Label;
    /// let label = Label::new("amber").strictest(&Label::new("green"));
    /// assert_eq!(label, Label::new("amber"));
    /// let to = |agency: &str| Label { audience: Some(vec![agency.to_owned()]), ..Label::new("amber") };
    /// let nobody = to("agency-a").strictest(&to("agency-b"));
    /// assert_eq!((nobody.tlp.as_str(), nobody.audience), ("red", Some(vec![])));
    /// ```
    #[must_use]
    pub fn strictest(&self, other: &Self) -> Self {
        let audience = both(self.audience.as_deref(), other.audience.as_deref());
        let nobody = audience.as_ref().is_some_and(Vec::is_empty);
        let tlp = if nobody { RED.to_owned() } else { stricter(self.word(), other.word()) };
        Self { tlp, audience, personal: either(self.personal, other.personal) }
    }

    /// How strict it is, from 0 (`clear`) to 4 (`red`, or any word that is none of TLP 2.0).
    #[must_use]
    pub fn strictness(&self) -> u8 {
        let word = if self.audience.as_ref().is_some_and(Vec::is_empty) { RED } else { self.word() };
        WORDS.iter().position(|known| *known == word).map_or(4, |at| u8::try_from(at).unwrap_or(4))
    }

    /// The same label as answers write it: a word of TLP 2.0 in its small letters and without
    /// `TLP:` before it, the audience sorted, `red` where it is nobody.
    pub(crate) fn plain(&self) -> Self {
        self.strictest(self)
    }

    /// Its word: of TLP 2.0 as it is written there, any other as it stands.
    fn word(&self) -> &str {
        let bare = match self.tlp.get(..4) {
            Some(head) if head.eq_ignore_ascii_case("tlp:") => self.tlp.get(4..).unwrap_or_default(),
            _ => &self.tlp,
        };
        WORDS.iter().find(|word| word.eq_ignore_ascii_case(bare)).map_or(self.tlp.as_str(), |word| *word)
    }
}

fn stricter(one: &str, other: &str) -> String {
    let rank = |word: &str| WORDS.iter().position(|known| *known == word).unwrap_or(WORDS.len());
    let (first, second) = (rank(one), rank(other));
    let word = match (first.max(second) < WORDS.len(), first > second) {
        // Words of TLP 2.0: the later one.
        (true, true) => one,
        (true, false) => other,
        // A word that is none stands beside anything less strict than red.
        (false, _) if one == other || second < WORDS.len() - 1 => one,
        (false, _) if first < WORDS.len() - 1 => other,
        (false, _) => RED,
    };
    word.to_owned()
}

/// Those whom both name, sorted; of an audience that is missing everybody is.
fn both(one: Option<&[String]>, other: Option<&[String]>) -> Option<Vec<String>> {
    let mut named: Vec<String> = match (one, other) {
        (None, None) => return None,
        (Some(list), None) | (None, Some(list)) => list.to_vec(),
        (Some(one), Some(other)) => {
            let other: std::collections::HashSet<&String> = other.iter().collect();
            one.iter().filter(|id| other.contains(id)).cloned().collect()
        }
    };
    named.sort_unstable();
    named.dedup();
    Some(named)
}

/// About a person if either is; not about one only if both say so.
fn either(one: Option<bool>, other: Option<bool>) -> Option<bool> {
    match (one, other) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

/// As people write it: `TLP:AMBER for agency-a alone, about a person`.
impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let word = self.word();
        if WORDS.contains(&word) {
            write!(f, "TLP:{}", word.to_uppercase())?;
        } else {
            write!(f, "{word}, as TLP:RED")?;
        }
        match self.audience.as_deref() {
            None => (),
            Some([]) => f.write_str(" for nobody")?,
            Some(named) => write!(f, " for {} alone", named.join(", "))?,
        }
        if self.personal == Some(true) { f.write_str(", about a person") } else { Ok(()) }
    }
}

/// As it stands in a document: one word, or an object.
impl Serialize for Label {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_word() {
            return serializer.serialize_str(&self.tlp);
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("tlp", &self.tlp)?;
        if let Some(audience) = &self.audience {
            map.serialize_entry("audience", audience)?;
        }
        if let Some(personal) = self.personal {
            map.serialize_entry("personal", &personal)?;
        }
        map.end()
    }
}
