//! Lists of findings: counts are always exact, lists are capped per code and say so.

use super::{Code, Finding, Severity};
use crate::value::{Label, sort_by_key};
use serde::ser::{SerializeMap, Serializer};

/// How many findings of one code a list holds unless more is asked for.
pub(crate) const DEFAULT_CAP: usize = 1_000;

/// All findings of a register, sorted: errors, warnings, notes; within them by code, then in the
/// order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Findings {
    /// Who may see this answer: it shows gaps, so `red`, for the audience of all records.
    pub label: Label,
    /// The date of the question, as it was given; missing: none was.
    pub as_of: Option<String>,
    /// The findings; at most a thousand of one code.
    pub findings: Vec<Finding>,
    /// How many there are, exactly.
    pub counts: Counts,
    /// The codes of which the list holds fewer than there are.
    pub capped: Vec<String>,
}

/// How many findings there are, exactly.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Counts {
    /// Errors.
    pub error: u64,
    /// Warnings.
    pub warning: u64,
    /// Notes.
    pub note: u64,
    /// By code; none of which there is none.
    #[serde(serialize_with = "by_code")]
    pub by_code: Vec<Tallied>,
    /// By code, those that acknowledgements set aside: they are in no other count, and in no list.
    #[serde(serialize_with = "by_code")]
    pub acknowledged: Vec<Tallied>,
}

/// How many findings of one code there are.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Tallied {
    /// The code.
    pub code: String,
    /// How many.
    pub count: u64,
}

/// Findings as they are found: what is over the cap is counted and not kept.
#[derive(Clone, Debug)]
pub(crate) struct Log<T> {
    kept: Vec<(Code, T)>,
    counts: [u64; Code::ALL.len()],
}

impl<T> Default for Log<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), counts: [0; Code::ALL.len()] }
    }
}

impl<T> Log<T> {
    /// Counts a finding; `make` is called only while there is room for it.
    pub(crate) fn push(&mut self, code: Code, make: impl FnOnce() -> T) {
        let Some(count) = self.counts.get_mut(code as usize) else {
            return;
        };
        *count += 1;
        if *count <= DEFAULT_CAP as u64 {
            self.kept.push((code, make()));
        }
    }

    /// Counts findings that have no text of their own.
    pub(crate) fn count(&self, code: Code) -> u64 {
        self.counts.get(code as usize).copied().unwrap_or_default()
    }

    /// Adds those of another log.
    pub(crate) fn append(&mut self, other: Self) {
        self.kept.extend(other.kept);
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count += more;
        }
    }

    /// Forgets findings, of those that were kept.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        let counts = &mut self.counts;
        self.kept.retain(|(code, item)| {
            let keep = keep(item);
            if let Some(count) = counts.get_mut(*code as usize).filter(|_| !keep) {
                *count -= 1;
            }
            keep
        });
    }

    /// The findings that were kept, in the order in which they were found.
    pub(crate) fn kept(&self) -> impl Iterator<Item = &(Code, T)> {
        self.kept.iter()
    }
}

impl Log<Finding> {
    /// Adds those of a code of another log, whose findings `make` writes.
    pub(crate) fn absorb<U>(&mut self, code: Code, other: &Log<U>, make: impl Fn(Code, &U) -> Finding) {
        let of_code = other.kept().filter(|(found, _)| *found == code);
        self.kept.extend(of_code.map(|(code, item)| (*code, make(*code, item))));
        if let Some(count) = self.counts.get_mut(code as usize) {
            *count += other.count(code);
        }
    }

    /// The list, sorted.
    pub(crate) fn finish(mut self, label: Label, as_of: Option<String>, acknowledged: Vec<Tallied>) -> Findings {
        // Stable: within a code the order in which they were found stays.
        sort_by_key(&mut self.kept, |(code, _)| (code.severity(), *code));
        let mut counts = Counts { acknowledged, ..Counts::default() };
        let mut capped = Vec::new();
        for code in Code::ALL.iter().copied().filter(|code| self.count(*code) > 0) {
            let count = self.count(code);
            match code.severity() {
                Severity::Error => counts.error += count,
                Severity::Warning => counts.warning += count,
                Severity::Note => counts.note += count,
            }
            counts.by_code.push(Tallied { code: code.as_str().to_owned(), count });
            if count > DEFAULT_CAP as u64 {
                capped.push(code.as_str().to_owned());
            }
        }
        let findings = self.kept.into_iter().map(|(_, finding)| finding).collect();
        Findings { label, as_of, findings, counts, capped }
    }
}

fn by_code<S: Serializer>(tallied: &[Tallied], serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(tallied.len()))?;
    for Tallied { code, count } in tallied {
        map.serialize_entry(code, count)?;
    }
    map.end()
}
