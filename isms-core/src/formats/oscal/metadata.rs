//! What a document says of itself.

use super::codes::{Code, Notes};
use super::tree::Node;
use crate::value::sort_by_key;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// A document of OSCAL: what it is called, and where it comes from.
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) version: Option<String>,
    pub(super) publisher: Option<String>,
    /// In a few words: its id, its version, when it was changed, and the digest of its bytes.
    pub(super) origin: String,
}

/// The roles by which the publisher is known, the surest first.
const PUBLISHERS: [&str; 2] = ["publisher", "creator"];

/// What there is beside; all of it is left out.
const LEFT: [&str; 9] =
    ["published", "revisions", "document-ids", "props", "links", "roles", "locations", "actions", "remarks"];

/// Reads it of the root of a model, which is of these bytes.
pub(super) fn read(root: &Node<'_>, bytes: &[u8], notes: &mut Notes) -> Metadata {
    let uuid = root.text("uuid", notes).unwrap_or("without an id").to_owned();
    let node = root.object("metadata", notes);
    let mut text = |key: &str| {
        let text = node.as_ref()?.text(key, notes)?;
        (!text.trim().is_empty()).then(|| super::text::joined(text))
    };
    let (title, version) = (text("title"), text("version"));
    let (changed, oscal) = (text("last-modified"), text("oscal-version"));
    if let Some(node) = &node {
        const TAKEN: [&str; 6] =
            ["title", "version", "last-modified", "oscal-version", "parties", "responsible-parties"];
        node.leave(&TAKEN, &LEFT.map(|key| (key, Code::MetadataLeftOut)), notes);
    }
    if !oscal.as_deref().is_some_and(|oscal| oscal.starts_with("1.")) {
        let at = format!("{}/metadata/oscal-version", root.at);
        notes.add(Code::UnknownVersion, &at, oscal.as_deref().unwrap_or_default(), "read as a version 1");
    }
    let mut origin = format!("{uuid}, version {}", version.as_deref().unwrap_or("unknown"));
    if let Some(changed) = &changed {
        origin.push_str(&format!(", last modified {changed}"));
    }
    origin.push_str(&format!(", SHA-256 {}", digest(bytes)));
    let publisher = node.as_ref().and_then(|node| publisher(node, notes));
    Metadata { title, version, publisher, origin }
}

/// The organization that publishes it: the one with that role, else the first one.
fn publisher(node: &Node<'_>, notes: &mut Notes) -> Option<String> {
    let mut organizations: Vec<(&str, &str)> = Vec::new();
    for party in node.objects("parties", notes) {
        if party.text("type", notes) != Some("organization") {
            notes.add(Code::PersonLeftOut, &party.at, "", "left out");
            continue;
        }
        let name = party.text("name", notes).unwrap_or_default();
        organizations.push((party.text("uuid", notes).unwrap_or_default(), name));
        let left =
            ["short-name", "external-ids", "props", "links", "email-addresses", "telephone-numbers", "addresses"]
                .map(|key| (key, Code::MetadataLeftOut));
        let more = ["location-uuids", "member-of-organizations", "remarks"].map(|key| (key, Code::MetadataLeftOut));
        party.leave(&["type", "name", "uuid"], &[left.as_slice(), more.as_slice()].concat(), notes);
    }
    let responsible = node.objects("responsible-parties", notes);
    let mut named = Vec::new();
    for party in &responsible {
        let role = party.text("role-id", notes).unwrap_or_default();
        let rank = PUBLISHERS.iter().position(|publisher| *publisher == role);
        match rank {
            Some(rank) => named.extend(party.texts("party-uuids", notes).into_iter().map(|uuid| (rank, uuid))),
            None => notes.add(Code::MetadataLeftOut, &party.at, role, "left out"),
        }
    }
    sort_by_key(&mut named, |(rank, _)| *rank);
    let of = |uuid: &str| organizations.iter().find(|(found, _)| *found == uuid).map(|(_, name)| *name);
    let found = named.iter().take(8).find_map(|(_, uuid)| of(uuid)).or(organizations.first().map(|(_, name)| *name))?;
    let found = super::text::joined(found);
    (!found.is_empty()).then_some(found)
}

/// The SHA-256 of bytes, in hexadecimal digits.
fn digest(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a `String` cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// Notes the resources of the back matter: none is taken.
pub(super) fn leave_resources(root: &Node<'_>, notes: &mut Notes) -> u64 {
    let Some(matter) = root.object("back-matter", notes) else { return 0 };
    matter.leave(&["resources"], &[], notes);
    let resources = matter.objects("resources", notes);
    for resource in &resources {
        let title = resource.text("title", notes).or_else(|| resource.text("uuid", notes)).unwrap_or_default();
        notes.add(Code::ResourceLeftOut, &resource.at, title, "left out");
    }
    resources.len() as u64
}
