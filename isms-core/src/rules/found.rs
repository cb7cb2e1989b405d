//! Findings as rules find them: what is acknowledged is counted and set aside.

use super::acknowledgement::Aside;
use crate::catalog::Catalogs;
use crate::document::{Fault, RowId};
use crate::finding::{Code, Finding, Findings, Log, Tallied};
use crate::value::{Date, Label};
use std::collections::BTreeMap;

/// The findings of a check in the making.
pub(super) struct Found<'a> {
    log: Log<Finding>,
    aside: &'a Aside,
    /// The day of the question; missing: none was said.
    as_of: Option<&'a Date>,
    /// The catalogues of the question; missing: those that are bundled.
    catalogs: Option<&'a Catalogs>,
    acknowledged: BTreeMap<Code, u64>,
}

impl<'a> Found<'a> {
    pub(super) fn new(aside: &'a Aside, as_of: Option<&'a Date>, catalogs: Option<&'a Catalogs>) -> Self {
        Self { log: Log::default(), aside, as_of, catalogs, acknowledged: BTreeMap::new() }
    }

    /// The day of the question; missing: none was said, and what rests on one is not looked for.
    pub(super) fn as_of(&self) -> Option<&'a Date> {
        self.as_of
    }

    /// The catalogues of the question; missing: those that are bundled.
    pub(super) fn catalogs(&self) -> Option<&'a Catalogs> {
        self.catalogs
    }

    /// Counts a finding about a row, or about no single one; `make` is called only while there is room for it.
    pub(super) fn push(&mut self, code: Code, row: Option<RowId>, make: impl FnOnce() -> Finding) {
        if self.sets_aside(code, row) {
            *self.acknowledged.entry(code).or_default() += 1;
        } else {
            self.log.push(code, make);
        }
    }

    /// Whether a finding about a row, or about no single one, is acknowledged.
    pub(super) fn sets_aside(&self, code: Code, row: Option<RowId>) -> bool {
        self.aside.has(code, row)
    }

    /// Counts the faults of the document itself.
    pub(super) fn absorb(&mut self, faults: &Log<Fault>, make: impl Fn(Code, &Fault) -> Finding) {
        for code in Code::ALL.iter().copied().filter(|code| faults.count(*code) > 0) {
            if self.aside.has(code, None) {
                *self.acknowledged.entry(code).or_default() += faults.count(code);
            } else {
                self.log.absorb(code, faults, &make);
            }
        }
    }

    /// The list, sorted.
    pub(super) fn finish(self, label: Label) -> Findings {
        let tallied = |(code, count): (Code, u64)| Tallied { code: code.as_str().to_owned(), count };
        let acknowledged = self.acknowledged.into_iter().map(tallied).collect();
        self.log.finish(label, self.as_of.map(Date::to_string), acknowledged)
    }
}
