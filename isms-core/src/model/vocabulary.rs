//! Which words fields take: the terms of taxonomies, by the fields that they name.

use super::Kind;
use super::words::Skimming;
use crate::json::Step;
use crate::packed;
use hashbrown::HashSet;
use serde::Deserialize;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Fields of which the words are ours alone, since a question rests on them: no taxonomy adds to them.
const OURS: [&str; 2] = ["incidents.consent", "measures.status"];

/// The bundled catalogues that have taxonomies.
const BUNDLED: [&str; 3] = ["terms", "awsd", "insecurity-insight"];

/// The words that fields take, by field (`losses.harm`, `posts.held.staff`).
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Vocabulary(BTreeMap<String, Words>);

/// The fields of one kind that take words: the keys that lead to each, and its words.
pub(crate) struct KindFields<'v>(Vec<(Vec<&'v str>, &'v Words)>);

impl KindFields<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a text at the end of some steps, or the key that is the last of them, should be a word and is none.
    pub(crate) fn lack(&self, steps: &[Step], text: &str, is_key: bool) -> bool {
        let steps = if is_key { steps.split_last().map_or(steps, |(_, steps)| steps) } else { steps };
        let leads = |keys: &[&str]| {
            let mut steps = steps.iter().filter_map(Step::key);
            keys.iter().all(|key| steps.next() == Some(*key)) && steps.next().is_none()
        };
        self.0.iter().any(|(keys, words)| leads(keys) && !words.has(text))
    }
}

/// The words that one field takes.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Words {
    /// The taxonomies that they are from, as `catalogue:taxonomy`.
    pub(crate) taxonomies: Vec<String>,
    /// All of them, in their order.
    pub(crate) terms: Vec<String>,
    known: HashSet<String>,
}

impl Words {
    pub(crate) fn has(&self, word: &str) -> bool {
        self.known.contains(word)
    }
}

impl Vocabulary {
    /// Adds the terms of a taxonomy, each with how its source writes it if not so, to the fields that it names.
    pub(crate) fn add<'t>(
        &mut self,
        taxonomy: &str,
        fields: &[impl AsRef<str>],
        terms: &(impl Iterator<Item = (&'t str, Option<&'t str>)> + Clone),
    ) {
        for field in fields.iter().map(AsRef::as_ref).filter(|field| !OURS.contains(field)) {
            let words = self.0.entry(field.to_owned()).or_default();
            words.taxonomies.push(taxonomy.to_owned());
            for (term, code) in terms.clone() {
                if words.known.insert(term.to_owned()) {
                    words.terms.push(term.to_owned());
                }
                words.known.extend(code.map(str::to_owned));
            }
        }
    }

    /// The name of a field, and the words that it takes; `None`: it takes any.
    pub(crate) fn of(&self, field: &str) -> Option<(&str, &Words)> {
        self.0.get_key_value(field).map(|(field, words)| (field.as_str(), words))
    }

    /// The fields of a kind that take words.
    pub(crate) fn fields_of(&self, kind: Kind) -> KindFields<'_> {
        KindFields(self.within(kind).map(|(field, words)| (field.split('.').collect(), words)).collect())
    }

    /// The fields of a kind that take words, as they are called within it.
    pub(super) fn within(&self, kind: Kind) -> impl Iterator<Item = (&str, &Words)> {
        self.0
            .iter()
            .filter_map(move |(field, words)| Some((field.strip_prefix(kind.plural())?.strip_prefix('.')?, words)))
    }

    /// That of the taxonomies that are bundled. They are read once.
    pub(crate) fn bundled() -> &'static Self {
        &TERMS
    }
}

/// What a record of a kind is skimmed by, by the place of its own fields.
pub(super) fn skimming(kind: Kind) -> &'static [Option<Skimming>] {
    static SKIMMING: LazyLock<Vec<Vec<Option<Skimming>>>> =
        LazyLock::new(|| Kind::ALL.iter().map(|kind| Skimming::of(*kind, &TERMS)).collect());
    SKIMMING.get(kind as usize).map_or(&[], Vec::as_slice)
}

static TERMS: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut vocabulary = Vocabulary::default();
    // What is bundled can be read: a test sees to it.
    let texts = BUNDLED.into_iter().filter_map(packed::catalog);
    for catalog in texts.filter_map(|text| serde_json::from_str::<Listed<'_>>(text).ok()) {
        for taxonomy in &catalog.taxonomies {
            let terms = taxonomy.terms.iter().map(|term| (&*term.id, term.code.as_deref()));
            vocabulary.add(&format!("{}:{}", catalog.id, taxonomy.id), &taxonomy.fields, &terms);
        }
    }
    vocabulary
});

/// A catalogue, as far as it lists words.
#[derive(Deserialize)]
struct Listed<'t> {
    #[serde(borrow)]
    id: Cow<'t, str>,
    #[serde(borrow)]
    taxonomies: Vec<ListedTaxonomy<'t>>,
}

#[derive(Deserialize)]
struct ListedTaxonomy<'t> {
    #[serde(borrow)]
    id: Cow<'t, str>,
    #[serde(borrow)]
    fields: Vec<Cow<'t, str>>,
    #[serde(borrow)]
    terms: Vec<ListedTerm<'t>>,
}

#[derive(Deserialize)]
struct ListedTerm<'t> {
    #[serde(borrow)]
    id: Cow<'t, str>,
    #[serde(borrow, default)]
    code: Option<Cow<'t, str>>,
}
