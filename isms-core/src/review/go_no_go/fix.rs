//! What is wrong with the records behind the sheet.

use crate::document::RowId;
use crate::finding::{Code, Finding, Findings, Severity};
use crate::model::{Kind, Relation};
use crate::register::Register;
use crate::review::data::Fixable;
use crate::review::gather::fixable;
use std::collections::BTreeMap;

/// The kinds on which the sheet rests.
const RESTS_ON: [Kind; 16] = [
    Kind::Agency,
    Kind::Place,
    Kind::Programme,
    Kind::Post,
    Kind::Body,
    Kind::Asset,
    Kind::Exposure,
    Kind::Access,
    Kind::Assessment,
    Kind::Strategy,
    Kind::Adoption,
    Kind::Verification,
    Kind::Contingency,
    Kind::Decision,
    Kind::Obligation,
    Kind::Agreement,
];

/// By code, what can't be read or followed of the records on which the sheet rests, and what may be a key or a table misspelt.
/// Each agency sees its own: nothing is told of records of others.
pub(super) fn to_fix(register: &Register, programme: RowId, findings: &Findings) -> Vec<Fixable> {
    let agencies = |row| {
        let targets = register.records.references.of(row).filter(|target| target.relation == Relation::OfAgency);
        targets.filter_map(|target| register.records.row_of(target.symbol)).collect::<Vec<_>>()
    };
    let own = agencies(programme);
    let is_own = |finding: &&Finding| {
        let of = finding.subject.as_deref().and_then(|id| register.row(id)).map_or_else(Vec::new, agencies);
        of.is_empty() || of.iter().any(|agency| own.contains(agency))
    };
    let rests_on = |finding: &&Finding| {
        let table = finding.path.split('/').nth(1).unwrap_or_default();
        let is_lost = finding.severity == Severity::Error || finding.code == Code::UnknownField.as_str();
        let is_table = finding.code == Code::UnknownKind.as_str();
        is_table || is_lost && RESTS_ON.iter().any(|kind| kind.plural() == table)
    };
    let of_these: Vec<Finding> = findings.findings.iter().filter(rests_on).filter(is_own).cloned().collect();
    let mut by_code: BTreeMap<Code, u64> = BTreeMap::new();
    for finding in &of_these {
        if let Some(code) = Code::parse(&finding.code) {
            *by_code.entry(code).or_default() += 1;
        }
    }
    fixable(by_code, &of_these)
}
