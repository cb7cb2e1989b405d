//! Writing the answers of new cases.

use crate::outcome::outcome;
use crate::{Case, Fault, cases};
use std::fs;
use std::path::Path;

/// Adds to every case that has neither answer nor refusal what the library answers today. Whoever
/// adds a case reads what was added before it is committed.
///
/// # Errors
/// When a file can't be read or written.
pub fn fill(vectors: &Path) -> Result<(), Fault> {
    for path in cases(vectors)? {
        let case = Case::read(&path)?;
        if case.answer.is_some() || case.refusal.is_some() {
            continue;
        }
        let added = match outcome(vectors, &case)? {
            Ok(answer) => format!("\"answer\": {answer}"),
            Err(refusal) => {
                let finding = refusal.finding();
                format!("\"refusal\": {{\"code\": \"{}\", \"path\": \"{}\"}}", finding.code, finding.path)
            }
        };
        let fault = |error: std::io::Error| format!("{}: {error}", path.display());
        let text = fs::read_to_string(&path).map_err(fault)?;
        let open = text.trim_end().strip_suffix('}').unwrap_or_default().trim_end();
        fs::write(&path, format!("{open},\n {added}}}\n")).map_err(fault)?;
    }
    Ok(())
}
