//! The trace of one record.

use super::ancestors::Walk;
use super::broken::{Broken, broken_of};
use crate::document::Part;
use crate::finding::{Code, Fact, Finding, Refusal};
use crate::model::{Kind, Stage};
use crate::register::Register;
use crate::value::{Label, Meter, Watch};

/// What led to a record, and what it can lead to. Lists are in the order of the document.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Trace {
    /// Who may see this answer: the strictest label of what it rests on.
    pub label: Label,
    /// The record.
    pub id: String,
    /// Its kind: `risk_factor`, `threat`, `incident` or `loss`.
    pub kind: String,
    /// Nothing is broken and a risk factor is reached.
    pub complete: bool,
    /// All that led to it.
    pub causes: TraceCauses,
    /// All that it led or can lead to.
    pub effects: TraceEffects,
    /// Where the trace back breaks.
    pub broken: Vec<Broken>,
}

/// Ids of causes, by stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct TraceCauses {
    /// Incidents.
    pub incidents: Vec<String>,
    /// Threats.
    pub threats: Vec<String>,
    /// Risk factors.
    pub risk_factors: Vec<String>,
}

/// Ids of effects, by stage.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct TraceEffects {
    /// Threats.
    pub threats: Vec<String>,
    /// Incidents.
    pub incidents: Vec<String>,
    /// Losses.
    pub losses: Vec<String>,
}

/// The trace of a record. Linear in its causes and effects.
pub(crate) fn trace(register: &Register, id: &str, watch: &mut dyn Watch) -> Result<Trace, Refusal> {
    let meter = Meter::new(watch, 4, register.records.rows.numbers());
    let (row, kind) = chain_row(register, id)?;
    let graph = register.graph_within(&meter)?;
    let mut walk = Walk::new(graph.rows());
    let causes = sorted(walk.ancestors_within(graph, row, &meter)?);
    let effects = sorted(walk.descendants_within(graph, row, &meter)?);
    let broken = broken_of(register, row, &causes, &meter);
    meter.pass()?;
    let ids = |rows: &[u32], stage: Stage| -> Vec<String> {
        let of_stage = rows.iter().filter(|row| graph.stage(**row) == Some(stage));
        of_stage.filter_map(|row| register.id_of_row(*row)).map(str::to_owned).collect()
    };
    let reached = kind == Kind::RiskFactor || causes.iter().any(|row| graph.stage(*row) == Some(Stage::RiskFactor));
    let used = causes.iter().chain(&effects).copied().chain([row]);
    Ok(Trace {
        label: register.label_over(used, Part::Trace),
        id: id.to_owned(),
        kind: kind.singular().to_owned(),
        complete: broken.is_empty() && reached,
        causes: TraceCauses {
            incidents: ids(&causes, Stage::Incident),
            threats: ids(&causes, Stage::Threat),
            risk_factors: ids(&causes, Stage::RiskFactor),
        },
        effects: TraceEffects {
            threats: ids(&effects, Stage::Threat),
            incidents: ids(&effects, Stage::Incident),
            losses: ids(&effects, Stage::Loss),
        },
        broken,
    })
}

fn sorted(rows: &[u32]) -> Vec<u32> {
    let mut rows = rows.to_vec();
    rows.sort_unstable();
    rows
}

/// The row and kind of a record of the chain.
pub(crate) fn chain_row(register: &Register, id: &str) -> Result<(u32, Kind), Refusal> {
    let Some(row) = register.row(id) else {
        return Err(register.unknown_id(id, &[Kind::RiskFactor, Kind::Threat, Kind::Incident, Kind::Loss]));
    };
    match register.records.rows.kind(row) {
        Some(kind) if kind.stage().is_some() => Ok((row, kind)),
        kind => {
            let kind = kind.map_or("", Kind::singular);
            let message = format!(
                "expected a risk factor, threat, incident or loss, found `{id}`, which is of kind {kind}; trace a record of the chain"
            );
            let finding = Finding::new(Code::NotInChain, register.records.rows.pointer(row), message);
            Err(finding.of(Some(id)).fact(Fact::text("kind", kind)).into())
        }
    }
}
