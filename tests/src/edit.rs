//! Edits, as a case writes them.

use isms_core::{Batch, Fix, Kind, Refusal, Register};
use serde::Deserialize;
use serde_json::Value as Json;

/// An edit: an object of one key.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// A record comes.
    Insert(Entry),
    /// A record takes the place of the one that has its id.
    Replace(Entry),
    /// The record of an id goes.
    Remove(String),
    /// Many records come, or none.
    Extend(Vec<Entry>),
    /// Fixes are applied.
    Apply(Fixes),
    /// Fields of the register are set.
    Set(Header),
}

/// A record and its kind.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// The key of its table.
    pub kind: String,
    /// The object; or text, which is taken as it is.
    pub record: Json,
}

/// Which fixes are applied.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Fixes {
    /// `check`: all that a check offers.
    Offered(Offered),
    /// These.
    These(Vec<OneFix>),
}

/// The word for all that a check offers.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offered {
    /// All fixes of a check.
    Check,
}

/// A fix, as a finding writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OneFix {
    id: String,
    field: String,
    value: Option<Json>,
    #[serde(default)]
    remove: bool,
}

/// Fields of the register; null: the field goes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    #[serde(default, deserialize_with = "given")]
    title: Option<Json>,
    #[serde(default, deserialize_with = "given")]
    period: Option<Json>,
    #[serde(default, deserialize_with = "given")]
    label: Option<Json>,
}

/// What is there, null among it.
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Json>, D::Error> {
    Json::deserialize(from).map(Some)
}

impl Entry {
    fn kind(&self) -> Result<Kind, Refusal> {
        Kind::named(&self.kind)
    }

    fn text(&self) -> String {
        self.record.as_str().map_or_else(|| self.record.to_string(), str::to_owned)
    }
}

impl From<&OneFix> for Fix {
    fn from(fix: &OneFix) -> Self {
        let value = fix.value.as_ref().filter(|_| !fix.remove).map(Json::to_string);
        Self { id: fix.id.clone(), field: fix.field.clone(), value }
    }
}

/// Makes an edit.
///
/// # Errors
/// What the library refuses.
pub fn edit(register: &mut Register, edit: &Edit) -> Result<(), Refusal> {
    match edit {
        Edit::Insert(entry) => register.insert_json(entry.kind()?, &entry.text()),
        Edit::Replace(entry) => register.replace_json(entry.kind()?, &entry.text()),
        Edit::Remove(id) => register.remove(id),
        Edit::Extend(entries) => {
            let mut batch = Batch::new();
            for entry in entries {
                batch.push_json(entry.kind()?, &entry.text())?;
            }
            register.add(batch)
        }
        Edit::Apply(fixes) => register.apply(&match fixes {
            Fixes::Offered(Offered::Check) => {
                register.check().findings.into_iter().flat_map(|found| found.fix).collect()
            }
            Fixes::These(fixes) => fixes.iter().map(Fix::from).collect::<Vec<_>>(),
        }),
        Edit::Set(header) => set(register, header),
    }
}

fn set(register: &mut Register, header: &Header) -> Result<(), Refusal> {
    let text = |value: &Json| value.as_str().map(str::to_owned);
    header.title.iter().for_each(|title| register.set_title(text(title)));
    header.period.iter().for_each(|period| register.set_period(text(period)));
    match &header.label {
        None => Ok(()),
        Some(Json::Null) => {
            register.set_label(None);
            Ok(())
        }
        Some(label) => register.set_label_json(&label.to_string()),
    }
}
