//! The requirements of a standard as a table.

use super::rows::{Cell, Rows};
use super::table::Table;
use crate::catalog::{Catalog, Catalogs, Requirement, Translation, say};
use crate::finding::Refusal;
use crate::value::{Holds, Value as _};

const REQUIREMENTS: &[(&str, Holds)] = &[
    ("standard", Holds::Text),
    ("edition", Holds::Text),
    ("requirement", Holds::Text),
    ("text", Holds::Text),
    ("sector", Holds::Text),
    ("function", Holds::Text),
    ("field", Holds::Text),
    ("level", Holds::Text),
    ("approach", Holds::Text),
    ("force", Holds::Text),
    ("applies", Holds::Json),
    ("evidence", Holds::Text),
    ("review", Holds::Text),
    ("within", Holds::Text),
    ("claims", Holds::Texts),
    ("source", Holds::Text),
];

impl Table {
    /// The requirements of a standard, with texts in a language (else in English, else in any). It has no label: it rests on no record.
    ///
    /// # Errors
    /// As [`Catalogs::text`].
    pub fn requirements(
        catalogs: &Catalogs,
        standard: &str,
        edition: Option<&str>,
        language: &str,
    ) -> Result<Self, Refusal> {
        let catalog = catalogs.named(standard, edition)?;
        let mut rows = Rows::new(REQUIREMENTS);
        for requirement in catalog.requirements() {
            rows.push(&required(catalog, requirement, language))?;
        }
        Ok(rows.finish(None, 0))
    }
}

/// In the order of the columns.
fn required<'c>(catalog: &'c Catalog, requirement: &'c Requirement, language: &str) -> [Cell<'c>; REQUIREMENTS.len()] {
    let told = |texts: &'c [Translation]| Cell::Text(say(texts, language).map(|(text, _)| text));
    let name = requirement.id.as_ref().map(|id| format!("{}:{id}", catalog.id()));
    let applies = requirement.applies.as_ref().map(|applies| {
        let mut out = String::new();
        applies.write(&mut out);
        out
    });
    [
        Cell::Text(Some(catalog.id())),
        Cell::Text(Some(catalog.edition())),
        Cell::Made(name),
        told(&requirement.text),
        Cell::Text(requirement.sector.as_deref()),
        Cell::Text(requirement.function.as_deref()),
        Cell::Text(requirement.field.as_deref()),
        Cell::Text(requirement.level.as_deref()),
        Cell::Text(requirement.approach.as_deref()),
        Cell::Text(requirement.force.as_deref()),
        Cell::Made(applies),
        told(&requirement.evidence),
        Cell::Text(requirement.review.as_deref()),
        Cell::Text(requirement.within.as_deref()),
        Cell::List(&requirement.claims),
        Cell::Text(requirement.source.as_deref()),
    ]
}
