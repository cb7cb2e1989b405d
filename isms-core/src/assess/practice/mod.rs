//! Practice: what the sectors work with, and what it lacks. Assessments, exchanges, plans, networks, agreements; the stages
//! of the chain that are answered; each office.

mod agencies;
mod agreements;
mod assessments;
mod exchanges;
mod networks;
mod offices;
mod plans;
mod stages;

use super::integration::Lacking;
use super::offices::Unit;
use super::scope::{Scope, told};
use crate::catalog::Catalogs;
use crate::document::RowId;
use std::collections::HashSet;

pub use agreements::Pledge;
pub use offices::{OfficePractice, ProtectedField};
pub use stages::AnsweredStage;

/// What the sectors work with, and what it lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Practice {
    /// The four sectors, each with the stage of the chain that it answers.
    pub stages: Vec<AnsweredStage>,
    /// Assessments in force that lack something.
    pub assessments: Vec<Lacking>,
    /// How many more there are.
    pub assessments_more: u64,
    /// Exchanges that lack something.
    pub exchanges: Vec<Lacking>,
    /// How many more there are.
    pub exchanges_more: u64,
    /// Plans that lack something.
    pub plans: Vec<Lacking>,
    /// How many more there are.
    pub plans_more: u64,
    /// Networks that lack something.
    pub networks: Vec<Lacking>,
    /// Agencies that lack something.
    pub agencies: Vec<Lacking>,
    /// Agreements on a standard that some of their agencies have not adopted.
    pub pledges: Vec<Pledge>,
    /// The offices.
    pub offices: Vec<OfficePractice>,
}

/// Linear in the records, and offices times the depth of their places.
pub(super) fn practice(scope: &Scope<'_>, catalogs: &Catalogs, offices: &[Unit]) -> Practice {
    let guidelines = Guidelines::read(catalogs);
    let mut found = Practice { stages: stages::stages(scope), ..Practice::default() };
    (found.assessments, found.assessments_more) = told(assessments::assessments(scope, catalogs, &guidelines));
    (found.exchanges, found.exchanges_more) = told(exchanges::exchanges(scope));
    (found.plans, found.plans_more) = told(plans::plans(scope));
    found.networks = networks::networks(scope, catalogs);
    found.agencies = agencies::agencies(scope, offices);
    found.pledges = agreements::pledges(scope);
    found.offices = offices::offices(scope, offices, &guidelines);
    found
}

/// The requirements at hand, as records name them: what they follow.
struct Guidelines(HashSet<String>);

impl Guidelines {
    fn read(catalogs: &Catalogs) -> Self {
        let names = catalogs.iter().flat_map(|catalog| {
            let ids = catalog.requirements().filter_map(|found| found.id.as_deref());
            ids.map(|id| format!("{}:{id}", catalog.id()))
        });
        Self(names.collect())
    }

    /// Whether a record follows one of them.
    fn has(&self, follows: Option<&str>) -> bool {
        follows.is_some_and(|follows| self.0.contains(follows))
    }
}

/// A record with those of the words that are so; none is nothing.
fn lacking(scope: &Scope<'_>, row: RowId, words: &[(bool, &str)]) -> Option<Lacking> {
    let lacks: Vec<String> =
        words.iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, word)| (*word).to_owned()).collect();
    (!lacks.is_empty()).then(|| Lacking { id: scope.id(row), lacks })
}
