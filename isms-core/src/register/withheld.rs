//! Registers without what may not be told.

use super::Register;
use crate::document::RowId;
use crate::model::{Kind, Relation, Withheld};
use std::collections::{BTreeSet, HashSet};

impl Register {
    /// The register as if what may not even be counted had never been written; `None`: there is
    /// nothing of the kind. Linear, where there is.
    pub(crate) fn without_withheld(&self) -> Option<Self> {
        self.without(Withheld::Whole)
    }

    /// The register as if what may not be told had never been written; `None`: there is nothing of
    /// the kind. Linear, where there is.
    pub(crate) fn without_untold(&self) -> Option<Self> {
        self.without(Withheld::Told)
    }

    fn without(&self, from: Withheld) -> Option<Self> {
        let withheld = self.records.labels.withheld().filter(|(_, withheld)| *withheld >= from);
        let incidents: Vec<RowId> = withheld.map(|(row, _)| row).collect();
        if incidents.is_empty() {
            return None;
        }
        let records = self.records.without(&self.revealing(&incidents));
        Some(Self { header: self.header.clone(), records, ..Self::default() })
    }

    /// The register without what belongs to other agencies than these alone; `None`: there is nothing of the kind. Records
    /// that name no agency stay. Linear.
    pub(crate) fn of_agencies(&self, agencies: &BTreeSet<RowId>) -> Option<Self> {
        let is_other = |row: &RowId| {
            let of = self.records.references.of(*row).filter(|target| target.relation == Relation::OfAgency);
            let mut of = of.filter_map(|target| self.records.row_of(target.symbol)).peekable();
            of.peek().is_some() && !of.any(|agency| agencies.contains(&agency))
        };
        let other = self.records.rows.iter().map(|(row, _)| row).filter(is_other);
        let gone: HashSet<RowId> = other.collect();
        if gone.is_empty() {
            return None;
        }
        Some(Self { header: self.header.clone(), records: self.records.without(&gone), ..Self::default() })
    }

    /// The incidents, and all that would reveal them: records of the same id, records that refer to
    /// any of these (its losses), and the signals of the threats that led to it.
    fn revealing(&self, incidents: &[RowId]) -> HashSet<RowId> {
        let threats = self.threats_behind(incidents);
        let mut hidden: HashSet<RowId> = incidents.iter().copied().collect();
        hidden.extend(self.rows_of(Kind::Signal).filter(|signal| {
            let announced = self.first_referred(*signal, Relation::Announces);
            announced.is_some_and(|threat| threats.contains(&threat))
        }));
        let referrers = self.referrers();
        let mut ahead: Vec<RowId> = hidden.iter().copied().collect();
        let mut followed = HashSet::new();
        while let Some(row) = ahead.pop() {
            let Some(symbol) = self.records.symbol_of(row) else { continue };
            if !followed.insert(symbol) {
                continue;
            }
            let start = referrers.partition_point(|(named, _)| *named < symbol);
            let more = referrers.get(start..).unwrap_or_default().iter().take_while(|(named, _)| *named == symbol);
            ahead.extend(more.map(|(_, row)| *row).filter(|row| hidden.insert(*row)));
        }
        hidden
    }

    /// The rows that have an id or refer to it, by the number of the id. What a measure rests on, and for what a plan was
    /// set going, reveals nothing of it: those stay, or all for which they stand would go with them.
    fn referrers(&self) -> Vec<(u32, RowId)> {
        let mut pairs = Vec::new();
        for (row, stored) in self.records.rows.iter() {
            let own = self.records.symbol_of(row);
            pairs.extend(own.map(|symbol| (symbol, row)));
            let telling = self.records.references.of(row).filter(|target| !leans(stored.kind, target.relation));
            pairs.extend(telling.map(|target| (target.symbol, row)));
        }
        pairs.sort_unstable();
        pairs
    }

    fn threats_behind(&self, incidents: &[RowId]) -> HashSet<RowId> {
        let graph = self.graph();
        let mut threats = HashSet::new();
        let mut ahead: Vec<RowId> = incidents.iter().flat_map(|row| graph.causes(*row)).copied().collect();
        while let Some(row) = ahead.pop() {
            if self.records.rows.kind(row) == Some(Kind::Threat) && threats.insert(row) {
                ahead.extend_from_slice(graph.causes(row));
            }
        }
        threats
    }
}

/// A record that refers so stays when the other one goes, and its reference is not told of.
fn leans(kind: Kind, relation: Relation) -> bool {
    matches!((kind, relation), (Kind::Measure, Relation::RestsOn) | (Kind::Contingency, Relation::ActivatedFor))
}
