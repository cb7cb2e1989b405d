//! Checking a register: every rule, one after the other.

use super::acknowledgement::{self, Aside};
use super::found::Found;
use super::{chain, identity, order, shape};
use crate::finding::Findings;
use crate::register::Register;
use crate::value::Date;

/// All findings of a register, but those that are acknowledged on a day. Linear in it.
pub(crate) fn check(register: &Register, as_of: Option<&Date>) -> Findings {
    let aside = Aside::of(register, as_of);
    let mut log = Found::new(&aside);
    log.absorb(&register.header.faults, |code, fault| shape::finding(register, code, None, fault));
    register
        .records
        .each_fault(|row, code, fault| log.push(code, Some(row), || shape::finding(register, code, Some(row), &fault)));
    identity::references::find(register, &mut log);
    chain::repeated_link::find(register, &mut log);
    chain::cycle::find(register, &mut log);
    chain::broken_trace::find(register, &mut log);
    chain::single_factor::find(register, &mut log);
    order::find_in_time(register, &mut log);
    shape::unknown_term::find(register, &mut log);
    order::place_apart::find(register, &mut log);
    acknowledgement::idle_acknowledgement::find(register, &mut log);
    log.finish(register.label_of_gaps(), as_of)
}
