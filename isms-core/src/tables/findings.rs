//! Findings as a table.

use super::rows::{Cell, Rows};
use super::table::Table;
use crate::finding::{Finding, Findings, Refusal};
use crate::value::Holds;

const FINDINGS: &[(&str, Holds)] = &[
    ("code", Holds::Text),
    ("severity", Holds::Text),
    ("subject", Holds::Text),
    ("path", Holds::Text),
    ("message", Holds::Text),
    ("facts", Holds::Json),
    ("fix", Holds::Json),
    ("claims", Holds::Texts),
];

impl Table {
    /// The findings of a check, as many as its list holds: [`Table::more`] says how many it does not.
    ///
    /// # Errors
    /// Refuses more than 2 GiB of text in a column (`over_limit`).
    pub fn findings(findings: &Findings) -> Result<Self, Refusal> {
        let mut rows = Rows::new(FINDINGS);
        for finding in &findings.findings {
            rows.push(&found(finding))?;
        }
        let counts = &findings.counts;
        let more = (counts.error + counts.warning + counts.note).saturating_sub(findings.findings.len() as u64);
        Ok(rows.finish(Some(findings.label.clone()), more))
    }
}

/// In the order of the columns.
fn found(finding: &Finding) -> [Cell<'_>; FINDINGS.len()] {
    let json = serde_json::to_value(finding).unwrap_or_default();
    [
        Cell::Text(Some(&finding.code)),
        Cell::Text(Some(finding.severity.as_str())),
        Cell::Text(finding.subject.as_deref()),
        Cell::Text(Some(&finding.path)),
        Cell::Text(Some(&finding.message)),
        Cell::Made(json.get("facts").map(ToString::to_string)),
        Cell::json(&finding.fix),
        Cell::List(&finding.claims),
    ]
}
