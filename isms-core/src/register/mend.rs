//! Applying the fixes that findings offer.

use super::Register;
use super::refuse::{draft, full, no_place};
use crate::document::{Draft, RowId};
use crate::finding::{Fix, Refusal};
use crate::json::changed;
use crate::value::{Meter, NoWatch, Watch};

/// Changes that were read and are ready to be made.
pub(super) struct Plan(Vec<(RowId, Draft)>);

impl Register {
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
        self.apply_watched(fixes, &mut NoWatch)
    }

    /// As [`Register::apply`], and tells `watch` how many fixes are done.
    ///
    /// # Errors
    /// As [`Register::apply`]; also when `watch` stops it: then nothing was changed.
    pub fn apply_watched(&mut self, fixes: &[Fix], watch: &mut dyn Watch) -> Result<(), Refusal> {
        let plan = self.plan(fixes, watch)?;
        self.carry_out(&plan)
    }

    /// What fixes would change. Nothing is changed yet.
    pub(super) fn plan(&self, fixes: &[Fix], watch: &mut dyn Watch) -> Result<Plan, Refusal> {
        let meter = Meter::new(watch, 1, fixes.len());
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
            for (_, _, fix) in meter.over(of_row) {
                json = changed(&json, &fix.field, fix.value.as_deref()).map_err(|fault| no_place(fix, fault))?;
            }
            let kind = self.records.rows.kind(*row).ok_or_else(|| self.unknown_id("", &[]))?;
            drafts.push((*row, draft(kind, json)?));
        }
        meter.pass()?;
        self.check_room(drafts.iter().map(|(_, draft)| draft.json.len()).sum())?;
        Ok(Plan(drafts))
    }

    /// Makes the changes of a plan for this very register.
    pub(super) fn carry_out(&mut self, plan: &Plan) -> Result<(), Refusal> {
        for (row, draft) in &plan.0 {
            self.spare(*row);
            self.records.put(*row, draft).ok_or_else(full)?;
        }
        self.changed();
        Ok(())
    }
}

/// A step of a pointer; numbers in their order.
type Step = (Option<u64>, String);

fn steps(pointer: &str) -> Vec<Step> {
    pointer.split('/').map(|step| (step.parse().ok(), step.to_owned())).collect()
}
