//! Parameters: what texts leave open, and what stands in its place.

use super::codes::{Code, Notes};
use super::model::{Control, Group, Parameter};
use hashbrown::{HashMap, HashSet};

/// The longest text that stands for a parameter, in bytes.
const LONGEST: usize = 4 << 10;

/// How many bytes all of them together may add.
const MOST: usize = 16 << 20;

/// How deep parameters may stand in the choices of others.
const DEEPEST: usize = 8;

/// All parameters by id, and what stands for them.
pub(super) struct Parameters {
    by_id: HashMap<String, Parameter>,
    made: HashMap<String, Option<String>>,
    used: HashSet<String>,
    left: usize,
}

impl Parameters {
    /// Those of the catalogue; the first of an id counts.
    pub(super) fn of(catalog: &Group, notes: &mut Notes) -> Self {
        let mut found = Self { by_id: HashMap::new(), made: HashMap::new(), used: HashSet::new(), left: MOST };
        found.add_group(catalog, notes);
        found
    }

    fn add_group(&mut self, group: &Group, notes: &mut Notes) {
        self.add(&group.params, notes);
        group.groups.iter().for_each(|group| self.add_group(group, notes));
        group.controls.iter().for_each(|control| self.add_control(control, notes));
    }

    fn add_control(&mut self, control: &Control, notes: &mut Notes) {
        self.add(&control.params, notes);
        control.controls.iter().for_each(|control| self.add_control(control, notes));
    }

    fn add(&mut self, params: &[Parameter], notes: &mut Notes) {
        for param in params {
            if self.by_id.contains_key(&param.id) {
                notes.add(Code::ParameterLeftOut, &param.at, &param.id, "another has this id; the first one counts");
            } else {
                self.by_id.insert(param.id.clone(), param.clone());
            }
        }
    }

    /// Lets a profile set parameters: what it says of one counts, and the rest stays.
    pub(super) fn set(&mut self, settings: Vec<Parameter>, notes: &mut Notes) {
        for setting in settings {
            let Some(param) = self.by_id.get_mut(&setting.id) else {
                notes.add(Code::ParameterUnknown, &setting.at, &setting.id, "no parameter has this id; nothing is set");
                continue;
            };
            notes.add(Code::ParameterSet, &setting.at, &setting.id, "what the profile says of it counts");
            if !setting.values.is_empty() {
                param.values = setting.values;
            }
            if !setting.choices.is_empty() {
                (param.choices, param.is_several) = (setting.choices, setting.is_several);
            }
            param.label = setting.label.or(param.label.take());
        }
    }

    /// A text with what stands for the parameters that it names.
    pub(super) fn insert(&mut self, text: &str, at: &str, notes: &mut Notes) -> String {
        let mut out = String::with_capacity(text.len());
        for piece in pieces(text) {
            let Piece::Named { id, written } = piece else {
                out.push_str(piece.written());
                continue;
            };
            match self.made(id, 0) {
                Made::Text(made) if made.len() <= self.left => {
                    self.left -= made.len();
                    self.used.insert(id.to_owned());
                    notes.add(Code::ParameterInserted, at, id, format!("{made} stands in its place"));
                    out.push_str(&made);
                }
                Made::Unknown => {
                    notes.add(Code::ParameterUnknown, at, id, "kept as written");
                    out.push_str(written);
                }
                Made::Text(_) | Made::TooLong => {
                    notes.add(Code::ParameterTooLong, at, id, "kept as written");
                    out.push_str(written);
                }
            }
        }
        out
    }

    /// What stands for a parameter.
    fn made(&mut self, id: &str, depth: usize) -> Made {
        if let Some(made) = self.made.get(id) {
            return made.clone().map_or(Made::TooLong, Made::Text);
        }
        let Some(param) = self.by_id.get(id) else { return Made::Unknown };
        if depth > DEEPEST {
            return Made::TooLong;
        }
        let Parameter { values, choices, label, is_several, .. } = param.clone();
        // One that leads to itself meets this.
        self.made.insert(id.to_owned(), None);
        let text = if !values.is_empty() {
            Some(values.join(", "))
        } else if choices.is_empty() {
            Some(format!("[{}]", label.as_deref().unwrap_or(id)))
        } else {
            let of = if is_several { "one or more of" } else { "one of" };
            let choices: Option<Vec<String>> = choices.iter().map(|choice| self.choice(choice, depth + 1)).collect();
            choices.map(|choices| format!("[{of}: {}]", choices.join("; ")))
        };
        let text = text.filter(|text| text.len() <= LONGEST);
        self.made.insert(id.to_owned(), text.clone());
        text.map_or(Made::TooLong, Made::Text)
    }

    /// A choice, with what stands for the parameters within; `None`: it is too long.
    fn choice(&mut self, text: &str, depth: usize) -> Option<String> {
        let mut out = String::new();
        for piece in pieces(text) {
            let Piece::Named { id, written } = piece else {
                out.push_str(piece.written());
                continue;
            };
            match self.made(id, depth) {
                Made::Text(made) => {
                    self.used.insert(id.to_owned());
                    out.push_str(&made);
                }
                Made::Unknown => out.push_str(written),
                Made::TooLong => return None,
            }
            if out.len() > LONGEST {
                return None;
            }
        }
        Some(out)
    }

    /// Notes the parameters of a control that no text names.
    pub(super) fn finish(&self, params: &[Parameter], notes: &mut Notes) {
        for param in params.iter().filter(|param| !self.used.contains(&param.id)) {
            notes.add(Code::ParameterUnused, &param.at, &param.id, "left out");
        }
    }
}

enum Made {
    Text(String),
    Unknown,
    TooLong,
}

/// A piece of a text: plain, or the name of a parameter.
enum Piece<'t> {
    Plain(&'t str),
    Named { id: &'t str, written: &'t str },
}

impl<'t> Piece<'t> {
    fn written(&self) -> &'t str {
        match self {
            Self::Plain(written) | Self::Named { written, .. } => written,
        }
    }
}

/// A text in its pieces: `{{ insert: param, ID }}` names a parameter; what else stands in such brackets is plain.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let begin = rest.find("{{").unwrap_or(rest.len());
        if begin > 0 {
            let (plain, after) = rest.split_at(begin);
            rest = after;
            return Some(Piece::Plain(plain));
        }
        let end = rest.find("}}").map_or(rest.len(), |end| end + 2);
        let (written, after) = rest.split_at(end);
        rest = after;
        let id = written.strip_prefix("{{").and_then(|inner| inner.strip_suffix("}}")).and_then(named);
        Some(id.map_or(Piece::Plain(written), |id| Piece::Named { id, written }))
    })
}

fn named(inner: &str) -> Option<&str> {
    let (what, id) = inner.trim().strip_prefix("insert:")?.trim().split_once(',')?;
    (what.trim() == "param").then_some(id.trim())
}
