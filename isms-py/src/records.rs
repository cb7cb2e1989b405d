//! Records as dicts, through their JSON text.

use isms_core::{
    Agency, Asset, Incident, Kind, Loss, Measure, Party, Place, Programme, Record, RecordKind, Register, RiskFactor,
    Signal, Threat,
};

/// The records of a kind as the JSON text of a list.
pub(crate) fn list(register: &Register, kind: Kind) -> String {
    match kind {
        Kind::Agency => list_of::<Agency>(register),
        Kind::Party => list_of::<Party>(register),
        Kind::Place => list_of::<Place>(register),
        Kind::Programme => list_of::<Programme>(register),
        Kind::Asset => list_of::<Asset>(register),
        Kind::RiskFactor => list_of::<RiskFactor>(register),
        Kind::Threat => list_of::<Threat>(register),
        Kind::Incident => list_of::<Incident>(register),
        Kind::Loss => list_of::<Loss>(register),
        Kind::Measure => list_of::<Measure>(register),
        Kind::Signal => list_of::<Signal>(register),
        // A kind that is new in the core: no list at all, so that a test finds it.
        _ => String::new(),
    }
}

fn list_of<K: RecordKind>(register: &Register) -> String {
    let mut out = String::from("[");
    for record in register.iter::<K>() {
        if out.len() > 1 {
            out.push(',');
        }
        let record: Record = record.into();
        out.push_str(&record.to_json());
    }
    out.push(']');
    out
}
