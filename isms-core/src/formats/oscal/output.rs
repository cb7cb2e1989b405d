//! The catalogue that is written: its head, and a line for each requirement.

use super::codes::{Code, Notes};
use super::metadata::Metadata;
use super::options::OscalImport;
use crate::catalog::{Edition, Numbered, Requirement, Translation};
use crate::value::{Value, write_field, write_name};

/// The longest name that is made of a title.
const LONGEST: usize = 40;

/// What stands before the requirements.
pub(super) struct Head {
    id: String,
    pub(super) title: String,
    edition: Option<String>,
    publisher: Option<String>,
    provenance: String,
}

impl Head {
    /// What the document says of itself, and the caller of it.
    pub(super) fn of(metadata: Metadata, options: &OscalImport, at: &str, notes: &mut Notes) -> Self {
        let Metadata { title, version, publisher, origin } = metadata;
        let title = title.unwrap_or_else(|| "A standard without a title".to_owned());
        let id = options.name.clone().unwrap_or_else(|| {
            let made = name_of(&title);
            notes.add(Code::NameMade, &format!("{at}/metadata/title"), &title, format!("called `{made}`"));
            made
        });
        if version.is_none() {
            notes.add(Code::EditionMissing, &format!("{at}/metadata/version"), "", "without an edition");
        }
        let provenance = format!(
            "Read from the OSCAL document {origin}. The words are its own; what stands in square brackets it leaves open. Whether it is the publisher's own file is not known."
        );
        Self { id, title, edition: version, publisher, provenance }
    }

    /// Writes the catalogue: a requirement and a change a line.
    pub(super) fn write(
        &self,
        title: Translation,
        requirements: &[Numbered<Requirement>],
        replaces: Option<Edition>,
    ) -> Vec<u8> {
        let mut out = String::from("{");
        let provenance = vec![Translation { language: "en".to_owned(), text: self.provenance.clone() }];
        write_field(&mut out, "isms_catalog", &crate::catalog::VERSION.to_owned());
        write_field(&mut out, "id", &self.id);
        write_field(&mut out, "title", &vec![title]);
        write_field(&mut out, "edition", &self.edition);
        write_field(&mut out, "publisher", &self.publisher);
        write_field(&mut out, "provenance", &provenance);
        write_lines(&mut out, "requirements", requirements);
        if let Some(Edition { changes, .. }) = replaces {
            write_name(&mut out, "replaces");
            out.push('{');
            write_lines(&mut out, "changes", &changes);
            out.push('}');
        }
        out.push_str("}\n");
        out.into_bytes()
    }
}

/// Writes a list, an item a line.
fn write_lines(out: &mut String, name: &str, items: &[impl Value]) {
    write_name(out, name);
    out.push('[');
    for (nth, item) in items.iter().enumerate() {
        out.push_str(if nth == 0 { "\n" } else { ",\n" });
        item.write(out);
    }
    out.push_str("\n]");
}

/// A name that a catalogue can have.
pub(super) fn is_name(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !name.is_empty() && name.len() <= LONGEST && name.bytes().all(fits)
}

/// A name made of a title: its words in small letters, as many as there is room for.
fn name_of(title: &str) -> String {
    let mut name = String::new();
    for word in title.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let hyphen = usize::from(!name.is_empty());
        if name.len() + hyphen + word.len() > LONGEST {
            break;
        }
        if hyphen > 0 {
            name.push('-');
        }
        name.push_str(&word.to_ascii_lowercase());
    }
    if name.is_empty() { "oscal".to_owned() } else { name }
}
