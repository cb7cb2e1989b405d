//! How strict labels are: their order, and the strictest of several.

use super::Label;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::collections::HashSet;

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
        let mut strictest = Strictest::default();
        strictest.add(self);
        strictest.add(other);
        strictest.label().unwrap_or_else(|| Self::new(RED))
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

/// The strictest of many labels. Linear in them, however long their audiences are.
#[derive(Debug, Default)]
pub(crate) struct Strictest<'l> {
    word: Option<&'l str>,
    audience: Option<HashSet<&'l str>>,
    personal: Option<bool>,
}

impl<'l> Strictest<'l> {
    pub(crate) fn add(&mut self, label: &'l Label) {
        self.personal = if self.word.is_none() { label.personal } else { either(self.personal, label.personal) };
        self.word = Some(self.word.map_or(label.word(), |word| stricter(word, label.word())));
        let Some(named) = &label.audience else { return };
        let named: HashSet<&str> = named.iter().map(String::as_str).collect();
        match &mut self.audience {
            None => self.audience = Some(named),
            Some(left) => left.retain(|id| named.contains(id)),
        }
    }

    /// Adds the label `red`.
    pub(crate) fn redden(&mut self) {
        self.personal = either(self.personal, None);
        self.word = Some(self.word.map_or(RED, |word| stricter(word, RED)));
    }

    /// The label; `None`: there was none.
    pub(crate) fn label(self) -> Option<Label> {
        let word = self.word?;
        let audience = self.audience.map(|named| {
            let mut named: Vec<String> = named.into_iter().map(str::to_owned).collect();
            named.sort_unstable();
            named
        });
        let nobody = audience.as_ref().is_some_and(Vec::is_empty);
        let tlp = if nobody { RED } else { word }.to_owned();
        Some(Label { tlp, audience, personal: self.personal })
    }
}

fn stricter<'l>(one: &'l str, other: &'l str) -> &'l str {
    let rank = |word: &str| WORDS.iter().position(|known| *known == word).unwrap_or(WORDS.len());
    let (first, second) = (rank(one), rank(other));
    match (first.max(second) < WORDS.len(), first > second) {
        // Words of TLP 2.0: the later one.
        (true, true) => one,
        (true, false) => other,
        // A word that is none stands beside anything less strict than red.
        (false, _) if one == other || second < WORDS.len() - 1 => one,
        (false, _) if first < WORDS.len() - 1 => other,
        (false, _) => RED,
    }
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
