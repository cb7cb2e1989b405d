//! Findings, as people read them.

use crate::console::Console;
use crate::failure::Failure;
use crate::text::{coloured, wrapped};
use isms_core::{Finding, Findings, Fix, Severity};

/// Tells findings by severity, and of which codes not all are listed.
pub(crate) fn tell_findings(findings: &Findings, console: &mut Console<'_>) -> Result<(), Failure> {
    let counts = &findings.counts;
    let groups = [
        (Severity::Error, counts.error, "ERRORS", "unreadable, or contradicting each other"),
        (Severity::Warning, counts.warning, "WARNINGS", "incomplete, or a gap"),
        (Severity::Note, counts.note, "NOTES", "advice or doubt"),
    ];
    for (severity, count, title, meaning) in groups {
        if count > 0 {
            let title = coloured(title, severity, console.terminal);
            console.line(&format!("{title} {count}: {meaning}\n"))?;
            for finding in findings.findings.iter().filter(|finding| finding.severity == severity) {
                tell_one(finding, console)?;
            }
        }
    }
    tell_capped(findings, console)
}

fn tell_one(finding: &Finding, console: &mut Console<'_>) -> Result<(), Failure> {
    let subject = finding.subject.as_deref().unwrap_or_default();
    console.line(&wrapped(&format!("{} {subject}", finding.code), 2, 4))?;
    let place = if finding.path.is_empty() { "the document" } else { &finding.path };
    console.line(&wrapped(&format!("at {place}"), 4, 6))?;
    console.line(&wrapped(&finding.message, 4, 4))?;
    for fix in &finding.fix {
        console.line(&wrapped(&fix_words(fix), 4, 6))?;
    }
    console.line("")
}

/// What a fix changes.
pub(crate) fn fix_words(fix: &Fix) -> String {
    match &fix.value {
        Some(value) => format!("fix: in {}, write {value} at {}", fix.id, fix.field),
        None => format!("fix: in {}, take out {}", fix.id, fix.field),
    }
}

fn tell_capped(findings: &Findings, console: &mut Console<'_>) -> Result<(), Failure> {
    for code in &findings.capped {
        let all =
            findings.counts.by_code.iter().find(|tallied| tallied.code == *code).map_or(0, |tallied| tallied.count);
        let listed = findings.findings.iter().filter(|finding| finding.code == *code).count();
        let words = format!("{code}: the first {listed} of {all} are listed; mend some and check again.");
        console.line(&wrapped(&words, 0, 2))?;
    }
    Ok(())
}
