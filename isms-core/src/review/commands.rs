//! The commands that a page names.

use super::layout::quoted;
use crate::assess::Office;

/// Which file the commands that a page names open, and with which options: those with which the page was asked for.
///
/// ```
/// use isms_core::{Commands, Office};
/// let commands = Commands::of("our valley.json").asking(vec![Office::new("ours", "valley")], vec!["isms".to_owned()]);
/// assert_eq!(commands.assessing("2026-03-31"), "'our valley.json' --as-of 2026-03-31 --office ours@valley --standard isms");
/// assert_eq!(commands.with_catalogs(["ours.json"]).checking("2026-03-31"), "'our valley.json' --as-of 2026-03-31 --catalog ours.json");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commands {
    file: String,
    catalogs: Vec<String>,
    offices: Vec<Office>,
    standards: Vec<String>,
}

impl Commands {
    /// Those that open a file, by the name under which it can be opened.
    #[must_use]
    pub fn of(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// The same, of the offices and standards of a question.
    #[must_use]
    pub fn asking(self, offices: Vec<Office>, standards: Vec<String>) -> Self {
        Self { offices, standards, ..self }
    }

    /// The same, with catalogues beside those that are bundled, by the names under which they can be opened.
    #[must_use]
    pub fn with_catalogs<T: Into<String>>(mut self, files: impl IntoIterator<Item = T>) -> Self {
        self.catalogs = files.into_iter().map(Into::into).collect();
        self
    }

    /// The file alone.
    pub(super) fn file(&self) -> String {
        quoted(&self.file)
    }

    /// What `isms check` takes, as a shell reads it: the file, the day, the catalogues.
    #[must_use]
    pub fn checking(&self, as_of: &str) -> String {
        let catalogs = self.catalogs.iter().map(|file| format!(" --catalog {}", quoted(file)));
        format!("{} --as-of {as_of}{}", self.file(), catalogs.collect::<String>())
    }

    /// What `isms assess`, `review` and `diff` take, as a shell reads it: also the offices and the standards.
    #[must_use]
    pub fn assessing(&self, as_of: &str) -> String {
        let office = |office: &Office| format!(" --office {}", quoted(&format!("{}@{}", office.agency, office.place)));
        let offices: String = self.offices.iter().map(office).collect();
        let standards = self.standards.iter().map(|name| format!(" --standard {}", quoted(name)));
        format!("{}{offices}{}", self.checking(as_of), standards.collect::<String>())
    }
}

impl From<&str> for Commands {
    fn from(file: &str) -> Self {
        Self::of(file)
    }
}

impl From<&String> for Commands {
    fn from(file: &String) -> Self {
        Self::of(file.as_str())
    }
}
