//! Withdrawn controls: no requirements, but what became of them is kept.

use super::codes::{Code, Notes};
use super::model::{Control, Part};
use super::text;
use crate::catalog::Change;
use hashbrown::HashMap;

/// The withdrawn controls, and the requirements that they may have become.
#[derive(Default)]
pub(super) struct Withdrawn {
    list: Vec<Gone>,
    /// The requirements, by their own ids and by those of their parts.
    owners: HashMap<String, String>,
}

/// A withdrawn control, and where its links lead.
struct Gone {
    id: String,
    targets: Vec<String>,
    was_moved: bool,
    at: String,
    number: u64,
}

/// The links that say what became of a control: it was taken up by another, or moved there.
const TAKEN_UP: &str = "incorporated-into";
const MOVED: &str = "moved-to";

impl Withdrawn {
    /// Adds one.
    pub(super) fn add(&mut self, id: String, control: &Control, notes: &mut Notes) {
        let mut gone =
            Gone { id, targets: Vec::new(), was_moved: false, at: control.at.clone(), number: control.number };
        for link in &control.links {
            match link.rel.as_str() {
                TAKEN_UP | MOVED => {
                    gone.was_moved |= link.rel == MOVED;
                    gone.targets.push(link.href.strip_prefix('#').unwrap_or(&link.href).to_owned());
                }
                _ => text::links(std::slice::from_ref(link), notes),
            }
        }
        control.parts.iter().for_each(|part| text::leave(part, notes));
        self.list.push(gone);
    }

    /// A requirement that others may have become: links may lead to any part of its control.
    pub(super) fn know(&mut self, id: &str, parts: &[Part]) {
        for part in parts {
            if let Some(part) = &part.id {
                self.owners.entry(part.clone()).or_insert_with(|| id.to_owned());
            }
            self.know(id, &part.parts);
        }
        self.owners.insert(id.to_owned(), id.to_owned());
    }

    /// What became of each, now that all requirements are known.
    pub(super) fn changes(self, notes: &mut Notes) -> Vec<Change> {
        let Self { list, owners } = self;
        let change = |gone: Gone| {
            let mut now: Vec<String> = gone.targets.iter().filter_map(|id| owners.get(id)).cloned().collect();
            now.sort();
            now.dedup();
            let how = match (now.is_empty(), gone.was_moved) {
                (true, _) => "withdrawn",
                (false, true) => "moved",
                (false, false) => "merged",
            };
            let mut done = format!("no requirement; kept under `replaces` as {how}");
            if !now.is_empty() {
                done.push_str(&format!(", now {}", now.join(", ")));
            }
            notes.control = gone.number;
            notes.add(Code::Withdrawn, &gone.at, &gone.targets.join(" "), done);
            Change { was: vec![gone.id], now, how: Some(how.to_owned()) }
        };
        list.into_iter().map(change).collect()
    }
}
