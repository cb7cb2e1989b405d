//! What holds of every refusal.

use isms_core::{Refusal, Severity, explain};

/// A refusal says what was expected, and has a page.
pub(crate) fn assert_whole(refusal: &Refusal) {
    let finding = refusal.finding();
    assert_eq!(finding.code, refusal.code());
    assert_eq!(finding.severity, Severity::Error, "{refusal}");
    assert!(!finding.message.is_empty());
    assert!(finding.path.is_empty() || finding.path.starts_with('/'), "{}", finding.path);
    assert_eq!(explain(refusal.code()).map(|page| page.code), Ok(refusal.code().to_owned()));
}
