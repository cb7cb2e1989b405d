//! The worst incidents, what they trace to, and which measures stand on their paths.

use super::data::{OnPath, Worst};
use super::picture::Harms;
use super::seen::Seen;
use crate::model::{Incident, Kind, Measure, Place, Relation, Stage};
use crate::register::Register;
use crate::trace::{Walk, broken_of};
use crate::value::Meter;
use std::collections::{HashMap, HashSet};

/// How many incidents a page tells of.
const TOLD: usize = 5;

/// The worst observed incidents.
pub(super) fn worst(seen: Seen<'_>, harms: &HashMap<u32, Harms>, meter: &Meter<'_>) -> Vec<Worst> {
    let register = seen.register;
    let none = Harms::default();
    let mut incidents: Vec<u32> =
        meter.over(seen.observed()).filter(|(_, kind)| *kind == Kind::Incident).map(|(row, _)| row).collect();
    // The latest first among equals, then in the order of the document.
    let key = |row: &u32| {
        let begin = register.records.begin_of(*row).map(|begin| begin.span.first);
        (harms.get(row).unwrap_or(&none).weight(), begin)
    };
    incidents.sort_by_cached_key(|row| std::cmp::Reverse(key(row)));
    let mut walk = Walk::new(register.graph().rows());
    let told = incidents.iter().take(TOLD);
    told.filter_map(|row| tell(register, &mut walk, *row, harms.get(row).unwrap_or(&none), meter)).collect()
}

fn tell(register: &Register, walk: &mut Walk, row: u32, harms: &Harms, meter: &Meter<'_>) -> Option<Worst> {
    let incident = register.typed::<Incident>(row)?;
    let graph = register.graph();
    let mut causes = walk.ancestors(graph, row).to_vec();
    causes.sort_unstable();
    let ids = |stage: Stage| -> Vec<String> {
        let rows = causes.iter().filter(|row| graph.stage(**row) == Some(stage));
        rows.filter_map(|row| register.id_of_row(*row)).map(str::to_owned).collect()
    };
    let broken = broken_of(register, row, &causes, meter);
    let risk_factors = ids(Stage::RiskFactor);
    let place = register.first_referred(row, Relation::AtPlace).and_then(|place| register.typed::<Place>(place));
    Some(Worst {
        complete: broken.is_empty() && !risk_factors.is_empty(),
        threats: ids(Stage::Threat),
        measures: on_path(register, row, &causes),
        id: incident.id,
        title: incident.title,
        date: incident.date.map(|date| date.to_string()).unwrap_or_default(),
        place: place.map(|place| place.title).unwrap_or_default(),
        harms: harms.list(),
        undated: harms.undated(),
        risk_factors,
        broken,
    })
}

/// Measures on the links between the causes of an incident, the incident and its losses.
fn on_path(register: &Register, row: u32, causes: &[u32]) -> Vec<OnPath> {
    let losses = register.graph().effects(row).iter();
    let (mut measures, mut met) = (Vec::new(), HashSet::new());
    for effect in causes.iter().chain([&row]).chain(losses) {
        for target in register.records.references.of(*effect).filter(|target| target.relation == Relation::StoppedBy) {
            let row = register.records.row_of(target.symbol).filter(|row| met.insert(*row));
            if let Some(measure) = row.and_then(|row| register.typed::<Measure>(row)) {
                measures.push(OnPath { id: measure.id, status: measure.status.unwrap_or_default() });
            }
        }
    }
    measures
}
