//! From controls to requirements.

use super::codes::{Code, Notes};
use super::model::{Control, Group, Link, Parameter, Part};
use super::params::Parameters;
use super::place::Places;
use super::text::{self, joined};
use super::withdrawn::Withdrawn;
use crate::catalog::{Numbered, Requirement, Translation};
use hashbrown::HashSet;

/// The longest id of a control, in bytes.
const LONGEST_ID: usize = 150;

/// What was met on the way.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) groups: u64,
    /// Controls that lie in no other.
    pub(super) controls: u64,
    /// Controls within others.
    pub(super) enhancements: u64,
    pub(super) withdrawn: u64,
    pub(super) refused: u64,
    pub(super) parameters: u64,
    /// Parts of controls and groups, and parts within them.
    pub(super) parts: u64,
    /// Links of controls, groups and parts.
    pub(super) links: u64,
}

impl Counts {
    fn add(&mut self, params: &[Parameter], links: &[Link], parts: &[Part]) {
        self.parameters += params.len() as u64;
        self.links += links.len() as u64;
        self.parts += parts.len() as u64;
        parts.iter().for_each(|part| self.add(&[], &part.links, &part.parts));
    }
}

/// Makes requirements of controls.
pub(super) struct Maker<'m> {
    pub(super) params: Parameters,
    pub(super) places: Places,
    pub(super) language: &'m str,
    /// The numbers of the controls that are taken; `None`: all.
    pub(super) taken: Option<HashSet<u64>>,
    pub(super) counts: Counts,
    pub(super) requirements: Vec<Numbered<Requirement>>,
    pub(super) withdrawn: Withdrawn,
    met: HashSet<String>,
}

impl<'m> Maker<'m> {
    pub(super) fn new(params: Parameters, places: Places, language: &'m str, taken: Option<HashSet<u64>>) -> Self {
        Self {
            params,
            places,
            language,
            taken,
            counts: Counts::default(),
            requirements: Vec::new(),
            withdrawn: Withdrawn::default(),
            met: HashSet::new(),
        }
    }

    /// Makes the requirements of a catalogue.
    pub(super) fn catalog(&mut self, catalog: &Group, notes: &mut Notes) {
        let mut around = Around::default();
        self.counts.add(&catalog.params, &[], &[]);
        catalog.groups.iter().for_each(|group| self.group(group, &mut around, notes));
        catalog.controls.iter().for_each(|control| self.control(control, &mut around, notes));
        self.params.finish(&catalog.params, notes);
        notes.control = 0;
        self.places.finish(notes);
    }

    fn group(&mut self, group: &Group, around: &mut Around, notes: &mut Notes) {
        let before = self.counts.controls + self.counts.enhancements;
        let id = group.id.clone().unwrap_or_default();
        self.places.meet(&id);
        around.ids.push(id);
        around.titles.push(joined(group.title.as_deref().unwrap_or_default()));
        group.groups.iter().for_each(|group| self.group(group, around, notes));
        group.controls.iter().for_each(|control| self.control(control, around, notes));
        around.titles.pop();
        around.ids.pop();
        if self.taken.is_some() && before == self.counts.controls + self.counts.enhancements {
            return;
        }
        self.counts.groups += 1;
        self.counts.add(&group.params, &group.links, &group.parts);
        notes.control = 0;
        let title = group.title.as_deref().unwrap_or_default();
        notes.add(Code::GroupFlattened, &group.at, title, "named in the `source` of its requirements");
        text::props(&group.props, None, notes);
        text::links(&group.links, notes);
        group.parts.iter().for_each(|part| text::leave(part, notes));
        self.params.finish(&group.params, notes);
    }

    fn control(&mut self, control: &Control, around: &mut Around, notes: &mut Notes) {
        notes.control = control.number;
        self.places.meet(control.id.as_deref().unwrap_or_default());
        if self.taken.as_ref().is_none_or(|taken| taken.contains(&control.number)) {
            self.take(control, around, notes);
        }
        around.ids.push(control.id.clone().unwrap_or_default());
        around.depth += 1;
        control.controls.iter().for_each(|control| self.control(control, around, notes));
        around.depth -= 1;
        around.ids.pop();
    }

    fn take(&mut self, control: &Control, around: &Around, notes: &mut Notes) {
        *(if around.depth == 0 { &mut self.counts.controls } else { &mut self.counts.enhancements }) += 1;
        self.counts.add(&control.params, &control.links, &control.parts);
        let Some(id) = self.id(control, notes) else {
            self.counts.refused += 1;
            return;
        };
        if let Some(status) = control.withdrawal() {
            self.counts.withdrawn += 1;
            text::props(&control.props, Some(status), notes);
            self.withdrawn.add(id, control, notes);
            return;
        }
        if around.depth > 0 {
            let outer = around.ids.last().map_or("", String::as_str);
            notes.add(Code::ControlFlattened, &control.at, &id, format!("stands beside `{outer}`, not within it"));
        }
        self.withdrawn.know(&id, &control.parts);
        let label = control.label();
        let told = text::tell(control, &mut self.params, notes);
        text::props(&control.props, label, notes);
        text::links(&control.links, notes);
        self.params.finish(&control.params, notes);
        let mut requirement = Requirement {
            id: Some(id.clone()),
            text: self.said(told.text),
            evidence: self.said(told.evidence),
            source: around.source(label.map(|label| joined(&label.value)), &id),
            ..Requirement::default()
        };
        self.places.place(&mut requirement, &id, &around.ids, &control.at, notes);
        self.requirements.push(Numbered { at: self.requirements.len(), item: requirement });
    }

    fn said(&self, text: String) -> Vec<Translation> {
        let said = (!text.is_empty()).then(|| Translation { language: self.language.to_owned(), text });
        said.into_iter().collect()
    }

    /// The id, if a requirement can have it.
    fn id(&mut self, control: &Control, notes: &mut Notes) -> Option<String> {
        let id = control.id.clone().unwrap_or_default();
        let is_usable =
            !id.is_empty() && id.len() <= LONGEST_ID && id.trim() == id && !id.chars().any(char::is_control);
        if !is_usable {
            notes.add(Code::IdUnusable, &control.at, &id, "refused, with all that it says");
            return None;
        }
        if !self.met.insert(id.clone()) {
            notes.add(Code::DuplicateId, &control.at, &id, "refused, with all that it says");
            return None;
        }
        Some(id)
    }
}

/// What lies around a control.
#[derive(Default)]
struct Around {
    /// The ids of groups and controls, the outermost first.
    ids: Vec<String>,
    /// The titles of the groups.
    titles: Vec<String>,
    /// In how many controls it lies.
    depth: usize,
}

impl Around {
    /// Where a requirement comes from, in a few words: its label and the group.
    fn source(&self, label: Option<String>, id: &str) -> Option<String> {
        let label = label.filter(|label| label != id);
        let title = self.titles.last().cloned();
        let words: Vec<String> = [label, title].into_iter().flatten().filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}
