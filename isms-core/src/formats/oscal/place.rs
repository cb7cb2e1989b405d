//! Where requirements belong: the user's own map, for OSCAL knows no sectors.

use super::codes::{Code, Notes};
use super::refuse;
use super::tree::{Node, read};
use crate::catalog::{APPROACHES, FIELDS, FORCES, FUNCTIONS, LEVELS, Requirement, SECTORS};
use crate::finding::Refusal;
use crate::json::shortened;
use crate::value::is_duration;
use hashbrown::{HashMap, HashSet};

/// What a placement says of a requirement: fields of it, by the same names.
#[derive(Clone, Default)]
struct Placement {
    sector: Option<String>,
    function: Option<String>,
    field: Option<String>,
    level: Option<String>,
    approach: Option<String>,
    force: Option<String>,
    review: Option<String>,
    within: Option<String>,
}

impl Placement {
    fn read(node: &Node<'_>, faults: &mut Notes) -> Self {
        const FIELDS: [&str; 8] = ["sector", "function", "field", "level", "approach", "force", "review", "within"];
        node.leave(&FIELDS, &[], faults);
        let mut text = |key| node.text(key, faults).map(str::to_owned);
        let [sector, function, field, level] = ["sector", "function", "field", "level"].map(&mut text);
        let [approach, force, review, within] = ["approach", "force", "review", "within"].map(text);
        Self { sector, function, field, level, approach, force, review, within }
    }

    /// The first key with a word by which nothing is placed or counted.
    fn fault(&self) -> Option<(&'static str, &str)> {
        let words: [(_, &Option<String>, &[&str]); 6] = [
            ("sector", &self.sector, &SECTORS),
            ("function", &self.function, &FUNCTIONS),
            ("field", &self.field, &FIELDS),
            ("level", &self.level, &LEVELS),
            ("approach", &self.approach, &APPROACHES),
            ("force", &self.force, &FORCES),
        ];
        let word = words.into_iter().find_map(|(key, word, known)| {
            word.as_deref().filter(|word| !known.contains(word)).map(|word| (key, word))
        });
        let durations = [("review", &self.review), ("within", &self.within)];
        word.or_else(|| {
            durations
                .into_iter()
                .find_map(|(key, text)| text.as_deref().filter(|text| !is_duration(text)).map(|text| (key, text)))
        })
    }
}

/// The key of all that is not named.
const ANY: &str = "*";

/// The placements by id, and which of them were met.
#[derive(Default)]
pub(super) struct Places {
    by_id: HashMap<String, Placement>,
    order: Vec<String>,
    met: HashSet<String>,
}

impl Places {
    /// Reads a map. It is the user's own, so whatever is wrong in it refuses it.
    pub(super) fn read(text: Option<&str>) -> Result<Self, Refusal> {
        let Some(text) = text else { return Ok(Self::default()) };
        let mut faults = Notes::default();
        let json = read(text.as_bytes(), &mut faults).map_err(|refusal| refusal.within("/place"))?;
        let root = Node::of(&json);
        if !root.is_object() {
            return Err(refuse::place("", &format!("found {}", root.word())));
        }
        let mut places = Self::default();
        for (id, node) in root.members() {
            if !node.is_object() {
                return Err(refuse::place(&node.at, &format!("found {} for it", node.word())));
            }
            let placement = Placement::read(&node, &mut faults);
            if let Some((key, word)) = placement.fault() {
                let found = format!("found `{}`, which is none of its words", shortened(word));
                return Err(refuse::place(&format!("{}/{key}", node.at), &found));
            }
            places.order.push(id.to_owned());
            places.by_id.insert(id.to_owned(), placement);
        }
        match faults.list.first() {
            None => Ok(places),
            Some(fault) => Err(refuse::place(&fault.column, &format!("found what none of them is ({})", fault.code))),
        }
    }

    /// Notes that there is a group or control of this id.
    pub(super) fn meet(&mut self, id: &str) {
        if self.by_id.contains_key(id) {
            self.met.insert(id.to_owned());
        }
    }

    /// Places a requirement: by its own id, else by the nearest of those around it.
    pub(super) fn place(
        &self,
        requirement: &mut Requirement,
        id: &str,
        around: &[String],
        at: &str,
        notes: &mut Notes,
    ) {
        let ids = std::iter::once(id).chain(around.iter().rev().map(String::as_str)).chain([ANY]);
        let placement = ids.filter_map(|id| self.by_id.get(id)).next().cloned().unwrap_or_default();
        let Placement { sector, function, field, level, approach, force, review, within } = placement;
        if sector.is_none() && function.is_none() {
            notes.add(Code::Unplaced, at, id, "belongs to no sector and no core function");
        }
        *requirement = Requirement {
            sector,
            function,
            field,
            level,
            approach,
            force,
            review,
            within,
            ..std::mem::take(requirement)
        };
    }

    /// Notes what the map names and the document does not have.
    pub(super) fn finish(&self, notes: &mut Notes) {
        for id in self.order.iter().filter(|id| *id != ANY && !self.met.contains(*id)) {
            notes.add(Code::UnknownPlace, "/place", id, "no requirement is placed by it");
        }
    }
}
