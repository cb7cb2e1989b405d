//! What is read of OSCAL, each thing with its place.

use super::codes::{Code, Notes};
use super::tree::Node;

/// Where OSCAL's own properties live.
const OSCAL: &str = "http://csrc.nist.gov/ns/oscal";

pub(super) struct Property {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) class: Option<String>,
    /// It is of OSCAL's own names.
    pub(super) is_plain: bool,
    pub(super) at: String,
}

pub(super) struct Link {
    pub(super) href: String,
    pub(super) rel: String,
    pub(super) at: String,
}

pub(super) struct Part {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) prose: Option<String>,
    pub(super) props: Vec<Property>,
    pub(super) links: Vec<Link>,
    pub(super) parts: Vec<Part>,
    /// It is of OSCAL's own names.
    pub(super) is_plain: bool,
    pub(super) at: String,
}

/// A parameter: what a text leaves open.
#[derive(Clone)]
pub(super) struct Parameter {
    pub(super) id: String,
    pub(super) label: Option<String>,
    pub(super) values: Vec<String>,
    pub(super) choices: Vec<String>,
    /// Several may be chosen.
    pub(super) is_several: bool,
    pub(super) at: String,
}

pub(super) struct Control {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) params: Vec<Parameter>,
    pub(super) props: Vec<Property>,
    pub(super) links: Vec<Link>,
    pub(super) parts: Vec<Part>,
    pub(super) controls: Vec<Control>,
    pub(super) number: u64,
    pub(super) at: String,
}

/// A group, or the catalogue itself.
pub(super) struct Group {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    pub(super) params: Vec<Parameter>,
    pub(super) props: Vec<Property>,
    pub(super) links: Vec<Link>,
    pub(super) parts: Vec<Part>,
    pub(super) groups: Vec<Group>,
    pub(super) controls: Vec<Control>,
    pub(super) at: String,
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

impl Property {
    fn read(node: &Node<'_>, notes: &mut Notes) -> Self {
        node.leave(&["name", "value", "ns", "class", "uuid", "group"], &[("remarks", Code::RemarksLeftOut)], notes);
        let mut text = |key| owned(node.text(key, notes));
        let (name, value, class, ns) = (text("name"), text("value"), text("class"), text("ns"));
        Self {
            name: name.unwrap_or_default(),
            value: value.unwrap_or_default(),
            class,
            is_plain: ns.is_none_or(|ns| ns == OSCAL),
            at: node.at.clone(),
        }
    }

    pub(super) fn list(node: &Node<'_>, notes: &mut Notes) -> Vec<Self> {
        node.objects("props", notes).iter().map(|prop| Self::read(prop, notes)).collect()
    }
}

impl Link {
    pub(super) fn list(node: &Node<'_>, notes: &mut Notes) -> Vec<Self> {
        let mut links = Vec::new();
        for link in node.objects("links", notes) {
            link.leave(&["href", "rel", "media-type", "resource-fragment", "text"], &[], notes);
            let href = link.text("href", notes).unwrap_or_default().to_owned();
            let rel = link.text("rel", notes).unwrap_or_default().to_owned();
            links.push(Self { href, rel, at: link.at.clone() });
        }
        links
    }
}

impl Part {
    fn list(node: &Node<'_>, notes: &mut Notes) -> Vec<Self> {
        node.objects("parts", notes).iter().map(|part| Self::read(part, notes)).collect()
    }

    fn read(node: &Node<'_>, notes: &mut Notes) -> Self {
        const TAKEN: [&str; 8] = ["id", "name", "ns", "title", "props", "prose", "parts", "links"];
        node.leave(&TAKEN, &[("class", Code::ClassLeftOut)], notes);
        Self {
            is_plain: node.text("ns", notes).is_none_or(|ns| ns == OSCAL),
            id: owned(node.text("id", notes)),
            name: node.text("name", notes).unwrap_or_default().to_owned(),
            title: owned(node.text("title", notes)),
            prose: owned(node.text("prose", notes)),
            props: Property::list(node, notes),
            links: Link::list(node, notes),
            parts: Self::list(node, notes),
            at: node.at.clone(),
        }
    }
}

impl Parameter {
    pub(super) fn list(node: &Node<'_>, key: &str, id_key: &str, notes: &mut Notes) -> Vec<Self> {
        node.objects(key, notes).iter().map(|param| Self::read(param, id_key, notes)).collect()
    }

    fn read(node: &Node<'_>, id_key: &str, notes: &mut Notes) -> Self {
        const LEFT: Code = Code::ParameterLeftOut;
        let left = ["class", "depends-on", "props", "links", "usage", "constraints", "guidelines", "remarks"];
        node.leave(&[id_key, "label", "values", "select"], &left.map(|key| (key, LEFT)), notes);
        let select = node.object("select", notes);
        if let Some(select) = &select {
            select.leave(&["how-many", "choice"], &[], notes);
        }
        let choices = select.as_ref().map(|select| select.texts("choice", notes)).unwrap_or_default();
        let how_many = select.as_ref().and_then(|select| select.text("how-many", notes));
        let to_owned = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect();
        Self {
            id: node.text(id_key, notes).unwrap_or_default().to_owned(),
            label: owned(node.text("label", notes)),
            values: to_owned(node.texts("values", notes)),
            choices: to_owned(choices),
            is_several: how_many == Some("one-or-more"),
            at: node.at.clone(),
        }
    }
}

impl Control {
    fn list(node: &Node<'_>, notes: &mut Notes, last: &mut u64) -> Vec<Self> {
        node.objects("controls", notes).iter().map(|control| Self::read(control, notes, last)).collect()
    }

    /// `last` is the number of the control before it.
    fn read(node: &Node<'_>, notes: &mut Notes, last: &mut u64) -> Self {
        *last += 1;
        let number = *last;
        let outer = std::mem::replace(&mut notes.control, number);
        const TAKEN: [&str; 7] = ["id", "title", "params", "props", "links", "parts", "controls"];
        node.leave(&TAKEN, &[("class", Code::ClassLeftOut)], notes);
        let mut control = Self {
            id: owned(node.text("id", notes)),
            title: owned(node.text("title", notes)),
            params: Parameter::list(node, "params", "id", notes),
            props: Property::list(node, notes),
            links: Link::list(node, notes),
            parts: Part::list(node, notes),
            controls: Vec::new(),
            number,
            at: node.at.clone(),
        };
        control.controls = Self::list(node, notes, last);
        notes.control = outer;
        control
    }

    /// What says that it is withdrawn: it asks for nothing any more.
    pub(super) fn withdrawal(&self) -> Option<&Property> {
        let says =
            |prop: &&Property| prop.is_plain && prop.name == "status" && prop.value.eq_ignore_ascii_case("withdrawn");
        self.props.iter().find(says)
    }

    /// The label by which people call it.
    pub(super) fn label(&self) -> Option<&Property> {
        label(&self.props)
    }
}

/// The label among properties; one of a class is that of another paper.
pub(super) fn label(props: &[Property]) -> Option<&Property> {
    props.iter().find(|prop| prop.is_plain && prop.name == "label" && prop.class.is_none())
}

impl Group {
    /// Reads the catalogue itself.
    pub(super) fn whole(node: &Node<'_>, notes: &mut Notes, last: &mut u64) -> Self {
        const TAKEN: [&str; 6] = ["uuid", "metadata", "params", "controls", "groups", "back-matter"];
        node.leave(&TAKEN, &[], notes);
        Self::read(node, notes, last)
    }

    fn read(node: &Node<'_>, notes: &mut Notes, last: &mut u64) -> Self {
        Self {
            id: owned(node.text("id", notes)),
            title: owned(node.text("title", notes)),
            params: Parameter::list(node, "params", "id", notes),
            props: Property::list(node, notes),
            links: Link::list(node, notes),
            parts: Part::list(node, notes),
            controls: Control::list(node, notes, last),
            groups: Self::list(node, notes, last),
            at: node.at.clone(),
        }
    }

    fn list(node: &Node<'_>, notes: &mut Notes, last: &mut u64) -> Vec<Self> {
        let mut groups = Vec::new();
        for group in node.objects("groups", notes) {
            const TAKEN: [&str; 8] = ["id", "title", "params", "props", "links", "parts", "groups", "controls"];
            group.leave(&TAKEN, &[("class", Code::ClassLeftOut)], notes);
            groups.push(Self::read(&group, notes, last));
        }
        groups
    }
}
