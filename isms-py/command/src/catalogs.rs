//! Catalogues beside those that are bundled.

use crate::failure::Failure;
use crate::input::read;
use isms_core::Catalogs;
use std::path::PathBuf;

/// The language of texts unless another is given.
pub(crate) const ENGLISH: &str = "en";

/// Catalogues of the user's.
#[derive(clap::Args)]
pub(crate) struct Own {
    /// A catalogue beside those that are bundled; may be given more than once
    #[arg(long = "catalog", value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

/// The language of texts.
#[derive(clap::Args)]
pub(crate) struct Language {
    /// The language of texts: en, fr, or another that the catalogue has; where
    /// a text is missing in it, English stands
    #[arg(long, value_name = "TAG", default_value = ENGLISH)]
    pub(crate) language: String,
}

impl Own {
    pub(crate) fn is_given(&self) -> bool {
        !self.files.is_empty()
    }

    /// Their names, as they were given.
    pub(crate) fn names(&self) -> impl Iterator<Item = String> {
        self.files.iter().map(|file| file.display().to_string())
    }

    /// Those that are bundled, and these.
    pub(crate) fn catalogs(&self) -> Result<Catalogs, Failure> {
        let mut catalogs = Catalogs::bundled();
        for file in &self.files {
            let name = file.display().to_string();
            catalogs.add(&read(file)?).map_err(|refusal| Failure::from(refusal).about(&name))?;
        }
        Ok(catalogs)
    }
}
