//! Checking a register: every rule, one after the other.

use super::acknowledgement::{Aside, idle_acknowledgement};
use super::found::Found;
use super::{chain, identity, order, response, shape};
use crate::catalog::Catalogs;
use crate::finding::Findings;
use crate::json::Members;
use crate::register::Register;
use crate::value::{Date, Meter, Stopped};

/// How many passes over the records a check makes.
pub(crate) const PASSES: u64 = 18;

/// All findings of a register, but those that are acknowledged on a day; by the words of the bundled catalogues, or of
/// those that are given. Linear in it.
pub(crate) fn check(
    register: &Register,
    as_of: Option<&Date>,
    catalogs: Option<&Catalogs>,
    meter: &Meter<'_>,
) -> Result<Findings, Stopped> {
    register.graph_within(meter)?;
    // Of the words of those that are bundled the register knows already which of its records have others.
    let catalogs = catalogs.filter(|catalogs| !catalogs.are_bundled());
    let aside = Aside::of(register, as_of, meter);
    let mut log = Found::new(&aside, as_of, catalogs);
    log.absorb(&register.header.faults, |code, fault| {
        shape::finding(register, &mut Members::default(), code, None, fault)
    });
    let mut members = Members::default();
    register.records.each_fault(meter, |row, code, fault| {
        log.push(code, Some(row), || shape::finding(register, &mut members, code, Some(row), &fault));
    });
    meter.pass()?;
    for rule in RULES {
        rule(register, &mut log, meter);
        meter.pass()?;
    }
    Ok(log.finish(register.label_of_gaps()))
}

/// Finds what a rule looks for, in one pass.
type Find = fn(&Register, &mut Found<'_>, &Meter<'_>);

const RULES: [Find; 16] = [
    identity::references::find,
    chain::repeated_link::find,
    chain::cycle::find,
    chain::broken_trace::find,
    chain::single_factor::find,
    order::find_in_time,
    shape::unknown_term::find,
    shape::listed_terms::find,
    order::place_apart::find,
    response::covert_method::find,
    response::post_held_twice::find,
    response::two_designated_officials::find,
    response::verified_at::find,
    response::stale_digest::find,
    response::unknown_standard::find,
    idle_acknowledgement::find,
];
