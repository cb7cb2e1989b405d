//! The flow of results: of which sector they reached which other, and which agency, and when last.

use super::scope::{Scope, told};
use crate::catalog::SECTORS;
use crate::document::RowId;
use crate::model::{Assessment, Evaluation, Exchange, Relation};
use crate::value::{Date, Sharing};
use std::collections::BTreeMap;

/// The flow of results between sectors and agencies.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Flows {
    /// From each sector to each other one, also where nothing ever reached it.
    pub cells: Vec<Flow>,
    /// From each agency to each agency or party that it passed results on to.
    pub between: Vec<Flow>,
    /// Concluded assessments and exchanges whose results did not reach all other sectors, and assessments of which nobody
    /// outside learnt.
    pub unshared: Vec<Unshared>,
    /// How many more there are.
    pub unshared_more: u64,
}

/// What flowed from one to another.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Flow {
    /// The sector, or the agency's id.
    pub from: String,
    /// The sector, or the id of the agency or party.
    pub to: String,
    /// How many results.
    pub count: u64,
    /// When the last one; absent: never, or nobody wrote when.
    pub last: Option<String>,
}

/// Results that were not passed on to all.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Record))]
pub struct Unshared {
    /// The assessment or exchange.
    pub id: String,
    /// The sectors that they did not reach.
    pub sectors: Vec<String>,
    /// Whether they reached someone outside.
    pub outside: bool,
}

/// How many, and the last of them: its last second and its text.
#[derive(Default)]
struct Cell {
    count: u64,
    last: Option<(i64, String)>,
}

impl Cell {
    fn add(&mut self, date: Option<&Date>) {
        self.count += 1;
        let date = date.map(|date| (date.span().last, date.to_string()));
        if date > self.last {
            self.last = date;
        }
    }
}

#[derive(Default)]
struct Reading {
    cells: BTreeMap<(&'static str, &'static str), Cell>,
    between: BTreeMap<(RowId, String), Cell>,
    unshared: Vec<Unshared>,
}

/// Linear in the assessments, exchanges and evaluations.
pub(super) fn flows(scope: &Scope<'_>) -> Flows {
    let mut reading = Reading::default();
    for (row, found) in scope.records::<Assessment>() {
        if scope.past(found.concluded.as_ref()) {
            let told = reading.read(scope, row, "analysis", &found.shared);
            reading.unshared.extend(told);
        }
    }
    for (row, found) in scope.records::<Exchange>() {
        if scope.past(found.date.as_ref()) && found.held_off_system != Some(true) {
            let told = reading.read(scope, row, "community", &found.shared);
            reading.unshared.extend(told);
        }
    }
    for (row, found) in scope.records::<Evaluation>() {
        let sector = found.sector.as_deref().and_then(|sector| SECTORS.iter().find(|known| **known == sector));
        // What is learnt from an incident is a result of mitigation.
        let sector = sector.copied().or(found.incident.is_some().then_some("mitigation"));
        if let Some(sector) = sector.filter(|_| scope.past(found.date.as_ref())) {
            reading.read(scope, row, sector, &found.shared);
        }
    }
    reading.finish(scope)
}

impl Reading {
    /// Counts where results of a sector went; what they did not reach.
    fn read(&mut self, scope: &Scope<'_>, row: RowId, from: &'static str, shared: &[Sharing]) -> Option<Unshared> {
        let agency = scope.register.first_referred(row, Relation::OfAgency);
        let mut reached = vec![from];
        let mut outside = false;
        for sharing in shared.iter().filter(|sharing| sharing.date.is_none() || scope.past(sharing.date.as_ref())) {
            let sector = sharing.sector.as_deref().and_then(|sector| SECTORS.iter().find(|known| **known == sector));
            if let Some(to) = sector.copied().filter(|to| *to != from) {
                self.cells.entry((from, to)).or_default().add(sharing.date.as_ref());
                reached.push(to);
            }
            let to = sharing.to.as_deref().and_then(|to| scope.register.row(to));
            if let (Some(agency), Some(to)) = (agency, to.filter(|to| Some(*to) != agency)) {
                self.between.entry((agency, scope.id(to))).or_default().add(sharing.date.as_ref());
                outside = true;
            }
        }
        let sectors: Vec<String> =
            SECTORS.iter().filter(|sector| !reached.contains(sector)).map(|sector| (*sector).to_owned()).collect();
        // What a party said may endanger it outside the agency: exchanges need not go there.
        let is_kept = from == "analysis" && !outside;
        (!sectors.is_empty() || is_kept).then(|| Unshared { id: scope.id(row), sectors, outside })
    }

    fn finish(mut self, scope: &Scope<'_>) -> Flows {
        let pairs = SECTORS.iter().flat_map(|from| SECTORS.iter().map(move |to| (*from, *to)));
        let pairs = pairs.filter(|(from, to)| from != to);
        let cells = pairs.map(|pair| {
            let Cell { count, last } = self.cells.remove(&pair).unwrap_or_default();
            flow(pair.0.to_owned(), pair.1.to_owned(), count, last)
        });
        let cells = cells.collect();
        let between = self.between.into_iter();
        let between = between.map(|((from, to), cell)| flow(scope.id(from), to, cell.count, cell.last)).collect();
        let (unshared, unshared_more) = told(self.unshared);
        Flows { cells, between, unshared, unshared_more }
    }
}

fn flow(from: String, to: String, count: u64, last: Option<(i64, String)>) -> Flow {
    Flow { from, to, count, last: last.map(|(_, last)| last) }
}
