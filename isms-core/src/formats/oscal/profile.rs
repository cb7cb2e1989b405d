//! Profiles: which controls of a catalogue are asked for.

use super::codes::{Code, Notes};
use super::model::{Control, Group, Parameter};
use super::refuse;
use super::tree::Node;
use crate::finding::Refusal;
use hashbrown::{HashMap, HashSet};
use std::cell::Cell;

/// The most imports and patterns of a profile: each is compared with every control.
const MOST: usize = 256;

/// The longest pattern, in characters.
const LONGEST: usize = 200;

/// How many steps all comparisons with patterns may take.
const STEPS: u64 = 100_000_000;

/// What a profile asks for.
pub(super) struct Profile {
    imports: Vec<Import>,
    pub(super) settings: Vec<Parameter>,
    /// How many steps are left.
    left: Cell<u64>,
}

/// What it takes of the catalogue; with nothing said, all.
struct Import {
    include: Option<Selection>,
    exclude: Selection,
}

/// Controls by id and by pattern, each with those within it (`true`) or without.
#[derive(Default)]
struct Selection {
    ids: HashMap<String, bool>,
    patterns: Vec<(String, bool)>,
    /// The ids as they are written, with their places.
    written: Vec<(String, String)>,
}

impl Profile {
    /// Reads it. What it asks for beyond a selection and values of parameters is noted.
    pub(super) fn read(root: &Node<'_>, notes: &mut Notes) -> Result<Self, Refusal> {
        root.leave(&["uuid", "metadata", "imports", "modify", "merge", "back-matter"], &[], notes);
        let mut profile = Self { imports: Vec::new(), settings: Vec::new(), left: Cell::new(STEPS) };
        for import in root.objects("imports", notes) {
            import.leave(&["href", "include-all", "include-controls", "exclude-controls"], &[], notes);
            let href = import.text("href", notes).unwrap_or_default();
            notes.add(Code::ProfileImport, &import.at, href, "taken from the catalogue that was given");
            let is_some = import.member("include-all").is_none() && import.member("include-controls").is_some();
            let include = is_some.then(|| Selection::read(&import, "include-controls", notes));
            profile.imports.push(Import { include, exclude: Selection::read(&import, "exclude-controls", notes) });
        }
        if let Some(modify) = root.object("modify", notes) {
            modify.leave(&["set-parameters", "alters"], &[], notes);
            profile.settings = Parameter::list(&modify, "set-parameters", "param-id", notes);
            for alter in modify.objects("alters", notes) {
                let id = alter.text("control-id", notes).unwrap_or_default();
                notes.add(Code::AlterLeftOut, &alter.at, id, "left out");
            }
        }
        if let Some(merge) = root.member("merge") {
            notes.add(Code::MergeLeftOut, &merge.at, "", "the order of the catalogue stays");
        }
        let patterns = profile.selections().map(|selection| selection.patterns.len()).sum::<usize>();
        if profile.imports.len().max(patterns) > MOST {
            return Err(refuse::patterns(MOST));
        }
        Ok(profile)
    }

    fn selections(&self) -> impl Iterator<Item = &Selection> {
        self.imports.iter().flat_map(|import| import.include.iter().chain([&import.exclude]))
    }

    /// The numbers of the controls that it takes. What it names and the catalogue does not have is noted.
    /// Refuses patterns that take more steps than there are.
    pub(super) fn select(&self, catalog: &Group, notes: &mut Notes) -> Result<HashSet<u64>, Refusal> {
        let (mut taken, mut known) = (HashSet::new(), HashSet::new());
        self.walk_group(catalog, &mut taken, &mut known);
        for (id, at) in self.selections().flat_map(|selection| &selection.written).filter(|(id, _)| !known.contains(id))
        {
            notes.add(Code::UnknownControl, at, id, "nothing is selected by it");
        }
        if self.left.get() == 0 { Err(refuse::patterns(MOST)) } else { Ok(taken) }
    }

    fn walk_group(&self, group: &Group, taken: &mut HashSet<u64>, known: &mut HashSet<String>) {
        let none = vec![(false, false); self.imports.len()];
        group.groups.iter().for_each(|group| self.walk_group(group, taken, known));
        group.controls.iter().for_each(|control| self.walk_control(control, &none, taken, known));
    }

    /// `around`: for each import whether a control around this one is taken, or left out, with all within.
    fn walk_control(
        &self,
        control: &Control,
        around: &[(bool, bool)],
        taken: &mut HashSet<u64>,
        known: &mut HashSet<String>,
    ) {
        let id = control.id.as_deref().unwrap_or_default();
        known.insert(id.to_owned());
        let mut within = Vec::with_capacity(around.len());
        for (import, (inside, outside)) in self.imports.iter().zip(around) {
            let (is_in, all_in) = match &import.include {
                None => (true, false),
                Some(selection) => selection.means(id, &self.left),
            };
            let (is_out, all_out) = import.exclude.means(id, &self.left);
            if (is_in || *inside) && !(is_out || *outside) {
                taken.insert(control.number);
            }
            within.push((all_in || *inside, all_out || *outside));
        }
        control.controls.iter().for_each(|control| self.walk_control(control, &within, taken, known));
    }
}

impl Selection {
    fn read(node: &Node<'_>, key: &str, notes: &mut Notes) -> Self {
        let mut selection = Self::default();
        for node in node.objects(key, notes) {
            node.leave(&["with-child-controls", "with-ids", "matching"], &[], notes);
            let with_children = node.text("with-child-controls", notes) == Some("yes");
            for id in node.texts("with-ids", notes) {
                *selection.ids.entry(id.to_owned()).or_default() |= with_children;
                selection.written.push((id.to_owned(), format!("{}/with-ids", node.at)));
            }
            for matching in node.objects("matching", notes) {
                matching.leave(&["pattern"], &[], notes);
                let pattern = matching.text("pattern", notes).unwrap_or_default();
                selection.patterns.push((pattern.to_owned(), with_children));
            }
        }
        selection
    }

    /// Whether it means the control, and whether with all within it.
    fn means(&self, id: &str, left: &Cell<u64>) -> (bool, bool) {
        let by_pattern = self.patterns.iter().filter(|(pattern, _)| fits(pattern, id, left)).map(|(_, all)| *all);
        let found = self.ids.get(id).copied().into_iter().chain(by_pattern);
        found.fold((false, false), |(_, all), more| (true, all || more))
    }
}

/// Whether a pattern fits a text: `*` stands for any characters, `?` for one.
fn fits(pattern: &str, text: &str, left: &Cell<u64>) -> bool {
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    if pattern.len() > LONGEST || text.len() > LONGEST {
        return false;
    }
    let (mut at, mut of) = (0, 0);
    // Where the last star stands, and how far it reaches so far.
    let mut star: Option<(usize, usize)> = None;
    while let Some(character) = text.get(at) {
        left.set(left.get().saturating_sub(1));
        if left.get() == 0 {
            return false;
        }
        match pattern.get(of) {
            Some('*') => {
                star = Some((of, at));
                of += 1;
            }
            Some(found) if *found == '?' || found == character => (at, of) = (at + 1, of + 1),
            _ => {
                let Some((starred, reached)) = star else { return false };
                star = Some((starred, reached + 1));
                (at, of) = (reached + 1, starred + 1);
            }
        }
    }
    pattern.iter().skip(of).all(|rest| *rest == '*')
}
