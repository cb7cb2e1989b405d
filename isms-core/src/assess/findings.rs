//! What stands in the way of an answer: it is said, and counts for nothing.

use crate::catalog::Catalogs;
use crate::document::RowId;
use crate::finding::{Code, Fact, Finding, Findings, Log};
use crate::json::shortened;
use crate::model::Relation;
use crate::register::Register;
use crate::value::{Date, Tailoring};
use std::collections::BTreeSet;

/// The findings of an assessment in the making.
pub(super) struct Doubts<'r> {
    register: &'r Register,
    /// The agencies that were asked for; none: all. Of others nothing is told.
    agencies: BTreeSet<RowId>,
    /// The standards that adoptions name which are told of.
    adopted: BTreeSet<String>,
    log: Log<Finding>,
}

impl<'r> Doubts<'r> {
    pub(super) fn new(register: &'r Register, agencies: BTreeSet<RowId>) -> Self {
        Self { register, agencies, adopted: BTreeSet::new(), log: Log::default() }
    }

    pub(super) fn finish(self, as_of: &Date) -> Findings {
        self.log.finish(self.register.label_of_gaps(), Some(as_of.to_string()), Vec::new())
    }

    fn push(
        &mut self,
        code: Code,
        row: RowId,
        field: &str,
        message: impl FnOnce() -> String,
        fact: impl FnOnce() -> Fact,
    ) {
        let register = self.register;
        let agency = register.first_referred(row, Relation::OfAgency);
        if agency.is_some_and(|agency| !self.is_told_of(agency)) {
            return;
        }
        self.log.push(code, || {
            let path = format!("{}/{field}", register.records.rows.pointer(row));
            Finding::new(code, path, message()).of(register.id_of_row(row)).fact(fact())
        });
    }

    fn is_told_of(&self, agency: RowId) -> bool {
        self.agencies.is_empty() || self.agencies.contains(&agency)
    }

    /// An agency adopts a standard of that name, whether it is at hand or not.
    pub(super) fn adopts(&mut self, agency: RowId, name: &str) {
        if self.is_told_of(agency) && !self.adopted.contains(name) {
            self.adopted.insert(name.to_owned());
        }
    }

    /// A standard that was asked for is told of once, if none of the adoptions names it.
    pub(super) fn not_adopted(&mut self, name: &str, as_of: &Date) {
        if !self.adopted.insert(name.to_owned()) {
            return;
        }
        let found = shortened(name);
        self.log.push(Code::UnknownStandard, || {
            let message = format!(
                "expected an adoption of `{found}`, which was asked for, that holds on {as_of}, found none; nothing of it is assessed: ask for one that is adopted, or record the adoption"
            );
            Finding::new(Code::UnknownStandard, "/adoptions", message).fact(Fact::text("found", &*found))
        });
    }

    /// A record without which the question can't do lacks a field.
    pub(super) fn lacks(&mut self, row: RowId, field: &'static str) {
        let message = || {
            format!(
                "expected `{field}`, found none that can be read or followed; without it the record counts for nothing"
            )
        };
        self.push(Code::IdleRecord, row, field, message, || Fact::text("lacks", field));
    }

    /// A record says what does not count, for a reason.
    pub(super) fn idle(&mut self, row: RowId, field: &'static str, message: impl FnOnce() -> String) {
        self.push(Code::IdleRecord, row, field, message, || Fact::text("lacks", field));
    }

    /// No catalogue at hand is the standard.
    pub(super) fn no_standard(&mut self, row: RowId, name: &str, edition: Option<&str>, catalogs: &Catalogs) {
        let (field, found) = match edition {
            Some(edition) if catalogs.find(name, None).is_some() => ("edition", edition),
            _ => ("standard", name),
        };
        let message = || {
            format!(
                "expected a standard that is at hand (`isms catalog list` shows them), found `{}`; give its catalogue with the question, so long nothing of it is known",
                shortened(found)
            )
        };
        self.push(Code::UnknownStandard, row, field, message, || Fact::text("found", shortened(found)));
    }

    /// No standard that is assessed has the requirement.
    pub(super) fn no_requirement(&mut self, row: RowId, found: &str) {
        let message = || {
            format!(
                "expected a requirement of a standard that is at hand, as catalogue:name, found `{}`; it counts for nothing",
                shortened(found)
            )
        };
        self.push(Code::UnknownStandard, row, "requirement", message, || Fact::text("found", shortened(found)));
    }

    /// A tailoring counts for nothing.
    pub(super) fn tailoring(&mut self, row: RowId, nth: usize, tailoring: &Tailoring, is_known: bool, is_change: bool) {
        let quoted = |found: &str| format!("`{}`", shortened(found));
        let (key, expected, found) = if !is_known {
            ("requirement", "a requirement of the standard, as catalogue:name", quoted(&tailoring.requirement))
        } else if !is_change {
            ("change", "left_out, must or should", quoted(&tailoring.change))
        } else {
            ("reason", "a reason", "none".to_owned())
        };
        let message = || format!("expected {expected}, found {found}; the change counts for nothing");
        let field = format!("tailoring/{nth}/{key}");
        self.push(Code::IdleRecord, row, &field, message, || Fact::text("lacks", key));
    }
}
