//! The model: which kinds of records there are, which fields they have, and which of them refer
//! to which.

mod guard;
mod id;
mod kind;
mod kinds;
mod place;
mod record;
mod reference;
mod skimmed;
mod table;
mod terms;
mod vocabulary;
mod words;

pub use kind::{Kind, Stage};
pub use kinds::*;
pub use record::RecordKind;
pub use reference::{Relation, RelationRow};

pub(crate) use guard::{Guard, Withheld};
pub(crate) use id::{id_schema, shown_id};
pub(crate) use place::{has_field, item_numbers, reference_pointers};
pub(crate) use reference::Reference;
pub(crate) use skimmed::{Met, Skimmed};
pub(crate) use table::Table;
pub(crate) use terms::{CONSENT, STATUSES};
pub(crate) use vocabulary::{KindFields, Vocabulary};
