//! Catalogues: those that are bundled, and those of the user's.

use crate::error::IsmsError;
use isms_core::{CatalogSummary, Catalogs, Findings};

/// The catalogues at hand: standards and vocabularies, those that are bundled and those whose texts are in `own`, with
/// titles in `language`, else in English, else in any there is.
///
/// # Errors
/// Refuses what is no JSON, or no catalogue, or of a newer format.
#[uniffi::export(default(language = "en", own = []))]
#[expect(clippy::needless_pass_by_value, reason = "a list crosses by value")]
pub fn catalogs(language: &str, own: Vec<String>) -> Result<Vec<CatalogSummary>, IsmsError> {
    Ok(Catalogs::with_own(&own)?.list(language))
}

/// The text of a catalogue, as one line of JSON, in an edition; without one the edition added last.
///
/// # Errors
/// Refuses a name or an edition that is not at hand; also as `catalogs`.
#[uniffi::export(default(edition = None, own = []))]
#[expect(clippy::needless_pass_by_value, reason = "texts and lists cross by value")]
pub fn catalog(name: &str, edition: Option<String>, own: Vec<String>) -> Result<String, IsmsError> {
    Ok(Catalogs::with_own(&own)?.text(name, edition.as_deref())?)
}

/// What is wrong with a catalogue of the user's, given as text; places are JSON pointers in it. `own` are the texts of
/// others at hand: to them it may map, and its older edition may be among them.
///
/// # Errors
/// Refuses what is no JSON, or no catalogue, or of a newer format.
#[uniffi::export(default(own = []))]
#[expect(clippy::needless_pass_by_value, reason = "a list crosses by value")]
pub fn check_catalog(catalog: &str, own: Vec<String>) -> Result<Findings, IsmsError> {
    Ok(isms_core::check_catalog(catalog.as_bytes(), &Catalogs::with_own(&own)?)?)
}

/// The JSON Schema (2020-12) of a catalogue, as text.
#[uniffi::export]
pub fn catalog_schema() -> String {
    isms_core::catalog_schema().to_string()
}
