//! A set of catalogues, in which requirements, terms and scales are looked up by name.

use super::bundled::bundled;
use super::{Catalog, Scale, Term, read, say};
use crate::finding::{Code, Refusal};
use crate::json::{compact, shortened};
use crate::model::Vocabulary;
use std::sync::Arc;

/// A set of catalogues: those that are bundled, and those of the user. Of several editions of one name the one added last
/// is meant where no edition is named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogs {
    list: Vec<Arc<Catalog>>,
}

/// A catalogue in a list.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct CatalogSummary {
    /// Its name.
    pub id: String,
    /// Its edition.
    pub edition: String,
    /// What people call it.
    pub title: String,
    /// Whether it is its publisher's own text.
    pub official: bool,
    /// Where it comes from.
    pub provenance: String,
    /// Its languages, as those of its title.
    pub languages: Vec<String>,
    /// How many requirements it has.
    pub requirements: u64,
    /// How many terms.
    pub terms: u64,
    /// How many mappings.
    pub mappings: u64,
}

impl Catalogs {
    /// None.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Those that are bundled. They are read once in a process and shared. Cost: the first time linear in them, a few
    /// milliseconds; then that of a list.
    #[must_use]
    pub fn bundled() -> Self {
        Self { list: bundled().to_vec() }
    }

    /// Those that are bundled, and these of the user's, in their order.
    ///
    /// ```
    /// use isms_core::Catalogs;
    /// let catalogs = Catalogs::with_own([r#"{"isms_catalog": "1", "id": "ours", "edition": "3"}"#])?;
    /// assert_eq!(catalogs.find("ours", None).map(|catalog| catalog.edition()), Some("3"));
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    ///
    /// # Errors
    /// As [`Catalogs::add`]; the place begins with `/catalogs` and the number of the catalogue, from 0.
    pub fn with_own<T: AsRef<[u8]>>(own: impl IntoIterator<Item = T>) -> Result<Self, Refusal> {
        let mut catalogs = Self::bundled();
        for (nth, text) in own.into_iter().enumerate() {
            catalogs.add(text.as_ref()).map_err(|refusal| refusal.within(&format!("/catalogs/{nth}")))?;
        }
        Ok(catalogs)
    }

    /// Adds a catalogue of the user's. What is wrong within it, [`crate::check_catalog`] says.
    ///
    /// # Errors
    /// Refuses what is no JSON, or no catalogue, or of a newer format.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        self.list.push(Arc::new(read(bytes)?.0));
        Ok(())
    }

    /// The catalogue of a name, in an edition; without one the edition added last.
    #[must_use]
    pub fn find(&self, id: &str, edition: Option<&str>) -> Option<&Catalog> {
        let fits =
            |catalog: &&Catalog| catalog.id() == id && edition.is_none_or(|edition| catalog.edition() == edition);
        self.iter().rev().find(fits)
    }

    /// The text of a catalogue, as one line of JSON: all that it came with, in its order.
    ///
    /// # Errors
    /// Refuses a name or an edition that is not at hand.
    pub fn text(&self, id: &str, edition: Option<&str>) -> Result<String, Refusal> {
        let catalog = self.named(id, edition)?;
        let mut out = String::with_capacity(catalog.text.len());
        compact(&mut out, &catalog.text);
        Ok(out)
    }

    /// As [`Catalogs::find`], or the refusal of a name or an edition that is not at hand.
    pub(crate) fn named(&self, id: &str, edition: Option<&str>) -> Result<&Catalog, Refusal> {
        self.find(id, edition).ok_or_else(|| {
            let found = [Some(id), edition].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let message = format!(
                "expected a catalogue that is at hand, found `{}`; `isms catalog list` shows them",
                shortened(&found)
            );
            Refusal::new(Code::BadRequest, "/id", message)
        })
    }

    /// The same set, in which one of them is meant where no edition is named.
    pub(crate) fn with_first(&self, catalog: &Catalog) -> Self {
        let mut list = self.list.clone();
        list.push(Arc::new(catalog.clone()));
        Self { list }
    }

    /// Whether they are those that are bundled, and none besides.
    pub(crate) fn are_bundled(&self) -> bool {
        let bundled = bundled();
        self.list.len() == bundled.len() && self.list.iter().zip(bundled).all(|(own, other)| Arc::ptr_eq(own, other))
    }

    /// All of them, in the order in which they were added.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Catalog> {
        self.list.iter().map(AsRef::as_ref)
    }

    /// What there is, with titles in a language (else in English, else in any).
    #[must_use]
    pub fn list(&self, language: &str) -> Vec<CatalogSummary> {
        self.list.iter().map(|catalog| summary(catalog, language)).collect()
    }

    /// A term of a field, then the broader ones that it belongs to, from the nearest on.
    pub(crate) fn broader<'c>(&'c self, field: &str, term: &'c str) -> impl Iterator<Item = &'c str> {
        let terms: Vec<&Term> = self.of_field(field).collect();
        // A term within itself ends after as many steps as there are terms.
        let most = terms.len() + 1;
        let up = move |term: &&'c str| {
            terms.iter().find(|found| found.id.as_deref() == Some(term)).and_then(|found| found.within.as_deref())
        };
        std::iter::successors(Some(term), up).take(most)
    }

    /// The terms of a field that stand under no other, in their order.
    pub(crate) fn terms(&self, field: &str) -> Vec<String> {
        self.of_field(field).filter(|term| term.within.is_none()).filter_map(|term| term.id.clone()).collect()
    }

    /// The terms that stand right under a term of a field, in their order.
    pub(crate) fn narrower(&self, field: &str, term: &str) -> Vec<String> {
        let under = self.of_field(field).filter(|found| found.within.as_deref() == Some(term));
        under.filter_map(|term| term.id.clone()).collect()
    }

    /// Whether a field has the term.
    pub(crate) fn has_term(&self, field: &str, term: &str) -> bool {
        self.of_field(field).any(|found| found.id.as_deref() == Some(term))
    }

    /// The words that fields take by their taxonomies.
    pub(crate) fn vocabulary(&self) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for catalog in self.meant() {
            for taxonomy in catalog.taxonomies() {
                let name = format!("{}:{}", catalog.id(), taxonomy.id.as_deref().unwrap_or_default());
                let terms = taxonomy.terms.iter().filter_map(|term| Some((term.id.as_deref()?, term.code.as_deref())));
                vocabulary.add(&name, &taxonomy.fields, &terms);
            }
        }
        vocabulary
    }

    /// Of each name the one added last: it takes the place of the others.
    pub(crate) fn meant(&self) -> impl Iterator<Item = &Catalog> {
        let later = |at: usize| self.list.iter().skip(at + 1);
        let catalogs = self.iter().enumerate();
        let last = catalogs.filter(move |(at, catalog)| !later(*at).any(|other| other.id() == catalog.id()));
        last.map(|(_, catalog)| catalog)
    }

    fn of_field<'c>(&'c self, field: &str) -> impl Iterator<Item = &'c Term> {
        let taxonomies = self.meant().flat_map(Catalog::taxonomies);
        taxonomies
            .filter(move |taxonomy| taxonomy.fields.iter().any(|found| found == field))
            .flat_map(|found| &found.terms)
    }

    /// The scale `catalogue:name`.
    pub(crate) fn scale(&self, name: &str) -> Option<&Scale> {
        let (catalog, id) = name.split_once(':')?;
        self.find(catalog, None)?.scales().find(|scale| scale.id.as_deref() == Some(id))
    }
}

fn summary(catalog: &Catalog, language: &str) -> CatalogSummary {
    let told = |texts| say(texts, language).map(|(text, _)| text.to_owned()).unwrap_or_default();
    CatalogSummary {
        id: catalog.id().to_owned(),
        edition: catalog.edition().to_owned(),
        title: told(catalog.title()),
        official: catalog.is_official(),
        provenance: told(catalog.provenance()),
        languages: catalog.title().iter().map(|text| text.language.clone()).collect(),
        requirements: catalog.requirements().count() as u64,
        terms: catalog.taxonomies().map(|taxonomy| taxonomy.terms.len() as u64).sum(),
        mappings: catalog.mappings().count() as u64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_that_registers_are_read_by_are_those_of_the_bundled_catalogues() {
        assert!(Vocabulary::bundled().of("losses.harm").is_some_and(|(_, words)| words.terms.len() > 30));
        assert_eq!(Catalogs::bundled().vocabulary(), *Vocabulary::bundled());
    }
}
