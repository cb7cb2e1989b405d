//! What an assessment rests on, and how a requirement stands at an office by it.

use super::applying::Circumstances;
use super::carried::Carried;
use super::findings::Doubts;
use super::offices::{self, Unit};
use super::options::AssessOptions;
use super::places::outward;
use super::standards::{Asked, Duty, Standards};
use super::verdicts::{self, Verdict, Verdicts, Verified};
use crate::catalog::Catalogs;
use crate::register::Register;
use crate::value::{Meter, Stopped, later};
use std::collections::BTreeSet;

/// The standards that hold, what was found of them, and under which circumstances.
pub(super) struct Assessing<'r> {
    pub(super) register: &'r Register,
    pub(super) options: &'r AssessOptions,
    pub(super) catalogs: &'r Catalogs,
    pub(super) standards: Standards<'r>,
    pub(super) verdicts: Verdicts,
    pub(super) circumstances: Circumstances<'r>,
    pub(super) carried: Carried,
}

impl<'r> Assessing<'r> {
    /// Reads all of it, in three passes.
    pub(super) fn read(
        register: &'r Register,
        options: &'r AssessOptions,
        catalogs: &'r Catalogs,
        doubts: &mut Doubts<'_>,
        meter: &Meter<'_>,
    ) -> Result<Self, Stopped> {
        let standards = Standards::read(register, options, catalogs, doubts, meter);
        meter.pass()?;
        let verdicts = verdicts::read(register, &standards, &options.as_of, doubts, meter);
        meter.pass()?;
        let circumstances = Circumstances::read(register, catalogs, &options.as_of, meter);
        meter.pass()?;
        let carried = Carried::read(&standards, catalogs);
        Ok(Self { register, options, catalogs, standards, verdicts, circumstances, carried })
    }

    /// All offices of the register, in one pass.
    pub(super) fn all_offices(&self, meter: &Meter<'_>) -> Result<BTreeSet<Unit>, Stopped> {
        let all = offices::all(self.register, &self.standards, &self.verdicts, &self.options.as_of, meter);
        meter.pass()?;
        Ok(all)
    }

    /// The verification that counts: what is met in a region is met for the offices within it, by the nearest place where
    /// someone looked; where nobody looked, what carries over from another standard.
    pub(super) fn verified(&self, unit: Unit, at: usize, asked: &Asked<'_>) -> Option<Verified> {
        self.settled(unit, at, asked).0
    }

    /// The same, with the place of the requirement from which it carries over, if it does.
    pub(super) fn settled(&self, unit: Unit, at: usize, asked: &Asked<'_>) -> (Option<Verified>, Option<usize>) {
        let own = self.looked_at(unit, at, asked);
        if own.is_some() {
            return (own, None);
        }
        let find = |at: usize| self.looked_at(unit, at, self.standards.asked.get(at)?);
        let carried = self.carried.worst(at, find, |verified| verified.verdict);
        carried.map_or((None, None), |(source, verified)| (Some(verified), Some(source)))
    }

    fn looked_at(&self, unit: Unit, at: usize, asked: &Asked<'_>) -> Option<Verified> {
        let own = self.verdicts.get(&(unit, at)).copied();
        if own.is_some() || !asked.is_regional() {
            return own;
        }
        let around = outward(self.register, unit.place?).into_iter().skip(1);
        let mut units = around.map(|place| Unit { place: Some(place), ..unit });
        units.find_map(|unit| self.verdicts.get(&(unit, at)).copied())
    }

    pub(super) fn verdict(
        &self,
        unit: Unit,
        duty: &Duty,
        asked: &Asked<'_>,
        standard: &str,
        verified: Option<Verified>,
    ) -> Verdict {
        let applies = asked.requirement.applies.as_ref();
        if duty.left_out || applies.is_some_and(|applies| !self.circumstances.apply(applies, standard, unit)) {
            return Verdict::NotApplicable;
        }
        verified.map_or(Verdict::NotKnown, |verified| verified.verdict)
    }

    /// The time is over in which it had to be met after the adoption.
    pub(super) fn is_overdue(&self, duty: &Duty, asked: &Asked<'_>) -> bool {
        self.due(duty, asked).is_some_and(|end| end < self.options.as_of.span().first)
    }

    /// The last second in which it had to be met after the adoption.
    pub(super) fn due(&self, duty: &Duty, asked: &Asked<'_>) -> Option<i64> {
        later(duty.since.as_ref()?, asked.requirement.within.as_deref()?)
    }
}
