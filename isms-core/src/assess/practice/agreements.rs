//! Agreements: standards that agencies promised to follow.

use crate::assess::scope::Scope;
use crate::document::RowId;
use crate::model::{Adoption, Agreement, Kind, Relation};
use std::collections::HashSet;

/// An agreement on a standard that some of its agencies have not adopted.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Pledge {
    /// The agreement.
    pub id: String,
    /// The standard.
    pub standard: String,
    /// Its agencies by which that standard is not adopted on the day.
    pub missing: Vec<String>,
}

pub(super) fn pledges(scope: &Scope<'_>) -> Vec<Pledge> {
    let adopters = adopters(scope);
    let one = |(row, found): (RowId, Agreement)| {
        let standard = found.standard.filter(|_| scope.valid(found.since.as_ref(), found.until.as_ref()))?;
        let agencies = scope.referred(row, Relation::OfAgency);
        let missing: Vec<String> = agencies
            .filter(|agency| !adopters.contains(&(*agency, standard.clone())))
            .map(|agency| scope.id(agency))
            .collect();
        (!missing.is_empty()).then(|| Pledge { id: scope.id(row), standard, missing })
    };
    scope.records::<Agreement>().filter_map(one).collect()
}

/// The agencies that have adopted a standard on the day, each with its name: all of the register, for an agreement and a
/// network look beyond the offices that were asked for.
pub(super) fn adopters(scope: &Scope<'_>) -> HashSet<(RowId, String)> {
    let mut found = HashSet::new();
    for row in scope.register.rows_of(Kind::Adoption) {
        let Some(adoption) = scope.register.typed::<Adoption>(row) else { continue };
        let agency = scope.register.first_referred(row, Relation::OfAgency);
        if let (Some(agency), Some(standard), true) =
            (agency, adoption.standard, scope.valid(adoption.since.as_ref(), adoption.until.as_ref()))
        {
            found.insert((agency, standard));
        }
    }
    found
}

/// Each agency of an agreement that holds, with every other agency and party of it.
pub(super) fn between(scope: &Scope<'_>) -> HashSet<(RowId, RowId)> {
    let mut found = HashSet::new();
    for row in scope.register.rows_of(Kind::Agreement) {
        let Some(agreement) = scope.register.typed::<Agreement>(row) else { continue };
        if !scope.valid(agreement.since.as_ref(), agreement.until.as_ref()) {
            continue;
        }
        let agencies: Vec<RowId> = scope.referred(row, Relation::OfAgency).collect();
        for other in agencies.iter().copied().chain(scope.referred(row, Relation::With)) {
            found.extend(agencies.iter().map(|agency| (*agency, other)));
        }
    }
    found
}
