//! What a catalogue holds.

use super::{Applies, Numbered, Translation};
use crate::value::{any, object};
use std::sync::Arc;

object! {
    /// A catalogue: an edition of a standard, or a set of taxonomies, with where it comes from.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub(crate) Written as "a catalogue" if any {
        isms_catalog: Option<String>,
        id: Option<String>,
        title: Vec<Translation>,
        edition: Option<String>,
        official: Option<bool>,
        publisher: Option<String>,
        provenance: Vec<Translation>,
        scales: Vec<Numbered<Scale>>,
        requirements: Vec<Numbered<Requirement>>,
        taxonomies: Vec<Numbered<Taxonomy>>,
        mappings: Vec<Numbered<Mapping>>,
        replaces: Option<Edition>,
    }
}

/// A catalogue: an edition of a standard, or a set of taxonomies, with where it comes from.
///
/// ```
/// use isms_core::Catalogs;
/// let catalogs = Catalogs::bundled();
/// let isms = catalogs.find("isms", None).unwrap();
/// assert!(isms.requirements().count() > 80);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    pub(crate) written: Written,
    /// As it came: what we don't understand of it is kept.
    pub(crate) text: Arc<str>,
}

impl Catalog {
    /// Its name: requirements are `name:requirement`.
    #[must_use]
    pub fn id(&self) -> &str {
        self.written.id.as_deref().unwrap_or_default()
    }

    /// Its edition; empty: it does not say.
    #[must_use]
    pub fn edition(&self) -> &str {
        self.written.edition.as_deref().unwrap_or_default()
    }

    /// Whether it is its publisher's own text. What does not say so is not.
    #[must_use]
    pub fn is_official(&self) -> bool {
        self.written.official == Some(true)
    }

    /// Who publishes it.
    #[must_use]
    pub fn publisher(&self) -> Option<&str> {
        self.written.publisher.as_deref()
    }

    /// What people call it.
    #[must_use]
    pub fn title(&self) -> &[Translation] {
        &self.written.title
    }

    /// Where it comes from.
    #[must_use]
    pub fn provenance(&self) -> &[Translation] {
        &self.written.provenance
    }

    /// Its requirements, in their order.
    pub fn requirements(&self) -> impl Iterator<Item = &Requirement> {
        self.written.requirements.iter().map(|found| &found.item)
    }

    /// Its scales.
    pub fn scales(&self) -> impl Iterator<Item = &Scale> {
        self.written.scales.iter().map(|found| &found.item)
    }

    /// Its taxonomies.
    pub fn taxonomies(&self) -> impl Iterator<Item = &Taxonomy> {
        self.written.taxonomies.iter().map(|found| &found.item)
    }

    /// How its requirements and terms map to others.
    pub fn mappings(&self) -> impl Iterator<Item = &Mapping> {
        self.written.mappings.iter().map(|found| &found.item)
    }

    /// The edition that it takes the place of.
    #[must_use]
    pub fn replaces(&self) -> Option<&Edition> {
        self.written.replaces.as_ref()
    }
}

object! {
    /// What a standard asks for.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Requirement as "a requirement, which is an object" if any {
        /// Its name within the standard.
        id: Option<String>,
        /// What is asked for.
        text: Vec<Translation>,
        /// The core function that it belongs to, a term: `policy`, `training`, `evaluation`.
        function: Option<String>,
        /// The sector that it belongs to, a term: `analysis`, `community`, `protection`, `mitigation`.
        sector: Option<String>,
        /// The field of protection, a term: `staff`, `premises`, `transport`, `communication`.
        field: Option<String>,
        /// Where it is met, a term: `headquarters`, `regional`, `local`.
        level: Option<String>,
        /// The school that it comes from, a term: `system`, `community`, `both`.
        approach: Option<String>,
        /// Whether it is a `must` or a `should`.
        force: Option<String>,
        /// When it applies.
        applies: Option<Applies>,
        /// What shows that it is met.
        evidence: Vec<Translation>,
        /// After which time a verification is out of date, a duration.
        review: Option<String>,
        /// In which time it must be met after the standard is adopted, a duration.
        within: Option<String>,
        /// The claims of the source texts that it honours.
        claims: Vec<String>,
        /// Where else it comes from.
        source: Option<String>,
    }
}

object! {
    /// A scale of levels, from the lowest to the highest.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Scale as "a scale, which is an object" if any {
        /// Its name within the catalogue.
        id: Option<String>,
        /// What people call it.
        title: Vec<Translation>,
        /// Its levels, the lowest first.
        levels: Vec<ScaleLevel>,
    }
}

object! {
    /// A level of a scale.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub ScaleLevel as "a level, which is an object" if any {
        /// Its name within the scale.
        id: Option<String>,
        /// What people call it.
        title: Vec<Translation>,
    }
}

object! {
    /// The words that some fields take.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Taxonomy as "a taxonomy, which is an object" if any {
        /// Its name within the catalogue.
        id: Option<String>,
        /// What people call it.
        title: Vec<Translation>,
        /// The fields that take its terms: `losses.harm`, `posts.held.staff` …
        fields: Vec<String>,
        /// Its terms.
        terms: Vec<Term>,
    }
}

object! {
    /// A word of a taxonomy.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Term as "a term, which is an object" if any {
        /// The word, as it stands in records.
        id: Option<String>,
        /// What people call it.
        title: Vec<Translation>,
        /// The broader term that it belongs to.
        within: Option<String>,
        /// How its source writes it, if not so: a code in a list of codes. Records may have either.
        code: Option<String>,
    }
}

object! {
    /// What a requirement or a term says of another one.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Mapping as "a mapping, which is an object" if any {
        /// From this requirement (`catalogue:name`), or this term (`catalogue:taxonomy.term`).
        from: Option<String>,
        /// To this one.
        to: Option<String>,
        /// How much carries over: `equal` (both ways), `covers` (who meets `from` meets `to`), `part`, `related` (nothing).
        degree: Option<String>,
        /// What does not carry over.
        note: Vec<Translation>,
    }
}

object! {
    /// The edition that a catalogue takes the place of, and what became of its requirements. Those of an equal name that
    /// are not told of are the same.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Edition as "{\"edition\": text, \"changes\": list}" if any {
        /// The edition.
        edition: Option<String>,
        /// What changed.
        changes: Vec<Change>,
    }
}

object! {
    /// What became of requirements in a new edition.
    #[derive(Clone, Debug, Default, PartialEq)]
    #[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
    pub Change as "{\"was\": list, \"now\": list, \"how\": text}" if any {
        /// Their names in the old edition.
        was: Vec<String>,
        /// Their names in the new one.
        now: Vec<String>,
        /// `moved`, `split`, `merged`, `reworded` or `withdrawn`.
        how: Option<String>,
    }
}
