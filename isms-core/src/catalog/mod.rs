//! Catalogues: standards with their requirements, taxonomies with their terms, and how they map to each other. Data,
//! with provenance; some are bundled, users bring their own.

mod applies;
mod bundled;
mod catalogs;
mod contents;
mod numbered;
mod read;
mod schema;
mod translation;
mod words;

pub use applies::Applies;
pub use bundled::bundled_catalogs;
pub use catalogs::{CatalogSummary, Catalogs};
pub use contents::{Catalog, Change, Edition, Mapping, Requirement, Scale, ScaleLevel, Taxonomy, Term};
pub use schema::catalog_schema;
pub use translation::Translation;

pub(crate) use numbered::Numbered;
pub(crate) use read::{VERSION, read};
pub(crate) use translation::say;
pub(crate) use words::{APPROACHES, FIELDS, FORCES, FUNCTIONS, LEVELS, SECTORS};
