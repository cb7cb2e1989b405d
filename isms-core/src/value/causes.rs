//! Causes: which records led to this one, through which gate, past which barriers.

use super::Value;
use super::count::LARGEST;
use super::estimate::Estimate;
use super::field::{any, object, one_form, write_field, write_list, write_name};
use crate::json::{Fields, Name, Problem, Reader, Shape, Syntax, write_text};
use serde_json::{Value as Json, json};

const EXPECTED: &str = "a list of links, or {\"any\": […]}, {\"all\": […]}, {\"at_least\": k, \"of\": […]}";
/// What a link must be.
pub(crate) const LINK: &str = "a link: an id, or {\"id\", \"chance\", \"barriers\"}";

/// The causes of a threat, an incident or a loss.
///
/// JSON: a list of links (the default gate of the kind), or `{"any": […]}`, `{"all": […]}`,
/// `{"at_least": 2, "of": […]}`. Gates don't nest.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Causes {
    /// How many of the links it takes.
    pub gate: Gate,
    /// The links, in the order in which they are written.
    pub links: Vec<Link>,
}

/// How many causes it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Enum))]
pub enum Gate {
    /// The default of the kind: a threat takes two or more of its causes, an incident and a loss one.
    Default,
    /// One or more.
    Any,
    /// All of them.
    All,
    /// So many or more.
    AtLeast {
        /// How many.
        count: u64,
    },
}

/// One cause of an effect. JSON: an id, or `{"id": "debt", "chance": 0.8, "barriers": ["elders"]}`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Link {
    /// The cause's id.
    pub id: String,
    /// The probability that the cause, being there, brings the effect. Missing: 1 into a threat,
    /// unknown into an incident or a loss.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub chance: Option<Estimate>,
    /// Measures that stop the link when they work; any one suffices.
    #[cfg_attr(feature = "uniffi", uniffi(default))]
    pub barriers: Vec<String>,
}

impl Link {
    /// A link of an id alone.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), chance: None, barriers: Vec::new() }
    }
}

impl Causes {
    /// Causes under the default gate of the kind.
    #[must_use]
    pub fn of(ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { gate: Gate::Default, links: ids.into_iter().map(Link::new).collect() }
    }

    /// The key under which the links are written; `None`: they stand alone.
    fn links_key(&self) -> Option<&'static str> {
        match self.gate {
            Gate::Default => None,
            Gate::Any => Some("any"),
            Gate::All => Some("all"),
            Gate::AtLeast { .. } => Some("of"),
        }
    }
}

impl Value for Causes {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        match reader.cursor.shape()? {
            Shape::Array => Ok(Vec::read(reader)?.map(|links| Self { gate: Gate::Default, links })),
            Shape::Object => read_gate(reader),
            _ => {
                reader.wrong_type(EXPECTED)?;
                Ok(None)
            }
        }
    }

    fn write(&self, out: &mut String) {
        let Some(key) = self.links_key() else {
            return write_list(out, &self.links, Link::write);
        };
        out.push('{');
        if let Gate::AtLeast { count } = self.gate {
            write_field(out, "at_least", &count);
        }
        write_name(out, key);
        write_list(out, &self.links, Link::write);
        out.push('}');
    }

    fn schema() -> Json {
        json!({"$ref": "#/$defs/causes"})
    }
}

/// The keys of all gates; which of them stand together makes the gate.
pub(crate) const GATES: Fields = &["any", "all", "at_least", "of"];

fn read_gate(reader: &mut Reader<'_>) -> Result<Option<Causes>, Syntax> {
    let (mut any, mut all, mut count, mut of) = (None, None, None, None);
    let unread = reader.unread();
    reader.each_field(GATES, |reader, name| {
        let step = name.step();
        reader.within(step, |reader| {
            match name {
                Name::Known("any") => any = Vec::<Link>::read(reader)?,
                Name::Known("all") => all = Vec::<Link>::read(reader)?,
                Name::Known("at_least") => count = u64::read(reader)?,
                Name::Known(_) => of = Vec::<Link>::read(reader)?,
                Name::Unknown(_) | Name::Odd(_) => reader.keep_raw()?,
            }
            Ok(())
        })
    })?;
    let causes = match (any, all, count, of) {
        (Some(links), None, None, None) => Causes { gate: Gate::Any, links },
        (None, Some(links), None, None) => Causes { gate: Gate::All, links },
        (None, None, Some(count), Some(links)) => Causes { gate: Gate::AtLeast { count }, links },
        (None, None, None, Some(links)) if reader.unread() > unread => Causes { gate: Gate::Default, links },
        _ => {
            if reader.unread() == unread {
                reader.note(Problem::Type { expected: EXPECTED, found: "an object of no such gate".into() });
            }
            return Ok(None);
        }
    };
    check_gate(reader, &causes);
    Ok(Some(causes))
}

/// A gate that asks for none, or for more than there are, is noted; its links are read all the same.
fn check_gate(reader: &mut Reader<'_>, causes: &Causes) {
    let Gate::AtLeast { count } = causes.gate else {
        return;
    };
    let links = causes.links.len();
    if count == 0 || usize::try_from(count).map_or(true, |count| count > links) {
        reader.out_of_range("at_least from 1 to the number of links", format_args!("{count} of {links}"));
    }
}

/// The keys of the long form of a link.
pub(crate) const LINK_KEYS: Fields = &["id", "chance", "barriers"];

object! {
    /// The long form of a link.
    #[derive(Clone, Debug)]
    Long as "a link: an id, or {\"id\", \"chance\", \"barriers\"}" if any {
        /// The cause's id.
        id: String,
        /// The chance.
        chance: Option<Estimate>,
        /// The barriers.
        barriers: Vec<String>,
    }
}

impl Value for Link {
    fn read(reader: &mut Reader<'_>) -> Result<Option<Self>, Syntax> {
        match reader.cursor.shape()? {
            Shape::Text => Ok(reader.text(LINK)?.map(Self::new)),
            Shape::Object => {
                let link = Long::read(reader)?;
                if link.as_ref().is_some_and(|link| link.chance.is_none() && link.barriers.is_empty()) {
                    // It is written as an id alone.
                    reader.cursor.untidy();
                }
                Ok(link.map(|long| Self { id: long.id, chance: long.chance, barriers: long.barriers }))
            }
            _ => {
                reader.wrong_type(LINK)?;
                Ok(None)
            }
        }
    }

    fn write(&self, out: &mut String) {
        if self.chance.is_none() && self.barriers.is_empty() {
            return write_text(out, &self.id);
        }
        out.push('{');
        write_field(out, "id", &self.id);
        write_field(out, "chance", &self.chance);
        write_field(out, "barriers", &self.barriers);
        out.push('}');
    }

    fn schema() -> Json {
        json!({"anyOf": [{"type": "string"}, Long::schema()]})
    }
}

/// The schema of causes. That `at_least` is not more than the links are is the reader's to say.
pub(crate) fn causes_schema() -> Json {
    let links = json!({"type": "array", "items": Link::schema()});
    let gate = |key: &str| one_form(GATES, json!({key: links}), &[key]);
    let least = json!({"type": "integer", "minimum": 1, "maximum": LARGEST});
    json!({
        "description": "The causes, and how many of them it takes.",
        "anyOf": [
            links,
            gate("any"),
            gate("all"),
            one_form(GATES, json!({"at_least": least, "of": links}), &["at_least", "of"]),
        ],
    })
}
