//! Answers that carry over from one standard to another, by the mappings between their requirements.

use super::standards::Standards;
use super::verdicts::Verdict;
use crate::catalog::{Catalog, Catalogs, Mapping};
use std::collections::HashMap;

/// A must or a should that nobody looked at, and that an answer to another standard settles.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct CarriedOver {
    /// The requirement, as `catalogue:name`.
    pub requirement: String,
    /// The requirement that was looked at.
    pub from: String,
    /// What was found: `met`, `partly` or `unmet`.
    pub result: String,
    /// The verification that found it.
    pub verification: Option<String>,
}

/// How much of an answer carries over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Degree {
    /// Both ask for the same.
    Equal,
    /// Who meets the one meets the other; who does not may meet it all the same.
    Covers,
}

impl Degree {
    fn carries(self, verdict: Verdict) -> bool {
        match self {
            Self::Equal => matches!(verdict, Verdict::Met | Verdict::Partly | Verdict::Unmet),
            Self::Covers => verdict == Verdict::Met,
        }
    }
}

/// For each requirement those whose answers carry over to it. What is not mapped is not covered, and nothing is carried
/// over twice.
#[derive(Default)]
pub(super) struct Carried {
    sources: HashMap<usize, Vec<(usize, Degree)>>,
}

impl Carried {
    /// By the mappings of all catalogues at hand, between the standards that are looked at. Linear in the mappings.
    pub(super) fn read(standards: &Standards<'_>, catalogs: &Catalogs) -> Self {
        let mut found = Self::default();
        for mapping in catalogs.meant().flat_map(Catalog::mappings) {
            found.add(standards, mapping);
        }
        found
    }

    fn add(&mut self, standards: &Standards<'_>, mapping: &Mapping) {
        let degree = match mapping.degree.as_deref() {
            Some("equal") => Degree::Equal,
            Some("covers") => Degree::Covers,
            _ => return,
        };
        let (Some(from), Some(to)) = (&mapping.from, &mapping.to) else { return };
        for (source, asked) in standards.named(from) {
            for (target, other) in standards.named(to) {
                // What headquarters has says nothing of an office, nor the other way round.
                if asked.standard == other.standard || asked.is_central() != other.is_central() {
                    continue;
                }
                self.sources.entry(target).or_default().push((source, degree));
                if degree == Degree::Equal {
                    self.sources.entry(source).or_default().push((target, degree));
                }
            }
        }
    }

    /// Of the answers that carry over to a requirement the worst, with the place of the requirement that it answers.
    pub(super) fn worst<V>(
        &self,
        at: usize,
        find: impl Fn(usize) -> Option<V>,
        verdict: impl Fn(&V) -> Verdict,
    ) -> Option<(usize, V)> {
        let mut worst: Option<(usize, V)> = None;
        for (source, degree) in self.sources.get(&at).into_iter().flatten() {
            let Some(found) = find(*source).filter(|found| degree.carries(verdict(found))) else { continue };
            if worst.as_ref().is_none_or(|(_, known)| verdict(&found) > verdict(known)) {
                worst = Some((*source, found));
            }
        }
        worst
    }
}
