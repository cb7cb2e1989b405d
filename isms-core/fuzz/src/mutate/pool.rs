//! Records and fields that documents of the project hold, to be put into others.

use crate::json::{Tree, unescaped};
use crate::targets::ask::DOCUMENTS;
use isms_core::Kind;
use std::sync::OnceLock;

/// What there is.
pub(super) struct Pool {
    /// Records, each with the key of its table.
    pub(super) records: Vec<(String, Tree)>,
    /// Fields of records and of what lies within them.
    pub(super) fields: Vec<(String, Tree)>,
    /// The keys of all fields, and of some that are not.
    pub(super) keys: Vec<&'static str>,
}

/// The pool, made once.
pub(super) fn pool() -> &'static Pool {
    static POOL: OnceLock<Pool> = OnceLock::new();
    POOL.get_or_init(Pool::new)
}

impl Pool {
    fn new() -> Self {
        let documents: Vec<Tree> = DOCUMENTS.iter().filter_map(|text| Tree::read(text)).collect();
        let mut records = Vec::new();
        for (key, table) in documents.iter().flat_map(Tree::fields) {
            records.extend(table.items().iter().map(|record| (key.clone(), record.clone())));
        }
        let mut fields = Vec::new();
        records.iter().for_each(|(_, record)| gather(record, &mut fields));
        let mut keys: Vec<&str> = isms_core::RELATIONS.iter().map(|row| row.field).collect();
        keys.extend(Kind::ALL.iter().map(|kind| kind.plural()));
        keys.extend(["id", "title", "note", "source", "tags", "since", "until", "known", "label", "labels"]);
        keys.extend(["causes", "any", "all", "at_least", "of", "chance", "barriers", "likelihood", "effectiveness"]);
        keys.extend([
            "count",
            "amount",
            "value",
            "unit",
            "point",
            "affected",
            "harms_unknown",
            "tlp",
            "audience",
            "personal",
        ]);
        keys.extend([
            "isms",
            "period",
            "date",
            "heard",
            "understood",
            "passed_on",
            "acted_on",
            "status",
            "harm",
            "kites",
        ]);
        Self { records, fields, keys }
    }
}

fn gather(tree: &Tree, fields: &mut Vec<(String, Tree)>) {
    for (key, value) in tree.fields() {
        // Ids that are new each time would fill the pool with names.
        if !["id", "title", "note"].contains(&unescaped(key).as_str()) {
            fields.push((key.clone(), value.clone()));
        }
        gather(value, fields);
    }
    tree.items().iter().for_each(|item| gather(item, fields));
}
