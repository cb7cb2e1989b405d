//! Nearest common causes of several records.

use super::ancestors::Walk;
use super::one::{TraceCauses, chain_row};
use crate::document::Part;
use crate::finding::{Code, Refusal};
use crate::model::Stage;
use crate::register::Register;
use crate::value::{Label, Meter, Watch};
use std::collections::HashSet;

/// The nearest common causes of some records.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct CommonCauses {
    /// Who may see this answer: the strictest label of the records asked for and of all that led to
    /// them.
    pub label: Label,
    /// The records asked for.
    pub ids: Vec<String>,
    /// How many causes they all share.
    pub common: u64,
    /// Those of them that lead to no other one: the nearest.
    pub nearest: TraceCauses,
}

/// The nearest common causes of two or more records: common ancestors none of whose descendants
/// is one. Linear in the ancestors of each.
pub(crate) fn common_causes(
    register: &Register,
    ids: &[String],
    watch: &mut dyn Watch,
) -> Result<CommonCauses, Refusal> {
    if ids.len() < 2 {
        let message =
            format!("expected two or more ids, found {}; name the records whose causes are compared", ids.len());
        return Err(Refusal::new(Code::BadRequest, "/ids", message));
    }
    let meter = Meter::new(watch, ids.len() as u64 + 2, register.records.rows.numbers());
    let graph = register.graph_within(&meter)?;
    let mut walk = Walk::new(graph.rows());
    let mut common: Option<Vec<u32>> = None;
    let mut used: HashSet<u32> = HashSet::new();
    for id in ids {
        let (row, _) = chain_row(register, id)?;
        let mut found = walk.ancestors_within(graph, row, &meter)?.to_vec();
        found.sort_unstable();
        used.extend(found.iter().chain([&row]));
        common = Some(match common {
            None => found,
            Some(before) => before.into_iter().filter(|row| found.binary_search(row).is_ok()).collect(),
        });
    }
    let common = common.unwrap_or_default();
    // A common cause above another one leads to it through common causes alone.
    let is_nearest = |row: &&u32| !graph.effects(**row).iter().any(|effect| common.binary_search(effect).is_ok());
    let nearest: Vec<u32> = meter.over(&common).filter(is_nearest).copied().collect();
    meter.pass()?;
    let of = |stage: Stage| -> Vec<String> {
        let rows = nearest.iter().filter(|row| graph.stage(**row) == Some(stage));
        rows.filter_map(|row| register.id_of_row(*row)).map(str::to_owned).collect()
    };
    Ok(CommonCauses {
        label: register.label_over(used, Part::Trace),
        ids: ids.to_vec(),
        common: common.len() as u64,
        nearest: TraceCauses {
            incidents: of(Stage::Incident),
            threats: of(Stage::Threat),
            risk_factors: of(Stage::RiskFactor),
        },
    })
}
