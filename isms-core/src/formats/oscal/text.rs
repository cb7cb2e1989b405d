//! The text of a requirement, made of the parts of a control.

use super::codes::{Code, Notes};
use super::model::{Control, Link, Part, Property, label};
use super::params::Parameters;

/// The text of a control and what shows that it is met.
pub(super) struct Told {
    pub(super) text: String,
    pub(super) evidence: String,
}

/// Reads them of its parts. What is not taken is noted.
pub(super) fn tell(control: &Control, params: &mut Parameters, notes: &mut Notes) -> Told {
    let title = control.title.as_deref().unwrap_or_default();
    let mut pieces = Pieces { list: Vec::new(), params };
    let mut methods = Vec::new();
    for part in &control.parts {
        match part.name.as_str() {
            "statement" if part.is_plain => pieces.statement(part, notes),
            "assessment-method" if part.is_plain => methods.extend(pieces.method(part, notes)),
            _ => leave(part, notes),
        }
    }
    if pieces.list.is_empty() {
        notes.add(Code::StatementMissing, &control.at, title, "its title alone is the text");
    } else if pieces.list.len() > 1 {
        let done = format!("{} pieces became one text", pieces.list.len());
        notes.add(Code::StatementJoined, &control.at, title, done);
    }
    if !methods.is_empty() {
        notes.add(Code::MethodsJoined, &control.at, title, format!("{} methods became the evidence", methods.len()));
    }
    let mut text = pieces.list.join(" ");
    if title.trim().is_empty() {
        notes.add(Code::TitleMissing, &control.at, "", "its statement alone is the text");
    } else {
        let title = pieces.prose(title, &format!("{}/title", control.at), notes);
        text = if text.is_empty() { title } else { format!("{title}: {text}") };
    }
    Told { text, evidence: methods.join(" ") }
}

struct Pieces<'p> {
    list: Vec<String>,
    params: &'p mut Parameters,
}

impl Pieces<'_> {
    /// A statement or one of its items: its prose behind its label, then that of its items.
    fn statement(&mut self, part: &Part, notes: &mut Notes) {
        let label = label(&part.props);
        let title = part.title.as_deref().map(|title| self.prose(title, &format!("{}/title", part.at), notes));
        let prose = part.prose.as_deref().map(|prose| self.prose(prose, &format!("{}/prose", part.at), notes));
        let words = [label.map(|label| label.value.as_str()), title.as_deref(), prose.as_deref()];
        let piece = words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        if !piece.is_empty() {
            self.list.push(piece);
        }
        props(&part.props, label, notes);
        links(&part.links, notes);
        for part in &part.parts {
            match part.name.as_str() {
                "item" | "statement" if part.is_plain => self.statement(part, notes),
                _ => leave(part, notes),
            }
        }
    }

    /// How it is looked into, and at what: `EXAMINE: …`.
    fn method(&mut self, part: &Part, notes: &mut Notes) -> Option<String> {
        let method = part.props.iter().find(|prop| prop.name == "method");
        props(&part.props, method, notes);
        links(&part.links, notes);
        let mut objects = Vec::new();
        for part in &part.parts {
            match (part.name.as_str(), &part.prose) {
                ("assessment-objects" | "objects", Some(prose)) => {
                    let lines = prose.lines().map(str::trim).filter(|line| !line.is_empty());
                    let list = lines.collect::<Vec<_>>().join("; ");
                    objects.push(self.prose(&list, &format!("{}/prose", part.at), notes));
                    props(&part.props, None, notes);
                    links(&part.links, notes);
                    part.parts.iter().for_each(|part| leave(part, notes));
                }
                _ => leave(part, notes),
            }
        }
        let objects = objects.join("; ");
        (!objects.is_empty()).then(|| match method {
            Some(method) => format!("{}: {objects}.", method.value),
            None => format!("{objects}."),
        })
    }

    /// A text as it stands in a catalogue: on one line, with what stands for its parameters.
    fn prose(&mut self, text: &str, at: &str, notes: &mut Notes) -> String {
        let text = self.params.insert(text, at, notes);
        if let Some(link) = first_link(&text) {
            notes.add(Code::MarkupKept, at, link, "kept as written");
        }
        let joined = joined(&text);
        if joined != text {
            notes.add(Code::BlanksJoined, at, &text, "on one line, with single blanks");
        }
        joined
    }
}

/// The first link written as Markdown: `[text](address)`.
fn first_link(text: &str) -> Option<&str> {
    let middle = text.find("](")?;
    let begin = text.get(..middle)?.rfind('[').unwrap_or(middle);
    let link = text.get(begin..)?;
    link.get(..=link.find(')').unwrap_or(link.len() - 1))
}

/// A text on one line, with single blanks.
pub(super) fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Notes a part that is not taken, with all within it.
pub(super) fn leave(part: &Part, notes: &mut Notes) {
    let code = match part.name.as_str() {
        "guidance" => Code::GuidanceLeftOut,
        "objective" | "assessment-objective" => Code::ObjectiveLeftOut,
        _ => Code::PartLeftOut,
    };
    notes.add(code, &part.at, part.id.as_deref().unwrap_or(&part.name), format!("left out, a part {:?}", part.name));
    props(&part.props, None, notes);
    links(&part.links, notes);
    part.parts.iter().for_each(|part| leave(part, notes));
}

/// Notes the properties that are not taken: all but this one.
pub(super) fn props(props: &[Property], taken: Option<&Property>, notes: &mut Notes) {
    for prop in props.iter().filter(|prop| !taken.is_some_and(|taken| std::ptr::eq(*prop, taken))) {
        notes.add(Code::PropertyLeftOut, &prop.at, &prop.value, format!("left out, a property {:?}", prop.name));
    }
}

/// Notes links: none is taken.
pub(super) fn links(links: &[Link], notes: &mut Notes) {
    for link in links {
        notes.add(Code::LinkLeftOut, &link.at, &link.href, format!("left out, a link {:?}", link.rel));
    }
}
