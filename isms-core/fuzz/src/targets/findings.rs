//! What holds of every list of findings.

use crate::json::{Tree, unescaped};
use isms_core::{Finding, Findings, Kind, Severity, explain};
use std::collections::BTreeMap;

/// Counts are exact, pages are there, paths lead to what they are about.
pub(crate) fn assert_whole(found: &Findings, document: &Tree) {
    let counts = &found.counts;
    let by_code: u64 = counts.by_code.iter().map(|tallied| tallied.count).sum();
    assert_eq!(counts.error + counts.warning + counts.note, by_code);
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let listed = found.findings.iter().filter(|finding| finding.severity == severity).count() as u64;
        let counted = match severity {
            Severity::Error => counts.error,
            Severity::Warning => counts.warning,
            _ => counts.note,
        };
        assert!(listed == counted || !found.capped.is_empty() && listed < counted, "{listed} of {counted}");
    }
    let document = &joined(document);
    let mut listed: BTreeMap<&str, u64> = BTreeMap::new();
    for finding in &found.findings {
        *listed.entry(&finding.code).or_default() += 1;
        assert_finding(finding, document);
    }
    for tallied in counts.by_code.iter().filter(|tallied| !found.capped.contains(&tallied.code)) {
        assert_eq!(listed.get(tallied.code.as_str()), Some(&tallied.count), "{}", tallied.code);
    }
}

fn assert_finding(finding: &Finding, document: &Tree) {
    assert!(!finding.message.is_empty());
    assert!(explain(&finding.code).is_ok(), "{}", finding.code);
    let path = &finding.path;
    let parent = path.rsplit_once('/').map_or("", |(parent, _)| parent);
    assert!(leads(document, path) || leads(document, parent), "{} at {path}", finding.code);
}

/// The document with the parts of each table as one: so its records are numbered. What is of no
/// known kind stays as it is.
fn joined(document: &Tree) -> Tree {
    let mut fields: Vec<(String, Tree)> = Vec::new();
    for (key, value) in document.fields() {
        let name = unescaped(key);
        let is_part = |other: &(String, Tree)| unescaped(&other.0) == name && matches!(other.1, Tree::List(_));
        let known = fields.iter_mut().find(|other| Kind::of_plural(&name).is_some() && is_part(other));
        match (known, value) {
            (Some((_, Tree::List(items))), Tree::List(more)) => items.extend(more.iter().cloned()),
            _ => fields.push((key.clone(), value.clone())),
        }
    }
    Tree::Object(fields)
}

/// Whether a JSON pointer leads anywhere. Of repeated keys any may be meant.
fn leads(tree: &Tree, pointer: &str) -> bool {
    let Some(rest) = pointer.strip_prefix('/') else { return pointer.is_empty() };
    let (step, rest) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let step = step.replace("~1", "/").replace("~0", "~");
    match tree {
        Tree::List(items) => {
            step.parse::<usize>().ok().and_then(|at| items.get(at)).is_some_and(|item| leads(item, rest))
        }
        Tree::Object(fields) => {
            fields.iter().any(|(key, value)| (unescaped(key) == step || *key == step) && leads(value, rest))
        }
        Tree::Raw(_) => false,
    }
}

/// Of a document saved: the same findings, though places may differ, since saving puts tables in
/// their order. Tables that came in parts are one when saved, so their keys repeat no more.
pub(crate) fn assert_same(saved: &Findings, opened: &Findings) {
    if !saved.capped.is_empty() || !opened.capped.is_empty() {
        return;
    }
    assert_eq!(gist(saved), gist(opened));
}

fn gist(found: &Findings) -> Vec<(&str, &str, &str, &str)> {
    let at_top = |finding: &&Finding| finding.code == "repeated_key" && finding.path.matches('/').count() == 1;
    let findings = found.findings.iter().filter(|finding| !at_top(finding));
    let mut gist: Vec<_> = findings
        .map(|finding| {
            let (before, last) = finding.path.rsplit_once('/').unwrap_or_default();
            // A place in a list may move, a field may not; a link in its short form is its id.
            let is_item = last.parse::<u64>().is_ok() || last == "id" && before.contains("/causes/");
            // A standard is told of at its first place, which may be of another kind when tables are in their order.
            let last = if is_item || finding.code == "unknown_standard" { "" } else { last };
            (finding.code.as_str(), finding.severity.as_str(), finding.subject.as_deref().unwrap_or_default(), last)
        })
        .collect();
    gist.sort_unstable();
    gist
}
