//! Editing: records come, change and go; the graph follows.

use super::Register;
use crate::document::{Draft, RowId};
use crate::finding::{Code, Fact, Finding, Fix, Refusal};
use crate::json::{NoPlace, Syntax, SyntaxFault, changed, shortened};
use crate::model::{Kind, Record, shown_id};
use crate::value::{NoWatch, Watch};
use std::collections::HashSet;
use std::sync::OnceLock;

/// How many bytes of text that no record uses any more a register keeps at least.
const SLACK: usize = 1 << 20;

/// After how many records the caller is told how far we are.
const STEP: usize = 1_024;

impl Register {
    /// A register without records.
    ///
    /// ```
    /// use isms_core::{Register, RiskFactor};
    /// let mut register = Register::new("valley-office", "Valley office");
    /// register.insert(RiskFactor::new("arms", "Small arms on the market"))?;
    /// assert_eq!(register.len(), 1);
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    #[must_use]
    pub fn new(id: impl Into<String>, title: impl Into<String>) -> Self {
        let mut register = Self::default();
        register.header.id = Some(id.into());
        register.header.title = Some(title.into());
        register
    }

    /// Adds a record, at the end of its table. What is wrong within it is found by [`Register::check`].
    ///
    /// Cost: that of the record. The next question builds the graph anew, which is linear in the register.
    ///
    /// # Errors
    /// Refuses an id that a record has already (`duplicate_id`), and a register that is full (`over_limit`).
    pub fn insert(&mut self, record: impl Into<Record>) -> Result<(), Refusal> {
        self.extend([record])
    }

    /// Adds a record of this kind from its JSON text. All of it is kept, also what we don't know.
    ///
    /// # Errors
    /// As [`Register::insert`]; also what is no object of JSON text (`not_json`), or too deep (`over_limit`).
    pub fn insert_json(&mut self, kind: Kind, json: &str) -> Result<(), Refusal> {
        let draft = draft(kind, json.to_owned())?;
        self.add(&[draft])
    }

    /// Adds many records, or none of them: with an error the register is as it was.
    ///
    /// ```
    /// use isms_core::{Causes, Incident, Loss, Record, Register};
    /// let mut register = Register::new("valley-office", "Valley office");
    /// let ambush = Incident::new("ambush", "Relief convoy ambushed");
    /// let mut driver = Loss::new("driver", "Driver injured");
    /// driver.causes = Some(Causes::of(["ambush"]));
    /// register.extend([Record::from(ambush), Record::from(driver)])?;
    /// assert_eq!(register.trace("driver")?.causes.incidents, ["ambush"]);
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    ///
    /// Cost: linear in the records.
    ///
    /// # Errors
    /// As [`Register::insert`]; also an id that two of them have.
    pub fn extend(&mut self, records: impl IntoIterator<Item = impl Into<Record>>) -> Result<(), Refusal> {
        self.extend_watched(records, &mut NoWatch)
    }

    /// As [`Register::extend`], and tells `watch` how many records it has read, of those that the records say they are.
    ///
    /// # Errors
    /// As [`Register::extend`]; also when `watch` stops it: then nothing was added.
    pub fn extend_watched(
        &mut self,
        records: impl IntoIterator<Item = impl Into<Record>>,
        watch: &mut dyn Watch,
    ) -> Result<(), Refusal> {
        let records = records.into_iter();
        let total = records.size_hint().1.unwrap_or_default() as u64;
        let mut drafts = Vec::new();
        for record in records {
            let record = record.into();
            drafts.push(draft(record.kind(), record.to_json())?);
            if drafts.len().is_multiple_of(STEP) && !watch.step(drafts.len() as u64, total.max(drafts.len() as u64)) {
                return Err(stopped());
            }
        }
        self.add(&drafts)
    }

    /// Puts a record in the place of the one that has its id; of equal ids, of the first.
    ///
    /// Cost: as [`Register::insert`].
    ///
    /// # Errors
    /// Refuses an id that no record has (`unknown_id`), and a record of another kind (`wrong_kind`).
    pub fn replace(&mut self, record: impl Into<Record>) -> Result<(), Refusal> {
        let record = record.into();
        self.put(&draft(record.kind(), record.to_json())?)
    }

    /// Puts a record, from its JSON text, in the place of the one that has its id; of equal ids, of the first.
    ///
    /// # Errors
    /// As [`Register::replace`] and [`Register::insert_json`].
    pub fn replace_json(&mut self, kind: Kind, json: &str) -> Result<(), Refusal> {
        self.put(&draft(kind, json.to_owned())?)
    }

    /// Removes the record of an id; of equal ids, the first.
    ///
    /// Cost: constant, or linear in the register where ids are double.
    ///
    /// # Errors
    /// Refuses an id that no record has (`unknown_id`).
    pub fn remove(&mut self, id: &str) -> Result<(), Refusal> {
        let row = self.known(id)?;
        self.spare(row);
        self.records.remove(row);
        self.changed();
        Ok(())
    }

    /// Makes the changes that findings offer as their mend, all of them or none.
    ///
    /// ```
    /// use isms_core::Register;
    /// let text = br#"{"isms": "1", "places": [{"id": "upper-valley", "title": "Upper valley"}],
    ///     "threats": [{"id": "ambush", "title": "Ambush", "place": "upper-vally"}]}"#;
    /// let mut register = Register::open(text)?;
    /// let fixes: Vec<_> = register.check().findings.into_iter().flat_map(|finding| finding.fix).collect();
    /// register.apply(&fixes)?;
    /// assert!(register.check().counts.error == 0);
    /// # Ok::<(), isms_core::Refusal>(())
    /// ```
    ///
    /// Cost: linear in the records that are changed, times their fixes.
    ///
    /// # Errors
    /// Refuses an id that no record has (`unknown_id`), and a field that is not there (`bad_request`).
    pub fn apply(&mut self, fixes: &[Fix]) -> Result<(), Refusal> {
        let mut fixes: Vec<(RowId, Vec<Step>, &Fix)> = fixes
            .iter()
            .map(|fix| Ok((self.known(&fix.id)?, steps(&fix.field), fix)))
            .collect::<Result<_, Refusal>>()?;
        // From the last place to the first, so that an item that goes moves no place that is still needed.
        fixes.sort_by(|(a, to_a, _), (b, to_b, _)| a.cmp(b).then_with(|| to_b.cmp(to_a)));
        fixes.dedup_by(|(a, _, one), (b, _, other)| a == b && one == other);
        let mut drafts = Vec::new();
        for of_row in fixes.chunk_by(|(a, _, _), (b, _, _)| a == b) {
            let Some((row, _, _)) = of_row.first() else { continue };
            let mut json = self.records.json(*row).to_owned();
            for (_, _, fix) in of_row {
                json = changed(&json, &fix.field, fix.value.as_deref()).map_err(|fault| no_place(fix, fault))?;
            }
            let kind = self.records.rows.kind(*row).ok_or_else(|| self.unknown_id("", &[]))?;
            drafts.push((*row, draft(kind, json)?));
        }
        self.check_room(drafts.iter().map(|(_, draft)| draft.json.len()).sum())?;
        for (row, draft) in &drafts {
            self.spare(*row);
            self.records.put(*row, draft).ok_or_else(full)?;
        }
        self.changed();
        Ok(())
    }

    fn add(&mut self, drafts: &[Draft]) -> Result<(), Refusal> {
        self.check_room(drafts.iter().map(|draft| draft.json.len()).sum())?;
        let mut new = HashSet::new();
        for id in drafts.iter().filter_map(|draft| draft.id.as_deref()) {
            if self.row(id).is_some() || !new.insert(id) {
                return Err(taken(id));
            }
        }
        self.records.add(drafts).ok_or_else(full)?;
        self.changed();
        Ok(())
    }

    fn put(&mut self, draft: &Draft) -> Result<(), Refusal> {
        let row = self.known(draft.id.as_deref().unwrap_or_default())?;
        match self.records.rows.kind(row) {
            Some(kind) if kind == draft.kind => (),
            found => return Err(other_kind(draft, found)),
        }
        self.check_room(draft.json.len())?;
        self.spare(row);
        self.records.put(row, draft).ok_or_else(full)?;
        self.changed();
        Ok(())
    }

    fn known(&self, id: &str) -> Result<RowId, Refusal> {
        self.row(id).ok_or_else(|| self.unknown_id(id, Kind::ALL))
    }

    fn check_room(&self, bytes: usize) -> Result<(), Refusal> {
        if self.records.has_room(bytes) { Ok(()) } else { Err(full()) }
    }

    /// The text of a row will be used no more.
    fn spare(&mut self, row: RowId) {
        self.spared += self.records.json(row).len();
    }

    /// The graph is built anew when it is asked for; text that no record uses any more is given back once it is the
    /// larger part, so that the cost of an edit stays that of its record.
    fn changed(&mut self) {
        self.graph = OnceLock::new();
        if self.spared > SLACK && self.spared > self.records.text.len() / 2 {
            // What we write ourselves we open.
            if let Ok(register) = Self::open(self.save()) {
                *self = register;
            }
        }
    }
}

/// A step of a pointer; numbers in their order.
type Step = (Option<u64>, String);

fn steps(pointer: &str) -> Vec<Step> {
    pointer.split('/').map(|step| (step.parse().ok(), step.to_owned())).collect()
}

fn draft(kind: Kind, json: String) -> Result<Draft, Refusal> {
    Draft::read(kind, json).map_err(|syntax| no_record(kind, &syntax))
}

fn no_record(kind: Kind, syntax: &Syntax) -> Refusal {
    let (at, kind) = (syntax.at, kind.singular());
    let (code, words) = match &syntax.fault {
        SyntaxFault::NotJson(words) => (Code::NotJson, words.clone()),
        SyntaxFault::TooDeep => (Code::OverLimit, "more than 64 lists and objects in each other".to_owned()),
        SyntaxFault::TooMuch | SyntaxFault::Stopped => return full(),
    };
    Refusal::new(
        code,
        "",
        format!("expected the JSON object of a {kind}, found at byte {at}: {words}; nothing was changed"),
    )
}

fn taken(id: &str) -> Refusal {
    let shown = shown_id(id);
    let message = format!(
        "expected an id that no record has, found `{shown}`, which one has; replace that record, or take another id"
    );
    Finding::new(Code::DuplicateId, "", message).of(Some(id)).fact(Fact::text("id", id)).into()
}

fn other_kind(draft: &Draft, found: Option<Kind>) -> Refusal {
    let id = draft.id.clone().unwrap_or_default();
    let (new, old) = (draft.kind.singular(), found.map_or("", Kind::singular));
    let message = format!(
        "expected a record of kind {old} in the place of `{id}`, found one of kind {new}; remove the old one and insert the new one"
    );
    Finding::new(Code::WrongKind, "", message).of(Some(&id)).fact(Fact::text("id", id.as_str())).into()
}

fn no_place(fix: &Fix, fault: NoPlace) -> Refusal {
    let found = match fault {
        NoPlace::Nowhere => "none",
        NoPlace::NoJson => "text that is no JSON",
    };
    let field = shortened(&fix.field);
    let message =
        format!("expected a field at `{field}` of record `{}`, found {found}; check again for fixes that fit", fix.id);
    Finding::new(Code::BadRequest, fix.field.clone(), message).of(Some(&fix.id)).into()
}

fn full() -> Refusal {
    let message = "expected a register of at most 4 GiB of text, found more; nothing was changed; split the register";
    Refusal::new(Code::OverLimit, "", message)
}

fn stopped() -> Refusal {
    Refusal::new(Code::Stopped, "", "stopped by the caller; nothing was changed")
}
