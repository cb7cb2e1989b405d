//! Checking a register: every rule, one after the other.

use super::{chain, identity, order, shape};
use crate::finding::{Finding, Findings, Log};
use crate::register::Register;

/// All findings of a register. Linear in it.
pub(crate) fn check(register: &Register) -> Findings {
    let mut log: Log<Finding> = Log::default();
    log.absorb(&register.header.faults, |code, fault| shape::finding(register, code, None, fault));
    register
        .records
        .each_fault(|row, code, fault| log.push(code, || shape::finding(register, code, Some(row), &fault)));
    identity::references::find(register, &mut log);
    chain::repeated_link::find(register, &mut log);
    chain::cycle::find(register, &mut log);
    chain::broken_trace::find(register, &mut log);
    chain::single_factor::find(register, &mut log);
    order::find_in_time(register, &mut log);
    shape::unknown_term::find(register, &mut log);
    order::place_apart::find(register, &mut log);
    log.finish(register.label_of_gaps())
}
