//! Checking a register: every rule, one after the other.

use super::{chain, identity, order, shape};
use crate::finding::{Finding, Findings, Log};
use crate::register::Register;
use crate::value::{Meter, Stopped};

/// How many passes over the records a check makes.
pub(crate) const PASSES: u64 = 10;

/// All findings of a register. Linear in it.
pub(crate) fn check(register: &Register, meter: &Meter<'_>) -> Result<Findings, Stopped> {
    register.graph_within(meter)?;
    let mut log: Log<Finding> = Log::default();
    log.absorb(&register.header.faults, |code, fault| shape::finding(register, code, None, fault));
    register
        .records
        .each_fault(meter, |row, code, fault| log.push(code, || shape::finding(register, code, Some(row), &fault)));
    meter.pass()?;
    for rule in RULES {
        rule(register, &mut log, meter);
        meter.pass()?;
    }
    Ok(log.finish(register.label_of_gaps()))
}

/// Finds what a rule looks for, in one pass.
type Find = fn(&Register, &mut Log<Finding>, &Meter<'_>);

const RULES: [Find; 8] = [
    identity::references::find,
    chain::repeated_link::find,
    chain::cycle::find,
    chain::broken_trace::find,
    chain::single_factor::find,
    order::find_in_time,
    shape::unknown_term::find,
    order::place_apart::find,
];
