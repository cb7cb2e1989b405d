//! Stages: which records of the chain the sector that answers for them has an answer to.

use crate::assess::integration::is_in_place;
use crate::assess::scope::Scope;
use crate::catalog::SECTORS;
use crate::document::RowId;
use crate::model::{Action, Assessment, Contingency, Kind, Measure, Relation};
use std::collections::{HashMap, HashSet};

/// A sector and its stage of the chain.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct AnsweredStage {
    /// The sector.
    pub sector: String,
    /// The stage: `risk_factors`, `threats`, `incidents` or `losses`.
    pub stage: String,
    /// How many records of that stage there are on the day.
    pub records: u64,
    /// How many of them the sector has an answer to.
    pub answered: u64,
}

/// The stages, in the order of the sectors.
const STAGES: [Kind; 4] = [Kind::RiskFactor, Kind::Threat, Kind::Incident, Kind::Loss];

/// What is answered otherwise than by a measure on a link.
struct Answers {
    /// The sectors of measures in place.
    measures: HashMap<RowId, usize>,
    /// Risk factors that an assessment looked at, incidents for which a plan was set going, incidents and losses after
    /// which something was done.
    assessed: HashSet<RowId>,
    planned: HashSet<RowId>,
    acted: HashSet<RowId>,
}

pub(super) fn stages(scope: &Scope<'_>) -> Vec<AnsweredStage> {
    let answers = Answers::read(scope);
    let mut guarded: HashSet<RowId> = HashSet::new();
    let mut counts = [(0, 0); 4];
    // Effects before causes: a measure of analysis stands on a link that leads away from a risk factor.
    for (at, kind) in STAGES.iter().enumerate().rev() {
        for row in scope.register.rows_of(*kind).filter(|row| scope.has(*row) && is_there(scope, *row)) {
            let is_answered = answers.has(scope, row, at, &mut guarded);
            if let Some((records, answered)) = counts.get_mut(at) {
                *records += 1;
                *answered += u64::from(is_answered);
            }
        }
    }
    let one = |((sector, kind), (records, answered)): ((&&str, &Kind), (u64, u64))| AnsweredStage {
        sector: (*sector).to_owned(),
        stage: kind.plural().to_owned(),
        records,
        answered,
    };
    SECTORS.iter().zip(&STAGES).zip(counts).map(one).collect()
}

/// Whether it is assessed, or happened by the day. Asked of every record of the chain: none is made for it.
fn is_there(scope: &Scope<'_>, row: RowId) -> bool {
    let begin = scope.register.records.begin_of(row).filter(|begin| begin.observed);
    begin.is_none_or(|begin| !scope.as_of.span().is_certainly_before(begin.span))
}

impl Answers {
    fn read(scope: &Scope<'_>) -> Self {
        let mut found =
            Self { measures: HashMap::new(), assessed: HashSet::new(), planned: HashSet::new(), acted: HashSet::new() };
        for (row, measure) in scope.records::<Measure>().filter(|(_, measure)| is_in_place(scope, measure)) {
            let sector = SECTORS.iter().position(|sector| measure.sector.as_deref() == Some(*sector));
            found.measures.extend(sector.map(|sector| (row, sector)));
        }
        for (row, assessment) in scope.records::<Assessment>() {
            if scope.past(assessment.concluded.as_ref()) && !scope.over(assessment.until.as_ref()) {
                found.assessed.extend(scope.referred(row, Relation::Considers));
            }
        }
        for (row, _) in scope.records::<Contingency>() {
            found.planned.extend(scope.referred(row, Relation::ActivatedFor));
        }
        for (row, _) in scope.records::<Action>().filter(|(_, action)| scope.past(action.done.as_ref())) {
            found.acted.extend(scope.referred(row, Relation::About));
            found.acted.extend(scope.referred(row, Relation::ForLoss));
        }
        found
    }

    /// Whether the sector of a stage has an answer to a record of it. Notes the risk factors away from which a measure of
    /// analysis stands.
    fn has(&self, scope: &Scope<'_>, row: RowId, stage: usize, guarded: &mut HashSet<RowId>) -> bool {
        let records = &scope.register.records;
        let (mut cause, mut is_acted, mut is_guarded) = (None, self.acted.contains(&row), false);
        // The measures on a link come right after its cause.
        for target in records.references.of(row) {
            match target.relation {
                Relation::CausedBy => {
                    cause = records.row_of(target.symbol);
                    is_acted |= cause.is_some_and(|cause| self.acted.contains(&cause));
                }
                Relation::StoppedBy => {
                    let sector = records.row_of(target.symbol).and_then(|measure| self.measures.get(&measure));
                    guarded.extend(cause.filter(|_| sector == Some(&0)));
                    is_guarded |= sector == Some(&stage);
                }
                _ => (),
            }
        }
        match stage {
            0 => self.assessed.contains(&row) || guarded.contains(&row),
            2 => is_guarded || self.planned.contains(&row),
            3 => is_guarded || is_acted,
            _ => is_guarded,
        }
    }
}
